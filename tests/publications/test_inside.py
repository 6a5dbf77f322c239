"""What stands in an issue, in the words of one edition: order, words, links, pictures."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone, translation
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from nejat.editions.registry import CODES
from publications.inside import entries_in, sheet_of
from publications.models import Entry, Issue
from publications.sheets import SheetEntry
from tests.factories import PUBLISHED_AT, make_article, make_image, make_issue
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def _add(issue: Issue, position: int = 1, **fields: object) -> Entry:
    return Entry.objects.create(issue=issue, position=position, **fields)


def _only(issue: Issue, code: str) -> SheetEntry:
    [entry] = entries_in(issue, code)
    return entry


def _titles(issue: Issue, code: str = "fa") -> list[str]:
    return [entry.title for entry in entries_in(issue, code)]


@pytest.fixture
def article() -> Article:
    return make_article(
        "fa",
        title="نامه",
        standfirst="کوتاه",
        source_name="روزنامه",
        source_address="https://example.org/paper",
    )


def test_entries_come_by_their_positions_whatever_was_added_first():
    issue = make_issue("fa")
    for position, title in ((3, "سه"), (1, "یک"), (2, "دو"), (2, "دو دیگر")):
        _add(issue, position, title_fa=title)

    assert _titles(issue) == ["یک", "دو", "دو دیگر", "سه"]


def test_an_article_gives_what_its_entry_leaves_empty(article):
    entry = _only(make_issue("fa", articles=[article]), "fa")

    assert entry == SheetEntry(
        title="نامه",
        teaser="کوتاه",
        address=article.url_in("fa"),
        is_ours=True,
        source="روزنامه",
        image=None,
    )


@pytest.mark.parametrize("name", ["title", "teaser", "source_name"])
def test_words_of_the_entry_go_before_those_of_the_article(article, name):
    issue = make_issue("fa")
    _add(issue, article=article, **{f"{name}_fa": "واژه", f"{name}_en": "word"})

    entry = _only(issue, "fa")

    shown = {"title": entry.title, "teaser": entry.teaser, "source_name": entry.source}
    given = {"title": "نامه", "teaser": "کوتاه", "source_name": "روزنامه"}
    assert shown == {**given, name: "واژه"}
    assert (entry.address, entry.is_ours) == (article.url_in("fa"), True)


def test_an_article_is_linked_where_readers_of_the_edition_see_it(article):
    article.set_in("en", title="A letter", slug="a-letter", standfirst="Secret")
    article.save()
    issue = make_issue("fa")
    _add(issue, article=article, title_en="Own title", source_address_en="https://example.org/en")

    assert _only(issue, "fa").address == article.url_in("fa")
    entry = _only(issue, "en")
    assert (entry.title, entry.teaser) == ("Own title", "")
    assert (entry.address, entry.is_ours) == ("https://example.org/en", False)
    assert _titles(issue, "sq") == []


def test_an_article_that_is_not_public_leaves_nothing_of_its_own():
    image = make_image()
    article = make_article("fa", state="draft", standfirst="x", source_name="y", lead_image=image)
    issue = make_issue("fa", articles=[article])
    _add(issue, 2, article=article, title_fa="باغ")

    assert _only(issue, "fa") == SheetEntry("باغ", "", "", False, "", None)


def test_scheduled_and_expired_articles_come_and_go():
    article = make_article(
        "fa", title="نامه", published_at=PUBLISHED_AT, expires_at=PUBLISHED_AT + DAY
    )
    issue = make_issue("fa", articles=[article])
    moments = [PUBLISHED_AT - DAY / 2, PUBLISHED_AT, PUBLISHED_AT + DAY / 2, PUBLISHED_AT + DAY]
    seen = []
    for moment in moments:
        with time_machine.travel(moment, tick=False):
            seen.append(_titles(issue))

    assert seen == [[], ["نامه"], ["نامه"], []]


def test_an_entry_without_an_article_has_its_words_in_some_editions():
    issue = make_issue("fa")
    _add(
        issue,
        title_fa="از جای دیگر",
        teaser_fa="یک\n\nدو",
        source_name_fa="روزنامه",
        source_address_fa="https://example.org/",
        teaser_en="A teaser without a title",
    )

    assert _only(issue, "fa") == SheetEntry(
        "از جای دیگر", "یک\n\nدو", "https://example.org/", False, "روزنامه", None
    )
    assert [_titles(issue, code) for code in ("en", "ar", "sq")] == [[], [], []]


def test_pictures_are_those_of_articles_and_none_that_needs_a_warning():
    harmless, graphic = make_image(colour="navy"), make_image(colour="red", is_graphic=True)
    issue = make_issue(
        "fa", articles=[make_article("fa", lead_image=i) for i in (harmless, graphic)]
    )

    assert [entry.image for entry in entries_in(issue, "fa")] == [harmless, None]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("code", CODES)
def test_an_issue_of_any_length_takes_one_query(count, code):
    images = [make_image(code, colour=c, alt_text=c) for c in ("red", "navy", "gold")[:count]]
    issue = make_issue(code, articles=[make_article(code, lead_image=image) for image in images])
    _add(issue, 9, **{f"title_{code}": "A"})

    with captured() as statements:
        sheet = sheet_of(issue, code)
        words = [entry.image.get_in("alt_text", code) for entry in sheet.entries if entry.image]

    assert len(sheet.entries) == count + 1
    assert words == ["red", "navy", "gold"][:count]
    assert len(statements) == 1
    assert base_columns_read(statements) == set()
    assert "body_" not in statements[0]


def test_an_issue_that_is_not_stored_yet_has_no_entries():
    assert entries_in(Issue(title_fa="باغ"), "fa") == ()


@pytest.mark.parametrize(
    ("code", "series", "number", "date"),
    [
        ("en", "Pars Brief", "73", "May 2024"),
        ("ar", "بارس بريف", "٧٣", "مايو ٢٠٢٤"),
        ("fa", "پارس بریف", "۷۳", "اردیبهشت ۱۴۰۳"),
        ("sq", "Pars Brief", "73", "maj 2024"),
    ],
)
def test_a_sheet_speaks_the_language_of_its_edition(code, series, number, date):
    body = "<h2>Head</h2><p>One &amp; <em>two</em>.</p><p>Three.</p>"
    issue = make_issue(code, "pars-brief", number=73, standfirst="S", body=body, title="T")

    with translation.override("en"):  # whoever asks
        sheet = sheet_of(issue, code)

    assert (sheet.edition.code, sheet.series, sheet.title) == (code, series, "T")
    assert sheet.number.split()[-1] == number
    assert sheet.date.casefold() == date.casefold()
    assert (sheet.standfirst, sheet.path) == ("S", issue.url_in(code))
    assert "One & two." in sheet.intro.split("\n\n")
    assert "<" not in sheet.intro
    assert translation.get_language() == "en"


def test_a_sheet_of_a_draft_is_of_today():
    issue = make_issue("en", state="draft", published_at=None)

    with time_machine.travel(PUBLISHED_AT, tick=False):
        assert timezone.now() == PUBLISHED_AT
        assert sheet_of(issue, "en").date == "May 2024"


def test_the_page_shows_the_entries_in_their_order_with_links_and_pictures(client, article):
    article.lead_image = make_image("fa", alt_text="گربه")
    article.save()
    issue = make_issue("fa", body="<p>سلام</p>")
    _add(issue, 2, article=article)
    _add(issue, 1, title_fa="نخست <b>", source_address_fa="https://example.org/a", teaser_fa="<i>")
    _add(issue, 3, title_fa="بی‌نشانی")

    page = LexborHTMLParser(client.get(issue.url_in("fa")).content.decode())

    titles = ["نخست <b>", "نامه", "بی‌نشانی"]
    assert [link.text() for link in page.css(".contents a")] == titles
    entries = page.css(".entry")
    assert [f"#{entry.attributes['id']}" for entry in entries] == [
        link.attributes["href"] for link in page.css(".contents a")
    ]
    assert [entry.css_first("h2").text() for entry in entries] == titles
    links = [entry.css_first("h2 a") for entry in entries]
    assert [link.attributes["href"] for link in links if link] == [
        "https://example.org/a",
        article.url_in("fa"),
    ]
    assert [link.attributes.get("rel") for link in links if link] == ["noopener", None]
    assert [img.attributes["alt"] for img in page.css(".entry img")] == ["گربه"]
    assert [p.text() for p in page.css(".entry p:not(.source)")] == ["<i>", "کوتاه"]
    assert len(page.css(".entry .source")) == 2  # of the last there is nothing to say
    assert page.css_first(".prose p").text() == "سلام"


def test_an_article_in_an_issue_is_not_deleted_under_it(admin_client, article):
    make_issue("fa", title="باغ", articles=[article])

    for door in ("delete", "destroy"):
        admin_client.post(f"/admin/articles/article/{article.pk}/{door}/", {"post": "yes"})

    assert Article.objects.filter(pk=article.pk).exists()


def test_an_entry_is_called_by_its_title_else_by_its_article(article):
    assert str(Entry(article=article, title_en="Own")) == "Own"
    assert str(Entry(article=article)) == "نامه"
    assert str(Entry()) == ""
