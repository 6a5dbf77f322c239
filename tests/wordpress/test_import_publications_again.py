"""Issues and books in a second run: what stays, what changes, what fails."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from articles.models import Article
from media_library.models import ImageAsset
from nejat.wordpress.importer import pdfs, posts
from nejat.wordpress.models import ImportRecord
from publications.documents import read_document
from publications.keeping import keep_document
from publications.models import Book, Issue, IssueFile
from tests.wordpress.media import UPLOADS, draw, pdf, picture
from tests.wordpress.wxr import Importer, attachment, item, link, meta

pytestmark = pytest.mark.django_db

NEWSLETTER, BOOK = link("ctype", "newsletter"), link("ctype", "books")
FIRST = attachment(7, UPLOADS + "first.pdf")
SECOND = attachment(8, UPLOADS + "second.pdf")


def issue(name="first.pdf", text="Text", title="Newsletter 108", *inside):
    body = f'{text}\n\n<a href="{UPLOADS}{name}">PDF</a>'
    return item(1, NEWSLETTER, *inside, title=title, body=body)


@pytest.fixture
def media(tmp_path):
    pdf(tmp_path / "uploads/first.pdf")
    pdf(tmp_path / "uploads/second.pdf", "red", pages=2)
    draw(tmp_path / "uploads/a.png")
    return tmp_path / "uploads"


@pytest.fixture
def run(tmp_path, media):
    run = Importer(tmp_path)
    return lambda *parts, **options: run(*parts, **{"media": media, **options}) and run


@pytest.fixture
def read(monkeypatch):
    """The names of the files that the gate reads from now on."""
    names = []

    def reading(file, name):
        names.append(name)
        return read_document(file, name)

    monkeypatch.setattr(pdfs, "read_document", reading)
    return names


def stored():
    """All files in the storage but the copies of attachments."""
    root = Path(default_storage.path(""))
    files = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return sorted(str(path) for path in files if path.parts[0] != "imports")


def rows():
    models = (Issue, IssueFile, ImageAsset, ImportRecord)
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_changes_nothing_and_reads_no_pdf(run, read, resume):
    book = item(2, BOOK, body=f'<a href="{UPLOADS}second.pdf">PDF</a>')
    run(FIRST, SECOND, issue(), book)
    before = rows(), stored()
    assert read == ["first.pdf", "second.pdf"]

    done = run(FIRST, SECOND, issue(), book, resume=resume)

    assert (rows(), stored()) == before
    assert len(read) == 2
    assert done.totals("newsletter") == done.totals("book") == {"read": 1, "unchanged": 1}
    assert done.report["repaired"] == []


@pytest.mark.django_db(transaction=True)
def test_a_pdf_is_read_while_others_may_write(run, monkeypatch):
    in_transaction = []

    def reading(file, name):
        in_transaction.append(connection.in_atomic_block)
        return read_document(file, name)

    monkeypatch.setattr(pdfs, "read_document", reading)

    run(FIRST, item(2), issue(), item(3, title="Last"))

    assert (in_transaction, IssueFile.objects.count()) == ([False], 1)
    assert Article.objects.count() == 2


@pytest.mark.parametrize("given", [{}, {"media": None}])
def test_an_update_keeps_the_pdf_and_does_not_read_it_again(run, read, given):
    run(FIRST, issue(text="Old"))
    file = IssueFile.objects.get()

    done = run(FIRST, issue(text="New", title="Newsletter 109"), **given)

    work = Issue.objects.get()
    assert (work.body_fa, work.number_fa) == ("<p>New</p>", 109)
    assert (IssueFile.objects.get(), read) == (file, ["first.pdf"])
    assert done.totals("newsletter") == {"read": 1, "updated": 1}
    assert done.report["repaired"] == []


def test_a_pdf_under_another_name_is_the_same(run, media, read):
    run(FIRST, issue())
    (media / "first.pdf").rename(media / "second.pdf")

    run(SECOND, issue("second.pdf"))

    assert (IssueFile.objects.get().pages, read) == (1, ["first.pdf"])
    assert Issue.objects.get().body_fa == "<p>Text</p>"


def test_another_pdf_in_a_newer_export_replaces_the_one_that_came_from_there(
    run, django_capture_on_commit_callbacks
):
    run(FIRST, SECOND, issue())
    before = IssueFile.objects.get()

    with django_capture_on_commit_callbacks(execute=True):
        run(FIRST, SECOND, issue("second.pdf"))

    file = IssueFile.objects.get()
    assert (file.pk, file.pages) == (before.pk, 2)
    assert not default_storage.exists(before.file.name)
    assert ImageAsset.objects.get() == file.cover
    assert Issue.objects.get().body_fa == "<p>Text</p>"


def test_a_file_that_was_changed_here_stays_and_the_link_to_another_does_too(run, media):
    run(FIRST, SECOND, issue())
    own = pdf(media.parent / "own.pdf", "blue", pages=4)
    with own.open("rb") as file:
        keep_document(IssueFile.objects.get(), read_document(file, "own.pdf"), "Our own")

    done = run(FIRST, SECOND, issue(text="New"))
    assert (IssueFile.objects.get().pages, Issue.objects.get().body_fa) == (4, "<p>New</p>")
    assert done.repairs(1) == []

    done = run(FIRST, SECOND, issue("second.pdf"))
    assert IssueFile.objects.get().pages == 4
    assert 'href="/files/imports/fa/second.pdf"' in Issue.objects.get().body_fa
    assert done.repairs(1) == [f"it was given another PDF here, which stays: {UPLOADS}second.pdf"]


def test_an_epub_that_stands_in_its_place_stays_too(run):
    run(FIRST, SECOND, issue())
    IssueFile.objects.update(kind="epub", sha256="0" * 64)

    done = run(FIRST, SECOND, issue("second.pdf"))

    assert IssueFile.objects.get().kind == "epub"
    assert done.totals("newsletter") == {"read": 1, "updated": 1}


def test_a_file_that_was_deleted_here_does_not_come_back(run):
    run(FIRST, issue())
    IssueFile.objects.all().delete()

    run(FIRST, issue(text="New"))

    assert (Issue.objects.get().body_fa, IssueFile.objects.count()) == ("<p>New</p>", 0)


@pytest.mark.parametrize("field", ["title_fa", "number_fa"])
def test_an_issue_that_was_edited_here_is_kept(run, field):
    run(FIRST, SECOND, issue())
    Issue.objects.update(**{field: 7})

    done = run(FIRST, SECOND, issue("second.pdf", text="New"))

    work = Issue.objects.get()
    assert (work.body_fa, str(getattr(work, field))) == ("<p>Text</p>", "7")
    assert IssueFile.objects.get().pages == 1
    assert [skip["reason"] for skip in done.report["skipped"]] == ["edited here since the import"]


def test_a_cover_that_is_there_stays_and_an_empty_place_is_filled(run):
    featured = meta("_thumbnail_id", 3)
    run(issue())
    run(picture(3), issue("first.pdf", "New", "Newsletter 108", featured))

    work = Issue.objects.get()
    assert work.cover.original_name == "a.png"

    run(picture(3), issue(text="Newer"))
    assert Issue.objects.get().cover == work.cover


def test_an_issue_that_was_deleted_here_does_not_come_back(run, read):
    run(FIRST, issue())
    Issue.objects.all().delete()

    done = run(FIRST, issue(text="New"))

    assert not Issue.objects.exists()
    assert [skip["reason"] for skip in done.report["skipped"]] == ["deleted here since the import"]


def test_what_was_imported_as_an_article_stays_one(run, read):
    plain = item(1, title="Newsletter 108", body="Text")
    run(plain)

    done = run(FIRST, issue())

    assert (Article.objects.count(), Issue.objects.count(), read) == (1, 0, [])
    assert done.totals("post") == {"read": 1, "updated": 1}


def test_a_dry_run_reports_the_same_and_stores_nothing(run, media):
    (media / "third.pdf").write_bytes(b"%PDF-1.4")
    parts = (
        *(FIRST, attachment(9, UPLOADS + "third.pdf"), issue()),
        item(2, NEWSLETTER, title="Newsletter no. 108"),
        item(3, BOOK, body=f'<a href="{UPLOADS}third.pdf">PDF</a>'),
    )

    dry = run(*parts, dry_run=True).report

    assert (Issue.objects.count(), Path(default_storage.path("")).exists()) == (0, False)
    assert len(dry["repaired"]) == 2
    assert run(*parts).report == dry


def test_files_that_were_stored_for_nothing_go_again(run, monkeypatch):
    monkeypatch.setattr(posts, "import_comments", None)  # fails once all else is written

    done = run(FIRST, issue())

    assert (Issue.objects.count(), stored()) == (0, [])
    assert done.totals("newsletter") == {"read": 1, "skipped": 1}
    assert done.exit_code == 1


def test_a_first_page_that_was_there_before_is_kept_when_writing_fails(run, monkeypatch):
    run(FIRST, issue())
    before = stored()
    monkeypatch.setattr(posts, "import_comments", None)

    run(FIRST, issue(), item(2, NEWSLETTER, body=f'<a href="{UPLOADS}first.pdf">PDF</a>'))

    assert stored() == before


def test_one_bad_item_costs_no_other(run, monkeypatch):
    def broken(file, name):
        raise RuntimeError("no memory") if name == "second.pdf" else LookupError

    monkeypatch.setattr(pdfs, "read_document", broken)

    done = run(SECOND, item(2), item(3, BOOK, body=f'<a href="{UPLOADS}second.pdf">PDF</a>'),
               item(4, NEWSLETTER))  # fmt: skip

    assert (Article.objects.count(), Issue.objects.count(), Book.objects.count()) == (1, 1, 0)
    assert [skip["reason"] for skip in done.report["skipped"]] == ["error: no memory"]
    assert done.exit_code == 1


def test_a_file_that_is_gone_from_the_media_is_read_from_its_copy(run, media):
    run(FIRST)
    (media / "first.pdf").unlink()

    run(FIRST, issue())

    assert IssueFile.objects.get().pages == 1
