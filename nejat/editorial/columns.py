"""Columns of translated fields: `title` is stored as `title_en`, `title_ar` and so on.

The column without an edition (`title`) exists too, holds whatever was saved last, and is
never read, filtered, indexed or sorted by; everything names its column with `column()`.
"""

from django.db.models import Field, Model, Q
from modeltranslation.translator import NotRegistered, translator
from modeltranslation.utils import build_localized_fieldname

from nejat.editions.registry import CODES, get_edition


def column(field: str, code: str) -> str:
    """Return the name of `field` in the edition `code`; raise UnknownEdition for a wrong code.

    >>> column("topic__name", "fa")
    'topic__name_fa'
    """
    return build_localized_fieldname(field, get_edition(code).code)


def columns(field: str) -> list[str]:
    """Return the names of `field` in all editions, in their order."""
    return [column(field, code) for code in CODES]


def empty_q(name: str) -> Q:
    """Return the condition that the column `name` holds no text; NULL and "" are the same."""
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


def translated_fields(model: type[Model]) -> set[str]:
    """Return the names of the fields of `model` that have a column an edition."""
    try:
        return set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return set()


def real_fields(model: type[Model]) -> list[Field]:
    """Return the stored fields of `model` without the unused columns of translated ones."""
    unused = translated_fields(model)
    return [field for field in model._meta.concrete_fields if field.name not in unused]
