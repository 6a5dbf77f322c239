"""Where the cache keeps what stands around every page."""

from django.core.cache import cache

# What is kept outlives an update of the site: another shape needs another name.
OPTIONS, MENU_PAGES = "pages.site_options", "pages.pages_in_menu"
KEPT_FOR = 300
"""Seconds: how long another process may show what was there before."""


def forget_menu_pages() -> None:
    """Have the next page ask the database which pages stand in the menu."""
    cache.delete(MENU_PAGES)
