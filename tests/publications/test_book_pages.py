"""The page of a book: imprint, credits, reviews, shops, files, and what machines read."""

import json
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from publications.models import Book, BookFile
from tests.factories import PUBLISHED_AT, make_article, make_book, make_contributor

pytestmark = pytest.mark.django_db

LIST = "/fa/publications/books/"
DAY = timedelta(days=1)


def _page(client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200, address
    return LexborHTMLParser(response.content.decode())


def _words(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def _imprint(page: LexborHTMLParser) -> list[str]:
    return _words(page, ".imprint dd")


def _add_file(book: Book, edition: str, **fields: object) -> BookFile:
    file = BookFile(book=book, edition=edition, **{"kind": "pdf", "byte_size": 2_500_000} | fields)
    file.file.save(f"{edition}.{file.kind}", ContentFile(b"%PDF"), save=False)
    file.save()
    return file


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_what_is_not_public_is_a_page_for_staff_alone(client, admin_client, state):
    address = make_book("fa", title="باغ", state=state).url_in("fa")

    assert client.get(address).status_code == 404
    preview = admin_client.get(address)
    assert preview.status_code == 200
    assert "no-store" in preview.headers["Cache-Control"]
    assert _words(_page(admin_client, LIST), ".tile") == []


def test_an_address_of_yesterday_leads_to_that_of_today(client):
    book = make_book("fa", title="باغ")
    address = book.url_in("fa")

    for other in (f"{LIST}{book.pk}/", f"{LIST}{book.pk}/چیز/"):
        moved = client.get(other)
        assert (moved.status_code, moved.url) == (301, address)
    assert client.get(f"/sq/publications/books/{book.pk}/").status_code == 404
    assert client.get(f"{LIST}999/").status_code == 404


def test_the_switcher_leads_to_the_list_where_the_book_is_not(client):
    page = _page(client, make_book("fa").url_in("fa"))

    link = page.css_first("header a[hreflang=sq]").attributes["href"]
    assert link == "/sq/publications/books/#not-in-this-edition"


@pytest.mark.parametrize(
    ("code", "year", "pages", "languages"),
    [
        ("en", "2020", "1,240", "Persian · English"),
        ("ar", "٢٠٢٠", "١٬٢٤٠", "الفارسيّة · الإنجليزيّة"),
        ("fa", "۲۰۲۰", "۱٬۲۴۰", "فارسی · انگلیسی"),
        ("sq", "2020", "1 240", "Persisht · Anglisht"),
    ],
)
def test_the_imprint_speaks_the_language_of_the_edition(client, code, year, pages, languages):
    book = make_book(code, publisher="P", place="T", year=2020, languages=["fa", "en"])
    book.page_count, book.isbn = 1240, "9786001191251"
    book.save()

    page = _page(client, book.url_in(code))

    assert _imprint(page) == ["P", "T", year, languages, pages, "978-600-119-125-1"]
    assert page.css_first(".imprint dd bdi[dir=ltr]").text() == "978-600-119-125-1"


def test_what_is_not_known_is_not_on_the_page(client):
    page = _page(client, make_book("en").url_in("en"))

    assert _imprint(page) == []
    assert page.css(".bylines, .files, .shops, .related, figure, .prose, .subtitle") == []


def test_credits_are_those_with_a_name_in_the_edition_in_their_order(client):
    book = make_book("en")
    for position, (code, name, role) in enumerate(
        [("en", "Mina", "translator"), ("fa", "زهرا", "writer"), ("en", "Sara", "writer")]
    ):
        person = make_contributor(code, name=name)
        book.credits.create(contributor=person, role=role, position=9 - position)

    page = _page(client, book.url_in("en"))

    assert _words(page, ".bylines span") == ["Writer: Sara", "Translator: Mina"]
    assert [a.attributes["href"] for a in page.css(".bylines a")] == [
        "/en/by/sara/",
        "/en/by/mina/",
    ]


def test_a_role_in_a_book_is_named_once_with_all_who_had_it(client):
    book = make_book("en")
    for position, (name, role) in enumerate(
        [("Mina", "translator"), ("Sara", "writer"), ("Zana", "translator")]
    ):
        contributor = make_contributor("en", name=name)
        book.credits.create(contributor=contributor, role=role, position=position)

    page = _page(client, book.url_in("en"))

    assert _words(page, ".bylines span") == ["Translator: Mina · Zana", "Writer: Sara"]


def test_reviews_are_those_that_are_public_in_the_edition(client):
    book = make_book("en")
    book.reviews.add(
        make_article("en", title="old"),
        make_article("en", title="new", published_at=PUBLISHED_AT + DAY),
        make_article("fa", title_en="not public in English"),
        make_article("en", state="draft"),
    )

    page = _page(client, book.url_in("en"))

    assert _words(page, ".related .link div > a") == ["new", "old"]


def test_a_book_is_bought_elsewhere(client):
    book = make_book("fa")
    book.shops.create(name="کتاب‌فروشی", address="https://example.org/?a=1&b=2")

    [shop] = _page(client, book.url_in("fa")).css(".shops a")

    assert (shop.text(), shop.attributes["href"]) == ("کتاب‌فروشی", "https://example.org/?a=1&b=2")
    assert "nofollow" in shop.attributes["rel"]


@pytest.mark.parametrize(("code", "pages", "size"), [("en", "12", "2.4"), ("fa", "۱۲", "۲٫۴")])
def test_files_of_the_edition_come_first_with_pages_and_size(client, code, pages, size):
    book = make_book(code)
    here = _add_file(book, code, pages=12)
    epub = _add_file(book, code, kind="epub")
    sample = _add_file(book, code, is_sample=True, pages=1)
    elsewhere = _add_file(book, "sq", kind="epub", is_sample=True)

    page = _page(client, book.url_in(code))

    links = page.css(".files a.file")
    assert [a.attributes["href"] for a in links] == [f.file.url for f in (here, sample)]
    assert {a.attributes["type"] for a in links} == {"application/pdf"}
    saved = page.css(".files a[download]")
    expected = [f"{file.file.url}?download=1" for file in (here, epub, sample)]
    assert [a.attributes["href"] for a in saved] == expected
    assert saved[1].attributes["type"] == "application/epub+zip"
    facts = _words(page, ".files p .facts")
    assert [facts[0].split()[0], facts[1].split()[0]] == [pages, size]
    assert facts[0].split()[-2:] == facts[1].split()
    [other] = page.css(".files li a")
    assert (other.attributes["href"], other.attributes["hreflang"]) == (elsewhere.file.url, "sq")
    [kind, language] = other.css("bdi")
    assert (kind.text(), kind.attributes) == ("EPUB", {"lang": "en"})
    assert (language.text(), language.attributes) == ("Shqip", {"lang": "sq", "dir": "ltr"})


def test_a_file_in_another_language_is_named_in_one_phrase(client):
    book = make_book("en")
    _add_file(book, "fa")
    _add_file(book, "sq", kind="epub", is_sample=True)

    page = _page(client, book.url_in("en"))

    assert _words(page, ".files li") == ["PDF in فارسی", "Sample pages: EPUB in Shqip"]


def test_what_machines_read_has_the_shape_of_schema_org(client):
    hostile = "</script><script>alert(1)</script> & <!-- “باغ”"
    book = make_book("fa", title=hostile, subtitle="زیر", standfirst="کوتاه", publisher="نجات")
    book.year, book.isbn, book.languages, book.page_count = 2020, "0306406152", ["fa", "en"], 120
    book.save()
    for role, name in (("writer", "مینا"), ("translator", "سارا"), ("writer", "زهرا")):
        book.credits.create(contributor=make_contributor("fa", name=name), role=role)

    page = _page(client, book.url_in("fa"))

    script = page.css_first('head script[type="application/ld+json"]')
    root = "http://testserver"
    assert json.loads(script.text()) == {
        "@context": "https://schema.org",
        "@type": "Book",
        "name": hostile,
        "alternativeHeadline": "زیر",
        "description": "کوتاه",
        "url": f"{root}{book.url_in('fa')}",
        "isbn": "9780306406157",
        "inLanguage": ["fa", "en"],
        "datePublished": "2020",
        "numberOfPages": 120,
        "publisher": {"@type": "Organization", "name": "نجات"},
        "author": [
            {"@type": "Person", "name": "مینا", "url": f"{root}/fa/by/%D9%85%DB%8C%D9%86%D8%A7/"},
            {"@type": "Person", "name": "زهرا", "url": f"{root}/fa/by/%D8%B2%D9%87%D8%B1%D8%A7/"},
        ],
        "translator": [
            {"@type": "Person", "name": "سارا", "url": f"{root}/fa/by/%D8%B3%D8%A7%D8%B1%D8%A7/"}
        ],
    }
    assert page.css_first("h1").text() == hostile
    kinds = {s.attributes.get("type") for s in page.css("script") if "alert" in s.text()}
    assert kinds == {"application/ld+json"}


@pytest.mark.parametrize("code", CODES)
def test_a_book_of_which_little_is_known_tells_machines_as_much(client, code):
    book = make_book(code, title="B")

    script = _page(client, book.url_in(code)).css_first('head script[type="application/ld+json"]')

    assert json.loads(script.text()) == {
        "@context": "https://schema.org",
        "@type": "Book",
        "name": "B",
        "url": f"http://testserver{book.url_in(code)}",
    }
