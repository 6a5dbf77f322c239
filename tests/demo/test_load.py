"""`manage.py load_demo` fills an empty site, once."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings

from articles.models import Article
from media_library.models import Cartoon, ImageAsset, NewsPicture, PhotoGallery, Video
from nejat.comments.models import Comment
from nejat.editions.registry import CODES
from nejat.editorial.body_images import images_named
from nejat.editorial.states import Phase
from publications.models import Book, BookFile, Issue

pytestmark = pytest.mark.django_db


def _load(*arguments: str) -> str:
    output = StringIO()
    call_command("load_demo", *arguments, stdout=output)
    return output.getvalue()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """What loading says, and the folder of its files; drawing them all takes a while."""
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        yield _load(), folder
        transaction.set_rollback(True)


def test_it_fills_all_four_editions_with_works_in_every_phase(loaded):
    said = "Loaded 33 sample articles, 25 media works, 14 issues and 4 books.\n"
    assert loaded[0] == said
    for code in CODES:
        counts = {phase: Article.objects.in_phase(phase, code).count() for phase in Phase}
        assert counts[Phase.PUBLISHED] >= 16
        assert all(counts.values()), (code, counts)


@pytest.mark.parametrize(
    ("model", "least"), [(Cartoon, 6), (NewsPicture, 8), (PhotoGallery, 3), (Video, 4)]
)
def test_every_edition_has_media_of_every_kind(loaded, model, least):
    for code in CODES:
        assert model.objects.published(code).exclude(image=None).count() >= least


def test_every_image_has_its_file_and_size(loaded):
    for image in ImageAsset.objects.all():
        assert (loaded[1] / image.file.name).stat().st_size == image.byte_size
        assert max(image.width, image.height) >= 1600


@pytest.mark.parametrize(("series", "count"), [("newsletter", 6), ("pars-brief", 8)])
def test_every_issue_has_a_pdf_in_each_edition_that_it_has(loaded, series, count):
    issues = Issue.objects.of_series(series)

    assert issues.count() == count
    for issue in issues:
        editions = {code for code in CODES if issue.get_in("title", code)}
        files = {file.edition: file for file in issue.files.all()}
        assert set(files) == editions
        for file in files.values():
            assert (loaded[1] / file.file.name).read_bytes()[:5] == b"%PDF-"
            assert file.pages >= 1
            assert file.text
            assert file.cover is not None


def test_every_edition_has_two_issues_of_each_series_and_two_books(loaded):
    for code in CODES:
        public = [Issue.objects.of_series(series) for series in ("newsletter", "pars-brief")]
        counts = [works.published(code).count() for works in (*public, Book.objects.all())]
        assert min(counts) >= 2, (code, counts)


def test_books_have_sample_pages_and_one_an_epub(loaded):
    kinds = Counter(BookFile.objects.values_list("kind", "is_sample"))

    assert kinds == {("pdf", True): 7, ("epub", False): 1}


def test_galleries_hang_six_pictures_in_their_order(loaded):
    for gallery in PhotoGallery.objects.filter(state_en="published"):
        shown = list(gallery.gallery_pictures.all())
        assert (len(shown), gallery.picture_count) == (6, 6)
        assert gallery.image == shown[0].image


def test_the_film_of_our_own_has_subtitles_and_a_transcript_in_four_editions(loaded):
    film = Video.objects.exclude(file="").get()

    for code in CODES:
        subtitles = (loaded[1] / film.get_in("subtitles", code).name).read_text(encoding="utf-8")
        assert subtitles.startswith("WEBVTT\n")
        assert film.get_in("transcript", code)
    assert (loaded[1] / film.file.name).read_bytes()[4:8] == b"ftyp"


def test_pictures_in_bodies_are_images_of_the_library(loaded):
    pictured = Article.objects.filter(body_fa__contains="<figure")
    assert pictured.count() == 2
    for article in pictured:
        [number] = images_named(article.body_fa)
        assert ImageAsset.objects.filter(pk=number).exists()


def test_comments_are_counted_on_their_articles(loaded):
    shown = Comment.objects.approved()
    for code in CODES:
        counted = sum(a.get_in("comment_count", code) or 0 for a in Article.objects.all())
        assert counted == shown.filter(edition=code).count()


def test_a_second_load_is_refused_and_changes_nothing(loaded):
    with pytest.raises(CommandError, match="needs an empty site"):
        _load()
    assert _load("--if-empty") == ""
    assert Article.objects.count() == 33
