"""Old addresses of issues, books and their lists answer 301, in one hop, to those of today."""

import pytest
from django.utils import translation

from articles.models import Topic
from nejat.editions.registry import CODES
from nejat.wordpress.models import OldAddress
from publications.models import Book, Issue
from tests.factories import make_book, make_issue
from tests.wordpress.answers import leads
from tests.wordpress.media import UPLOADS, pdf
from tests.wordpress.wxr import Importer, attachment, category, item, link, meta

pytestmark = pytest.mark.django_db

NEWSLETTER = link("ctype", "newsletter")


@pytest.fixture
def run(tmp_path):
    pdf(tmp_path / "uploads/no108.pdf")
    run = Importer(tmp_path)
    return lambda *parts, **options: run(*parts, media=tmp_path / "uploads", **options) and run


@pytest.mark.parametrize("path", ["posts/1", "?p=1", "2012/05/rain", "posts/1/amp/", "an-old-one"])
@pytest.mark.parametrize(
    ("word", "model"), [("newsletter", Issue), ("pars-brief", Issue), ("books", Book)]
)
def test_a_post_that_became_a_publication_is_found_there(run, client, path, word, model):
    old = "https://example.org/fa/2012/05/rain/"
    run(item(1, link("ctype", word), meta("_wp_old_slug", "an-old-one"), link=old))

    address = model.objects.get().url_in("fa")
    assert leads(client, f"/fa/{path}") == address
    assert address.startswith(f"/fa/publications/{word}/")


def test_a_draft_is_not_found(run, client):
    run(item(1, NEWSLETTER, status="draft"))

    assert client.get("/fa/posts/1").status_code == 404


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ctype/books", "books/"),
        ("ctype/book/page/3", "books/"),
        ("ctype/newsletter/", "newsletter/"),
        ("ctype/newsletters/feed", "newsletter/feed/"),
        ("ctype/parsbrief", "pars-brief/"),
        ("ctype/pars-brief/feed", "pars-brief/feed/"),
        (
            "ctype/%D8%AE%D8%A8%D8%B1%D9%86%D8%A7%D9%85%D9%87-%D9%86%D8%AC%D8%A7%D8%AA",
            "newsletter/",
        ),
        ("ctype/كتب", "books/"),
        ("ctype/libra", "books/"),
        ("module/newsletter/amp/", "newsletter/"),
        ("posts/type/books", "books/"),
        ("publications/books", "books/"),
        ("publications/newsletter?amp=1", "newsletter/"),
        ("publications/pars-brief/feed", "pars-brief/feed/"),
    ],
)
@pytest.mark.parametrize("code", CODES)
def test_lists_lead_to_the_lists_of_today(client, code, old, new):
    assert leads(client, f"/{code}/{old}") == f"/{code}/publications/{new}"


@pytest.mark.parametrize("code", CODES)
def test_our_own_former_addresses_lead_to_those_of_today(client, code):
    works = make_book(code, slug="rain"), make_issue(code, slug="rain", series="pars-brief")
    for address in (work.url_in(code) for work in works):
        bare = address.removesuffix("rain/").rstrip("/")

        for asked in (f"{bare}/former", f"{bare}/former/?amp=1", bare, f"{address}amp/"):
            assert leads(client, asked) == address


def test_an_issue_is_found_below_another_series(client):
    issue = make_issue("fa", slug="rain", series="pars-brief")

    assert leads(client, f"/fa/publications/newsletter/{issue.pk}/rain") == issue.url_in("fa")


@pytest.mark.parametrize(
    "path",
    ["publications", "publications/x", "publications/books/999", "publications/newsletter/x/amp/"],
)
def test_what_was_never_there_is_not_found(client, path):
    assert client.get(f"/fa/{path}").status_code == 404


@pytest.mark.parametrize(
    ("given", "room"),
    [
        (("newsletter", "Nejat NewsLetter"), "newsletter"),
        (("nashriye", "خبرنامه نجات"), "newsletter"),
        (("%d9%be%d8%a7%d8%b1%d8%b3-%d8%a8%d8%b1%db%8c%d9%81", "پارس بریف"), "pars-brief"),
        (("books", "Books"), "books"),
    ],
)
@pytest.mark.parametrize("is_declared", [True, False])
def test_a_category_of_publications_is_no_topic_but_leads_to_their_list(
    run, client, given, room, is_declared
):
    slug = given[0]
    declared = category(4, *given) if is_declared else ""

    done = run(declared, *(item(number, link("category", *given)) for number in (1, 2)))

    assert not Topic.objects.exists()
    for asked in ("topic/{}", "topic/{}/", "topic/{}/page/2/", "topic/above/{}", "category/{}"):
        assert leads(client, f"/fa/{asked.format(slug)}") == f"/fa/publications/{room}/"
    assert leads(client, f"/fa/topic/{slug}/feed") == f"/fa/publications/{room}/feed/"
    assert done.totals("topic") == {"read": 1, "skipped": 1}
    [skip] = done.report["skipped"]
    assert skip["reason"].startswith("no topic: its posts are of the kind ")


def test_a_second_run_says_the_same_of_such_a_category(run):
    parts = category(4, "books", "Books"), item(1, link("category", "books"))
    first = run(*parts).report["skipped"]
    before = list(OldAddress.objects.values_list("path", "target_path"))

    assert run(*parts).report["skipped"] == first
    assert list(OldAddress.objects.values_list("path", "target_path")) == before


def test_a_mapping_file_may_name_such_a_category(run, client, tmp_path):
    rules = tmp_path / "kinds.toml"
    rules.write_text('[[rule]]\nkind = "book"\nterms.category = ["shelf"]')

    run(category(4, "shelf", "Shelf"), item(1, link("category", "shelf")), kinds=str(rules))

    assert Book.objects.count() == 1
    assert leads(client, "/fa/topic/shelf") == "/fa/publications/books/"


def test_a_category_whose_posts_may_be_articles_stays_a_topic(run, client, tmp_path):
    rules = tmp_path / "kinds.toml"
    rules.write_text('[[rule]]\nkind = "book"\nbody = "picture"\nterms.category = ["shelf"]')

    run(category(4, "shelf", "Shelf"), item(1, link("category", "shelf")), kinds=str(rules))

    assert leads(client, "/fa/topic/shelf") == Topic.objects.get().url_in("fa")


def test_a_topic_that_an_earlier_import_made_stays_one(run, client, tmp_path):
    rules = tmp_path / "kinds.toml"
    rules.write_text('[[rule]]\nkind = "video"\nbody = "film"')
    parts = category(4, "books", "Books"), item(1, link("category", "books"))
    run(*parts, kinds=str(rules))

    done = run(*parts)

    assert leads(client, "/fa/topic/books") == Topic.objects.get().url_in("fa")
    assert done.report["skipped"] == []


@pytest.mark.parametrize("inside", [(attachment(7, UPLOADS + "no108.pdf"),), ()])
def test_the_old_address_of_a_pdf_leads_to_its_copy_or_to_the_issue(run, client, inside):
    run(*inside, item(1, NEWSLETTER, body=f'<a href="{UPLOADS}no108.pdf">PDF</a>'))

    with translation.override("fa"):
        expected = "/files/imports/fa/no108.pdf" if inside else Issue.objects.get().url_in("fa")
    assert leads(client, "/fa/wp-content/uploads/./no108.pdf") == expected
