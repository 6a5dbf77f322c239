"""The public menu: the same in the header and in the drawer, in every edition."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class MenuEntry:
    """A word of the menu: it leads somewhere, or opens the entries below it."""

    label: str
    view: str = ""
    entries: tuple["MenuEntry", ...] = ()

    @property
    def url(self) -> str:
        """The address in the current edition; empty for an entry that only opens others."""
        return reverse(self.view) if self.view else ""


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


def entry_of(view: str) -> MenuEntry:
    """Return the menu's entry that leads to a view; raise LookupError if there is none."""
    for entry in MENU:
        for candidate in (entry, *entry.entries):
            if candidate.view == view:
                return candidate
    raise LookupError(view)
