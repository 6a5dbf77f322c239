"""The list of images as a grid of tiles, or as a table; in popups too."""

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from media_library.admin.thumbnails import thumbnail, words
from media_library.models import ImageAsset
from media_library.uses import used_among
from nejat.editions.registry import EDITIONS

LOOKS = ("grid", "list")
LOOK = "look"
COOKIE = "image_look"
GALLERY = "gallery"
"""In the address of the list: the gallery that pictures are chosen for."""
OUR_PARAMS = (LOOK, GALLERY)


@dataclass(frozen=True)
class Tile:
    """An image in the grid."""

    image: ImageAsset
    address: str
    checkbox: SafeString

    @property
    def picture(self) -> SafeString:
        return thumbnail(self.image)

    @property
    def words(self) -> SafeString:
        return words(self.image)

    @property
    def dots(self) -> SafeString:
        return alt_dots(self.image)


class ImageList(ChangeList):
    """A page of the list of images, which also knows which of them works show."""

    def __init__(self, request: HttpRequest, *args: Any) -> None:
        self.look = look_of(request)
        self.gallery = request.GET.get(GALLERY, "")
        super().__init__(request, *args)
        self.looks = [
            (look, label, self.get_query_string({LOOK: look}))
            for look, label in zip(LOOKS, (_("Grid"), _("Table")), strict=True)
        ]

    def get_filters_params(self, params: dict | None = None) -> dict:
        found = super().get_filters_params(params)
        return {name: value for name, value in found.items() if name not in OUR_PARAMS}

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        used = used_among(self.result_list) if self.result_list else set()
        for image in self.result_list:
            image.is_used = image.pk in used

    @property
    def tiles(self) -> list[Tile]:
        """The images of the page."""
        return [
            Tile(image, self.url_for_result(image), self.model_admin.action_checkbox(image))
            for image in self.result_list
        ]


def look_of(request: HttpRequest) -> str:
    """Return the look that the address asks for, else the one chosen last, else the grid."""
    chosen = request.GET.get(LOOK) or request.COOKIES.get(COOKIE)
    return chosen if chosen in LOOKS else LOOKS[0]


def alt_dots(image: ImageAsset) -> SafeString:
    """Return a dot an edition that says whether there is an alt text."""
    states = ((edition, *_alt_state(image, edition.code)) for edition in EDITIONS)
    dots = ((state, edition.native_name, label, edition.code) for edition, state, label in states)
    return format_html_join(" ", '<span class="dot dot-alt-{}" title="{}: {}">{}</span>', dots)


def _alt_state(image: ImageAsset, code: str) -> tuple[str, str]:
    if image.is_decorative:
        return "decorative", _("only decoration, needs no alt text")
    if image.get_in("alt_text", code):
        return "there", _("has an alt text")
    return "missing", _("alt text missing")
