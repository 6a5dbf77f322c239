"""Where an image is used, as its form shows it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from media_library.models import ImageAsset
from media_library.uses import uses_of
from nejat.editorial.admin.dots import phase_dots
from nejat.editorial.admin.links import form_link


@dataclass(frozen=True)
class UseRow:
    """One line of the panel."""

    kind: str
    link: SafeString
    place: str
    dots: SafeString
    is_live: bool


def use_rows(request: HttpRequest, image: ImageAsset) -> list[UseRow]:
    """Return the works that show the image, with links to the forms that the user may open."""
    return [
        UseRow(
            kind=capfirst(use.work._meta.verbose_name),
            link=form_link(request, use.work),
            place=use.place,
            dots=phase_dots(use.work),
            is_live=use.is_live,
        )
        for use in uses_of(image)
    ]
