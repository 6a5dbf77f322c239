"""The desk of the home page: an edition's leading articles, put in order by who publishes there."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.columns import column
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, MODERATORS, TRANSLATORS
from tests.admin.desk import filled_in, nodes, texts
from tests.factories import PUBLISHED_AT, make_article
from tests.sql import base_columns_read, captured
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HUGE = "9" * 30


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make_staff(EDITORS))
    return client


def _address(code: str = "fa") -> str:
    return f"/admin/articles/article/front-page/{code}/"


def _pin(title: str, place: int | None = None, code: str = "fa", **fields: object) -> Article:
    pin = {"pinned_until": NOW + DAY, "pinned_place": place}
    return make_article(code, title=title, **pin | fields)


def _newest(*titles: str) -> list[Article]:
    """Articles, the newest first."""
    hours = range(len(titles), 0, -1)
    return [
        make_article("fa", title=title, published_at=PUBLISHED_AT + timedelta(hours=hour))
        for title, hour in zip(titles, hours, strict=True)
    ]


def _save(client: Client, sent: dict[str, object], code: str = "fa"):
    return client.post(_address(code), sent)


def _leading(client: Client, code: str = "fa") -> list[str]:
    """The titles in the first places, as readers see them."""
    return texts(client.get(f"/{code}/"), ".front .card h2")


def _stored() -> list[tuple]:
    names = [column(n, code) for n in ("pinned_until", "pinned_place") for code in CODES]
    return list(Article.objects.order_by("pk").values_list("pk", *names))


def test_the_desk_shows_the_places_as_readers_see_them(desk):
    _newest("n1", "n2", "n3")
    _pin("second", 2)
    _pin("first", 1)

    page = desk.get(_address())

    held = texts(page, ".inline-related bdi")
    assert held == ["first", "second"]
    assert texts(page, "ol > li > bdi") == ["n1", "n2"]
    assert texts(page, "ol em") == ["newest, fills the place"] * 2
    assert held + texts(page, "ol > li > bdi") == _leading(desk)
    assert texts(page, ".inline-related .dot-published") == ["fa", "fa"]


@pytest.mark.parametrize("code", CODES)
def test_an_order_written_in_numbers_is_saved_for_its_edition_only(desk, code):
    other = next(other for other in CODES if other != code)
    everywhere = {column("state", other): "published", column("title", other): "other"}
    everywhere[column("published_at", other)] = PUBLISHED_AT
    pins = {column("pinned_until", other): NOW + DAY, column("pinned_place", other): 7}
    one = _pin("one", 1, code, **everywhere, **pins)
    two = _pin("two", 2, code)
    sent = filled_in(desk, _address(code))

    answer = _save(
        desk, sent | {f"slot-{one.pk}-position": "2", f"slot-{two.pk}-position": "۱"}, code
    )

    assert answer.status_code == 302
    assert _leading(desk, code) == ["two", "one"]
    one.refresh_from_db()
    assert [one.get_in(name, other) for name in ("pinned_until", "pinned_place")] == [NOW + DAY, 7]
    assert one.get_in("pinned_until", code) == NOW + DAY


def test_nothing_is_written_but_the_pins_of_the_edition(desk):
    one, two = _pin("one", 1), _pin("two", 2)
    before = vars(Article.objects.get(pk=one.pk))
    sent = filled_in(desk, _address())

    with captured() as statements:
        _save(desk, sent | {f"slot-{one.pk}-position": "2", f"slot-{two.pk}-position": "1"})

    after = vars(Article.objects.get(pk=one.pk))
    changed = {name for name in after if after[name] != before[name]} - {"_state"}
    assert changed == {"pinned_place_fa"}
    updates = [sql for sql in statements if sql.startswith('UPDATE "articles_article"')]
    assert len(updates) == 2
    assert not any("_en" in sql or "updated_at" in sql for sql in updates)


def test_an_article_is_put_in_before_another_and_stays_a_week(desk):
    first = _pin("first", 1)
    old, _new = _newest("new", "old")[::-1]
    sent = filled_in(desk, _address())
    assert sent["put-until"] == "2024-06-08T15:30"  # seven days on, as it is in Tehran

    _save(desk, sent | {"put-article": old.pk, "put-position": "1", f"slot-{first.pk}-position": 2})

    assert _leading(desk) == ["old", "first", "new"]
    old.refresh_from_db()
    assert (old.pinned_until_fa, old.pinned_place_fa) == (NOW + 7 * DAY, 1)


def test_the_newest_is_put_in_by_a_link_that_needs_no_script(desk):
    [newest] = _newest("newest")
    [link] = [a for a in nodes(desk.get(_address()), "ol a") if "?put=" in a.attributes["href"]]

    sent = filled_in(desk, _address() + link.attributes["href"])
    _save(desk, sent | {"put-until": ""})

    newest.refresh_from_db()
    assert newest.pinned_until_fa == NOW + 7 * DAY


def test_what_is_taken_out_makes_room_in_the_same_save(desk):
    pinned = [_pin(str(place), place) for place in range(1, 5)]
    [new] = _newest("new")
    sent = filled_in(desk, _address())

    _save(desk, sent | {f"slot-{pinned[1].pk}-out": "on", "put-article": new.pk})

    assert _leading(desk) == ["1", "3", "4", "new"]
    assert [line[2:6] for line in _stored() if line[0] == pinned[1].pk] == [(None,) * 4]
    places = Article.objects.order_by("pinned_place_fa").exclude(pinned_place_fa=None)
    assert list(places.values_list("pinned_place_fa", flat=True)) == [1, 2, 3, 4]


def test_what_is_pinned_and_waits_keeps_its_place_behind(desk):
    pinned = [_pin(str(place), place) for place in range(1, 7)]
    page = desk.get(_address())
    assert texts(page, "ul.front-page-lines bdi") == ["5", "6"]

    _save(desk, filled_in(desk, _address()) | {f"slot-{pinned[0].pk}-out": "on"})

    assert _leading(desk) == ["2", "3", "4", "5"]
    assert texts(desk.get(_address()), "ul.front-page-lines bdi") == ["6"]


def test_a_pin_falls_by_itself_and_the_newest_fills(desk):
    one = _pin("one", 1)
    _newest("new")
    sent = filled_in(desk, _address())
    _save(desk, sent | {f"slot-{one.pk}-until": "2024-06-01T16:30"})

    Article.objects.filter(pk=one.pk).update(published_at_fa=PUBLISHED_AT - DAY)
    assert _leading(desk) == ["one", "new"]
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        assert _leading(desk) == ["new", "one"]
        page = desk.get(_address())
    assert texts(page, ".inline-related bdi") == []
    assert texts(page, "ol > li > bdi") == ["new", "one"]


def test_each_change_is_in_the_audit_log(desk):
    one, two, same = _pin("one", 1), _pin("two", 2), _pin("same", 3)
    sent = filled_in(desk, _address())

    _save(desk, sent | {f"slot-{one.pk}-out": "on"})

    entries = AuditEntry.objects.order_by("pk")
    assert {(e.object_id, e.act, e.editions, e.note) for e in entries} == {
        (two.pk, "changed", "fa", "Home page: place 1."),
        (same.pk, "changed", "fa", "Home page: place 2."),
        (one.pk, "changed", "fa", "Home page: taken out."),
    }


def test_saving_without_a_change_writes_nothing(desk):
    _pin("one", 1, pinned_until=NOW + DAY + timedelta(seconds=7))
    before = _stored()

    _save(desk, filled_in(desk, _address()))

    assert _stored() == before
    assert not AuditEntry.objects.exists()


NOT_SEEN = {
    "draft": {"state": "draft"},
    "scheduled": {"published_at": NOW + DAY},
    "expired": {"expires_at": NOW},
}


@pytest.mark.parametrize("fields", NOT_SEEN.values(), ids=NOT_SEEN)
def test_what_readers_of_the_edition_do_not_see_is_refused(desk, fields):
    hidden = make_article("fa", title="hidden", **fields)
    _refused(desk, {"put-article": hidden.pk}, "Readers of this edition do not see it now.")


def test_an_article_of_another_edition_is_refused(desk):
    foreign = make_article("en")
    _refused(desk, {"put-article": foreign.pk}, "Readers of this edition do not see it now.")


@pytest.mark.parametrize("number", ["0", "-1", HUGE, "x"])
def test_a_number_of_no_article_is_refused(desk, number):
    _refused(desk, {"put-article": number}, "Readers of this edition do not see it now.")
    assert desk.get(f"{_address()}?put={number}").status_code == 200


@pytest.mark.parametrize("moment", ["2024-05-31T10:00", "2024-06-01T15:30", "0001-01-01T00:00"])
def test_a_moment_that_is_over_is_refused(desk, moment):
    one = _pin("one", 1)
    past = {f"slot-{one.pk}-until": moment}
    _refused(desk, past, "This moment is over. Choose a later one.")


def test_an_article_is_not_pinned_twice(desk):
    one = _pin("one", 1)
    _refused(desk, {"put-article": one.pk}, "This article is pinned already.")


def test_more_articles_than_places_are_refused(desk):
    for place in range(1, 5):
        _pin(str(place), place)
    [new] = _newest("new")
    text = "The home page has 4 places. Take an article out first."
    _refused(desk, {"put-article": new.pk, "put-position": "1"}, text)


def _refused(client: Client, tampered: dict[str, object], words: str) -> None:
    sent, before = filled_in(client, _address()), _stored()

    answer = _save(client, sent | tampered)

    assert answer.status_code == 200
    assert texts(answer, ".errornote, .errorlist li") == [words]
    assert _stored() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_there_is_no_home_page_of_an_unknown_edition(desk, method):
    assert getattr(desk, method)(_address("xx")).status_code == 404


def test_the_second_of_two_who_save_is_shown_the_present_order(desk):
    one, two = _pin("one", 1), _pin("two", 2)
    sent = filled_in(desk, _address())
    swapped = {f"slot-{one.pk}-position": "2", f"slot-{two.pk}-position": "1"}
    assert _save(desk, sent | swapped).status_code == 302
    desk.get(_address())  # the message of success is told here
    before = _stored()

    answer = _save(desk, sent | {f"slot-{one.pk}-out": "on"})

    assert answer.status_code == 409
    [said] = texts(answer, ".messagelist .error")
    assert said.startswith("The home page changed after you opened this page. Nothing was saved.")
    assert texts(answer, ".inline-related bdi") == ["two", "one"]
    assert nodes(answer, "[name$='-out'][checked]") == []
    assert _stored() == before


@pytest.mark.parametrize("printed", [None, "", "1@0.0"])
def test_a_page_without_its_print_is_refused(desk, printed):
    one = _pin("one", 1)
    sent = filled_in(desk, _address()) | {"opened": printed, f"slot-{one.pk}-out": "on"}

    assert _save(desk, {k: v for k, v in sent.items() if v is not None}).status_code == 409
    assert _leading(desk) == ["one"]


@pytest.mark.parametrize(
    ("group", "status"),
    [(CHIEF_EDITORS, 200), (EDITORS, 200), (AUTHORS, 403), (TRANSLATORS, 403), (MODERATORS, 403)],
)
def test_who_publishes_in_the_edition_arranges_it(client, group, status):
    one = _pin("one", 1)
    client.force_login(make_staff(EDITORS))
    sent = filled_in(client, _address()) | {f"slot-{one.pk}-out": "on"}
    client.force_login(make_staff(group, editions=["fa"]))

    assert client.get(_address()).status_code == status
    assert client.get(_address("en")).status_code == 403
    assert client.post(_address("en"), sent).status_code == 403
    assert _save(client, sent).status_code == (302 if status == 200 else 403)
    one.refresh_from_db()
    assert bool(one.pinned_until_fa) == (status == 403)


def test_the_list_of_articles_leads_to_the_desks_of_the_account(client):
    client.force_login(make_staff(EDITORS, editions=["en", "fa"]))
    links = nodes(client.get("/admin/articles/article/"), ".object-tools a")
    desks = [a.attributes["href"] for a in links if "front-page" in a.attributes["href"]]
    assert desks == [_address("en"), _address("fa")]

    client.force_login(make_staff(AUTHORS))
    page = client.get("/admin/articles/article/").content.decode()
    assert "front-page" not in page


@pytest.mark.parametrize("code", CODES)
def test_the_desk_speaks_every_language_and_reads_no_base_column(speak, code):
    _pin("one", 1)
    _newest("new")
    client = speak(code)
    client.get(_address())

    with captured() as statements:
        page = client.get(_address())

    html = nodes(page, "html")[0].attributes
    assert (html["lang"], html["dir"]) == (code, get_edition(code).direction)
    assert base_columns_read(statements) == set()


def test_the_desk_costs_the_same_with_one_and_three_places_taken(desk):
    costs = []
    for count in (1, 2):
        for _ in range(count):
            _pin("pinned")
            _newest("new")
        desk.get(_address())
        with captured() as statements:
            desk.get(_address())
        costs.append(len(statements))

    assert costs[0] == costs[1]
