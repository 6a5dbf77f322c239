"""The pages that the menu leads to, known by their old addresses."""

from __future__ import annotations

from nejat.editorial.states import State
from nejat.pages.models import Page

from .placing import Entry
from .works import Columns

PLACES = {
    **dict.fromkeys(
        ("about", "about-us", "درباره-ما", "من-نحن", "rreth-nesh"),
        Page.Place.ABOUT,
    ),
    **dict.fromkeys(
        ("contact", "contact-us", "تماس-با-ما", "اتصل-بنا", "kontakt"),
        Page.Place.CONTACT,
    ),
}
NOTES = {
    Page.Place.ABOUT: "stands in the menu as About Us",
    Page.Place.CONTACT: "stands in the menu as Contact us",
}


class Menu:
    """Gives the places that no page has yet to the pages of one batch."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def place(self, page: Page, entry: Entry, columns: Columns) -> None:
        """Put a page that is published, and called by a known name, into the menu; note it."""
        place = PLACES.get(entry.item.slug.lower())
        if not place or page.place or columns.values["state"] != State.PUBLISHED:
            return
        if place not in self._taken and not Page.objects.filter(place=place).exists():
            page.place = place
            self._taken.add(place)
            columns.notes.append(NOTES[place])
