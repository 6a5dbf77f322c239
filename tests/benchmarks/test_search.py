"""How fast readers find something among 10,000 and among 100,000 works, and how fast without."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from statistics import median
from time import perf_counter, process_time

import pytest
from django.db import connection
from django.db.models import Q
from django.test import Client
from django.utils import timezone

from articles.models import Article
from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from nejat.editorial.indexing import index_works
from nejat.search.finding import candidates
from nejat.search.query import parse
from nejat.search.querysets import Scope
from nejat.wordpress.importer.session import in_batches
from tests.benchmarks.make_words import Language, languages

DAYS = 7500
"""Twenty years up to now."""
EACH = 10
"""Queries of a kind; with five kinds, fifty in all."""
BATCH = 200


@pytest.mark.benchmark
@pytest.mark.django_db
@pytest.mark.parametrize("count", [10_000, 100_000])
def test_search_in_four_editions(count: int) -> None:
    spoken = languages()
    start = perf_counter()
    for batch in in_batches(_articles(spoken, count), BATCH):
        index_works(Article.objects.bulk_create(batch))
    print(f"\n{count:,} works on {connection.vendor}, made in {perf_counter() - start:.0f} s")
    _analyse()

    questions = _questions(spoken)
    reader = Client()
    asked = {
        "page": partial(_page, reader),
        "page CPU": partial(_page, reader),  # its second time; without that of PostgreSQL
        "index": _index,
        "LIKE": _like,
    }
    for question in questions.values():
        _times(_index, question)  # what a database reads from its disk, it reads here
    times = {
        name: {
            kind: _times(ask, of_kind, process_time if "CPU" in name else perf_counter)
            for kind, of_kind in questions.items()
        }
        for name, ask in asked.items()
    }

    print(f"{'':22}{''.join(f'{name:>10}' for name in asked)}   milliseconds, medians")
    for kind in questions:
        print(f"{kind:22}{''.join(_ms(times[name][kind]) for name in asked)}")
    print(f"{'all fifty':22}{''.join(_ms(_all(times[name])) for name in asked)}")
    ratio = median(_all(times["LIKE"])) / median(_all(times["index"]))
    print(f"LIKE takes {ratio:.0f} times as long as the index")


def _articles(spoken: dict[str, Language], count: int) -> Iterator[Article]:
    start = timezone.now() - timedelta(days=DAYS)
    for number in range(count):
        code = CODES[number % len(CODES)]
        title, standfirst, body = spoken[code].text()
        article = Article()
        moment = start + timedelta(days=number * DAYS / count)
        article.set_in(code, title=title, standfirst=standfirst, body=body, slug="a")
        article.set_in(code, state="published", published_at=moment)
        yield article


def _questions(spoken: dict[str, Language]) -> dict[str, list[tuple[str, str]]]:
    """Fifty queries in all, in turn in each edition: kind, then edition and what is typed."""
    kinds: dict[str, Callable[[list[str], int], str]] = {
        "in nearly every text": lambda words, n: words[n],
        "rare": lambda words, n: words[20_000 + n],
        "two words": lambda words, n: f"{words[5 + n]} {words[300 + n]}",
        "nothing near": lambda words, n: f"{words[n]}q{n}q",
        "did you mean": lambda words, n: _misspelt(words[500 + n]),
    }
    return {
        kind: [(code, ask(spoken[code].words, n)) for n, code in enumerate(CODES * EACH)][:EACH]
        for kind, ask in kinds.items()
    }


def _misspelt(word: str) -> str:
    return word[:2] + word[3:]


def _times(
    ask: Callable[[str, str], object],
    questions: list[tuple[str, str]],
    clock: Callable[[], float] = perf_counter,
) -> list[float]:
    times = []
    for code, text in questions:
        start = clock()
        ask(code, text)
        times.append(clock() - start)
    return times


def _page(reader: Client, code: str, text: str) -> None:
    assert reader.get(f"/{code}/search/", {"q": text}).status_code == 200


def _index(code: str, text: str) -> None:
    candidates(Scope(code), parse(text, code))


def _like(code: str, text: str) -> None:
    """The search of before: all words in a title, standfirst or body, the newest ten."""
    works = Article.objects.published(code).newest_first(code).only(column("title", code))
    for word in text.split():
        fields = (column(field, code) for field in ("title", "standfirst", "body"))
        anywhere = Q()
        for name in fields:
            anywhere |= Q(**{f"{name}__icontains": word})
        works = works.filter(anywhere)
    list(works[:10])


def _analyse() -> None:
    """What a database does by itself after many writes."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _all(times: dict[str, list[float]]) -> list[float]:
    return [time for of_kind in times.values() for time in of_kind]


def _ms(times: list[float]) -> str:
    return f"{median(times) * 1000:10.1f}"
