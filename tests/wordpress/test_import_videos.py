"""Posts that are videos: of another site, or films of our own."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from articles.models import Article
from media_library.models import ImageAsset, Video
from nejat.wordpress.importer import posts
from tests.wordpress.media import UPLOADS, draw, film, picture
from tests.wordpress.wxr import Importer, attachment, item, link, meta

pytestmark = pytest.mark.django_db

VIDEO = link("ctype", "videos")
YOUTUBE = "https://www.youtube.com/watch?v=abcdefghijk"
EMBED = f"[embed]{YOUTUBE}&t=5[/embed]"
FILM = UPLOADS + "rain.mp4"
OWN = attachment(7, FILM)
PLAYER = f"[video mp4={FILM}]"


@pytest.fixture
def media(tmp_path):
    draw(tmp_path / "uploads/a.png")
    film(tmp_path / "uploads/rain.mp4")
    return tmp_path / "uploads"


@pytest.fixture
def run(tmp_path, media):
    run = Importer(tmp_path)
    return lambda *parts, **options: run(*parts, **{"media": media, **options}) and run


def stored(folder):
    return [path.name for path in Path(default_storage.path(folder)).rglob("*.mp4")]


@pytest.mark.parametrize(
    "term", [VIDEO, link("post_format", "post-format-video"), link("ctype", "x", "ویدیو")]
)
def test_a_film_of_another_site_has_its_one_address_and_leaves_the_body(run, term):
    body = f"Before\n\n{EMBED}\n\nAfter"

    done = run(picture(3), item(1, term, meta("_thumbnail_id", 3), body=body))

    video = Video.objects.get()
    assert (video.address, video.file.name) == (YOUTUBE, "")
    assert video.body_fa.split() == ["<p>Before</p>", "<p>After</p>"]
    assert video.image == ImageAsset.objects.get()
    assert done.totals("video") == {"read": 1, "created": 1}
    assert done.report["repaired"] == []


def test_a_second_film_stays_in_the_body(run):
    run(item(1, VIDEO, body=f"{EMBED}\n\n[embed]https://vimeo.com/12345[/embed]"))

    video = Video.objects.get()
    assert video.address == YOUTUBE
    assert 'href="https://vimeo.com/12345"' in video.body_fa


def test_the_words_below_a_player_stay(run):
    body = f"<figure><iframe src='{YOUTUBE}'></iframe><figcaption>Told</figcaption></figure>"

    run(item(1, VIDEO, body=body))

    assert (Video.objects.get().address, Video.objects.get().body_fa) == (YOUTUBE, "<p>Told</p>")


def test_a_link_in_a_sentence_tells_the_film_and_stays(run):
    body = f'<p>Watch it <a href="{YOUTUBE}">there</a>.</p>'

    run(item(1, VIDEO, body=body))

    video = Video.objects.get()
    assert video.address == YOUTUBE
    assert ">there</a>" in video.body_fa


@pytest.mark.parametrize("body", ["Text", PLAYER, "https://example.net/film"])
def test_without_a_film_it_stays_an_article_and_the_report_says_why(run, body):
    done = run(item(1, VIDEO, body=body), media=None)

    assert Article.objects.count() == 1
    reason = "a video by its terms, but it has no film here: an article"
    assert reason in done.repairs(1)


def test_a_film_of_our_own_is_stored_among_the_videos(run):
    run(OWN, item(1, VIDEO, body=f"{PLAYER}\n\nText"))

    video = Video.objects.get()
    assert video.file.name.startswith("videos/")
    assert (video.address, video.body_fa) == ("", "<p>Text</p>")
    assert stored("videos") == stored("imports") == ["rain.mp4"]
    with video.file.open() as file, default_storage.open("imports/fa/rain.mp4") as source:
        assert file.read() == source.read()


def test_a_film_that_is_refused_leaves_an_article_with_its_player(run, media):
    (media / "rain.mp4").write_bytes(b"no film")

    done = run(OWN, item(1, VIDEO, body=PLAYER))

    reason = "its film is refused: This file is not what its name says."
    assert done.repairs(1)[0].startswith(f"a video by its terms, but {reason}")
    assert "<video" in Article.objects.get().body_fa
    assert not default_storage.exists("videos")


def test_a_refused_film_leaves_its_place_to_the_next_one(run, media):
    (media / "rain.mp4").write_bytes(b"no film")

    run(OWN, item(1, VIDEO, body=f"{PLAYER}\n\n{EMBED}"))

    assert (Video.objects.get().address, stored("videos")) == (YOUTUBE, [])
    assert "<video" in Video.objects.get().body_fa


def test_translations_of_a_film_share_its_file(run):
    def of(old_id, code):
        place = meta("_wpml_import_language_code", code), meta("trid", 1)
        return item(old_id, *place, VIDEO, body=f"{PLAYER}\n\n{code}")

    run(OWN, of(1, "fa"))
    run(OWN, of(1, "fa"), of(2, "sq"))

    video = Video.objects.get()
    assert (video.body_fa, video.body_sq) == ("<p>fa</p>", "<p>sq</p>")
    assert stored("videos") == ["rain.mp4"]


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_changes_nothing(run, resume):
    parts = (OWN, item(1, VIDEO, body=PLAYER), item(2, VIDEO, body=EMBED))
    run(*parts)
    before = list(Video.objects.order_by("pk").values())

    done = run(*parts, resume=resume)

    assert list(Video.objects.order_by("pk").values()) == before
    assert stored("videos") == ["rain.mp4"]
    assert done.totals("video") == {"read": 2, "unchanged": 2}


def test_an_update_keeps_the_film(run):
    run(OWN, item(1, VIDEO, body=f"{PLAYER}\n\nOld"))

    run(OWN, item(1, VIDEO, body=f"{PLAYER}\n\nNew"))

    assert Video.objects.get().body_fa == "<p>New</p>"
    assert stored("videos") == ["rain.mp4"]


def test_another_film_in_a_newer_export_stands_in_the_body(run):
    run(item(1, VIDEO, body=EMBED))

    run(item(1, VIDEO, body="[embed]https://vimeo.com/12345[/embed]"))

    video = Video.objects.get()
    assert video.address == YOUTUBE
    assert 'href="https://vimeo.com/12345"' in video.body_fa


def test_a_dry_run_checks_films_and_stores_none(run):
    parts = (OWN, item(1, VIDEO, body=PLAYER))

    dry = run(*parts, dry_run=True).report

    assert not Path(default_storage.path("")).exists()
    assert run(*parts).report == dry


def test_a_film_that_was_stored_for_nothing_goes_again(run, monkeypatch):
    monkeypatch.setattr(posts, "import_comments", None)  # fails once all else is written

    done = run(OWN, item(1, VIDEO, body=PLAYER))

    assert not Video.objects.exists()
    assert (stored("videos"), stored("imports")) == ([], ["rain.mp4"])
    assert done.totals("video") == {"read": 1, "skipped": 1}
