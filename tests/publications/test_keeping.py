"""Files come in with what is read in them and a picture of their first page, and are replaced."""

import re
from contextlib import suppress
from dataclasses import replace
from io import BytesIO

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import ProtectedError

from media_library.library import add_image, delete_images, make_renditions
from media_library.models import ImageAsset
from media_library.uses import uses_of
from publications.documents import Document, read_document
from publications.keeping import keep_document
from publications.models import BookFile, IssueFile
from tests.admin.desk import texts
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_book,
    make_cartoon,
    make_issue,
    make_page,
)
from tests.publications.corpus import typeset

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """Two documents with different first pages."""
    texts = ("Garden\n#pagebreak()\nTwo", "= Letters")
    return [read_document(BytesIO(typeset(text)), "a.pdf") for text in texts]


@pytest.fixture
def row() -> IssueFile:
    return IssueFile(issue=make_issue("fa", title="باغ ما", number=7), edition="fa")


@pytest.fixture
def keep(django_capture_on_commit_callbacks):
    """Keep a document as one transaction that is committed."""

    def keep(row, document: Document, title: str = "باغ ما") -> None:
        with django_capture_on_commit_callbacks(execute=True):
            keep_document(row, document, title)

    return keep


def _files(folder: str = "publications") -> set[str]:
    """The names of all files below a folder of the storage."""
    if not default_storage.exists(folder):
        return set()
    folders, names = default_storage.listdir(folder)
    below = (_files(f"{folder}/{name}") for name in folders)
    return {f"{folder}/{name}" for name in names}.union(*below)


def _content(row) -> bytes:
    with default_storage.open(row.file.name) as file:
        return file.read()


def test_a_file_is_stored_under_a_name_that_can_be_read(keep, row, documents):
    with time_machine.travel(PUBLISHED_AT, tick=False):
        keep(row, documents[0], "باغ ما، و خانه‌ها")

    digest = documents[0].sha256[:10]
    assert row.file.name == f"publications/2024/05/باغ-ما-و-خانه-ها-{digest}.pdf"
    assert _content(row) == documents[0].content


@pytest.mark.parametrize(
    ("title", "stem"), [("…", "file"), ("", "file"), ("../../etc", "etc"), ("A" * 300, "a" * 50)]
)
def test_no_title_makes_a_bad_name(keep, row, documents, title, stem):
    keep(row, documents[0], title)

    assert re.fullmatch(rf"publications/\d{{4}}/\d\d/{stem}-\w{{10}}\.pdf", row.file.name)


def test_what_was_read_is_kept_with_the_file(keep, row, documents):
    keep(row, documents[0])

    stored = IssueFile.objects.get()
    document = documents[0]
    assert (stored.kind, stored.pages, stored.sha256) == ("pdf", 2, document.sha256)
    assert (stored.byte_size, stored.media_type) == (len(document.content), "application/pdf")
    assert stored.text.split() == ["Garden", "Two"]


def test_the_first_page_is_a_picture_of_the_library_with_words(keep, row, documents):
    keep(row, documents[0])

    image = ImageAsset.objects.get()
    assert image == row.cover
    assert (image.width, image.height, image.original_name) == (1200, 1600, "باغ ما.jpg")
    assert image.alt_text_fa.endswith("باغ ما")
    assert not any((image.alt_text_en, image.alt_text_ar, image.alt_text_sq))


def test_words_for_the_picture_fit_however_long_the_title_is(keep, row, documents):
    keep(row, documents[0], "باغ " * 75)

    assert len(row.cover.alt_text_fa) == ImageAsset._meta.get_field("alt_text").max_length


def test_one_document_in_two_editions_has_one_picture_with_words_in_both(keep, row, documents):
    keep(row, documents[0])
    other = IssueFile(issue=row.issue, edition="en")
    keep(other, documents[0], "Our garden")

    image = ImageAsset.objects.get()
    assert image.alt_text_en == "First page: Our garden"
    assert image.alt_text_fa.endswith("باغ ما")
    keep(other, documents[1], "Letters")
    assert _content(row) == documents[0].content
    assert row.cover == image
    assert ImageAsset.objects.count() == 2


def test_words_that_somebody_wrote_for_the_picture_stay(keep, row, documents):
    keep(row, documents[0])
    ImageAsset.objects.update(alt_text_fa="جلد")
    keep(row, documents[0])

    assert ImageAsset.objects.get().alt_text_fa == "جلد"


@pytest.mark.parametrize("cover", [None, b"no picture"])
def test_a_file_without_a_first_page_that_can_be_shown_is_kept(keep, row, documents, cover):
    keep(row, documents[0])
    keep(row, replace(documents[1], cover=cover))

    assert IssueFile.objects.get().cover is None
    assert ImageAsset.objects.count() == 0
    assert _files("originals") == set()


def test_another_document_takes_the_place_of_the_former_one(keep, row, documents):
    keep(row, documents[0])
    make_renditions(row.cover)
    before, image = row.file.name, row.cover
    keep(row, documents[1])

    stored = IssueFile.objects.get()
    assert (_content(stored), stored.pages) == (documents[1].content, 1)
    assert _files() == {stored.file.name} != {before}
    assert ImageAsset.objects.get() == stored.cover != image
    assert _files("originals") == {stored.cover.file.name}
    assert _files("renditions") == set()


def test_the_same_document_once_more_loses_nothing(keep, row, documents):
    keep(row, documents[0])
    keep(row, documents[0])

    stored = IssueFile.objects.get()
    assert _content(stored) == documents[0].content
    assert _files() == {stored.file.name}
    assert ImageAsset.objects.get() == stored.cover
    assert default_storage.exists(stored.cover.file.name)


USES = {
    "lead": lambda image: make_article("fa", lead_image=image),
    "body": lambda image: make_page("fa", body=f'<figure data-image="{image.pk}"></figure>'),
    "cartoon": lambda image: make_cartoon("fa", image=image),
    "cover": lambda image: make_book("fa", cover=image),
}


@pytest.mark.parametrize("use", USES)
def test_a_first_page_that_is_shown_elsewhere_stays(keep, row, documents, use):
    keep(row, documents[0])
    image = row.cover
    USES[use](image)
    keep(row, documents[1])

    assert ImageAsset.objects.filter(pk=image.pk).exists()
    assert default_storage.exists(image.file.name)


def test_nothing_is_lost_before_it_is_certain(keep, row, documents):
    keep(row, documents[0])
    before, image = row.file.name, row.cover

    with suppress(RuntimeError), transaction.atomic():
        keep_document(row, documents[1], "باغ ما")
        assert default_storage.exists(before)
        raise RuntimeError

    stored = IssueFile.objects.get()
    assert (stored.file.name, stored.cover) == (before, image)
    assert _content(stored) == documents[0].content
    assert default_storage.exists(image.file.name)


def test_a_picture_of_a_first_page_names_its_issue_or_its_book(keep, row, documents):
    keep(row, documents[0])
    book = make_book("fa", title="کتاب")
    book_file = BookFile(book=book, edition="fa", is_sample=True)
    keep(book_file, documents[0])

    uses = {(use.work, use.place, use.is_live) for use in uses_of(row.cover)}

    assert uses == {(row.issue, "first page", True), (book, "first page", True)}
    assert list(ImageAsset.objects.unused()) == []


def test_a_picture_of_a_first_page_is_not_deleted(keep, row, documents, admin_client):
    keep(row, documents[0])
    address = f"/admin/media_library/imageasset/{row.cover.pk}/delete/"

    with pytest.raises(ProtectedError):
        delete_images(ImageAsset.objects.all())
    asked = admin_client.get(address)
    answered = admin_client.post(address, {"post": "yes"})

    assert texts(asked, "#deleted-objects li") == ["Issue: باغ ما (first page)"]
    assert answered.status_code == 200
    assert ImageAsset.objects.get() == row.cover
    assert default_storage.exists(row.cover.file.name)


def test_the_picture_of_a_first_page_is_known_as_one(row, keep, documents):
    keep(row, documents[0])

    assert row.cover.is_first_page


def test_a_picture_of_the_staff_that_is_a_first_page_too_keeps_its_place_and_words(
    row, keep, documents
):
    picture = add_image(BytesIO(documents[0].cover), "mine.jpg").image
    picture.set_in("fa", alt_text="نامه")
    picture.save()
    ImageAsset.objects.filter(pk=picture.pk).update(caption_fa="زیرنویس")

    keep(row, documents[0])

    picture.refresh_from_db()
    assert row.cover == picture
    assert not picture.is_first_page
    assert (picture.alt_text_fa, picture.caption_fa) == ("نامه", "زیرنویس")
