"""Who sees a work and when: the query and its twin for one work in hand agree on every row."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
import time_machine

from articles.models import Article
from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from nejat.editorial.states import Phase, State, published_q
from tests.factories import make_article

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MOMENTS = [None, NOW - SECOND, NOW, NOW + SECOND]
TITLES = ["نامه", "", None]


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def _rows(code: str) -> list[Article]:
    """A work for every combination that the database accepts, written past `save()`."""
    works = []
    for title, state, start, end in product(TITLES, [*State, "", None], MOMENTS, MOMENTS):
        if state == State.PUBLISHED and not (title and start):
            continue
        work = Article()
        work.set_in(code, title=title, slug="a", state=state, published_at=start, expires_at=end)
        works.append(work)
    return Article.objects.bulk_create(works)


@pytest.mark.parametrize("code", CODES)
def test_the_query_and_the_work_agree_on_what_readers_see(code):
    works = _rows(code)

    by_query = set(Article.objects.published(code).values_list("pk", flat=True))

    assert by_query == {work.pk for work in works if work.is_published_in(code)}
    assert len(by_query) == 4  # begun a second ago or just now; ends later or never


@pytest.mark.parametrize("code", CODES)
def test_every_work_stands_in_one_phase_and_the_filter_finds_it_there(code):
    works = _rows(code)

    by_query = {
        phase: set(Article.objects.in_phase(phase, code).values_list("pk", flat=True))
        for phase in Phase
    }

    by_work = {phase: set() for phase in Phase}
    for work in works:
        by_work[work.phase_in(code)].add(work.pk)
    assert by_query == by_work
    assert all(by_query.values())


@pytest.mark.parametrize("code", CODES)
def test_works_of_an_edition_are_all_but_the_absent(code):
    works = _rows(code)

    found = set(Article.objects.in_edition(code).values_list("pk", flat=True))

    assert found == {work.pk for work in works if work.phase_in(code) != Phase.ABSENT}


@pytest.mark.parametrize("code", CODES)
def test_the_condition_can_be_asked_through_a_relation(code):
    work = make_article("en" if code != "en" else "fa")
    for other in _rows(code):
        other.related.add(work)

    links = Article.related.through.objects.filter(published_q(code, "from_article__"))

    expected = set(Article.objects.published(code).values_list("pk", flat=True))
    assert set(links.values_list("from_article_id", flat=True)) == expected


@pytest.mark.parametrize(
    ("state", "start", "end", "phase"),
    [
        (State.DRAFT, NOW - SECOND, None, Phase.DRAFT),
        (State.IN_REVIEW, None, None, Phase.IN_REVIEW),
        (State.PUBLISHED, NOW, None, Phase.PUBLISHED),
        (State.PUBLISHED, NOW + SECOND, None, Phase.SCHEDULED),
        (State.PUBLISHED, NOW + SECOND, NOW - SECOND, Phase.SCHEDULED),
        (State.PUBLISHED, NOW - SECOND, NOW, Phase.EXPIRED),
        (State.PUBLISHED, NOW - SECOND, NOW + SECOND, Phase.PUBLISHED),
        (State.WITHDRAWN, NOW - SECOND, None, Phase.WITHDRAWN),
    ],
)
def test_the_phase_of_a_work_follows_from_its_state_and_dates(state, start, end, phase):
    work = make_article("sq", state=state, published_at=start, expires_at=end)

    assert work.phase_in("sq") == phase
    assert [work.phase_in(code) for code in ("en", "ar", "fa")] == [Phase.ABSENT] * 3


def test_a_scheduled_work_appears_and_vanishes_by_the_clock_alone():
    work = make_article("fa", published_at=NOW + SECOND, expires_at=NOW + 3 * SECOND)
    seen = []
    for seconds in range(5):
        with time_machine.travel(NOW + seconds * SECOND, tick=False):
            seen.append(Article.objects.published("fa").filter(pk=work.pk).exists())

    assert seen == [False, True, True, False, False]


@pytest.mark.parametrize("code", CODES)
def test_newest_first_follows_the_dates_of_that_edition(code):
    other = "en" if code != "en" else "fa"
    first, second, third = (
        make_article(
            code,
            published_at=NOW - days * timedelta(days=1),
            **{column("published_at", other): NOW + days * timedelta(days=1)},
        )
        for days in (2, 1, 1)
    )

    assert list(Article.objects.published(code).newest_first(code)) == [third, second, first]
