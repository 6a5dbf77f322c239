"""What the head of each page says: its address, where else it stands, what it is about."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from tests.discovery.heads import ROOT, Head, head_at
from tests.factories import (
    PUBLISHED_AT,
    in_use,
    make_article,
    make_book,
    make_cartoon,
    make_contributor,
    make_image,
    make_issue,
    make_page,
    make_series,
    make_tag,
    make_topic,
    make_video,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (make_article, "article"),
        (make_cartoon, "article"),
        (make_video, "video.other"),
        (make_book, "book"),
        (make_issue, "article"),
        (make_page, "article"),
    ],
)
def test_a_work_tells_its_kind_and_its_dates(client, make, kind):
    work = make("fa")

    head = head_at(client, work.url_in("fa"))

    assert head.meta("og:type") == [kind]
    dates = [PUBLISHED_AT.isoformat()], [work.updated_at.isoformat(timespec="seconds")]
    said = head.meta("article:published_time"), head.meta("article:modified_time")
    assert said == (dates if kind == "article" else ([], []))


def test_a_work_that_was_changed_before_it_came_out_changed_when_it_came_out(client):
    work = make_article("en")
    type(work).objects.filter(pk=work.pk).update(updated_at=PUBLISHED_AT.replace(year=2020))

    head = head_at(client, work.url_in("en"))

    assert head.meta("article:modified_time") == [PUBLISHED_AT.isoformat()]


@pytest.mark.parametrize("code", CODES)
def test_a_work_that_is_not_translated_names_itself_alone(client, code):
    work = make_article(code)

    address = ROOT + work.url_in(code)
    head = head_at(client, address)

    assert head.alternates == [(code, address), ("x-default", address)]
    assert head.meta("og:locale:alternate") == []


def test_a_label_that_two_editions_know_names_both(client):
    topic = in_use(make_topic("fa", name_sq="Letra"))

    head = head_at(client, topic.url_in("fa"))

    own, other = ROOT + topic.url_in("fa"), ROOT + topic.url_in("sq")
    assert head.alternates == [("fa", own), ("sq", other), ("x-default", own)]


def test_what_else_is_in_the_address_is_left_out(client):
    work = make_article("fa")

    for path in ("/fa/articles/", work.url_in("fa"), "/fa/"):
        head = head_at(client, f"{path}?utm_source=x&fbclid=y")
        assert (head.canonical, head.meta("og:url")) == ([ROOT + path], [ROOT + path])
    assert head_at(client, f"{work.url_in('fa')}?before=1-1").canonical == [
        ROOT + work.url_in("fa")
    ]


def test_the_address_of_the_site_is_the_one_that_is_set(client, settings):
    settings.SITE_ADDRESS = "https://nejat.example"
    settings.ALLOWED_HOSTS = ["nejat.example"]
    work = make_article("en")

    page = client.get(work.url_in("en"), secure=True, headers={"host": "nejat.example"})

    canonical = LexborHTMLParser(page.content.decode()).css_first("link[rel=canonical]")
    assert canonical.attributes["href"] == f"https://nejat.example{work.url_in('en')}"


def _walk(client: Client, address: str, link: str) -> list[tuple[str, Head]]:
    """Addresses and heads from here on, by following a link of the pager."""
    head = head_at(client, address)
    walked = [(address, head)]
    following = head.page.css_first(link)
    if following is None:
        return walked
    target = address.partition("?")[0] + following.attributes["href"]
    return walked + _walk(client, target, link)


@pytest.mark.parametrize(
    ("code", "older"),
    [("en", "May 10, 2024 and older"), ("fa", "۲۱ اردیبهشت ۱۴۰۳")],
)
def test_pages_of_a_long_list_have_their_own_address_and_title(client, code, older):
    for _ in range(25):
        make_article(code)  # all of one moment

    pages = _walk(client, f"/{code}/articles/", ".pager-older")

    assert [head.canonical for _, head in pages] == [[ROOT + address] for address, _ in pages]
    assert [len(head.alternates) for _, head in pages] == [len(CODES) + 1, 0, 0]
    titles = [head.title for _, head in pages]
    assert len(set(titles)) == 3
    assert [older in title for title in titles] == [False, True, True]


def test_pages_that_lead_back_are_hidden_but_for_the_first(client):
    for _ in range(25):
        make_article("en")
    last, _ = _walk(client, "/en/articles/", ".pager-older")[-1]

    back = _walk(client, last, ".pager-newer")[1:]

    assert [head.is_hidden for _, head in back] == [True, False]
    assert back[-1][1].canonical == [f"{ROOT}/en/articles/"]


@pytest.mark.parametrize(
    "cursor",
    ["1-1", "-62135596800000000-1", "-50000000000000000-9", "007-007"],
)
def test_a_place_beyond_the_last_entry_is_hidden(client, cursor):
    make_article("fa")

    head = head_at(client, f"/fa/articles/?before={cursor}")

    assert (head.status, head.is_hidden, head.canonical) == (200, True, [])


def test_a_place_is_written_in_one_way(client):
    make_article("fa")

    head = head_at(client, "/fa/articles/?before=09999999999999999-01&utm_source=x")

    assert head.canonical == [f"{ROOT}/fa/articles/?before=9999999999999999-1"]


@pytest.mark.parametrize("query", ["year=2020", "language=fa", "year=2020&language=fa"])
def test_a_part_of_the_books_is_hidden(client, query):
    make_book("en", year=2020, languages=["fa"])

    assert head_at(client, f"/en/publications/books/?{query}").is_hidden
    assert not head_at(client, "/en/publications/books/?year=1").is_hidden


def test_errors_previews_and_pages_without_content_are_hidden(client, admin_client):
    draft = make_article("en", state="draft").url_in("en")

    heads = [head_at(client, address) for address in ("/en/nowhere/", "/en/about/")]
    heads += [head_at(client, "/en/articles/?before=x"), head_at(admin_client, draft)]

    assert [head.status for head in heads] == [404, 200, 400, 200]
    assert [(h.is_hidden, h.canonical, h.alternates) for h in heads] == [(True, [], [])] * 4


@pytest.mark.parametrize("make", [make_topic, make_tag, make_series, make_contributor])
def test_a_label_that_nothing_stands_under_is_hidden(client, make):
    label = make("fa", name_en="Garden", slug_en="garden")
    in_use(label, "en")
    assert [head_at(client, label.url_in(code)).is_hidden for code in ("fa", "en")] == [True, False]

    in_use(label, "fa")
    assert not head_at(client, label.url_in("fa")).is_hidden


def test_a_tag_of_media_alone_is_not_hidden(client):
    tag = make_tag("fa")
    make_cartoon("fa").tags.add(tag)

    assert not head_at(client, tag.url_in("fa")).is_hidden


def test_labels_of_the_same_name_are_told_apart(client):
    topic = make_topic("en", name="Letters")
    labels = [
        topic,
        make_topic("en", name="Letters", slug="below", parent=topic),
        make_tag("en", name="Letters"),
        make_series("en", name="Letters"),
        make_contributor("en", name="Letters"),
    ]

    assert [head_at(client, label.url_in("en")).title for label in labels] == [
        "Letters – Topic – Nejat Society",
        "Letters (Letters) – Topic – Nejat Society",
        "Letters – Tag – Nejat Society",
        "Letters – Series – Nejat Society",
        "Letters – Person – Nejat Society",
    ]


def test_an_issue_names_its_series_unless_its_title_does(client):
    numbered = make_issue("en", "pars-brief", title="", number=7)
    titled = make_issue("en", "pars-brief", title="Spring")

    titles = [head_at(client, issue.url_in("en")).title for issue in (numbered, titled)]

    assert titles == ["Pars Brief No. 7 – Nejat Society", "Spring – Pars Brief – Nejat Society"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"seo_description": "A", "standfirst": "B", "body": "<p>C</p>"}, "A"),
        ({"standfirst": "B", "body": "<p>C</p>"}, "B"),
        ({"body": f"<p>{'word ' * 40}</p>"}, " ".join(["word"] * 30) + "…"),
        ({"body": None}, "News, memories and publications of the Nejat Society."),
    ],
)
def test_a_work_is_described_by_what_there_is(client, fields, said):
    head = head_at(client, make_article("en", **fields).url_in("en"))

    assert head.meta("description") == [said]


@pytest.mark.parametrize("code", CODES)
def test_signs_of_html_in_a_title_stay_signs(client, code):
    hostile = "A \"quote\" <b>&amp;</b> 'x' </title><script>alert(1)</script>"
    work = make_article(code, title=hostile, standfirst=hostile, lead_image=make_image())

    head = head_at(client, work.url_in(code))

    assert head.title.startswith(f"{hostile} – ")
    assert head.meta("og:title") == head.meta("og:image:alt") == [hostile]
    assert head.meta("og:description") == [hostile]
    scripts = head.page.css("head script:not([src]):not([type='application/ld+json'])")
    assert [script for script in scripts if "alert" in script.text()] == []
