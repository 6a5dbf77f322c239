"""What an article's page shows around its text."""

from datetime import timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article, Byline
from nejat.editions.registry import CODES
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_contributor,
    make_series,
    make_tag,
    make_topic,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def _page(client, work: Article, code: str = "en") -> LexborHTMLParser:
    response = client.get(work.url_in(code))
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def _links(page: LexborHTMLParser, selector: str) -> list[tuple[str, str]]:
    return [(link.text(strip=True), link.attributes["href"]) for link in page.css(selector)]


def _titles(page: LexborHTMLParser, selector: str) -> list[str]:
    return [title for title, _ in _links(page, selector) if title]


def _credit(work: Article, *credits: tuple[str, str]) -> None:
    for position, (name, role) in enumerate(credits):
        contributor = make_contributor("en", name=name)
        Byline.objects.create(article=work, contributor=contributor, role=role, position=position)


def test_bylines_stand_in_their_order_with_their_roles(client):
    work = make_article("en")
    _credit(work, ("Zana", "translator"), ("Mina", "writer"), ("Ali & Sons", "photographer"))

    page = _page(client, work)

    shown = [byline.text(strip=True) for byline in page.css(".bylines > span")]
    assert shown == ["Translator:Zana", "Writer:Mina", "Photographer:Ali & Sons"]
    assert _links(page, ".bylines a") == [
        ("Zana", "/en/by/zana/"),
        ("Mina", "/en/by/mina/"),
        ("Ali & Sons", "/en/by/ali-sons/"),
    ]


def test_a_role_is_named_once_with_all_who_had_it(client):
    work = make_article("en")
    _credit(work, ("Zana", "translator"), ("Mina", "writer"), ("Sara", "translator"))

    shown = [" ".join(span.text().split()) for span in _page(client, work).css(".bylines > span")]

    assert shown == ["Translator: Zana · Sara", "Writer: Mina"]


def test_a_contributor_without_a_name_in_the_edition_is_left_out(client):
    named, unnamed = make_contributor("en", name="Mina"), make_contributor("fa")
    work = make_article("en", by=[unnamed, named])

    assert _titles(_page(client, work), ".bylines a") == ["Mina"]
    assert _page(client, make_article("en", by=[unnamed])).css(".bylines") == []


def test_a_source_is_named_and_linked_when_it_has_an_address(client):
    linked = make_article("en", source_name="A & B", source_address="https://example.org/?a=1&b=2")
    named = make_article("en", source_name="A paper")

    page = _page(client, linked)

    assert _links(page, ".source a") == [("A & B", "https://example.org/?a=1&b=2")]
    assert _page(client, named).css_first(".source").text(strip=True) == "Source:A paper"
    assert _page(client, make_article("en")).css(".source") == []


def test_tags_are_those_that_the_edition_names(client):
    tags = [make_tag("en", name="Zoo"), make_tag("fa"), make_tag("en", name="Art")]

    page = _page(client, make_article("en", tags=tags))

    assert _links(page, ".tags a") == [("Zoo", "/en/tag/zoo/"), ("Art", "/en/tag/art/")]


def test_an_articles_topic_stands_above_it_with_the_one_over_that(client):
    above = make_topic("en", name="Letters")
    topic = make_topic("en", name="Homesick", parent=above)

    page = _page(client, make_article("en", primary_topic=topic))

    assert _titles(page, ".breadcrumbs a") == ["Home", "Letters"]
    assert _links(page, ".reading > header .kicker a") == [("Homesick", "/en/topic/homesick/")]


def test_a_topic_without_a_name_in_the_edition_is_left_out(client):
    topic = make_topic("fa", parent=make_topic("fa"))

    page = _page(client, make_article("en", primary_topic=topic))

    assert _titles(page, ".breadcrumbs a") == ["Home"]
    assert page.css(".reading > header .kicker") == []


def test_parts_of_a_series_stand_in_order_and_the_one_shown_is_marked(client):
    series = make_series("en", name="Diary")
    make_article("en", series=series, title="Afterword")
    third, first, second = (
        make_article("en", series=series, part=part, title=f"Day {part}") for part in (10, 1, 2)
    )
    make_article("en", series=series, part=3, state="draft")
    make_article("fa", series=series, part=4)

    page = _page(client, second)

    shown = [part.text(strip=True) for part in page.css(".series li")]
    assert shown == ["1Day 1", "2Day 2", "10Day 10", "Afterword"]
    assert [mark.text() for mark in page.css(".series [aria-current=page]")] == ["Day 2"]
    assert _links(page, ".series h2 a") == [("Diary", "/en/series/diary/")]
    assert _links(page, ".series li a")[:2] == [
        ("Day 1", first.url_in("en")),
        ("Day 10", third.url_in("en")),
    ]


def test_a_series_with_one_public_part_is_not_shown(client):
    series = make_series("en")
    make_article("en", series=series, part=2, state="draft")

    assert _page(client, make_article("en", series=series, part=1)).css(".series") == []


def test_a_series_without_a_name_in_the_edition_shows_its_parts(client):
    series = make_series("fa")
    works = [make_article("en", series=series, part=part) for part in (1, 2)]

    page = _page(client, works[0])

    assert page.css_first(".series h2").text().strip() == "Series"
    assert len(page.css(".series li")) == 2


@pytest.mark.parametrize("code", CODES)
def test_the_articles_on_either_side_are_linked_across_equal_dates(client, code):
    hours = (0, 1, 1, 1, 2)
    works = [make_article(code, published_at=PUBLISHED_AT + hour * HOUR) for hour in hours]
    make_article("en" if code != "en" else "fa", published_at=PUBLISHED_AT + HOUR)
    make_article(code, published_at=PUBLISHED_AT + HOUR, state="withdrawn")
    addresses = [work.url_in(code) for work in works]

    beside = []
    for work in works:
        page = _page(client, work, code)
        links = page.css(".neighbours a")
        beside.append({link.attributes["rel"]: link.attributes["href"] for link in links})

    assert beside == [
        {"prev": addresses[1]},
        {"prev": addresses[2], "next": addresses[0]},
        {"prev": addresses[3], "next": addresses[1]},
        {"prev": addresses[4], "next": addresses[2]},
        {"next": addresses[3]},
    ]


def test_a_draft_without_a_date_has_nothing_on_either_side(admin_client):
    make_article("en")

    page = _page(admin_client, make_article("en", state="draft", published_at=None))

    assert page.css(".neighbours, .reading > header time") == []


def _of_topic(topic, *titles: str) -> list[Article]:
    """Articles of a topic, each an hour newer than the one before."""
    return [
        make_article("en", title=title, primary_topic=topic, published_at=PUBLISHED_AT + n * HOUR)
        for n, title in enumerate(titles)
    ]


def test_what_editors_chose_comes_first_then_the_newest_of_the_topic(client):
    topic = make_topic("en")
    work, *others = _of_topic(topic, "shown", "old", "chosen", "newer", "newest")
    elsewhere = make_article("en", title="chosen elsewhere", published_at=PUBLISHED_AT - HOUR)
    work.related.add(elsewhere, others[1])

    page = _page(client, work)

    assert _titles(page, ".related li div > a") == [
        "chosen",
        "chosen elsewhere",
        "newest",
        "newer",
    ]


def test_related_are_never_the_article_itself_nor_what_is_not_public_here(client):
    topic = make_topic("en")
    work, draft, expired, public = _of_topic(topic, "shown", "draft", "expired", "public")
    Article.objects.filter(pk=draft.pk).update(state_en="draft")
    Article.objects.filter(pk=expired.pk).update(expires_at_en=PUBLISHED_AT + 3 * HOUR)
    work.related.add(work, draft, make_article("fa", primary_topic=topic))

    assert _titles(_page(client, work), ".related li div > a") == [public.title_en]


def test_related_are_at_most_four(client):
    topic = make_topic("en")
    work, *others = _of_topic(topic, "shown", "1", "2", "3", "4", "5", "6")

    assert _titles(_page(client, work), ".related li div > a") == ["6", "5", "4", "3"]
    work.related.add(*others[:5])
    assert _titles(_page(client, work), ".related li div > a") == ["5", "4", "3", "2"]


def test_an_article_of_no_topic_is_related_to_what_editors_chose_alone(client):
    make_article("en")

    assert _page(client, make_article("en")).css(".related") == []
