"""The sample content: its keys resolve, its letters are right, its states are all there."""

import re
import tomllib
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

import nejat.demo
from nejat.demo.pictures import SCENES

FOLDER = Path(nejat.demo.__file__).parent
EDITIONS = ("en", "ar", "fa", "sq")
NOW = datetime(2026, 11, 24, tzinfo=UTC)
ROLES = {"writer", "translator", "photographer", "editor", "interviewer"}
TEXTS = ("title", "standfirst", "picture_caption", "body", "name", "bio", "intro")

SPAN = re.compile(r'<span lang="(\w\w)" dir="\w{3}">(.*?)</span>', re.DOTALL)
FOREIGN_TITLE = re.compile(r"\([^)]*\)")
MARKUP = re.compile(r"<[^>]+>")
ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff]")


def read(name):
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


ARTICLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((FOLDER / "articles").glob("*.toml"))
}
TOPICS = {entry["key"]: entry for entry in read("topics.toml")["topic"]}
TAGS = {entry["key"]: entry for entry in read("tags.toml")["tag"]}
CONTRIBUTORS = {entry["key"]: entry for entry in read("contributors.toml")["contributor"]}
SERIES = {entry["key"]: entry for entry in read("series.toml")["series"]}
PAGES = {entry["key"]: entry for entry in read("pages.toml")["page"]}
COMMENTS = {entry["key"]: entry for entry in read("comments.toml")["comment"]}
LABELS = (TOPICS, TAGS, CONTRIBUTORS, SERIES)
WORKS = {work["key"]: work for work in ARTICLES.values()}


def texts_in(edition):
    """Every (place, text) of an edition: labels, pages, works and comments."""
    for entry in [entry for entries in (*LABELS, PAGES, WORKS) for entry in entries.values()]:
        for field in TEXTS:
            if field in entry.get(edition, {}):
                yield f"{entry['key']}.{field}", entry[edition][field]
    for comment in COMMENTS.values():
        if comment["edition"] == edition:
            yield comment["key"], comment["author"] + " " + comment["body"]


def own_text(place, text):
    """The text without markup and without what is marked as another language."""
    if place.endswith(".title"):
        text = FOREIGN_TITLE.sub("", text)
    return MARKUP.sub(" ", SPAN.sub("", text))


def places_with(pattern, edition):
    texts = texts_in(edition)
    return [place for place, text in texts if re.search(pattern, own_text(place, text))]


def states_of(edition):
    return Counter(state_of(work[edition]) for work in WORKS.values() if edition in work)


def state_of(text):
    if text["state"] != "published":
        return text["state"]
    if text["published_at"] > NOW:
        return "scheduled"
    return "expired" if text.get("expires_at", NOW) < NOW else "public"


def test_a_file_is_named_by_number_and_key():
    numbered = {f"{number:03}-{work['key']}" for number, work in enumerate(ARTICLES.values(), 1)}

    assert set(ARTICLES) == numbered


def keys_named_by(work):
    """The (kind, key) pairs a work names in other files."""
    yield "topic", work["topic"]
    yield from (("topic", key) for key in work.get("topics", []))
    yield from (("tag", key) for key in work.get("tags", []))
    yield from ((kind, work[kind]) for kind in ("series", "picture") if kind in work)
    for byline in work.get("contributors", []):
        yield "contributor", byline["key"]
        yield "role", byline["role"]


def test_every_key_of_a_work_resolves():
    known = {
        "topic": TOPICS,
        "tag": TAGS,
        "series": SERIES,
        "picture": SCENES,
        "contributor": CONTRIBUTORS,
        "role": ROLES,
    }
    named = {(kind, key) for work in WORKS.values() for kind, key in keys_named_by(work)}

    assert {(kind, key) for kind, key in named if key not in known[kind]} == set()


def test_every_key_between_the_other_files_resolves():
    parents = {topic["parent"] for topic in TOPICS.values() if "parent" in topic}
    answered = {comment["parent"] for comment in COMMENTS.values() if "parent" in comment}

    assert parents - set(TOPICS) == set()
    assert answered - set(COMMENTS) == set()
    assert {comment["article"] for comment in COMMENTS.values()} - set(WORKS) == set()


def test_pictures_inside_bodies_are_drawn_scenes():
    bodies = " ".join(text for edition in EDITIONS for _, text in texts_in(edition))

    assert set(re.findall(r'src="picture:([^"]+)"', bodies)) - set(SCENES) == set()


@pytest.mark.parametrize("entries", [*LABELS, PAGES])
def test_labels_and_pages_stand_in_every_edition(entries):
    for key, entry in entries.items():
        fields = [set(entry[edition]) for edition in EDITIONS]
        assert fields == [fields[0]] * len(EDITIONS), key


def test_contributors_are_of_every_kind():
    kinds = Counter(contributor["kind"] for contributor in CONTRIBUTORS.values())

    assert kinds == {"person": 5, "organisation": 1, "branch": 1, "site": 1}


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_shows_every_state(edition):
    states = states_of(edition)

    assert states["public"] >= 16
    assert states - Counter(public=states["public"]) == {
        "scheduled": 2,
        "in_review": 2,
        "draft": 1,
        "withdrawn": 1,
        "expired": 1,
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_has_two_pinned_works(edition):
    pinned = [key for key, work in WORKS.items() if "pinned_until" in work.get(edition, {})]

    assert pinned == ["first-reunion-day", "how-the-archive-works"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_spreads_over_years_and_has_full_months(edition):
    texts = [work[edition] for work in WORKS.values() if edition in work]
    dates = [text["published_at"] for text in texts if state_of(text) == "public"]
    months = Counter((date.year, date.month) for date in dates)

    assert len({date.year for date in dates}) >= 10
    assert len([month for month, works in months.items() if works > 1]) >= 3


def test_at_least_fourteen_works_are_public_in_all_editions():
    everywhere = [
        key
        for key, work in WORKS.items()
        if all(edition in work and state_of(work[edition]) == "public" for edition in EDITIONS)
    ]

    assert len(everywhere) >= 14


def test_a_series_is_complete_and_one_is_complete_everywhere():
    parts = {
        (key, edition): sorted(
            work["part"] for work in WORKS.values() if work.get("series") == key and edition in work
        )
        for key in SERIES
        for edition in EDITIONS
    }

    assert [parts["archive-notes", edition] for edition in EDITIONS] == [[1, 2, 3]] * 4
    assert [parts["from-page-to-page", edition] for edition in EDITIONS] == [
        [1, 2, 3],
        [1, 2],
        [1, 2, 3],
        [1, 2],
    ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_bodies_are_neither_stubs_nor_treatises(edition):
    lengths = {
        key: len(MARKUP.sub(" ", work[edition]["body"]).split())
        for key, work in WORKS.items()
        if "body" in work.get(edition, {})
    }

    assert {key: words for key, words in lengths.items() if not 120 <= words <= 450} == {}


def test_everything_but_a_draft_has_all_its_texts():
    needed = {"title", "standfirst", "body", "published_at", "picture_caption"}
    lacking = [
        (key, edition)
        for key, work in WORKS.items()
        for edition in EDITIONS
        if edition in work and work[edition]["state"] != "draft" and needed - set(work[edition])
    ]

    assert lacking == []


def test_persian_has_its_own_letters_and_digits():
    assert places_with("[يىكة٠-٩0-9]", "fa") == []


def test_arabic_has_its_own_letters_and_digits():
    assert places_with("[یکگچپژ۰-۹0-9\u200c]", "ar") == []


@pytest.mark.parametrize("edition", ["en", "sq"])
def test_latin_editions_mark_what_is_in_arabic_script(edition):
    assert places_with(ARABIC_SCRIPT, edition) == []


def test_persian_prefixes_are_joined_by_a_zero_width_non_joiner():
    assert places_with(r"(^|[\s«])ن?می [\u0600-\u06ff]|ه های|ه ای\b", "fa") == []


def test_a_foreign_phrase_is_marked_with_another_language_than_its_page():
    marked = {
        edition: {lang for _, text in texts_in(edition) for lang, _ in SPAN.findall(text)}
        for edition in EDITIONS
    }

    assert marked == {"en": {"fa"}, "ar": {"en", "fa"}, "fa": {"en"}, "sq": {"fa"}}


def test_comments_are_threaded_within_one_article_and_one_waits():
    answers = [comment for comment in COMMENTS.values() if "parent" in comment]

    for answer in answers:
        asked = COMMENTS[answer["parent"]]
        assert (answer["article"], answer["edition"]) == (asked["article"], asked["edition"])
        assert answer["date"] > asked["date"]
    assert [key for key, comment in COMMENTS.items() if not comment["approved"]] == ["waiting"]
