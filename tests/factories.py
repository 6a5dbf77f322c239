"""Rows for tests. Fields named without an edition go to the edition `code`.

Works are published since `PUBLISHED_AT` unless told otherwise; every default is overruled by
naming the field: `make_article("fa", title="…", state="draft", title_en="…")`.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import Any

from django.db.models import Model
from PIL import Image

from articles.models import Article, Byline, Contributor, Series, Topic
from media_library.library import add_image
from media_library.models import (
    Cartoon,
    GalleryPicture,
    ImageAsset,
    NewsPicture,
    PhotoGallery,
    Video,
)
from nejat.comments.models import Comment
from nejat.editorial.columns import column, translated_fields
from nejat.editorial.models import Content, Label
from nejat.editorial.states import State
from nejat.pages.models import Page
from nejat.tags.models import Tag
from publications.models import Book, Entry, Issue

PUBLISHED_AT = datetime(2024, 5, 10, 8, 30, tzinfo=UTC)
TITLES = {
    "en": "A letter home",
    "ar": "رسالة إلى البيت",
    "fa": "نامه‌ای به خانه",
    "sq": "Një letër për në shtëpi",
}
VIDEO = "https://www.youtube.com/watch?v=aaaaaaaaaaa"
NAMES = {"en": "Letters", "ar": "رسائل", "fa": "نامه‌ها", "sq": "Letra"}
_numbers = count(1)


def make_article(
    code: str = "fa",
    *,
    topics: Iterable[Topic] = (),
    tags: Iterable[Tag] = (),
    by: Iterable[Contributor] = (),
    **fields: Any,
) -> Article:
    """Return a saved article, published in `code` only; `by` become its writers."""
    article = _make_work(Article, code, fields)
    article.topics.add(*topics)
    article.tags.add(*tags)
    for position, contributor in enumerate(by):
        Byline.objects.create(article=article, contributor=contributor, position=position)
    return article


def make_page(code: str = "fa", **fields: Any) -> Page:
    """Return a saved page, published in `code` only."""
    return _make_work(Page, code, fields)


def make_image(
    code: str = "fa", *, colour: str = "teal", size: tuple[int, int] = (64, 40), **fields: Any
) -> ImageAsset:
    """Return an image of one colour; its colour and size tell its file from another's."""
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG")
    buffer.seek(0)
    image = add_image(buffer, f"{colour}.jpg").image
    for name, value in in_edition(ImageAsset, code, **fields).items():
        setattr(image, name, value)
    image.save()
    return image


def make_cartoon(code: str = "fa", **fields: Any) -> Cartoon:
    """Return a saved cartoon, published in `code` only."""
    return _make_picture_work(Cartoon, code, fields)


def make_news_picture(code: str = "fa", **fields: Any) -> NewsPicture:
    """Return a saved news picture, published in `code` only."""
    return _make_picture_work(NewsPicture, code, fields)


def make_gallery(
    code: str = "fa", *, images: Iterable[ImageAsset] = (), **fields: Any
) -> PhotoGallery:
    """Return a saved gallery of these images, published in `code` only."""
    gallery = _make_work(PhotoGallery, code, fields)
    for position, image in enumerate(images):
        GalleryPicture.objects.create(gallery=gallery, image=image, position=position)
    gallery.count_pictures()
    return gallery


def make_video(code: str = "fa", **fields: Any) -> Video:
    """Return a saved video of another site, published in `code` only."""
    return _make_work(Video, code, {"address": VIDEO, **fields})


def make_book(code: str = "fa", **fields: Any) -> Book:
    """Return a saved book, published in `code` only."""
    return _make_work(Book, code, fields)


def make_issue(
    code: str = "fa", series: str = "newsletter", *, articles: Iterable[Article] = (), **fields: Any
) -> Issue:
    """Return a saved issue with these articles inside, published in `code` only."""
    issue = _make_work(Issue, code, {"series": series, **fields})
    for position, article in enumerate(articles, start=1):
        Entry.objects.create(issue=issue, article=article, position=position)
    return issue


def make_topic(code: str = "fa", **fields: Any) -> Topic:
    """Return a saved topic with a name and an address in `code` only."""
    return _make_label(Topic, code, fields)


def make_tag(code: str = "fa", **fields: Any) -> Tag:
    """Return a saved tag with a name and an address in `code` only."""
    return _make_label(Tag, code, fields)


def make_series(code: str = "fa", **fields: Any) -> Series:
    """Return a saved series with a name and an address in `code` only."""
    return _make_label(Series, code, fields)


def make_contributor(code: str = "fa", **fields: Any) -> Contributor:
    """Return a saved contributor with a name and an address in `code` only."""
    return _make_label(Contributor, code, fields)


def in_use(label: Label, code: str = "fa") -> Label:
    """Publish an article under the label, in `code` only, and return the label."""
    field = {Topic: "topics", Tag: "tags", Contributor: "by"}.get(type(label))
    make_article(code, **({field: [label]} if field else {"series": label}))
    return label


def make_comment(work: Content, code: str = "fa", **fields: Any) -> Comment:
    """Return a saved comment on `work` that waits to be let through."""
    values = {"author_name": "Mina", "body": "Thank you.", "created_at": PUBLISHED_AT, **fields}
    return Comment.objects.create(work=work, edition=code, **values)


def in_edition(model: type[Model], code: str, **fields: Any) -> dict[str, Any]:
    """Return `fields` with the translated ones named as their columns in the edition."""
    translated = translated_fields(model)
    return {
        column(name, code) if name in translated else name: value for name, value in fields.items()
    }


def _make_work(model: type[Content], code: str, fields: dict[str, Any]) -> Any:
    defaults = {"title": TITLES[code], "state": State.PUBLISHED, "published_at": PUBLISHED_AT}
    return model.objects.create(**in_edition(model, code, **{**defaults, **fields}))


def _make_picture_work(model: type[Content], code: str, fields: dict[str, Any]) -> Any:
    return _make_work(model, code, {"image": fields.get("image") or make_image(), **fields})


def _make_label(model: type[Model], code: str, fields: dict[str, Any]) -> Any:
    # Addresses of labels are unique in an edition, so each default name has a number.
    defaults = {"name": f"{NAMES[code]} {next(_numbers)}"}
    return model.objects.create(**in_edition(model, code, **{**defaults, **fields}))
