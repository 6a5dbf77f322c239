"""Every door of the admin, for strangers and for each group, against the table beside this file.

The doors come from the URL resolver: a new one fails until it has its two lines in `rights.txt`.
A line is a method, what a stranger, a chief editor, an editor, an author, a translator and a
moderator meet there, and the door. `in` is a page or a way on, `login` leads to the login, `no`
is 403, `-` is 404 or 405.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.test import Client, override_settings

from articles.models import Article
from nejat.editions.registry import CODES
from nejat.editorial.palette import urls as palette
from nejat.editorial.rich_text import urls as rich_text
from nejat.editorial.translations import urls as translations
from nejat.staff.groups import GROUPS
from tests.admin import blank
from tests.admin.everything import make_one_of_everything
from tests.staff.making import make_staff

TABLE = Path(__file__).with_name("rights.txt")
STRANGERS = "Strangers"
ROLES = (STRANGERS, *GROUPS)
PLACES = {"^(?P<app_label>": "articles/", "(?P<url>": "nothing/"}
"""Two doors are regular expressions: the list of an app, and whatever else."""
READ = "fa"
BEGUN = "b5a4a1ab-7f5c-4c5c-9f4e-0f4f1c5d2a61"

ROOMS = (palette, rich_text, translations)
ADMIN = [*(door for room in ROOMS for door in room.urlpatterns), *admin.site.get_urls()]

pytestmark = pytest.mark.django_db


def doors(patterns: Iterable, before: str = "") -> Iterator[str]:
    """Yield every address of the admin as the resolver writes it."""
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from doors(pattern.url_patterns, path)
        else:
            place = next((place for start, place in PLACES.items() if path.startswith(start)), path)
            yield f"/admin/{place}"


def address_of(door: str, code: str) -> str:
    """Return an address that the door stands for, of a row that is there."""
    values = {"code": code}
    if match := re.match(r"/admin/(\w+)/(\w+)/.*<", door):
        row = apps.get_model(*match.groups()).objects.order_by("pk").first()
        values["key"] = str(row.pk if row else 1)  # strangers are no user either
    if "<path:content_type_id>" in door:
        kind, work = ContentType.objects.get_for_model(Article), Article.objects.first()
        return f"/admin/r/{kind.pk}/{work.pk}/"
    named = door.replace("<str:code>", values["code"]).replace("<str:begun>", BEGUN)
    return re.sub(r"<[^>]*>", values.get("key", "1"), named)


def outcome(answer: HttpResponse) -> str:
    """Return what somebody met at a door, in the words of the table."""
    if answer.status_code == 302 and answer.url.startswith("/admin/login/"):
        return "login"
    return {403: "no", 404: "-", 405: "-"}.get(answer.status_code, "in")


def met(client: Client, code: str) -> dict[tuple[str, str], str]:
    """Knock at every door with both methods; log out last."""
    found = {}
    for door in sorted(set(doors(ADMIN)), key=lambda door: "logout" in door):
        for method in ("GET", "POST"):
            answer = client.generic(method, address_of(door, code))
            found[method, door] = outcome(answer)
    return found


def table() -> dict[str, dict[tuple[str, str], str]]:
    """Return what the table says, by role."""
    lines = (line.split() for line in TABLE.read_text(encoding="utf-8").splitlines())
    rows = [(line[0], line[-1], line[1:-1]) for line in lines if line and line[0] != "#"]
    return {
        role: {(method, door): said[place] for method, door, said in rows}
        for place, role in enumerate(ROLES)
    }


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("role", ROLES)
def test_every_door_is_as_open_as_the_table_says(client, role, code):
    make_one_of_everything(code)
    if role != STRANGERS:
        client.force_login(make_staff(role, editions=[code]))

    # In one edition the doors are opened with all that stands behind them; elsewhere it is enough
    # that they open.
    templates = settings.TEMPLATES if code == READ else blank.TEMPLATES
    with override_settings(TEMPLATES=templates):
        assert met(client, code) == table()[role]
