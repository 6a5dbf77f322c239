"""Labels that cannot be written as they are, among others that can."""

import pytest

from articles.models import Article, Topic
from nejat.tags.models import Tag
from nejat.wordpress.importer import labels
from tests.wordpress.wxr import Importer, category, item, link, term

pytestmark = pytest.mark.django_db

LONG = "a" * 260
THREE = (
    term(1, "category", "good", "Good", "What went well."),
    term(2, "category", "bad", "Bad"),
    term(3, "category", "fine", "Fine", "What is fine."),
    item(10, *(link("category", slug) for slug in ("good", "bad", "fine"))),
)


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


@pytest.fixture
def poison(monkeypatch):
    """Leave the category "bad" no address, so that it cannot be written."""
    original = labels.free_addresses

    def none_for_bad(source):
        return iter(()) if source.term.slug == "bad" else original(source)

    monkeypatch.setattr(labels, "free_addresses", none_for_bad)


def topics():
    return list(Topic.objects.order_by("slug_fa").values_list("slug_fa", "name_fa", "intro_fa"))


@pytest.mark.usefixtures("poison")
def test_one_bad_label_costs_nothing_but_itself(run):
    report = run(*THREE)

    assert topics() == [("fine", "Fine", "What is fine."), ("good", "Good", "What went well.")]
    slugs = Article.objects.get().topics.order_by("slug_fa").values_list("slug_fa", flat=True)
    assert list(slugs) == ["fine", "good"]
    reason = "error: no free address for category/bad"
    assert report["skipped"] == [{"kind": "topic", "old_id": 2, "title": "Bad", "reason": reason}]
    assert run.exit_code == 1


@pytest.mark.usefixtures("poison")
def test_labels_cut_alike_stay_apart_when_written_one_by_one(run):
    run(
        category(1, "b" * 90 + "1", "One"),
        category(2, "bad", "Bad"),
        category(3, "b" * 90 + "2", "Two"),
    )

    assert list(Topic.objects.order_by("name_fa").values_list("name_fa", flat=True)) == [
        "One",
        "Two",
    ]


def test_addresses_too_long_are_cut_and_named(run):
    good, other = category(1, "good", "Good"), category(3, "other", "Other")
    slugs = ("good", LONG + "1", LONG + "2", "other")

    report = run(
        good,
        category(2, LONG + "1", "Long"),
        category(4, LONG + "2", "Longer"),
        other,
        item(10, *(link("category", slug) for slug in slugs)),
    )

    assert report["skipped"] == []
    assert run.repairs(2) == run.repairs(4) == ["address cut at 80 characters"]
    names = Article.objects.get().topics.order_by("name_fa").values_list("name_fa", flat=True)
    assert list(names) == ["Good", "Long", "Longer", "Other"]


def test_a_long_address_is_found_again(run):
    tag = term(7, "post_tag", LONG, "Long")
    run(tag, item(10, link("post_tag", LONG)))

    report = run(tag, item(10, link("post_tag", LONG)))

    assert Tag.objects.count() == 1
    assert run.totals("tag") == {"read": 1, "unchanged": 1}
    assert report["repaired"] == []


def test_what_items_say_of_a_label_never_updates_it(run):
    run(term(1, "category", "good", "Good", "What went well."))

    run(item(10, link("category", "good", "good")))

    assert topics() == [("good", "Good", "What went well.")]


@pytest.mark.django_db(transaction=True)
def test_a_label_deleted_here_does_not_keep_its_posts_away(run):
    run(category(1, "good", "Good"), item(10, link("category", "good")))
    Topic.objects.all().delete()

    report = run(category(1, "good", "Good"), item(11, link("category", "good")))

    assert report["skipped"] == []
    assert (Article.objects.count(), Topic.objects.count()) == (2, 0)
