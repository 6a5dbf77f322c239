"""PDFs of the old site as the files of issues: which is taken, and what is left in the body."""

import pytest
from django.core.files.storage import default_storage
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from articles.models import Article
from publications.models import Issue
from tests.wordpress.media import UPLOADS, pdf
from tests.wordpress.wxr import Importer, attachment, item, link

pytestmark = pytest.mark.django_db

NEWSLETTER = link("ctype", "newsletter")
FILE = UPLOADS + "2015/09/no108.pdf"
ATTACHED = attachment(7, FILE, post_parent=1)
DOWNLOAD = f'<p><strong><a href="{FILE}">Download &raquo;</a></strong></p>'


@pytest.fixture
def media(tmp_path):
    pdf(tmp_path / "uploads/2015/09/no108.pdf", pages=2)
    return tmp_path / "uploads"


@pytest.fixture
def run(tmp_path, media):
    run = Importer(tmp_path)
    return lambda *parts, **options: run(*parts, **{"media": media, **options}) and run


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("Text\n\n{} ", "<p>Text</p>"),
        ('Text\n\n<h3>» <a href="{}">PDF</a> «</h3>', "<p>Text</p>"),
        ('Text\n\n<a href="{0}">PDF</a> <a href="{0}">Download</a>', "<p>Text</p>"),
        ('Text [pdf-embedder url="{}"]', "<p>Text</p>"),
        ('Text <iframe src="{}"></iframe>', "<p>Text</p>"),
        ('Read <a href="{}">the PDF</a>.', '<p>Read <a href="{}">the PDF</a>.</p>'),
        (
            '<a href="{0}">PDF</a>\n\n<a href="/fa/posts/9">Next</a>',
            '<p><a href="/fa/posts/9">Next</a></p>',
        ),
    ],
)
def test_only_what_says_nothing_but_the_link_leaves_the_body(run, body, left):
    run(ATTACHED, item(1, NEWSLETTER, body=body.format(FILE)))

    copy = default_storage.url("imports/fa/2015/09/no108.pdf")
    issue = Issue.objects.get()
    assert issue.files.count() == 1
    assert issue.body_fa == left.format(copy)


def test_an_attached_pdf_is_taken_where_the_body_links_to_none(run):
    other = attachment(8, UPLOADS + "other.pdf", post_parent=2)
    foreign = '<p><a href="https://example.net/report.pdf">Report</a></p>'

    done = run(other, ATTACHED, item(1, NEWSLETTER, body=foreign))

    issue = Issue.objects.get()
    assert issue.files.get().pages == 2
    assert "https://example.net/report.pdf" in issue.body_fa
    assert done.repairs(1) == []


def test_a_pdf_among_the_media_need_not_be_an_attachment(run, media):
    (media / "2015/09/no108.pdf").rename(media / "2015/09/شماره.pdf")
    address = UPLOADS + "./2015/09/%D8%B4%D9%85%D8%A7%D8%B1%D9%87.pdf"

    run(item(1, NEWSLETTER, body=f'Text\n\n<a href="{address}">PDF</a>'))

    issue = Issue.objects.get()
    assert (issue.files.get().pages, issue.body_fa) == (2, "<p>Text</p>")


@pytest.mark.parametrize("given", [{}, {"media": None}])
def test_a_pdf_that_is_missing_is_reported_and_its_link_stays(run, media, given):
    (media / "2015/09/no108.pdf").unlink()

    done = run(ATTACHED, item(1, NEWSLETTER, body=DOWNLOAD), **given)

    issue = Issue.objects.get()
    assert not issue.files.exists()
    assert 'href="/fa/wp-content/uploads/2015/09/no108.pdf"' in issue.body_fa
    assert done.repairs(1) == [f"no PDF among the media: {FILE}"]


def test_a_missing_pdf_that_comes_later_is_taken(run, media):
    parts = ATTACHED, item(1, NEWSLETTER, body=f"Text\n\n{DOWNLOAD}")
    run(*parts, media=None)

    done = run(*parts)

    issue = Issue.objects.get()
    assert (issue.files.get().pages, issue.body_fa) == (2, "<p>Text</p>")
    assert done.totals("newsletter") == {"read": 1, "updated": 1}


def damaged(path):
    path.write_bytes(b"%PDF-1.4 and nothing else")


def scripted(path):
    writer = PdfWriter()
    writer.add_blank_page(60, 80)
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('hello')")}
    action = DictionaryObject({NameObject(key): value for key, value in script.items()})
    writer.root_object[NameObject("/OpenAction")] = action
    writer.write(path)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (damaged, "This file is damaged or cut off"),
        (scripted, "This file holds a program"),
        (lambda path: path.write_bytes(b""), "This file is empty"),
        (lambda path: path.write_bytes(b"<html>"), "neither a PDF nor an EPUB"),
    ],
)
def test_a_pdf_that_is_refused_is_reported_and_its_link_stays(run, media, spoil, reason):
    spoil(media / "2015/09/no108.pdf")

    done = run(ATTACHED, item(1, NEWSLETTER, body=DOWNLOAD), item(2))

    issue = Issue.objects.get()
    assert not issue.files.exists()
    assert 'href="/files/imports/fa/2015/09/no108.pdf"' in issue.body_fa
    [said] = done.repairs(1)
    assert said.startswith(f"its PDF is refused ({FILE}): ")
    assert reason in said
    assert Article.objects.count() == 1

    pdf(media / "2015/09/no108.pdf")
    run(ATTACHED, item(1, NEWSLETTER, body=DOWNLOAD), item(2))

    assert issue.files.get().pages == 1  # it was mended where it lies


def test_a_refused_pdf_leaves_its_place_to_an_attached_one(run, media):
    damaged(media / "2015/09/no108.pdf")
    pdf(media / "good.pdf", pages=3)

    done = run(ATTACHED, attachment(8, UPLOADS + "good.pdf", post_parent=1),
               item(1, NEWSLETTER, body=DOWNLOAD))  # fmt: skip

    issue = Issue.objects.get()
    assert issue.files.get().pages == 3
    assert "no108.pdf" in issue.body_fa
    assert len(done.repairs(1)) == 1


def test_a_path_out_of_the_media_is_refused(run, media):
    pdf(media.parent / "secret.pdf")
    address = UPLOADS + "%2e%2e/secret.pdf"

    done = run(item(1, NEWSLETTER, body=f'<a href="{address}">PDF</a>'))

    assert not Issue.objects.get().files.exists()
    assert "its path leads out of the media folder" in done.repairs(1)[0]
