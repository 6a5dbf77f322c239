"""The PDF of an issue: made of what stands in it, and kept as its file in the edition."""

import pytest
import time_machine
from django.core.files.storage import default_storage

from media_library.library import make_renditions
from media_library.models import ImageAsset
from publications.inside import sheet_of
from publications.making import is_outdated, issue_pdf, make_pdf
from publications.models import Issue, IssueFile
from tests.factories import PUBLISHED_AT, make_article, make_image, make_issue
from tests.publications.pdfs import image_places, links, needs_fonts, plain, texts

pytestmark = [pytest.mark.django_db, needs_fonts]

SITE = "https://example.org"


def _content(row: IssueFile) -> bytes:
    with default_storage.open(row.file.name) as file:
        return file.read()


def _said(pdf: bytes) -> str:
    return "".join(texts(pdf))


def _illustrated(code: str = "en") -> Issue:
    """An issue with a cover and two articles with pictures, whose files are stored."""
    images = [make_image(code, colour=c, size=(1600, 1000)) for c in ("red", "navy", "gold")]
    articles = [make_article(code, title=str(n), lead_image=i) for n, i in enumerate(images[1:])]
    return make_issue(code, cover=images[0], articles=articles)


@pytest.mark.parametrize("code", ["en", "fa"])
def test_a_made_pdf_is_read_like_any_other(code):
    words = {"en": "Garden", "fa": "باغ"}[code]
    issue = make_issue(code, title=words, articles=[make_article(code, title=words)])

    with time_machine.travel(PUBLISHED_AT, tick=False):
        make_pdf(issue, code, "https://example.org")

    stored = IssueFile.objects.get()
    assert (stored.edition, stored.kind, stored.made_at) == (code, "pdf", PUBLISHED_AT)
    assert stored.pages >= 1
    assert words in stored.text
    assert _content(stored).startswith(b"%PDF-")
    assert stored.cover.get_in("alt_text", code).endswith(words)


def test_an_issue_made_anew_has_one_file_of_today(django_capture_on_commit_callbacks):
    issue = make_issue("en", title="Garden")
    with django_capture_on_commit_callbacks(execute=True):
        before = make_pdf(issue, "en")
    before_name = before.file.name
    issue.title_en = "Letters"
    with django_capture_on_commit_callbacks(execute=True):
        make_pdf(issue, "en")

    stored = IssueFile.objects.get()
    assert stored.pk == before.pk
    assert not default_storage.exists(before_name)
    assert "letters-" in stored.file.name
    assert stored.text.count("Letters") >= 1
    assert ImageAsset.objects.get() == stored.cover != before.cover


def test_each_edition_has_a_file_of_its_own():
    issue = make_issue("en", title="Garden", title_fa="باغ")
    files = {code: make_pdf(issue, code) for code in ("en", "fa")}

    assert {file.edition: file.pk for file in issue.files.all()} == {
        code: file.pk for code, file in files.items()
    }
    assert plain("Garden") in _said(_content(files["en"]))
    assert plain("باغ") in _said(_content(files["fa"]))


def test_a_pdf_in_place_of_an_uploaded_one_is_a_made_one():
    issue = make_issue("en", title="Garden")
    IssueFile.objects.create(issue=issue, edition="en", kind="pdf", file="publications/old.pdf")

    make_pdf(issue, "en")

    stored = IssueFile.objects.get()
    assert stored.made_at is not None
    assert plain("Garden") in _said(_content(stored))


def test_a_made_pdf_is_old_once_the_issue_has_other_words():
    article = make_article("en", title="A letter", standfirst="Short.")
    issue = make_issue("en", title="Garden", articles=[article])
    file = make_pdf(issue, "en")
    assert not is_outdated(IssueFile.objects.get(), sheet_of(issue, "en"))

    article.slug_en = "letter"
    article.save()
    issue.save()
    assert not is_outdated(file, sheet_of(issue, "en"))
    article.standfirst_en = "Longer."
    article.save()
    assert is_outdated(file, sheet_of(issue, "en"))
    make_pdf(issue, "en")
    assert not is_outdated(IssueFile.objects.get(), sheet_of(issue, "en"))


def test_what_stands_in_the_issue_stands_in_its_pdf():
    public = make_article("en", title="Public letter", standfirst="Its standfirst.")
    secret = make_article("en", title="Secret letter", state="draft")
    issue = make_issue("en", articles=[public, secret])
    own = {"title_en": "From elsewhere", "source_address_en": "https://elsewhere.example/"}
    issue.entries.create(position=9, **own)

    pdf = issue_pdf(issue, "en", SITE)

    said = _said(pdf)
    assert plain("Its standfirst.") in said
    assert plain("Secret") not in said
    assert said.rindex(plain("Public letter")) < said.rindex(plain("From elsewhere"))
    assert set(links(pdf)) == {
        f"{SITE}{issue.url_in('en')}",
        f"{SITE}{public.url_in('en')}",
        "https://elsewhere.example/",
    }
    assert IssueFile.objects.count() == 0


@pytest.mark.parametrize("are_made", [True, False])
def test_pictures_are_in_it_whether_their_renditions_are_made_or_not(are_made):
    issue = _illustrated()
    if are_made:
        for image in ImageAsset.objects.all():
            make_renditions(image)
        issue = Issue.objects.get()

    pdf = issue_pdf(issue, "en")

    assert sum(len(image_places(pdf, page)) for page in range(len(texts(pdf)))) == 3


def test_a_picture_that_has_lost_its_file_is_left_out():
    issue = _illustrated()
    for image in ImageAsset.objects.all():
        default_storage.delete(image.file.name)

    pdf = issue_pdf(issue, "en")

    assert sum(len(image_places(pdf, page)) for page in range(len(texts(pdf)))) == 0
