"""Writing the sample content into an empty database."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.models import Article, Byline, Contributor, Series, Tag, Topic
from nejat.comments.models import Comment
from nejat.demo.pictures import draw
from nejat.editions.registry import CODES
from nejat.editorial.models import EditionsModel, Label
from nejat.editorial.states import State
from nejat.pages.models import Page

CONTENT = Path(__file__).parent
PICTURE_FIELDS = {"picture_alt": "lead_image_alt", "picture_caption": "lead_image_caption"}
BODY_PICTURE = re.compile(r'src="picture:([a-z-]+)"')
WIDTH, HEIGHT = 1600, 1000
ARCHIVE_BEGAN = datetime(2003, 9, 1, 9, tzinfo=UTC)
CREDIT = {
    "en": "Drawn for the archive",
    "ar": "رسم أُعدّ للأرشيف",
    "fa": "تصویرسازی برای بایگانی",
    "sq": "Vizatuar për arkivin",
}


class DemoLoader:
    """Loads the files of this folder; what was loaded is found again by the key in its file."""

    def __init__(self) -> None:
        self.labels: dict[tuple[type[Label], str], Label] = {}
        self.articles: dict[str, Article] = {}
        self.comments: dict[str, Comment] = {}
        self.pictures: dict[str, bytes] = {}

    def load(self) -> None:
        """Write everything; the caller holds the transaction."""
        for model, name in ((Topic, "topic"), (Series, "series"), (Tag, "tag")):
            self._load_labels(model, name)
        self._load_labels(Contributor, "contributor", "kind")
        for path in sorted((CONTENT / "articles").glob("*.toml")):
            self._load_article(_read(path))
        for source in _entries("page"):
            page = Page(place=source["key"])
            _fill_editions(page, source)
            for code in CODES:
                page.set_in(code, state=State.PUBLISHED, published_at=ARCHIVE_BEGAN)
            page.save()
        for source in _entries("comment"):
            self._load_comment(source)

    def _load_labels(self, model: type[Label], name: str, *fields: str) -> None:
        for position, source in enumerate(_entries(name)):
            label = model(**{field: source[field] for field in fields})
            if model is Topic:
                label.position = position
                label.parent = self.labels.get((Topic, source.get("parent", "")))
            _fill_editions(label, source, {"bio": "intro"})
            label.save()
            self.labels[model, source["key"]] = label

    def _load_article(self, source: Mapping[str, Any]) -> None:
        article = Article(
            primary_topic=self.labels[Topic, source["topic"]],
            series=self.labels.get((Series, source.get("series", ""))),
            part=source.get("part"),
        )
        _fill_editions(article, source, PICTURE_FIELDS)
        for code in CODES:
            article.set_in(code, body=self._with_pictures(article.get_in("body", code) or ""))
        if name := source.get("picture"):
            article.lead_image = ContentFile(self._picture(name), name=f"{name}.jpg")
            for code, credit in CREDIT.items():
                article.set_in(code, lead_image_credit=credit)
        article.save()
        article.topics.set(self.labels[Topic, key] for key in source.get("topics", []))
        article.tags.set(self.labels[Tag, key] for key in source.get("tags", []))
        for position, byline in enumerate(source.get("contributors", [])):
            contributor = self.labels[Contributor, byline["key"]]
            Byline.objects.create(
                article=article, contributor=contributor, role=byline["role"], position=position
            )
        self.articles[source["key"]] = article

    def _load_comment(self, source: Mapping[str, Any]) -> None:
        comment = Comment(
            work=self.articles[source["article"]],
            edition=source["edition"],
            parent=self.comments.get(source.get("parent", "")),
            author_name=source["author"],
            body=source["body"],
            created_at=source["date"],
        )
        comment.save()
        if source["approved"]:
            comment.approve()
        self.comments[source["key"]] = comment

    def _with_pictures(self, body: str) -> str:
        """Put the addresses of drawn pictures where a body names them: src="picture:bridge"."""
        return BODY_PICTURE.sub(lambda found: self._picture_source(found[1]), body)

    def _picture_source(self, name: str) -> str:
        path = f"articles/{name}.jpg"
        if not default_storage.exists(path):
            default_storage.save(path, ContentFile(self._picture(name)))
        return f'src="{default_storage.url(path)}" width="{WIDTH}" height="{HEIGHT}"'

    def _picture(self, name: str) -> bytes:
        if name not in self.pictures:
            buffer = BytesIO()
            draw(name, (WIDTH, HEIGHT)).save(buffer, "JPEG", quality=82, optimize=True)
            self.pictures[name] = buffer.getvalue()
        return self.pictures[name]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _entries(name: str) -> Iterator[Mapping[str, Any]]:
    """Yield the entries of a kind, in the order of its file."""
    file = "series.toml" if name == "series" else f"{name}s.toml"
    yield from _read(CONTENT / file)[name]


def _fill_editions(
    row: EditionsModel, source: Mapping[str, Any], names: Mapping[str, str] | None = None
) -> None:
    for code in CODES:
        values = source.get(code, {})
        row.set_in(code, **{(names or {}).get(name, name): values[name] for name in values})
