"""Pages of topics, tags, series and contributors."""

from datetime import timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from nejat.editorial.models import Label
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_cartoon,
    make_contributor,
    make_series,
    make_tag,
    make_topic,
    make_video,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
MAKERS = {
    "topic": make_topic,
    "tag": make_tag,
    "series": make_series,
    "contributor": make_contributor,
}
every_label = pytest.mark.parametrize("kind", MAKERS)


def _under(label: Label, kind: str, code: str = "en", **fields):
    """An article that stands under the label."""
    places = {"topic": "topics", "tag": "tags", "contributor": "by"}
    place = {"series": label} if kind == "series" else {places[kind]: [label]}
    return make_article(code, **place, **fields)


def _page(client, label: Label, code: str = "en") -> LexborHTMLParser:
    response = client.get(label.url_in(code))
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def _titles(page: LexborHTMLParser) -> list[str]:
    return [title.text(strip=True) for title in page.css(".card h2")]


@every_label
@pytest.mark.parametrize("code", CODES)
def test_a_label_lists_its_public_articles_newest_first(client, kind, code):
    label, other = MAKERS[kind](code), MAKERS[kind](code)
    for hour, title in enumerate("ABC"):
        _under(label, kind, code, title=title, published_at=PUBLISHED_AT + hour * HOUR)
    _under(label, kind, code, state="draft")
    _under(label, kind, code, expires_at=PUBLISHED_AT + HOUR)
    _under(label, kind, "en" if code != "en" else "fa")
    _under(other, kind, code)

    assert _titles(_page(client, label, code)) == ["C", "B", "A"]


@every_label
def test_a_label_shows_its_name_and_its_introduction(client, kind):
    label = MAKERS[kind]("fa", name="نامه‌ها & A<B", intro="سخنی کوتاه.")

    page = _page(client, label, "fa")

    assert page.css_first("h1").text() == "نامه‌ها & A<B"
    kind_shown = page.css_first(".kicker").text()
    assert page.css_first("title").text() == f"نامه‌ها & A<B – {kind_shown} – انجمن نجات"
    assert page.css_first(".intro").text() == "سخنی کوتاه."


@every_label
def test_a_label_under_which_nothing_is_public_says_so(client, kind):
    label = MAKERS[kind]("en")
    _under(label, kind, state="in_review")

    page = _page(client, label)

    assert page.css(".card, .intro, .pager") == []
    assert page.css_first(".empty").text() == "Nothing has been published here yet."


@every_label
def test_a_label_is_found_in_the_editions_that_name_it(client, kind):
    label = MAKERS[kind]("fa", slug="same", name_sq="Shtëpi", slug_sq="same")
    paths = [label.url_in("fa").replace("/fa/", f"/{code}/") for code in CODES]

    assert [client.get(path).status_code for path in paths] == [404, 404, 200, 200]
    assert client.get(f"{paths[2]}feed/").status_code == 200
    assert client.get(f"{paths[0]}feed/").status_code == 404


@every_label
def test_an_address_without_a_name_is_given_up(kind):
    label = MAKERS[kind]("fa", slug_en="typed-too-early")

    assert (label.slug_en, list(label.addresses)) == ("", ["fa"])


@pytest.mark.parametrize(
    ("kind", "words"), [("topic", "Topic"), ("tag", "Tag"), ("series", "Series")]
)
def test_a_label_says_what_it_is(client, kind, words):
    assert _page(client, MAKERS[kind]("en")).css_first(".kicker").text() == words


def test_a_contributor_says_what_kind_of_one_it_is(client):
    branch = make_contributor("fa", kind="branch")

    assert _page(client, branch, "fa").css_first(".kicker").text() == "شعبه"


def test_a_topic_includes_the_articles_of_all_topics_below_it_once_each(client):
    above = make_topic("en")
    middle = make_topic("fa", parent=above)  # unnamed here, and yet between them
    below = make_topic("en", parent=middle)
    for hour, (title, topics) in enumerate(
        [("above", [above]), ("below", [below]), ("both", [above, below]), ("beside", [])]
    ):
        make_article("en", title=title, topics=topics, published_at=PUBLISHED_AT + hour * HOUR)

    assert _titles(_page(client, above)) == ["both", "below", "above"]
    assert _titles(_page(client, below)) == ["both", "below"]


def test_a_topic_shows_the_one_above_it_in_the_breadcrumbs(client):
    above = make_topic("en", name="Letters", name_fa="نامه‌ها")
    topic = make_topic("en", name="Homesick", parent=above, name_sq="Mall")

    steps = [(a.text(), a.attributes["href"]) for a in _page(client, topic).css(".breadcrumbs a")]
    abroad = [a.text() for a in _page(client, topic, "sq").css(".breadcrumbs a")]

    assert steps == [("Home", "/en/"), ("Letters", "/en/topic/letters/")]
    assert abroad == ["Kreu"]


def test_a_contributor_of_two_roles_has_the_article_once(client):
    person = make_contributor("en")
    work = make_article("en", by=[person])
    work.bylines.create(contributor=person, role="translator")

    assert len(_titles(_page(client, person))) == 1


@every_label
def test_a_long_label_goes_on_with_older_posts_of_its_own(client, kind):
    label = MAKERS[kind]("en")
    for number in range(12):
        _under(label, kind, title=f"{number}")
        make_article("en", title="another")
    titles = [str(number) for number in range(11, -1, -1)]

    first = _page(client, label)
    older = client.get(label.url_in("en") + first.css_first(".pager-older").attributes["href"])
    second = LexborHTMLParser(older.content.decode())

    assert _titles(first) + _titles(second) == titles
    assert second.css(".pager-older") == []


@every_label
def test_a_label_offers_its_feeds(client, kind):
    label = MAKERS[kind]("fa")

    links = _page(client, label, "fa").css("link[rel=alternate][type*='application/']")

    addresses = {link.attributes["href"]: link.attributes["type"] for link in links}
    assert addresses == {
        label.url_in("fa") + "feed/": "application/atom+xml",
        label.url_in("fa") + "feed.json": "application/feed+json",
        "/fa/feed/": "application/atom+xml",
        "/fa/feed.json": "application/feed+json",
    }
    assert {client.get(address).status_code for address in addresses} == {200}


def test_a_tag_leads_to_media_of_each_kind_that_carry_it(client):
    tag = make_tag("fa", name="باغ")
    for work in (make_cartoon("fa", title="گربه"), make_video("fa", title="چای")):
        work.tags.add(tag)
    make_cartoon("ar", title="قط").tags.add(tag)
    make_cartoon("fa", title="بی‌برچسب")

    page = LexborHTMLParser(client.get(tag.url_in("fa")).content.decode())

    sections = {s.css_first("h2").text(): s.css(".link div > a") for s in page.css(".related")}
    titles = {name: [link.text() for link in links] for name, links in sections.items()}
    assert titles == {"کاریکاتور": ["گربه"], "ویدئو": ["چای"]}
    assert page.css(".empty") == []
