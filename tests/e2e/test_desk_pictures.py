"""Pictures of the desk, to be looked at: kept in `desk/` of ARTIFACTS_DIR, else var/artifacts/.

What can be told without eyes is asserted: the page has the direction of its language, stands no
wider than the window, and no script of it failed.
"""

import os
from pathlib import Path

import pytest

from articles.models import Article
from nejat.staff.groups import CHIEF_EDITORS
from tests.staff.making import make_staff

FOLDER = Path(os.environ.get("ARTIFACTS_DIR", "var/artifacts")) / "desk"
PAGES = {
    "desk": "/admin/",
    "list": "/admin/articles/article/",
    "form": "/admin/articles/article/{pk}/change/",
}
WIDTHS = (1280, 390)


@pytest.mark.parametrize(("code", "direction"), [("fa", "rtl"), ("en", "ltr")])
def test_the_desk_is_photographed(desk, live_server, site, code, direction):
    FOLDER.mkdir(parents=True, exist_ok=True)
    page = desk(make_staff(CHIEF_EDITORS))
    page.context.add_cookies([{"name": "django_language", "value": code, "url": live_server.url}])
    failed = []
    page.on("pageerror", lambda fault: failed.append(str(fault)))
    article = Article.objects.order_by("-pk").first()

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for name, address in PAGES.items():
            page.goto(address.format(pk=article.pk), wait_until="networkidle")
            page.screenshot(path=FOLDER / f"{name}-{code}-{width}.png")
            assert page.locator("html").get_attribute("dir") == direction
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
    assert failed == []
