"""What is noted of an address that leads nowhere, and what is not."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from urllib.parse import quote

import pytest
import time_machine
from django.db import connection, connections
from django.http import HttpResponseNotFound
from django.test import Client

from nejat.editions.middleware import edition_middleware
from nejat.editions.registry import CODES
from nejat.missing import querysets
from nejat.missing.middleware import COUNTED_AN_HOUR, missing_page_middleware
from nejat.missing.models import LONGEST_NOTED, MissingAddress
from tests.factories import make_article, make_topic
from tests.missing.making import make_redirect, noted
from tests.sql import captured

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_hits_are_counted_by_edition_and_path(client):
    for address in ("/fa/nowhere/", "/fa/Nowhere?a=b", "/fa//nowhere/", "/en/nowhere/"):
        assert client.get(address).status_code == 404

    assert noted() == {"/fa/nowhere": 3, "/en/nowhere": 1}
    editions = MissingAddress.objects.values_list("path", "edition")
    assert dict(editions) == {"/fa/nowhere": "fa", "/en/nowhere": "en"}


def test_it_is_noted_when_an_address_was_first_and_last_asked_for_and_from_where(client):
    pages = ("https://example.org/a?mina=1", "https://example.com/b", "")
    for day, page in enumerate(pages):
        with time_machine.travel(MONDAY + timedelta(days=day), tick=False):
            client.get("/fa/nowhere/", headers={"referer": page})

    missing = MissingAddress.objects.get()
    assert (missing.first_seen_at, missing.last_seen_at) == (MONDAY, MONDAY + timedelta(days=2))
    assert (missing.hits, missing.referrer) == (3, "example.com/b")


def test_nothing_that_is_kept_tells_who_asked(client):
    client.get(
        "/fa/nowhere/?mail=mina@example.org",
        headers={"referer": "https://mina@example.org/?mina", "user-agent": "Minas Browser"},
        REMOTE_ADDR="203.0.113.9",
    )

    kept = MissingAddress.objects.values().get()
    assert [value for value in kept.values() if "mina" in str(value) or "203" in str(value)] == []


@pytest.mark.parametrize("code", CODES)
def test_a_persian_address_is_noted_as_it_is_read(client, code):
    client.get(f"/{code}/{quote('نامه‌ای-به-خانه')}/")

    assert noted() == {f"/{code}/نامه‌ای-به-خانه": 1}


@pytest.mark.parametrize(
    "address",
    [
        "/fa/wp-login.php",
        "/fa/.env",
        "/fa/" + "x" * (LONGEST_NOTED + 1) + "/",
        "/fa/" + "x" * 10_000 + "/",
        "/fa/../../etc/passwd",
        "/xx/nowhere/",
        "/wp-login.php",
        "/files/nowhere.pdf",
        "/static/nowhere.css",
        "/admin/nowhere/",
    ],
)
def test_what_no_reader_meets_is_not_noted(admin_client, address):
    assert admin_client.get(address).status_code == 404
    assert noted() == {}


@pytest.mark.parametrize("path", ["//evil.example/fa/nowhere/", "//fa/nowhere/", "/FA/nowhere/"])
def test_what_is_not_below_an_edition_is_not_noted(client, path):
    assert client.get("/", PATH_INFO=path).status_code == 404
    assert noted() == {}


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("%00", "%00"),
        ("a%0d%0aSet-Cookie:%20x=1", "a%0D%0Aset-cookie:%20x=1"),
        ("%E2%80%AEgpj.exe", "%E2%80%AEgpj.exe"),
        ("%ff%fe", "��"),
        ("%zz%", "%zz%"),
        ("%2F%2Fevil.example", "evil.example"),
        ("😀" * 400, "😀" * 400),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("'; DROP TABLE missing_redirect; --", "';%20drop%20table%20missing_redirect;%20--"),
    ],
)
def test_hostile_paths_are_kept_harmlessly(client, path, kept):
    escaped = path if "%" in path else quote(path)

    assert client.get(f"/fa/{escaped}/").status_code == 404
    assert noted() == {f"/fa/{kept}": 1}


def test_a_short_link_of_the_old_site_is_noted_by_its_number(client):
    assert client.get("/fa/?p=12").status_code == 404
    assert client.get("/fa/posts/12/").status_code == 404

    assert noted() == {"/fa/posts/12": 2}


def test_looking_without_reading_and_sending_are_not_counted(client):
    client.head("/fa/nowhere/")
    client.post("/fa/nowhere/")

    assert noted() == {}


@pytest.mark.parametrize("address", ["/fa/", "/fa/articles/?before=nonsense", "/fa/archive"])
def test_what_answers_otherwise_is_not_noted(client, address):
    client.get(address)

    assert noted() == {}


def test_pages_that_answer_cost_no_look_up(client):
    article = make_article("fa", slug="letter")

    with captured() as statements:
        client.get(f"/fa/articles/{article.pk}/letter/")

    assert [sql for sql in statements if "missing_" in sql] == []


def test_one_sender_cannot_fill_the_table(client):
    for number in range(COUNTED_AN_HOUR + 5):
        client.get(f"/fa/nowhere-{number}/", REMOTE_ADDR="203.0.113.9")
    client.get("/fa/elsewhere/", REMOTE_ADDR="203.0.113.10")

    assert len(noted()) == COUNTED_AN_HOUR + 1
    assert noted()["/fa/elsewhere"] == 1


def test_a_full_table_makes_room_by_what_was_asked_for_least_and_longest_ago(monkeypatch):
    monkeypatch.setattr(querysets, "MOST_ADDRESSES", 4)
    monkeypatch.setattr(querysets, "GIVING_WAY", 2)
    rows = [("often", 9, 0), ("old", 1, 2), ("older", 1, 1), ("young", 1, 3)]
    for path, hits, day in rows:
        seen = MONDAY + timedelta(days=day)
        MissingAddress.objects.create(path=f"/fa/{path}", hits=hits, last_seen_at=seen)
    MissingAddress.objects.create(path="/fa/ignored", hits=1, last_seen_at=MONDAY, is_ignored=True)

    MissingAddress.objects.count_hit("/fa/new", "")

    assert sorted(noted()) == ["/fa/ignored", "/fa/new", "/fa/often", "/fa/young"]


def test_an_ignored_address_is_counted_and_stays_ignored(client):
    MissingAddress.objects.create(path="/fa/nowhere", is_ignored=True)

    client.get("/fa/nowhere/")

    assert MissingAddress.objects.values_list("hits", "is_ignored").get() == (1, True)


class AnotherInBetween(querysets.MissingAddressQuerySet):
    """Another reader asks after the first found no row, and before it makes one."""

    def make_room(self) -> None:
        super().make_room()
        MissingAddress.objects.count_hit("/fa/nowhere", "")


def test_two_readers_of_the_same_moment_count_as_two():
    AnotherInBetween(MissingAddress).count_hit("/fa/nowhere", "")

    assert noted() == {"/fa/nowhere": 2}


@pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory has one writer")
@pytest.mark.django_db(transaction=True)
def test_many_readers_at_once_are_all_counted():
    start = Barrier(6)

    def ask() -> None:
        start.wait()
        MissingAddress.objects.count_hit("/fa/nowhere", "")
        connections.close_all()

    readers = [Thread(target=ask) for _ in range(6)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()

    assert noted() == {"/fa/nowhere": 6}


@pytest.mark.django_db(transaction=True)
def test_a_database_that_cannot_be_written_changes_no_answer():
    make_redirect("/fa/old", "/fa/about/")
    topic = make_topic("fa", slug="new")
    on, off = {
        "sqlite": ("PRAGMA query_only = 1", "PRAGMA query_only = 0"),
        "postgresql": (
            "SET default_transaction_read_only = on",
            "SET default_transaction_read_only = off",
        ),
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(on)
        try:
            answers = [Client().get(f"/fa/{path}/") for path in ("nowhere", "old", "topic/new")]
        finally:
            cursor.execute(off)

    assert [answer.status_code for answer in answers] == [404, 301, 200]
    assert noted() == {}
    assert topic.slug_fa == "new"


def test_a_cache_that_fails_changes_no_answer(rf, settings, tmp_path):
    (tmp_path / "file").touch()
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": tmp_path / "file" / "below"}}
    asking = edition_middleware(missing_page_middleware(lambda request: HttpResponseNotFound("-")))

    answer = asking(rf.get("/fa/nowhere/"))

    assert (answer.status_code, answer.content, noted()) == (404, b"-", {})


def test_the_first_and_the_next_request_cost_few_queries(client):
    with captured() as first:
        client.get("/fa/nowhere/")
    with captured() as next_one:
        client.get("/fa/nowhere/")

    ours = [[sql for sql in asked if '"missing_' in sql] for asked in (first, next_one)]
    # The redirect; then the update, and of a new address the room, the row and its update.
    assert [len(asked) for asked in ours] == [5, 2]


def test_what_is_asked_for_under_another_host_is_counted_where_it_leads(client, settings):
    settings.SITE_ADDRESS = "http://testserver"
    settings.ALLOWED_HOSTS = ["testserver", "old.example"]

    answer = client.get("/fa/nowhere/", headers={"host": "old.example"})
    client.get("/fa/nowhere/")

    assert answer.status_code in (301, 404)
    assert noted() == {"/fa/nowhere": 1}
