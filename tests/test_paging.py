"""Keyset pages of a list, newest first."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.models import Article
from nejat.paging import BadCursor, Cursor, KeysetPage, keyset_page, neighbours
from tests.factories import PUBLISHED_AT, make_article
from tests.sql import captured

SIZE = 3


def _pages(params: dict[str, str], size: int = SIZE) -> KeysetPage:
    public = Article.objects.published("fa").for_link("fa")
    return keyset_page(public, "published_at_fa", params, size=size)


def _publish(*hours: int) -> list[Article]:
    return [make_article("fa", published_at=PUBLISHED_AT + timedelta(hours=hour)) for hour in hours]


def _walk(first: KeysetPage, side: str) -> list[KeysetPage]:
    """All pages from `first` on, by following its link."""
    pages = [first]
    name = {"older": "before", "newer": "after"}[side]
    while (cursor := getattr(pages[-1], side)) and len(pages) < 20:
        pages.append(_pages({name: str(cursor)}))
    return pages


@pytest.mark.django_db
@pytest.mark.parametrize("count", [0, 1, 3, 4, 6, 7, 10])
def test_walking_to_the_end_and_back_meets_every_entry_once(count):
    newest_first = _publish(*range(count))[::-1]

    older = _walk(_pages({}), "older")
    newer = _walk(older[-1], "newer")

    assert [entry for page in older for entry in page.entries] == newest_first
    assert newer[-1].entries[:SIZE] == newest_first[:SIZE]
    assert newer[-1].newer is None


@pytest.mark.django_db
def test_entries_of_one_moment_follow_their_ids():
    works = _publish(0, 0, 0, 0, 0, 0, 0)

    met = [entry for page in _walk(_pages({}), "older") for entry in page.entries]

    assert met == works[::-1]


@pytest.mark.django_db
def test_nothing_is_lost_or_met_twice_while_works_are_published_in_between():
    works = _publish(*range(10))
    met, params = [], {}
    for hour in range(20, 30):
        page = _pages(params)
        met += page.entries
        _publish(hour, hour)
        if page.older is None:
            break
        params = {"before": str(page.older)}

    assert met == works[::-1]


@pytest.mark.django_db
def test_the_way_back_has_no_gap_when_works_were_published_in_between():
    works = _publish(*range(9))
    last = _walk(_pages({}), "older")[-1]
    works += _publish(20, 21)

    back = _walk(last, "newer")

    met = {entry for page in back for entry in page.entries}
    assert met == set(works)
    assert back[-1].entries == works[:-4:-1]


@pytest.mark.django_db
def test_a_withdrawn_neighbour_does_not_move_the_place():
    works = _publish(*range(6))
    cursor = _pages({}).older
    works[3].set_in("fa", state="withdrawn")
    works[3].save()

    assert _pages({"before": str(cursor)}).entries == works[2::-1]


@pytest.mark.django_db
def test_rule_7_the_condition_has_the_form_that_uses_the_index():
    [work] = _publish(0)
    cursor = Cursor(work.published_at_fa, work.pk)
    column, pk = '"articles_article"."published_at_fa"', '"articles_article"."id"'

    with captured() as statements:
        _pages({"before": str(cursor)})
        _pages({"after": str(cursor)})

    assert len(statements) == 3  # nothing is newer, so the newest page is asked for
    for sql, side in zip(statements[:2], "<>", strict=True):
        where = sql.split(" WHERE ")[1].split(" ORDER BY ")[0].replace("::timestamptz", "")
        before = where.index(f"{column} {side}= ")
        assert before < where.index(f"({column} {side} ") < where.index(f"OR {pk} {side} {work.pk}")
    assert [sql for sql in statements if "OFFSET" in sql or "COUNT" in sql] == []


@pytest.mark.django_db
def test_a_page_costs_one_query():
    _publish(*range(7))
    cursor = _pages({}).older

    with captured() as statements:
        _pages({})
        _pages({"before": str(cursor)})

    assert len(statements) == 2


@pytest.mark.django_db
def test_neighbours_stand_on_either_side():
    works = _publish(0, 1, 1, 2)
    public = Article.objects.published("fa")

    beside = [neighbours(public, "published_at_fa", work) for work in works]

    assert beside == [
        (works[1], None),
        (works[2], works[0]),
        (works[3], works[1]),
        (None, works[2]),
    ]


@pytest.mark.parametrize(
    "moment",
    [
        PUBLISHED_AT,
        datetime(2024, 5, 10, 8, 30, 0, 123456, tzinfo=UTC),
        datetime(1961, 3, 21, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, tzinfo=UTC) - timedelta(days=365 * 5000),
    ],
)
def test_a_cursor_is_read_as_it_was_written(moment):
    cursor = Cursor(moment, 41)

    assert Cursor.parse(str(cursor)) == cursor


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "-",
        "1-",
        "-1",
        "1-2-3",
        "1--2",
        "--1-2",
        "a-b",
        " 1-2",
        "1-2\n",
        "۱-۲",
        "1" * 18 + "-1",
        "1-" + "1" * 19,
        "-" + "9" * 17 + "-1",
        "1-2' OR 1=1",
    ],
)
def test_a_malformed_cursor_is_refused(text):
    with pytest.raises(BadCursor):
        Cursor.parse(text)


@pytest.mark.django_db
def test_the_largest_cursor_leads_to_a_page():
    [work] = _publish(0)

    assert _pages({"before": "9" * 17 + "-" + "9" * 18}).entries == [work]
    assert _pages({"after": "9" * 17 + "-" + "9" * 18}).entries == [work]
