"""What a request carries that shows something before readers see it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.http import HttpRequest

from nejat.editorial.rows import EditionsModel

Row = TypeVar("Row", bound=EditionsModel)


@dataclass(frozen=True)
class Preview:
    """The work, or the texts of the site, to show instead of what is saved and public."""

    row: EditionsModel
    until: datetime | None = None
    """When the link stops that led here; None for staff who look before they save."""


def previewed(request: HttpRequest | None, kind: type[Row]) -> Row | None:
    """Return the row of a kind that a request previews, if it does that."""
    preview = getattr(request, "preview", None)
    return preview.row if preview and isinstance(preview.row, kind) else None
