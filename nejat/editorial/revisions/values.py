"""Values of fields in the words of people, and how two of them differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from nejat.editions.registry import CODES, Edition, get_edition
from nejat.editorial.fields import HtmlField
from nejat.editorial.revisions.comparing import Side, compare_html, compare_texts
from nejat.editorial.revisions.recording import SHARED, differing, part_of


@dataclass(frozen=True)
class Difference:
    """A field that is not the same in two revisions; `lang` and `dir` are those of its texts."""

    label: str
    lang: str
    dir: str
    old: Side
    new: Side


@dataclass(frozen=True)
class Part:
    """What differs in one edition, or in what all of them share, which is the part SHARED."""

    code: str
    differences: list[Difference]

    @property
    def edition(self) -> Edition | None:
        return get_edition(self.code) if self.code else None


def compare_revisions(old: models.Model, new: models.Model) -> list[Part]:
    """Return what differs, by the parts in which it stands; parts without a difference are left."""
    fields = differing(old, new)
    return [
        Part(code, [_difference(field, old, new) for field in inside])
        for code, inside in by_part(fields)
    ]


def by_part(fields: Iterable[models.Field]) -> Iterator[tuple[str, list[models.Field]]]:
    """Yield each part of a row that has some of the fields, and these."""
    fields = list(fields)
    for code in (*CODES, SHARED):
        if inside := [field for field in fields if part_of(field) == code]:
            yield code, inside


def label_of(field: models.Field) -> str:
    """Return the name of a field without the language that the library adds."""
    plain = field.translated_field if isinstance(field, TranslationField) else field
    return capfirst(str(plain.verbose_name))


def full_label_of(field: models.Field) -> str:
    """Return the name of a field, with that of its edition."""
    part = part_of(field)
    return f"{label_of(field)} ({name_of(part)})" if part else label_of(field)


def name_of(part: str) -> str:
    """Return what a part of a row is called."""
    return get_edition(part).native_name if part else _("What all editions share")


def _difference(field: models.Field, old: models.Model, new: models.Model) -> Difference:
    values = [getattr(holder, field.attname) for holder in (old, new)]
    if _is_html(field):
        sides = compare_html(*(value or "" for value in values))
    else:
        sides = compare_texts(*(_said(field, value) for value in values))
    return Difference(label_of(field), *_language(field), *sides)


def _language(field: models.Field) -> tuple[str, str]:
    """Return `lang` and `dir` of what stands in the field; both empty when it is ours to say."""
    if isinstance(field, models.URLField | models.FileField):
        return "", "ltr"
    is_text = isinstance(field, models.CharField | models.TextField) and not field.choices
    if is_text and part_of(field) != SHARED:
        edition = get_edition(part_of(field))
        return edition.code, edition.direction
    return "", "auto" if is_text else ""


def _is_html(field: models.Field) -> bool:
    return isinstance(field, HtmlField)


def _said(field: models.Field, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(field, models.ForeignKey):
        found = field.related_model._base_manager.filter(pk=value).first()
        return str(found) if found else _("No longer there")
    if isinstance(field, models.FileField):
        return PurePath(str(value)).name
    return _said_plainly(field, value)


def _said_plainly(field: models.Field, value: Any) -> str:
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return date_format(localtime(value), "DATETIME_FORMAT")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)
