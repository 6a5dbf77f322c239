"""The public menu: the same in the header and in the drawer, in every edition."""

from dataclasses import dataclass
from datetime import datetime
from math import inf
from typing import NamedTuple

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import CODES
from nejat.editorial.columns import columns
from nejat.editorial.states import State
from nejat.pages.keeping import KEPT_FOR, MENU_PAGES
from nejat.pages.models import Page


@dataclass(frozen=True)
class MenuEntry:
    """A word of the menu: it leads somewhere, or opens the entries below it."""

    label: str
    view: str = ""
    entries: tuple["MenuEntry", ...] = ()
    address: str = ""

    @property
    def url(self) -> str:
        """The address in the current edition; empty for an entry that only opens others."""
        return reverse(self.view) if self.view else self.address


MENU = (
    MenuEntry(_("Home"), "pages:home"),
    MenuEntry(_("Articles"), "articles:list"),
    MenuEntry(
        _("Media"),
        entries=(
            MenuEntry(_("Cartoons"), "media_library:cartoon_list"),
            MenuEntry(_("NewsPics"), "media_library:newspicture_list"),
            MenuEntry(_("Photo Gallery"), "media_library:photogallery_list"),
            MenuEntry(_("Videos"), "media_library:video_list"),
        ),
    ),
    MenuEntry(
        _("Publications"),
        entries=(
            MenuEntry(_("Books"), "publications:book_list"),
            MenuEntry(_("Nejat NewsLetter"), "publications:newsletter_list"),
            MenuEntry(_("Pars Brief"), "publications:pars-brief_list"),
        ),
    ),
    MenuEntry(_("About Us"), "pages:about"),
    MenuEntry(_("Contact us"), "pages:contact"),
)


MENU_FIELDS = ("title", "slug", "state", "published_at", "expires_at")


class MenuPage(NamedTuple):
    """A page that staff put in the menu of an edition, its place there, when readers see it."""

    position: int
    pk: int
    title: str
    address: str
    published_at: datetime
    expires_at: datetime | None

    def is_shown(self, now: datetime) -> bool:
        """Whether readers see it at this moment."""
        return self.published_at <= now and (self.expires_at is None or now < self.expires_at)


def menu_of(code: str, previewed: Page | None = None) -> tuple[MenuEntry, ...]:
    """Return the menu of an edition: the usual entries, and before the last the pages of staff.

    A page that is previewed stands there as it will, whatever is saved of it.
    """
    now = timezone.now()
    pages = cache.get_or_set(MENU_PAGES, _find_menu_pages, KEPT_FOR)[code]
    shown = [page for page in pages if page.is_shown(now)]
    if previewed:
        shown = _with_previewed(shown, previewed)
    added = [MenuEntry(page.title, address=page.address) for page in shown]
    return (*MENU[:-1], *added, MENU[-1])


def _with_previewed(pages: list[MenuPage], page: Page) -> list[MenuPage]:
    others = [other for other in pages if other.pk != page.pk]
    if not (page.in_menu and page.place is None and page.title):
        return others
    return sorted([*others, _menu_page(page)], key=_place)


def _place(page: MenuPage) -> tuple[int, float]:
    """Where it stands; a page that was never saved will have the highest number."""
    return page.position, page.pk or inf


def _find_menu_pages() -> dict[str, list[MenuPage]]:
    """Return the pages in the menu by edition, those of later and of yesterday too."""
    fields = [name for field in MENU_FIELDS for name in columns(field)]
    chosen = Page.objects.filter(in_menu=True, place=None).order_by("position", "pk")
    pages = list(chosen.only("place", "position", *fields))
    found = {}
    for code in CODES:
        with translation.override(code):
            found[code] = [_menu_page(page) for page in pages if page.state == State.PUBLISHED]
    return found


def _menu_page(page: Page) -> MenuPage:
    address = page.get_absolute_url()
    return MenuPage(page.position, page.pk, page.title, address, page.published_at, page.expires_at)


def entry_of(view: str) -> MenuEntry:
    """Return the menu's entry that leads to a view; raise LookupError if there is none."""
    for entry in MENU:
        for candidate in (entry, *entry.entries):
            if candidate.view == view:
                return candidate
    raise LookupError(view)
