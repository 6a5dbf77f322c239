"""What a request carries that shows a work before readers see it."""

from dataclasses import dataclass
from datetime import datetime

from nejat.editorial.models import Content


@dataclass(frozen=True)
class Preview:
    """The work to show, instead of what is saved and public."""

    work: Content
    until: datetime | None = None
    """When the link stops that led here; None for staff who look before they save."""
