"""Where the cache keeps what stands around every page."""

from django.core.cache import cache

OPTIONS, MENU_PAGES = "pages.site_options", "pages.menu_pages"
KEPT_FOR = 300
"""Seconds: how long another process may show what was there before."""


def forget_menu_pages() -> None:
    """Have the next page ask the database which pages stand in the menu."""
    cache.delete(MENU_PAGES)
