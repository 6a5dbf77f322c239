"""Pictures that bodies load from our own files, made images of the library.

For the migrations of works that were written before there was a library.
"""

import re
from collections.abc import Callable
from html import escape
from urllib.parse import unquote

from django.apps.registry import Apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.exceptions import IrreversibleError
from django.db.models import Model, Q
from selectolax.lexbor import LexborHTMLParser, LexborNode

from media_library.assets import key_of
from media_library.intake import Picture, Refused, read_picture

OURS = re.compile(r"/files/(?P<name>[^?#]+)")


class Adopter:
    """Makes images of stored files, each once, with the models of a migration's moment."""

    def __init__(self, apps: Apps) -> None:
        self._images = apps.get_model("media_library", "ImageAsset")
        self._known: dict[str, int] = {}

    def adopt(
        self, name: str, words: dict[str, str], size: tuple[int | None, int | None] = (0, 0)
    ) -> Model:
        """Return the image of a stored file; its empty columns are filled with these words.

        A file that is gone or that would be refused keeps its place, and has no renditions.
        """
        image = self._find(name) or self._take(name, size)
        self._known[name] = image.pk
        _fill(image, words)
        return image

    def adopt_in(self, html: str, code: str) -> str:
        """Return a body with the pictures of our files as figures that name their image."""
        if "<img" not in html:
            return html
        tree = LexborHTMLParser(html, is_fragment=True)
        for shown in tree.css("img"):
            ours = OURS.fullmatch(shown.attributes.get("src") or "")
            whole = _whole_of(shown)
            if ours and whole is not None:
                alt = shown.attributes.get("alt") or ""
                image = self.adopt(unquote(ours["name"]), {f"alt_text_{code}": alt[:300]})
                _replace(whole, image.pk)
        return tree.html or ""

    def _find(self, name: str) -> Model | None:
        known = Q(pk=self._known[name]) if name in self._known else Q(file=name)
        return self._images.objects.filter(known).first()

    def _take(self, name: str, size: tuple[int | None, int | None]) -> Model:
        picture = _read(name)
        if picture is None:
            width, height = (side or 0 for side in size)
            return self._images.objects.create(
                file=name, original_name=_last_part(name), width=width, height=height
            )
        same = self._images.objects.filter(sha256=picture.sha256).first()
        if same:
            return same
        path = f"originals/adopted/{picture.sha256[:16]}{picture.extension}"
        return self._images.objects.create(
            file=default_storage.save(path, ContentFile(picture.content)),
            original_name=_last_part(name),
            width=picture.width,
            height=picture.height,
            byte_size=len(picture.content),
            sha256=picture.sha256,
            fingerprint=picture.fingerprint,
            key=key_of(picture.sha256, 0.5, 0.5),
        )


def refuse_to_lose_images(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let a migration be undone while there is no image: bodies name them, and words are theirs."""
    if apps.get_model("media_library", "ImageAsset").objects.exists():
        raise IrreversibleError("The images of the media library have no place before it.")


def adopt_bodies(adopter: Adopter, apps: Apps, works: Model, columns: dict[str, str]) -> None:
    """Adopt the pictures in these columns of bodies (column: edition) of all works of a model.

    Each work is written by itself: an interrupted migration goes on where it was.
    """
    record = _recorder(apps, works)
    for work in works.objects.only("pk", *columns).iterator(chunk_size=500):
        changed = {}
        for column, code in columns.items():
            before = getattr(work, column) or ""
            after = adopter.adopt_in(before, code)
            if after != before:
                changed[column] = after
        if changed:
            _write(work, changed, record)


def _fill(image: Model, words: dict[str, str]) -> None:
    new = {name: text for name, text in words.items() if text and not getattr(image, name)}
    for name, text in new.items():
        setattr(image, name, text)
    if new:
        image.save(update_fields=new)


def _write(work: Model, changed: dict[str, str], record: Callable) -> None:
    with transaction.atomic():
        for column, html in changed.items():
            setattr(work, column, html)
            record(work, column, html)
        work.save(update_fields=changed)


def _recorder(apps: Apps, works: Model) -> Callable[[Model, str, str], None]:
    """What writes down which images a body shows."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    rows = apps.get_model("editorial", "BodyImage").objects
    kind, _ = content_types.get_or_create(
        app_label=works._meta.app_label, model=works._meta.model_name
    )

    def record(work: Model, column: str, html: str) -> None:
        for image in set(re.findall(r'data-image="(\d+)"', html)):
            rows.get_or_create(content_type=kind, object_id=work.pk, column=column, image=image)

    return record


def _read(name: str) -> Picture | None:
    try:
        with default_storage.open(name) as file:
            return read_picture(file, _last_part(name))
    except (OSError, ValueError, Refused):
        return None


def _last_part(name: str) -> str:
    return name.rpartition("/")[2][-255:]


def _whole_of(shown: LexborNode) -> LexborNode | None:
    """The element that is nothing but this picture and its caption; None inside running text."""
    node = shown
    while (parent := node.parent) is not None and parent.tag in {"a", "p", "figure"}:
        others = [
            child
            for child in parent.iter(include_text=True)
            if child != node and child.tag != "figcaption" and child.text().strip()
        ]
        if others or len(parent.css("img")) > 1:
            return None
        if parent.tag == "a" and not OURS.match(parent.attributes.get("href") or ""):
            return None
        node = parent
    return node


def _replace(whole: LexborNode, image: int) -> None:
    below = whole.css_first("figcaption")
    caption = f"<figcaption>{below.inner_html}</figcaption>" if below is not None else ""
    figure = f'<figure data-image="{escape(str(image))}">{caption}</figure>'
    made = LexborHTMLParser(f"<body>{figure}</body>").css_first("figure")
    whole.replace_with(made)
