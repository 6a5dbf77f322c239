"""Posts that are issues or books by their terms, with their cover, number and PDF."""

import pytest
from django.utils import translation

from articles.models import Article, Topic
from media_library.models import ImageAsset
from nejat.editions.registry import CODES
from nejat.wordpress.models import ImportRecord
from publications.models import Book, Issue
from tests.wordpress.media import UPLOADS, draw, pdf, picture, shown
from tests.wordpress.wxr import Importer, attachment, category, comment, item, link, meta

pytestmark = pytest.mark.django_db

NEWSLETTER, PARS_BRIEF = link("ctype", "newsletter"), link("ctype", "pars-brief")
BOOK = link("ctype", "books")
FILE = UPLOADS + "2015/09/no108.pdf"
ATTACHED = attachment(7, FILE, post_parent=1)
DOWNLOAD = f'<p><strong><a href="{FILE}">Download &raquo;</a></strong></p>'


@pytest.fixture
def media(tmp_path):
    pdf(tmp_path / "uploads/2015/09/no108.pdf", pages=2)
    draw(tmp_path / "uploads/a.png")
    draw(tmp_path / "uploads/b.png", "red")
    return tmp_path / "uploads"


@pytest.fixture
def run(tmp_path, media):
    run = Importer(tmp_path)
    return lambda *parts, **options: run(*parts, **{"media": media, **options}) and run


@pytest.mark.parametrize(
    ("term", "model", "series"),
    [
        (link("ctype", "newsletter"), Issue, "newsletter"),
        (link("category", "nejat-newsletter"), Issue, "newsletter"),
        (link("ctype", "x", "خبرنامه نجات"), Issue, "newsletter"),
        (link("category", "x", "نشرة النجاة"), Issue, "newsletter"),
        (link("module", "buletini-nejat"), Issue, "newsletter"),
        (link("ctype", "pars-brief"), Issue, "pars-brief"),
        (link("category", "parsbrief"), Issue, "pars-brief"),
        (link("ctype", "x", "پارس بریف"), Issue, "pars-brief"),
        (link("ctype", "x", "بارس بريف"), Issue, "pars-brief"),
        (link("ctype", "book"), Book, ""),
        (link("module", "Books"), Book, ""),
        (link("category", "کتاب"), Book, ""),
        (link("ctype", "%d9%83%d8%aa%d8%a8"), Book, ""),
        (link("category", "libra"), Book, ""),
        (link("post_tag", "newsletter"), Article, None),
    ],
)
def test_the_terms_of_a_post_tell_its_kind(run, term, model, series):
    done = run(item(1, term, title="Old letters"))

    work = model.objects.get()
    assert (work.title_fa, work.state_fa, work.body_fa) == (
        "Old letters",
        "published",
        "<p>Text 1</p>",
    )
    assert ImportRecord.objects.get(kind="post").result == work
    if series is not None:
        assert getattr(work, "series", "") == series
        assert done.totals(series or "book") == {"read": 1, "created": 1}
        assert done.totals("post") == {}
    assert done.report["repaired"] == []


@pytest.mark.parametrize(
    ("code", "title", "numbers"),
    [
        ("en", "Nejat Newsletter, Vol. 9, No.108", (108, 9)),
        ("ar", "نشرة النجاة العدد ١٠٨", (108, None)),
        ("fa", "خبرنامه نجات شماره ۱۰۸", (108, None)),
        ("sq", "Buletini Nejat Nr. 108", (108, None)),
    ],
)
def test_an_issue_has_its_number_its_pdf_and_its_cover_in_each_edition(
    run, media, code, title, numbers
):
    uploads = UPLOADS.replace("/fa/", f"/{code}/")
    file = uploads + "2015/09/no108.pdf"
    body = (
        f'<a href="{file}"><img class="wp-image-3" src="{uploads}a.png"></a>\n\n'
        f'<h3>Inside this issue:</h3>\n\nA garden\n\n<a href="{file}">PDF</a>'
    )

    done = run(
        picture(3),
        attachment(7, file),
        item(1, NEWSLETTER, title=title, body=body, link=f"https://example.org/{code}/posts/1"),
        edition=code,
    )

    issue = Issue.objects.get()
    assert (issue.get_in("number", code), issue.get_in("volume", code)) == numbers
    assert issue.get_in("title", code) == title
    assert issue.cover == ImageAsset.objects.get(original_name="a.png")
    assert issue.get_in("body", code) == "<h3>Inside this issue:</h3>\n<p>A garden</p>"
    row = issue.files.get()
    assert (row.edition, row.kind, row.pages) == (code, "pdf", 2)
    assert row.file.name.startswith("publications/")
    with row.file.open() as stored, (media / "2015/09/no108.pdf").open("rb") as source:
        assert stored.read() == source.read()
    assert done.report["repaired"] == []


def test_a_book_has_its_pdf_too(run):
    run(ATTACHED, item(1, BOOK, title="A book of letters", body=f"About it\n\n{DOWNLOAD}"))

    book = Book.objects.get()
    file = book.files.get()
    assert (book.title_fa, book.body_fa) == ("A book of letters", "<p>About it</p>")
    assert (file.edition, file.kind, file.is_sample) == ("fa", "pdf", False)


def test_without_any_picture_the_first_page_stands_for_the_cover(run):
    run(ATTACHED, item(1, NEWSLETTER, body=DOWNLOAD))

    issue = Issue.objects.get()
    assert issue.cover is None
    with translation.override("fa"):
        assert issue.shown_cover == issue.files.get().cover == ImageAsset.objects.get()


def test_the_featured_picture_is_the_cover_and_another_one_stays_in_the_body(run):
    featured = meta("_thumbnail_id", 4)
    body = f'<img class="wp-image-3" src="{UPLOADS}a.png">'

    run(picture(3), picture(4, "b.png"), item(1, BOOK, featured, body=body))

    book = Book.objects.get()
    assert book.cover.original_name == "b.png"
    assert book.body_fa == shown(ImageAsset.objects.get(original_name="a.png").pk)


def test_a_number_that_is_taken_is_left_out_and_said(run):
    run(item(1, NEWSLETTER, title="Newsletter 108"))

    done = run(
        item(1, NEWSLETTER, title="Newsletter 108"),
        item(2, NEWSLETTER, title="Newsletter no. 108"),
        item(3, PARS_BRIEF, title="Pars Brief 108"),
    )

    numbers = dict(Issue.objects.values_list("title_fa", "number_fa"))
    assert numbers == {"Newsletter 108": 108, "Newsletter no. 108": None, "Pars Brief 108": 108}
    assert done.repairs(2) == ["another issue has its number 108 in this edition: it has none"]
    assert done.repairs(3) == []


def test_of_two_issues_with_one_number_in_an_export_the_first_has_it(run):
    done = run(*(item(n, NEWSLETTER, title=f"Newsletter 108: {n}") for n in (1, 2)))

    assert list(Issue.objects.order_by("pk").values_list("number_fa", flat=True)) == [108, None]
    assert len(done.repairs(2)) == 1


def test_translations_are_one_issue_with_a_pdf_in_each_edition(run, media):
    titles = dict(zip(CODES, ("Newsletter 5", "نشرة ٥", "خبرنامه ۵", "Buletini 5"), strict=True))
    parts = []
    for number, (code, title) in enumerate(titles.items(), start=1):
        pdf(media / f"{code}.pdf", pages=number)
        place = link("language", code), link("post_translations", "group")
        body = f'<a href="{UPLOADS}{code}.pdf">PDF</a>'
        # Of the last one only its translations tell what it is.
        terms = (NEWSLETTER, *place) if code != "sq" else place
        parts.append(item(number, *terms, title=title, body=body))

    done = run(*parts)

    issue = Issue.objects.get()
    assert [issue.get_in("number", code) for code in CODES] == [5, 5, 5, 5]
    pages = dict(issue.files.values_list("edition", "pages"))
    assert pages == {code: number for number, code in enumerate(CODES, start=1)}
    assert done.totals("newsletter") == {"read": 4, "created": 4}


def test_translations_of_other_kinds_follow_the_first(run):
    place = [link("post_translations", "group")]

    done = run(item(1, NEWSLETTER, *place, link("language", "fa")),
               item(2, PARS_BRIEF, *place, link("language", "en")))  # fmt: skip

    assert Issue.objects.get().series == "newsletter"
    assert done.repairs(2) == [
        "a pars-brief by itself, but its translations are a newsletter: one with them"
    ]


def test_comments_stand_under_an_issue_and_other_terms_in_its_record(run):
    terms = link("post_tag", "rain"), link("category", "letters")

    done = run(ATTACHED, category(1, "letters", "Letters"),
               item(1, NEWSLETTER, *terms, comment(5), body=DOWNLOAD))  # fmt: skip

    data = ImportRecord.objects.get(kind="post").data
    assert data.pop("pdf")["address"] == FILE
    assert data == {
        "terms": {"ctype": ["newsletter"], "post_tag": ["rain"], "category": ["letters"]},
        "series": "newsletter",
    }
    assert done.totals("comment") == {"read": 1, "created": 1}
    assert Topic.objects.count() == 1
