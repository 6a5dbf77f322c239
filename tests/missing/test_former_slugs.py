"""A label whose address changes in an edition is found at its former one, in that edition."""

import pytest

from nejat.editions.registry import CODES
from nejat.editorial.former_slugs import FormerSlug
from tests.factories import make_contributor, make_series, make_tag, make_topic
from tests.missing.making import make_redirect, noted
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

MAKERS = {
    "topic": make_topic,
    "tag": make_tag,
    "series": make_series,
    "contributor": make_contributor,
}
PATHS = {"topic": "topic", "tag": "tag", "series": "series", "contributor": "by"}
every_label = pytest.mark.parametrize("kind", MAKERS)


def _rename(label, slug: str, code: str = "fa", **kwargs) -> None:
    label.set_in(code, slug=slug)
    label.save(**kwargs)


def _asked(client, path: str) -> tuple[int, str]:
    answer = client.get(path)
    return answer.status_code, answer.get("Location", "")


@every_label
@pytest.mark.parametrize("code", CODES)
def test_a_former_address_leads_to_the_new_one(client, kind, code):
    label = MAKERS[kind](code, slug="old")
    _rename(label, "new", code)
    path = f"/{code}/{PATHS[kind]}"

    assert _asked(client, f"{path}/old/") == (301, f"{path}/new/")
    assert _asked(client, f"{path}/old") == (301, f"{path}/new/")
    assert _asked(client, f"{path}/old/feed/") == (301, f"{path}/new/feed/")
    assert _asked(client, f"{path}/old/?before=1-1") == (301, f"{path}/new/")
    assert client.get(f"{path}/old/")["Cache-Control"] == "no-cache"
    assert noted() == {}


@every_label
def test_it_leads_there_in_that_edition_and_for_that_kind_only(client, kind):
    names = {f"name_{code}": "N" for code in CODES} | {f"slug_{code}": "old" for code in CODES}
    label = MAKERS[kind]("fa", **names)
    _rename(label, "new", "fa")

    assert _asked(client, f"/en/{PATHS[kind]}/old/") == (200, "")
    others = {path for path in PATHS.values() if path != PATHS[kind]}
    assert {_asked(client, f"/fa/{path}/old/") for path in others} == {(404, "")}


def test_a_persian_slug_leads_on(client):
    topic = make_topic("fa", slug="نامه-ها")
    _rename(topic, "یادها")

    status, location = _asked(client, "/fa/topic/نامه-ها/")

    assert (status, location) == (301, topic.url_in("fa"))


def test_a_label_renamed_often_is_one_step_away_from_each_former_address(client):
    topic = make_topic("fa", slug="a")
    for slug in ("b", "c", "d"):
        _rename(topic, slug)

    led = {_asked(client, f"/fa/topic/{slug}/") for slug in "abc"}
    assert led == {(301, "/fa/topic/d/")}


def test_a_slug_that_comes_back_does_not_lead_in_a_circle(client):
    topic = make_topic("fa", slug="a")
    for slug in ("b", "a"):
        _rename(topic, slug)

    assert _asked(client, "/fa/topic/a/") == (200, "")
    assert _asked(client, "/fa/topic/b/") == (301, "/fa/topic/a/")


def test_two_labels_may_change_places(client):
    first, second = make_topic("fa", slug="a"), make_topic("fa", slug="b")
    _rename(first, "between")
    _rename(second, "a")
    _rename(first, "b")

    answers = [_asked(client, f"/fa/topic/{slug}/") for slug in ("a", "b", "between")]
    assert answers == [(200, ""), (200, ""), (301, "/fa/topic/b/")]


def test_a_new_label_that_takes_a_former_slug_wins(client):
    topic = make_topic("fa", slug="a")
    _rename(topic, "b")
    taking = make_topic("fa", slug="a", name="تازه")

    assert _asked(client, "/fa/topic/a/") == (200, "")
    _rename(taking, "c")
    assert _asked(client, "/fa/topic/a/") == (301, "/fa/topic/c/")


def test_the_address_of_a_deleted_label_leads_nowhere(client):
    topic = make_topic("fa", slug="a")
    _rename(topic, "b")
    topic.delete()

    assert _asked(client, "/fa/topic/a/") == (404, "")
    assert FormerSlug.objects.count() == 0


def test_a_label_that_left_the_edition_is_not_led_to(client):
    topic = make_topic("fa", slug="a", name_en="Letters", slug_en="letters")
    topic.name_fa = ""
    topic.save()

    assert _asked(client, "/fa/topic/a/") == (404, "")
    topic.name_fa = "نامه"
    _rename(topic, "b")
    assert _asked(client, "/fa/topic/a/") == (301, "/fa/topic/b/")


def test_only_what_is_saved_is_kept():
    topic = make_topic("fa", slug="a")
    topic.slug_fa = "b"
    topic.save(update_fields=["name_fa"])

    assert FormerSlug.objects.count() == 0
    _rename(topic, "c", update_fields=["slug_fa"])
    assert list(FormerSlug.objects.values_list("edition", "slug")) == [("fa", "a")]


def test_a_save_that_fails_keeps_nothing():
    make_topic("fa", slug="taken")
    topic = make_topic("fa", slug="a")

    with pytest.raises(Exception, match=r"(?i)unique"):
        _rename(topic, "taken")


def test_a_label_that_keeps_its_slugs_costs_one_query_and_a_new_one_none():
    with captured() as made:
        topic = make_topic("fa", slug="a")
    with captured() as saved:
        topic.save()

    kept = [
        len([sql for sql in sqls if not sql.startswith(("SAVEPOINT", "RELEASE"))])
        for sqls in (made, saved)
    ]
    # The others are those of the revision.
    assert kept == [2, 5]
    assert base_columns_read(saved) == set()


def test_a_redirect_by_staff_goes_before_a_former_address(client):
    topic = make_topic("fa", slug="a")
    _rename(topic, "b")
    make_redirect("/fa/topic/a", "/fa/about/")

    assert _asked(client, "/fa/topic/a/") == (301, "/fa/about/")


def test_looking_for_a_former_address_costs_one_query(client):
    make_topic("fa", slug="a")
    client.get("/fa/topic/nothing/")

    with captured() as statements:
        client.get("/fa/topic/nothing/")

    assert len([sql for sql in statements if "formerslug" in sql]) == 1
    assert base_columns_read(statements) == set()


@pytest.mark.parametrize("path", ["topic/%00", "topic/" + "x" * 300, "tag/a/b/c", "articles/1/a"])
def test_hostile_and_other_paths_are_not_found(client, path):
    assert client.get(f"/fa/{path}/").status_code == 404
