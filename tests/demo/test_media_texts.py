"""The texts of the sample images and media: their keys resolve, their letters are right."""

import io
import re
import tomllib
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import nejat.demo
from media_library.providers import find_provided
from media_library.recordings import check_subtitles, check_video
from nejat.demo.pictures import SCENES
from nejat.text import clean_html

FOLDER = Path(nejat.demo.__file__).parent
FILM = FOLDER / "film"
EDITIONS = ("en", "ar", "fa", "sq")
NOW = datetime(2026, 11, 24, tzinfo=UTC)
HTML = ("body", "transcript")
NOT_PROSE = {"published_at", "state"}
MARKUP = re.compile(r"<[^>]+>")
TIME = re.compile(r"^\d\d:\d\d:\d\d\.\d{3} --> .*$", re.MULTILINE)


def read(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def works_of(kind):
    return {path.stem: read(path) for path in sorted((FOLDER / "media").glob(f"{kind}-*.toml"))}


IMAGES = {entry["key"]: entry for entry in read(FOLDER / "media" / "images.toml")["image"]}
TAGS = {entry["key"] for entry in read(FOLDER / "tags.toml")["tag"]}
KINDS = {kind: works_of(kind) for kind in ("cartoon", "newspicture", "gallery", "video")}
WORKS = {name: work for works in KINDS.values() for name, work in works.items()}
PICTURED_ARTICLES = [
    article
    for article in map(read, sorted((FOLDER / "articles").glob("*.toml")))
    if "picture" in article
]


def editions_of(work):
    return [edition for edition in EDITIONS if edition in work]


def texts():
    """Every (work, its edition, its text there) of all kinds."""
    for name, work in WORKS.items():
        for edition in editions_of(work):
            yield name, edition, work[edition]


def prose_in(edition):
    """Every (place, text) of an edition, without markup."""
    for key, image in IMAGES.items():
        yield from ((f"{key}.{field}", text) for field, text in image[edition].items())
    for name, work in WORKS.items():
        for field, text in work.get(edition, {}).items():
            if field not in NOT_PROSE:
                yield f"{name}.{field}", MARKUP.sub(" ", text)
        for caption in work.get("captions", []):
            yield f"{name}.captions.{caption['picture']}", caption[edition]
    yield "subtitles", TIME.sub("", subtitles(edition).removeprefix("WEBVTT"))


def subtitles(edition):
    return (FILM / f"tea.{edition}.vtt").read_text(encoding="utf-8")


def places_with(pattern, edition):
    return [place for place, text in prose_in(edition) if re.search(pattern, text)]


def phase_of(text):
    if text["state"] != "published":
        return text["state"]
    return "scheduled" if text["published_at"] > NOW else "public"


# --- Images


def test_every_scene_is_an_image_and_every_image_a_scene():
    assert set(IMAGES) == set(SCENES)


@pytest.mark.parametrize("image", IMAGES.values(), ids=IMAGES)
def test_an_image_says_how_it_is_shown(image):
    known = {"key", "size", "focal", "taken_on", "graphic", "decorative", "tags", *EDITIONS}

    assert set(image) <= known
    assert image.get("size", [1600, 1000]) in ([1600, 1000], [1000, 1600], [1200, 1600])
    assert all(0 < share < 1 for share in image["focal"])
    assert isinstance(image.get("taken_on", date(2020, 1, 1)), date)
    assert image["tags"]


@pytest.mark.parametrize("image", IMAGES.values(), ids=IMAGES)
def test_an_image_has_its_words_in_every_edition(image):
    fields = {edition: set(image[edition]) | {"alt"} for edition in EDITIONS}
    longest = {field: max(len(image[e].get(field, "")) for e in EDITIONS) for field in fields["en"]}

    assert fields["en"] >= {"caption", "credit"}
    assert fields == dict.fromkeys(EDITIONS, fields["en"])
    assert longest["alt"] <= 300
    assert longest["caption"] <= 500


def test_a_few_images_lack_an_alt_text_so_that_they_can_be_looked_for():
    lacking = Counter(
        edition for image in IMAGES.values() for edition in EDITIONS if "alt" not in image[edition]
    )

    assert lacking == {"ar": 3, "sq": 2}


def test_no_two_images_are_described_alike():
    for edition in EDITIONS:
        alts = [image[edition]["alt"] for image in IMAGES.values() if "alt" in image[edition]]
        assert len(set(alts)) == len(alts), edition


@pytest.mark.parametrize("article", PICTURED_ARTICLES, ids=lambda article: article["key"])
def test_a_picture_of_an_article_can_be_described_wherever_the_article_stands(article):
    image = IMAGES[article["picture"]]

    for edition in editions_of(article):
        assert image[edition].get("alt"), edition


def test_four_or_more_pictures_stand_upright():
    upright = [key for key, image in IMAGES.items() if image.get("size") == [1000, 1600]]

    assert len(upright) >= 4
    assert all(key.startswith("gallery-") for key in upright)


# --- Works


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_named_by_kind_number_and_key(kind):
    numbered = [
        f"{kind}-{number:02}-{work['key']}" for number, work in enumerate(KINDS[kind].values(), 1)
    ]

    assert list(KINDS[kind]) == numbered


def test_keys_are_used_once():
    assert len({work["key"] for work in WORKS.values()}) == len(WORKS)


def test_every_key_between_the_files_resolves():
    tags = {tag for entry in (*IMAGES.values(), *WORKS.values()) for tag in entry["tags"]}
    shown = {
        work[field] for work in WORKS.values() for field in ("picture", "poster") if field in work
    }
    for work in KINDS["gallery"].values():
        shown |= {*work["pictures"], *(entry["picture"] for entry in work.get("captions", []))}

    assert tags - TAGS == set()
    assert shown - set(IMAGES) == set()


def test_a_published_text_has_all_that_its_kind_needs():
    needed = {"title", "standfirst", "body", "published_at", "state"}
    by_kind = {"cartoon": {"words"}, "newspicture": {"source_name"}}
    lacking = [
        (name, edition)
        for name, edition, text in texts()
        if text["state"] == "published"
        and (needed | by_kind.get(name.partition("-")[0], set())) - set(text)
    ]

    assert lacking == []


def test_a_text_holds_only_what_its_kind_knows():
    known = {"title", "standfirst", "body", "published_at", "state"}
    by_kind = {"cartoon": {"words"}, "newspicture": {"source_name"}, "video": {"transcript"}}

    for name, edition, text in texts():
        assert set(text) <= known | by_kind.get(name.partition("-")[0], set()), (name, edition)


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_has_enough_of_every_kind(edition):
    public = {
        kind: sum(phase_of(work[edition]) == "public" for work in works.values() if edition in work)
        for kind, works in KINDS.items()
    }
    least = {"cartoon": 6, "newspicture": 8, "gallery": 3, "video": 4}

    assert {kind for kind in KINDS if public[kind] < least[kind]} == set()


def test_what_is_not_everywhere_shows_every_state():
    partial = {
        name: {edition: phase_of(work[edition]) for edition in editions_of(work)}
        for name, work in WORKS.items()
        if len(editions_of(work)) < len(EDITIONS)
    }

    assert partial == {
        "cartoon-07-watering-day": {"fa": "public"},
        "newspicture-09-five-minutes-before-the-lamps": {"ar": "public"},
        "gallery-04-bridges-and-shores": {"sq": "draft"},
        "video-05-to-be-opened-in-2099": {"en": "scheduled"},
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_works_spread_over_the_years(edition):
    dates = [
        text["published_at"] for _, e, text in texts() if e == edition and "published_at" in text
    ]
    public = [moment for moment in dates if moment < NOW]

    assert len({moment.year for moment in public}) >= 10
    assert len(set(public)) == len(public)


@pytest.mark.parametrize(
    ("field", "name", "edition", "html"),
    [
        (field, name, edition, text[field])
        for name, edition, text in texts()
        for field in HTML
        if field in text
    ],
)
def test_html_is_kept_as_it_is(field, name, edition, html):
    assert clean_html(html) == html
    assert html.startswith("<p>")


def test_one_picture_is_graphic_and_so_is_its_news():
    images = [key for key, image in IMAGES.items() if image.get("graphic")]
    works = [work["picture"] for work in WORKS.values() if work.get("graphic")]

    assert images == works == ["news-snow"]


@pytest.mark.parametrize("gallery", KINDS["gallery"].values(), ids=KINDS["gallery"])
def test_a_gallery_hangs_six_different_pictures(gallery):
    assert len(set(gallery["pictures"])) == len(gallery["pictures"]) == 6
    assert {entry["picture"] for entry in gallery.get("captions", [])} <= set(gallery["pictures"])


# --- Films


@pytest.mark.parametrize("video", KINDS["video"].values(), ids=KINDS["video"])
def test_a_video_has_a_film_or_an_address_we_can_show(video):
    assert ("film" in video) != ("address" in video)
    assert "film" in video or find_provided(video["address"])


def test_videos_come_from_several_sites_and_one_is_our_own():
    sites = Counter(
        find_provided(video["address"]).provider if "address" in video else "own"
        for video in KINDS["video"].values()
    )

    assert sites == {"own": 1, "YouTube": 2, "Aparat": 1, "Vimeo": 1}


def test_our_own_film_and_another_have_a_transcript_in_every_edition():
    described = [
        video
        for video in KINDS["video"].values()
        if all("transcript" in video.get(edition, {}) for edition in EDITIONS)
    ]

    assert len(described) >= 2
    assert any("film" in video for video in described)


def test_the_film_is_small_and_can_be_uploaded():
    path = FILM / "tea.mp4"
    with path.open("rb") as film:
        check_video(film, path.name)

    assert path.stat().st_size < 250_000


@pytest.mark.parametrize("edition", EDITIONS)
def test_subtitles_are_webvtt_and_say_what_the_transcript_says(edition):
    text = subtitles(edition)
    check_subtitles(io.BytesIO(text.encode()), f"tea.{edition}.vtt")
    transcript = set(words(KINDS["video"]["video-01-a-glass-of-tea"][edition]["transcript"]))

    assert text.startswith("WEBVTT\n\n")
    assert 3 <= len(TIME.findall(text)) <= 5
    said = words(TIME.sub("", text.removeprefix("WEBVTT")))
    assert sum(word in transcript for word in said) >= 0.7 * len(said)


def words(text):
    return re.findall(r"[\w\u200c]+", MARKUP.sub(" ", text).lower())


# --- Letters


def test_persian_has_its_own_letters_and_digits():
    assert places_with("[يىكة٠-٩0-9]", "fa") == []


def test_arabic_has_its_own_letters_and_digits():
    assert places_with("[یکگچپژ۰-۹0-9\u200c]", "ar") == []


@pytest.mark.parametrize("edition", ["en", "sq"])
def test_latin_editions_have_no_arabic_script(edition):
    assert places_with("[\u0600-\u06ff]", edition) == []


def test_albanian_has_its_own_letters():
    whole = " ".join(text for _, text in prose_in("sq"))
    bare = [place for place, text in prose_in("sq") if len(text) > 60 and "ë" not in text]

    assert "ç" in whole
    assert bare == []


def test_persian_prefixes_are_joined_by_a_zero_width_non_joiner():
    assert places_with(r"(^|[\s«])ن?می [\u0600-\u06ff]|ه های|ه ای\b", "fa") == []


@pytest.mark.parametrize(
    ("edition", "marks"), [("en", "“”"), ("ar", "«»"), ("fa", "«»"), ("sq", "«»")]
)
def test_an_edition_quotes_in_its_own_way(edition, marks):
    others = re.sub(f"[{marks}]", "", '"“”„«»')

    assert places_with(f"[{others}]", edition) == []
    for place, text in prose_in(edition):
        assert text.count(marks[0]) == text.count(marks[1]), place


def test_arabic_script_has_its_own_commas_and_question_marks():
    for edition in ("ar", "fa"):
        assert places_with("[,;?]", edition) == []
