"""Files sent by the forms of issues and books: read before they are taken, kept when saved."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone

from media_library.models import ImageAsset
from publications.models import Book, BookFile, Issue, IssueFile
from tests.admin.desk import _value, nodes, texts
from tests.admin.test_issue_desk_form import errors, form_of, save
from tests.factories import make_article, make_book, make_issue
from tests.publications.corpus import epub, pdf, typeset
from tests.publications.test_documents import with_password

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def garden() -> bytes:
    return typeset("Garden")


@pytest.fixture(scope="module")
def letters() -> bytes:
    return typeset("= Letters\n#pagebreak()\nTwo")


@pytest.fixture
def issue() -> Issue:
    return make_issue("fa", title="باغ ما", articles=[make_article("fa")])


def _file(content: bytes, name: str = "a.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/pdf")


def _row(number: int, **values: object) -> dict[str, object]:
    return {f"files-{number}-{name}": value for name, value in values.items()}


def _send(client, work: Issue | Book, content: bytes, name: str = "a.pdf", **changes: object):
    """Send a first file in Persian."""
    row = _row(0, edition="fa", file=_file(content, name))
    return save(client, work, **{"files-TOTAL_FORMS": "1"}, **row, **changes)


def _content(row: IssueFile | BookFile) -> bytes:
    with default_storage.open(row.file.name) as file:
        return file.read()


def _status(client, address: str) -> int:
    answer = client.get(address)
    if answer.streaming:  # read to its end it is closed, as a browser leaves it
        b"".join(answer.streaming_content)
    return answer.status_code


def test_a_pdf_is_read_and_kept_with_its_first_page(
    admin_client, issue, garden, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = _send(admin_client, issue, garden, "no 108 (final).pdf")

    assert answer.status_code == 302
    stored = issue.files.get()
    assert (stored.edition, stored.kind, stored.pages, stored.made_at) == ("fa", "pdf", 1, None)
    assert stored.text.split() == ["Garden"]
    assert stored.file.name.rpartition("/")[2].startswith("باغ-ما-")
    assert _content(stored) == garden
    assert stored.cover.has_renditions
    page = admin_client.get(form_of(issue))
    assert texts(page, "#files-0 .field-facts") == ["Pages: 1"]
    assert "uploaded" in texts(page, ".desk tbody tr")[2]


def test_a_pdf_without_words_is_told_so(admin_client, issue):
    _send(admin_client, issue, pdf())

    [facts] = texts(admin_client.get(form_of(issue)), "#files-0 .field-facts")
    assert facts == "Pages: 1 · There is no text in it that a search could find."


def test_another_file_takes_the_place_of_the_former_one(
    admin_client, issue, garden, letters, django_capture_on_commit_callbacks
):
    _send(admin_client, issue, garden)
    before, cover = issue.files.get(), ImageAsset.objects.get()
    IssueFile.objects.update(made_at=timezone.now() - timedelta(days=1))

    with django_capture_on_commit_callbacks(execute=True):
        answer = save(admin_client, issue, **_row(0, file=_file(letters)))

    assert answer.status_code == 302
    stored = issue.files.get()
    assert (stored.pk, stored.pages, stored.made_at) == (before.pk, 2, None)
    assert _content(stored) == letters
    assert not default_storage.exists(before.file.name)
    assert not default_storage.exists(cover.file.name)
    assert ImageAsset.objects.get() == stored.cover


def test_a_form_saved_as_it_stands_keeps_its_file(admin_client, issue, garden):
    _send(admin_client, issue, garden)
    made_at = timezone.now() - timedelta(days=1)
    IssueFile.objects.update(made_at=made_at)
    before = issue.files.get()

    assert save(admin_client, issue, title_fa="باغ نو").status_code == 302

    stored = issue.files.get()
    assert (stored.file.name, stored.cover, stored.made_at) == (
        before.file.name,
        before.cover,
        made_at,
    )
    assert _content(stored) == garden


REFUSED = {
    "a text": (lambda: b"This is no PDF", "neither a PDF nor an EPUB"),
    "a locked file": (lambda: with_password(typeset("Garden"), "a", "b"), "password"),
    "a piece of a file": (lambda: typeset("Garden")[:2000], "damaged or cut off"),
    "nothing": (lambda: b"", "empty"),
    "a book": (lambda: epub("<p>Words</p>"), "An issue takes a PDF."),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_refused_is_told_in_the_form_and_nothing_is_lost(admin_client, issue, garden, kind):
    make, sentence = REFUSED[kind]
    _send(admin_client, issue, garden)
    before = issue.files.get()

    new = _row(0, file=_file(make()))
    page = save(admin_client, issue, title_fa="باغ نو", **{"entries-0-teaser_fa": "واژه"}, **new)

    assert page.status_code == 200
    [error] = errors(page)
    assert sentence in error
    assert nodes(page, "#files-0 .errorlist") != []
    assert _value(nodes(page, "[name=title_fa]")[0]) == "باغ نو"
    assert texts(page, "[name=entries-0-teaser_fa]") == ["واژه"]
    stored = issue.files.get()
    assert (stored.file.name, stored.kind, stored.cover) == (before.file.name, "pdf", before.cover)
    assert _content(stored) == garden
    assert ImageAsset.objects.count() == 1


def test_a_good_file_in_a_form_with_another_fault_is_not_kept(admin_client, issue, garden):
    page = _send(admin_client, issue, garden, number_fa="x")

    assert texts(page, ".field-number_fa .errorlist li") == ["Enter a whole number."]
    assert IssueFile.objects.count() == 0
    assert ImageAsset.objects.count() == 0


def test_an_issue_has_one_file_an_edition(admin_client, issue, garden, letters):
    one, two = (_row(n, edition="fa", file=_file(c)) for n, c in enumerate((garden, letters)))

    page = save(admin_client, issue, **{"files-TOTAL_FORMS": "2"}, **one, **two)

    assert page.status_code == 200
    assert errors(page)[0] == "Please correct the duplicate data for edition."
    assert IssueFile.objects.count() == 0


def test_a_file_is_taken_out(admin_client, issue, garden):
    _send(admin_client, issue, garden)

    assert save(admin_client, issue, **_row(0, DELETE="on")).status_code == 302
    assert issue.files.count() == 0


def test_a_book_takes_a_pdf_an_epub_and_sample_pages(admin_client, garden, letters):
    book = make_book("fa", title="کتاب")
    files = ((garden, {}), (epub("<p>Words</p>"), {}), (letters, {"is_sample": "on"}))
    rows = [_row(n, edition="fa", file=_file(c), **more) for n, (c, more) in enumerate(files)]

    answer = save(admin_client, book, **{"files-TOTAL_FORMS": "3"}, **rows[0], **rows[1], **rows[2])

    assert answer.status_code == 302
    stored = sorted((f.kind, f.is_sample, f.pages) for f in book.files.all())
    assert stored == [("epub", False, None), ("pdf", False, 1), ("pdf", True, 2)]
    found = admin_client.get("/admin/publications/book/?q=Words")
    assert len(nodes(found, "#result_list tbody tr")) == 1


@pytest.mark.parametrize("are_sent_at_once", [True, False])
def test_a_book_has_one_file_of_a_kind_an_edition(admin_client, garden, letters, are_sent_at_once):
    book = make_book("fa")
    one, two = (_row(n, edition="fa", file=_file(c)) for n, c in enumerate((garden, letters)))
    if not are_sent_at_once:
        save(admin_client, book, **{"files-TOTAL_FORMS": "1"}, **one)
        one = {}

    page = save(admin_client, book, **{"files-TOTAL_FORMS": "2"}, **one, **two)

    assert page.status_code == 200
    assert errors(page) != []
    assert [_content(file) for file in book.files.all()] == [garden][are_sent_at_once:]
    assert ImageAsset.objects.count() == book.files.count()


def test_an_isbn_that_is_none_is_told_at_its_field(admin_client):
    book = make_book("fa")

    page = save(admin_client, book, isbn="978-600-119-125-2")

    assert "does not fit" in texts(page, ".field-isbn .errorlist li")[0]
    assert (
        save(admin_client, book, isbn="۹۷۸-۶۰۰-۱۱۹-۱۲۵-۱", languages=["fa", "sq"]).status_code
        == 302
    )
    stored = Book.objects.get()
    assert (stored.isbn, stored.languages) == ("9786001191251", ["fa", "sq"])
    page = admin_client.get(form_of(book))
    ticked = [box.attributes["value"] for box in nodes(page, "[name=languages][checked]")]
    assert ticked == ["fa", "sq"]


@pytest.mark.parametrize("way", ["row", "page", "list", "command"])
def test_a_file_that_is_taken_away_is_no_longer_served(
    admin_client, issue, garden, django_capture_on_commit_callbacks, way
):
    _send(admin_client, issue, garden)
    row = issue.files.get()
    address = row.file.url
    assert _status(admin_client, address) == 200

    with django_capture_on_commit_callbacks(execute=True):
        if way == "row":
            named = {"files-0-id": row.pk, "files-0-issue": issue.pk, "files-0-edition": "fa"}
            counts = {"files-TOTAL_FORMS": "1", "files-INITIAL_FORMS": "1"}
            save(admin_client, issue, **counts, **named, **{"files-0-DELETE": "on"})
        else:
            admin_client.post(f"/admin/publications/issue/{issue.pk}/delete/", {"post": "yes"})
            assert _status(admin_client, address) == 200  # it may be restored
        if way == "page":
            admin_client.post(f"/admin/publications/issue/{issue.pk}/destroy/", {"post": "yes"})
        elif way == "list":
            chosen = {"action": "delete_selected", "_selected_action": issue.pk, "post": "yes"}
            admin_client.post("/admin/publications/issue/?trash=1", chosen)
        elif way == "command":
            call_command("empty_trash", older_than=0, stdout=StringIO())

    assert IssueFile.objects.count() == 0
    assert ImageAsset.objects.filter(pk=row.cover_id).count() == 0
    assert _status(admin_client, address) == 404
