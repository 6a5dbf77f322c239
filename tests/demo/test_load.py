"""`manage.py load_demo` fills an empty site, once."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from nejat.comments.models import Comment
from nejat.editions.registry import CODES
from nejat.editorial.states import Phase

pytestmark = pytest.mark.django_db


def _load(*arguments: str) -> str:
    output = StringIO()
    call_command("load_demo", *arguments, stdout=output)
    return output.getvalue()


def test_it_fills_all_four_editions_with_works_in_every_phase():
    assert _load() == "Loaded 33 sample articles.\n"

    for code in CODES:
        counts = {phase: Article.objects.in_phase(phase, code).count() for phase in Phase}
        assert counts[Phase.PUBLISHED] >= 16
        assert all(counts.values()), (code, counts)


def test_the_size_of_every_picture_is_known_so_no_page_opens_its_file():
    _load()

    pictured = Article.objects.exclude(lead_image="")
    assert pictured.exists()
    sizes = set(pictured.values_list("lead_image_width", "lead_image_height"))
    assert sizes == {(1600, 1000)}


def test_pictures_in_bodies_are_files_of_the_site():
    _load()

    pictured = Article.objects.filter(body_fa__contains="<img")
    assert pictured.count() == 2
    for article in pictured:
        assert 'src="/files/articles/' in article.body_fa


def test_comments_are_counted_on_their_articles():
    _load()

    shown = Comment.objects.approved()
    for code in CODES:
        counted = sum(a.get_in("comment_count", code) or 0 for a in Article.objects.all())
        assert counted == shown.filter(edition=code).count()


def test_a_second_load_is_refused_and_changes_nothing():
    _load()

    with pytest.raises(CommandError, match="needs an empty site"):
        _load()
    assert _load("--if-empty") == ""
    assert Article.objects.count() == 33


def test_an_interrupted_load_leaves_nothing_behind(monkeypatch, settings):
    def full_disk(*args: object, **kwargs: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full_disk)
    with pytest.raises(OSError, match="No space"):
        _load()

    assert Article.objects.count() == 0
