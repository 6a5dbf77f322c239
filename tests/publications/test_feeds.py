"""Feeds of books and of each series, with the files of the edition as enclosures."""

from datetime import timedelta
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from django.core.files.base import ContentFile
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from publications.models import Book, BookCredit, BookFile, Issue, IssueFile
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_book,
    make_contributor,
    make_image,
    make_issue,
)
from tests.feeds import read_json
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("books", "newsletter", "pars-brief")
DAY = timedelta(days=1)
TITLES = {
    "books": {"en": "Books", "ar": "كتب", "fa": "کتاب", "sq": "Libra"},
    "newsletter": {
        "en": "Nejat NewsLetter",
        "ar": "نشرة النجاة",
        "fa": "خبرنامه نجات",
        "sq": "Buletini Nejat",
    },
    "pars-brief": {"en": "Pars Brief", "ar": "بارس بريف", "fa": "پارس بریف", "sq": "Pars Brief"},
}
SITE = {"en": "Nejat Society", "ar": "جمعية النجاة", "fa": "انجمن نجات", "sq": "Shoqata Nejat"}


def _feed(client, kind: str, code: str = "fa") -> ET.Element:
    response = client.get(f"/{code}/publications/{kind}/feed/")
    assert (response.status_code, response["Content-Type"]) == (
        200,
        "application/atom+xml; charset=utf-8",
    )
    return ET.fromstring(response.content)


def _make(kind: str, code: str = "fa", **fields: object) -> Book | Issue:
    return make_book(code, **fields) if kind == "books" else make_issue(code, kind, **fields)


def _add_file(work: Book | Issue, edition: str, **fields: object) -> BookFile | IssueFile:
    file = work.files.model(edition=edition, **{"kind": "pdf", "byte_size": 4} | fields)
    setattr(file, file.part_of, work)
    file.file.save(f"نامه {edition}.{file.kind}", ContentFile(b"%PDF"), save=False)
    file.save()
    return file


def _titles(feed: ET.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


def _enclosures(feed: ET.Element) -> list[dict[str, str]]:
    """The files that come with the entries, besides their covers."""
    links = feed.findall(f"{ATOM}entry/{ATOM}link[@rel='enclosure']")
    return [link.attrib for link in links if not link.attrib["type"].startswith("image/")]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", FEEDS)
def test_there_is_a_feed_of_books_and_of_each_series(client, kind, code):
    for other in FEEDS:
        _make(other, code, title=other)
    _make(kind, "ar" if code == "fa" else "fa")
    _make(kind, code, state="draft")

    feed = _feed(client, kind, code)

    assert feed.findtext(f"{ATOM}title") == f"{TITLES[kind][code]} – {SITE[code]}"
    links = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{ATOM}link")}
    address = f"http://testserver/{code}/publications/{kind}/"
    assert links == {"alternate": address, "self": f"{address}feed/"}
    assert _titles(feed) == [kind]


@pytest.mark.parametrize("kind", FEEDS)
def test_an_entry_tells_what_where_and_when(client, kind):
    work = _make(kind, "fa", title="A & <B> «نامه»", standfirst="Two & <three>.")

    [entry] = _feed(client, kind).findall(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "A & <B> «نامه»"
    assert entry.findtext(f"{ATOM}summary") == "Two & <three>."
    assert entry.find(f"{ATOM}link").attrib["href"] == f"http://testserver{work.url_in('fa')}"
    assert entry.findtext(f"{ATOM}published") == PUBLISHED_AT.isoformat()


@pytest.mark.parametrize("kind", FEEDS)
def test_entries_are_the_newest_twenty_newest_first(client, kind):
    for number in range(22):
        _make(kind, title=str(number), published_at=PUBLISHED_AT + number * DAY)

    assert _titles(_feed(client, kind)) == [str(number) for number in range(21, 1, -1)]


def test_each_entry_has_a_name_of_its_own_in_each_edition_and_kind(client):
    works = {kind: _make(kind, title_en="A", state_en="published") for kind in FEEDS}

    names = [
        _feed(client, kind, code).findtext(f"{ATOM}entry/{ATOM}id")
        for kind in FEEDS
        for code in ("en", "fa")
    ]

    assert names == [
        f"tag:nejatngo.org,2003:{code}/publications/{kind}/{works[kind].pk}"
        for kind in FEEDS
        for code in ("en", "fa")
    ]


@pytest.mark.parametrize("kind", FEEDS)
def test_the_file_of_the_edition_is_an_enclosure_with_its_whole_address(client, kind):
    work = _make(kind)
    file = _add_file(work, "fa", byte_size=2_345_678)
    _add_file(work, "en")
    _add_file(_make(kind, "en"), "fa")

    [enclosure] = _enclosures(_feed(client, kind))

    assert enclosure == {
        "href": f"http://testserver{file.file.url}",
        "rel": "enclosure",
        "length": "2345678",
        "type": "application/pdf",
    }
    path = enclosure["href"].removeprefix("http://testserver")
    assert enclosure["href"].isascii()
    assert "نامه" in unquote(path)
    assert b"".join(client.get(path).streaming_content) == b"%PDF"


def test_a_book_brings_all_its_files_in_the_edition(client):
    book = make_book("fa")
    _add_file(book, "fa", kind="epub")
    _add_file(book, "fa", is_sample=True)
    _add_file(book, "sq")

    enclosures = _enclosures(_feed(client, "books"))

    assert sorted(e["type"] for e in enclosures) == ["application/epub+zip", "application/pdf"]


@pytest.mark.parametrize("kind", FEEDS)
def test_a_work_without_a_file_has_no_enclosure(client, kind):
    _make(kind)

    assert _enclosures(_feed(client, kind)) == []


@pytest.mark.parametrize("kind", FEEDS)
def test_the_cover_stands_before_the_text(client, kind):
    image = make_image("fa", alt_text="دو زن")
    _add_file(_make(kind, body="<p>متن</p>"), "fa", cover=image)

    [item] = read_json(client, f"/fa/publications/{kind}/feed.json")["items"]
    content = LexborHTMLParser(item["content_html"], is_fragment=True)

    assert [node.tag for node in content.css("div > *")] == ["figure", "p"]
    assert content.css_first("img").attributes["alt"] == "دو زن"
    assert item["image"] == f"http://testserver{image.file.url}"


def test_what_stands_in_an_issue_follows_its_words(client):
    article = make_article("fa", title="نامه", standfirst="یک <باغ>.", source_name="روزنامه")
    issue = make_issue("fa", articles=[article, make_article("en")], body="<p>سلام</p>")
    issue.entries.create(position=9, title_fa="جای دیگر", source_address_fa="https://example.org/")

    [item] = read_json(client, "/fa/publications/newsletter/feed.json")["items"]
    content = LexborHTMLParser(item["content_html"], is_fragment=True)

    assert [node.text(strip=True) for node in content.css("div > *")] == [
        "سلام",
        "در این شماره",
        "نامه",
        "یک <باغ>.",
        "منبع:روزنامه",
        "جای دیگر",
    ]
    assert [link.attributes["href"] for link in content.css("h3 a")] == [
        f"http://testserver{article.url_in('fa')}",
        "https://example.org/",
    ]


def test_the_authors_of_a_book_are_those_who_wrote_it(client):
    writer, translator = make_contributor("fa", name="نویسنده"), make_contributor("fa")
    book = make_book("fa")
    BookCredit.objects.create(book=book, contributor=writer)
    BookCredit.objects.create(book=book, contributor=translator, role="translator")

    [item] = read_json(client, "/fa/publications/books/feed.json")["items"]

    address = f"http://testserver{writer.url_in('fa')}"
    assert item["authors"] == [{"name": "نویسنده", "url": address}]


def _withdraw_an_article(work):
    article = work.entries.get().article
    article.state_fa = "withdrawn"
    article.save()


def _credit_somebody(work):
    BookCredit.objects.create(book=work, contributor=make_contributor("fa"))


def _add_an_epub(work):
    _add_file(work, "fa", kind="epub")


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("newsletter", _withdraw_an_article),
        ("books", _credit_somebody),
        ("books", _add_an_epub),
    ],
)
@pytest.mark.parametrize("form", ["feed/", "feed.json"])
def test_what_changes_beside_a_work_is_sent(client, kind, change, form):
    work = _make(kind, **({} if kind == "books" else {"articles": [make_article("fa")]}))
    address = f"/fa/publications/{kind}/{form}"
    first = client.get(address)
    known = {"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}

    change(work)

    assert [client.get(address, headers=asked).status_code for asked in known] == [200, 200]


def test_a_pdf_that_is_made_later_is_a_change(client):
    issue = make_issue("fa")
    first = client.get("/fa/publications/newsletter/feed/")
    known = {"if-none-match": first["ETag"]}
    _add_file(issue, "en")
    unchanged = client.get("/fa/publications/newsletter/feed/", headers=known)
    _add_file(issue, "fa")

    changed = client.get("/fa/publications/newsletter/feed/", headers=known)

    assert (unchanged.status_code, changed.status_code) == (304, 200)
    assert len(_enclosures(ET.fromstring(changed.content))) == 1


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", FEEDS)
def test_a_feed_takes_five_queries_however_long(client, kind, code, count):
    cover = make_image()
    for number in range(count):
        more = {} if kind == "books" else {"articles": [make_article(code)], "number": number}
        body = f'<figure data-image="{cover.pk}"></figure>'
        work = _make(kind, code, cover=cover, body=body, **more)
        _add_file(work, code, text="words", cover=cover)

    with captured() as statements:
        feed = _feed(client, kind, code)

    assert len(_enclosures(feed)) == count
    assert len(statements) == 5
    assert base_columns_read(statements) == set()
    assert [sql for sql in statements if '"text"' in sql] == []


@pytest.mark.parametrize("kind", FEEDS)
def test_the_list_says_where_its_feeds_are(client, kind):
    page = LexborHTMLParser(client.get(f"/fa/publications/{kind}/").content.decode())

    links = page.css(f"link[rel=alternate][title='{TITLES[kind]['fa']}'][type*='application/']")
    assert [(link.attributes["type"], link.attributes["href"]) for link in links] == [
        ("application/atom+xml", f"/fa/publications/{kind}/feed/"),
        ("application/feed+json", f"/fa/publications/{kind}/feed.json"),
    ]
