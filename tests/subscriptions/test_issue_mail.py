"""An issue as a mail: headers, HTML in the language and direction of its edition, plain text."""

import re
import unicodedata

import pytest
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from media_library.library import make_renditions
from nejat.editions.registry import CODES, get_edition
from nejat.subscriptions.models import Delivery
from nejat.subscriptions.sending import Sender
from publications.inside import sheet_of
from publications.mail import IssueMail, issue_mail
from publications.models import Entry, Issue
from tests.factories import TITLES, make_article, make_image, make_issue
from tests.subscriptions.making import make_mailing

pytestmark = pytest.mark.django_db

SITE = "https://example.org"
TEASERS = {
    "en": "نجات means rescue.",
    "ar": "Nejat منظمة",
    "fa": "Nejat یعنی رهایی",
    "sq": "نجات do të thotë shpëtim.",
}


def full_issue(code: str) -> Issue:
    """Return an issue with an article of ours that has a picture, and an entry from elsewhere."""
    image = make_image(code, size=(800, 500), alt_text=f"alt {TITLES[code]}")
    make_renditions(image)
    article = make_article(code, lead_image=image, standfirst=TEASERS[code])
    issue = make_issue(
        code,
        articles=[article],
        title=f"{TITLES[code]} <1>",
        body=f"<p>{TITLES[code]}</p><p>{TEASERS[code]}</p>",
    )
    given = {"title": "Elsewhere & more", "source_name": "Reuters", "teaser": "One.\n\nTwo."}
    entry = Entry(issue=issue, position=2)
    entry.set_in(code, source_address="https://example.com/x", **given)
    entry.save()
    return issue


def mail_of(issue: Issue, code: str, **options: str) -> IssueMail:
    with translation.override(code):
        return issue_mail(sheet_of(issue, code), site=SITE, **options)


@pytest.mark.parametrize("code", CODES)
def test_every_level_says_its_language_and_direction(code):
    html = LexborHTMLParser(mail_of(full_issue(code), code, unsubscribe=f"{SITE}/u/").html)

    edition = get_edition(code)
    levels = html.css("html, body, table, td")
    assert len(levels) > 8
    assert {(level.attributes.get("lang"), level.attributes.get("dir")) for level in levels} == {
        (code, edition.direction)
    }
    start = "right" if edition.direction == "rtl" else "left"
    assert {cell.attributes.get("align") for cell in html.css("td.pad")} == {start}
    assert html.css_first("table.sheet").attributes["width"] == "600"


@pytest.mark.parametrize("code", CODES)
def test_every_address_is_whole(code):
    html = LexborHTMLParser(mail_of(full_issue(code), code, unsubscribe=f"{SITE}/u/").html)

    links = [link.attributes["href"] for link in html.css("a")]
    pictures = [picture.attributes["src"] for picture in html.css("img")]
    assert len(links) == 8
    assert all(link.startswith((f"{SITE}/", "https://example.com/")) for link in links)
    assert links[-1] == f"{SITE}/u/"
    assert [picture.endswith(".jpg") for picture in pictures] == [True]
    assert pictures[0].startswith(f"{SITE}/files/renditions/")


def test_a_picture_has_its_alt_text_and_one_that_may_disturb_is_left_out():
    issue = full_issue("fa")
    html = LexborHTMLParser(mail_of(issue, "fa").html)
    assert html.css_first("img").attributes["alt"] == f"alt {TITLES['fa']}"

    image = issue.entries.first().article.lead_image
    image.is_graphic = True
    image.save()

    assert "<img" not in mail_of(issue, "fa").html


def test_a_picture_whose_renditions_are_not_made_is_left_out():
    article = make_article("fa", lead_image=make_image())

    assert "<img" not in mail_of(make_issue("fa", articles=[article]), "fa").html


def test_texts_are_escaped_in_html_and_plain_in_text():
    mail = mail_of(full_issue("en"), "en")

    assert "A letter home &lt;1&gt;" in mail.html
    assert "Elsewhere &amp; more" in mail.html
    assert "A letter home <1>" in mail.text
    assert "Elsewhere & more" in mail.text


@pytest.mark.parametrize("code", CODES)
def test_the_plain_text_says_all_that_the_html_says(code):
    mail = mail_of(full_issue(code), code, unsubscribe=f"{SITE}/u/")
    html = LexborHTMLParser(mail.html)

    in_html = {node.text(strip=True) for node in html.css("h1, h2, td p:not(:has(*))")}
    text = mail.text.translate({ord("\u200e"): None, ord("\u200f"): None})
    assert len(in_html) == 6
    assert {words for words in in_html if words not in text} == set()
    addresses = {link.attributes["href"] for link in html.css("a")}
    assert {address for address in addresses if address not in text} == set()


@pytest.mark.parametrize("code", CODES)
def test_every_line_of_the_plain_text_runs_in_the_direction_of_the_edition(code):
    text = mail_of(full_issue(code), code).text

    strong = {"L": "ltr", "R": "rtl", "AL": "rtl"}
    for line in text.split("\n"):
        letters = [strong.get(unicodedata.bidirectional(sign)) for sign in line]
        first = next(filter(None, letters), None)
        assert first in (None, get_edition(code).direction) or line.startswith("https://")


def test_the_subject_begins_with_the_series_once():
    named = make_issue("en", title="Nejat NewsLetter No. 7")
    other = make_issue("en", title="Spring  letters\nBcc: b@example.org")

    assert mail_of(named, "en").subject == "Nejat NewsLetter No. 7"
    assert mail_of(other, "en").subject == ("Nejat NewsLetter: Spring letters Bcc: b@example.org")


def test_without_an_address_to_unsubscribe_there_is_no_such_link():
    mail = mail_of(full_issue("en"), "en")

    assert "nsubscribe" not in mail.html + mail.text


def test_before_the_first_words_programs_show_the_standfirst():
    issue = make_issue("fa", standfirst="واژه " * 100)

    hidden = LexborHTMLParser(mail_of(issue, "fa").html).css_first("body > div")
    assert "display: none" in hidden.attributes["style"]
    assert hidden.text() == "واژه " * 27 + "واژه…"


@pytest.mark.parametrize("code", CODES)
def test_a_mail_has_the_headers_of_a_list(mail_server, code):
    make_mailing("mina@example.org", issue=full_issue(code), edition=code)

    Sender(batch=9, limit=None, pause=0, say=print).run()

    (mail,) = mail_server.mails
    assert mail["List-Id"] == f"<newsletter.{code}.example.org>"
    link = re.fullmatch(
        rf"<(http://testserver/{code}/unsubscribe/\S+/)>", mail["List-Unsubscribe"].strip()
    )
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Precedence"] == "bulk"
    assert mail["Message-ID"] == f"<delivery-{Delivery.objects.get().pk}@example.org>"
    assert mail["From"].addresses[0].addr_spec == "news@example.org"
    assert mail["To"] == "mina@example.org"
    assert mail["Subject"].endswith(f"{TITLES[code]} <1>")
    assert link[1] in mail.get_body(("plain",)).get_content()
    assert link[1] in mail.get_body(("html",)).get_content()
    assert mail.get_content_type() == "multipart/alternative"


def test_the_headers_on_the_wire_are_plain_letters_and_the_link_is_whole(mail_server):
    make_mailing("mina@bücher.example", issue=full_issue("fa"))

    Sender(batch=9, limit=None, pause=0, say=print).run()

    head, _, _body = mail_server.raw[0].partition(b"\r\n\r\n")
    assert head.isascii()
    assert re.search(rb"Subject:\s+=\?utf-8\?", head)
    assert re.search(rb"List-Unsubscribe:\s+<http://testserver/fa/unsubscribe/[\w:-]+/>\r\n", head)
    assert b"To: mina@xn--bcher-kva.example\r\n" in head
    assert mail_server.addresses == ["mina@xn--bcher-kva.example"]


def test_a_mail_costs_the_same_queries_for_many_entries(mail_server, django_assert_num_queries):
    issue = make_issue("fa", articles=[make_article("fa") for _ in range(12)])

    with django_assert_num_queries(1):
        mail_of(issue, "fa")
