"""Books as they are stored: ISBN, languages, year, files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from nejat.editions.registry import CODES
from publications.languages import CODES as LANGUAGES
from publications.languages import language_choices, language_name
from publications.models import Book, BookCredit, BookFile
from tests.factories import make_book, make_contributor, make_image

pytestmark = pytest.mark.django_db

BARE = "9786001191251"


def _faults(**fields: object) -> dict[str, list[str]]:
    try:
        Book(title_fa="باغ", **fields).full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def _stored(book: Book) -> str:
    """What the column of languages holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT languages FROM publications_book WHERE id = %s", [book.pk])
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("written", "kept", "shown"),
    [
        ("978-600-119-125-1", BARE, "978-600-119-125-1"),
        ("۹۷۸-۶۰۰-۱۱۹-۱۲۵-۱", BARE, "978-600-119-125-1"),
        ("٩٧٨ ٦٠٠ ١١٩ ١٢٥ ١", BARE, "978-600-119-125-1"),
        ("شابک: ۹۷۸‐۶۰۰‐۱۱۹‐۱۲۵‐۱", BARE, "978-600-119-125-1"),
        ("ISBN-13: 978-600-119-125-1", BARE, "978-600-119-125-1"),
        ("\u200f978-600-119-125-1\u200f", BARE, "978-600-119-125-1"),
        ("0-8044-2957-x", "080442957X", "0-8044-2957-X"),
    ],
)
def test_an_isbn_is_kept_bare_however_it_is_written(written, kept, shown):
    book = Book(title_fa="باغ", isbn=written)

    book.full_clean()

    assert (book.isbn, book.shown_isbn) == (kept, shown)
    book.full_clean()
    assert book.isbn == kept


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("978-600-119-125-2", "its last sign does not fit the others"),
        ("978-600-119-125", "this one has 12"),
        ("978-600-119-125-O", "not “O”"),
        ("977-600-119-125-1", "begins with 978 or 979"),
        ("شابک", "this one has 0"),
    ],
)
def test_what_is_no_isbn_is_refused_with_the_reason(written, sentence):
    [(field, [said])] = _faults(isbn=written).items()

    assert field == "isbn"
    assert sentence in said


def test_a_book_may_have_no_isbn():
    assert _faults(isbn="") == {}


@pytest.mark.parametrize(
    ("year", "is_right"),
    [(None, True), (1800, True), (2100, True), (1799, False), (2101, False), (1403, False)],
)
def test_a_year_is_of_the_gregorian_calendar(year, is_right):
    assert list(_faults(year=year)) == ([] if is_right else ["year"])


def test_a_book_needs_a_title_in_some_edition():
    with pytest.raises(ValidationError, match="title in at least one edition"):
        Book(year=2020).full_clean()


@pytest.mark.parametrize(
    ("languages", "stored"),
    [([], ""), (["fa"], ",fa,"), (["sq", "fa", "en"], ",sq,fa,en,"), (("ku",), ",ku,")],
)
def test_languages_keep_their_order(languages, stored):
    book = make_book(languages=languages)

    assert _stored(book) == stored
    assert Book.objects.get(pk=book.pk).languages == list(languages)


def test_a_new_book_has_a_list_of_languages_of_its_own():
    one, other = Book(), Book()
    one.languages.append("fa")

    assert other.languages == []


def test_books_are_found_by_each_of_their_languages():
    both = make_book(languages=["fa", "en"])
    persian = make_book(languages=["fa"])
    make_book(languages=[])

    found = {code: set(Book.objects.in_language(code)) for code in ("fa", "en", "sq", "f")}

    assert found == {"fa": {both, persian}, "en": {both}, "sq": set(), "f": set()}


def test_a_language_nobody_knows_is_refused():
    assert _faults(languages=["fa", "en"]) == {}
    [(field, [said])] = _faults(languages=["fa", "tlh"]).items()

    assert (field, said.rpartition(": ")[2]) == ("languages", "tlh")


def test_every_language_fits_into_the_column():
    book = Book(title_fa="باغ", languages=list(LANGUAGES))

    book.full_clean()

    assert len(Book._meta.get_field("languages").get_prep_value(book.languages)) <= 60


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_a_name_in_the_language_of_the_page(code):
    with translation.override(code):
        names = dict(language_choices())

    assert set(names) == set(LANGUAGES)
    assert [language for language, name in names.items() if name == language] == []
    if code == "fa":
        assert (names["fa"], names["en"]) == ("فارسی", "انگلیسی")


def test_a_language_of_old_data_is_called_by_its_code():
    assert language_name("tlh") == "tlh"


@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_book_is_written_out_and_read_in_again(tmp_path: Path, form):
    book = make_book("fa", languages=["fa", "ku"], isbn=BARE, year=2020, publisher="نجات")
    empty = make_book("sq")
    file = str(tmp_path / f"books.{form}")

    call_command("dumpdata", "publications.book", format=form, output=file)
    Book.objects.all().delete()
    call_command("loaddata", file, verbosity=0)

    again = Book.objects.get(pk=book.pk)
    assert (again.languages, again.isbn, again.year) == (["fa", "ku"], BARE, 2020)
    assert (again.publisher_fa, again.title_fa) == ("نجات", book.title_fa)
    assert Book.objects.get(pk=empty.pk).languages == []
    assert list(Book.objects.in_language("ku")) == [again]


def _twice() -> Iterator[tuple[str, object, dict[str, object]]]:
    file = {"edition": "fa", "kind": "pdf"}
    yield "a file", lambda book, **more: BookFile(book=book, **file | more), {"is_sample": True}
    person = make_contributor()
    yield (
        "a credit",
        lambda book, **more: BookCredit(book=book, contributor=person, **more),
        {"role": "editor"},
    )


def test_a_file_and_a_credit_of_a_kind_are_there_once():
    book = make_book()
    for name, make, other in _twice():
        make(book).save()
        make(book, **other).save()
        with pytest.raises(IntegrityError), transaction.atomic():
            make(book).save()
        assert make(make_book()).save() is None, name


@pytest.mark.parametrize(
    ("code", "covers", "shown"),
    [("fa", ("fa", "en"), "fa"), ("sq", ("fa", "en"), "fa"), ("sq", (), None)],
)
def test_without_a_cover_the_first_page_of_a_file_is_shown(code, covers, shown):
    book = make_book("fa")
    images = {
        edition: make_image(colour=c) for edition, c in zip(covers, ("red", "navy"), strict=False)
    }
    for edition, image in images.items():
        BookFile.objects.create(book=book, edition=edition, kind="pdf", cover=image)

    with translation.override(code):
        assert book.shown_cover == images.get(shown)
        book.cover = make_image(colour="gold")
        assert book.shown_cover == book.cover


def test_the_text_of_a_file_is_not_loaded_before_it_is_asked_for(django_assert_num_queries):
    BookFile.objects.create(book=make_book(), edition="fa", kind="pdf", text="واژه")

    with django_assert_num_queries(1):
        file = BookFile.objects.get()
    with django_assert_num_queries(1):
        assert file.text == "واژه"
