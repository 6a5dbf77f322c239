"""What the desk costs an editor among 100,000 articles: queries, which must be few, and time."""

from collections.abc import Iterator
from datetime import timedelta
from time import perf_counter

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from nejat.editions.registry import CODES
from nejat.editorial.translations.recording import Translation
from nejat.editorial.translations.requests import TranslationRequest
from nejat.wordpress.importer.session import in_batches
from tests.benchmarks.make_words import Language, languages
from tests.staff.making import make_staff

COUNT = 100_000
BATCH = 500
WAITING = 20
WANTED = 5_000
"""Articles that are asked for in Persian, and as many that are outdated in Albanian."""
LIST = "/admin/articles/article/"
PAGES = {
    "list": (LIST, 15),
    "list, page 500": (f"{LIST}?p=500", 15),
    "list, drafts in Persian": (f"{LIST}?phase_fa=draft", 15),
    "list, in review in Arabic": (f"{LIST}?phase_ar=in_review", 15),
    "list, asked for in Persian": (f"{LIST}?translation=asked-fa", 15),
    "list, outdated in Albanian": (f"{LIST}?translation=outdated-sq", 15),
    "form": (f"{LIST}{{pk}}/change/", 20),
    "desk": ("/admin/", 40),
}
"""Address and the most queries it may ask."""


@pytest.mark.benchmark
@pytest.mark.django_db
def test_pages_of_the_desk_among_a_hundred_thousand_articles() -> None:
    spoken = languages()
    for batch in in_batches(_articles(spoken), BATCH):
        Article.objects.bulk_create(batch)
    _want_translations()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    editor = Client()
    editor.force_login(make_staff("Chief editors"))
    some = Article.objects.order_by("pk")[COUNT // 2 : COUNT // 2 + 1].get()

    print(f"\n{COUNT:,} articles on {connection.vendor}: milliseconds, queries, slowest query")
    for name, (address, most) in PAGES.items():
        asked, taken = _open(editor, address.format(pk=some.pk))
        slowest = max(float(query["time"]) for query in asked)
        print(f"{name:28}{taken * 1000:6.0f}{len(asked):5}{slowest * 1000:7.0f}")
        assert len(asked) <= most
        assert [query["sql"] for query in asked if "COUNT(" in query["sql"].upper()] == []


def _want_translations() -> None:
    """Ask for the oldest in Persian, and outdate as many in Albanian."""
    kind = ContentType.objects.get_for_model(Article)
    numbers = Article.objects.order_by("pk").values_list("pk", flat=True)[:WANTED]
    places = [{"content_type": kind, "object_id": number} for number in numbers]
    TranslationRequest.objects.bulk_create(
        TranslationRequest(edition="fa", **place) for place in places
    )
    Translation.objects.bulk_create(
        Translation(edition="sq", outdated_since=timezone.now(), **place) for place in places
    )


def _open(editor: Client, address: str) -> tuple[list[dict[str, str]], float]:
    """Return the queries of a page opened for the second time, and the seconds it took."""
    assert editor.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        start = perf_counter()
        assert editor.get(address).status_code == 200
        taken = perf_counter() - start
    return asked.captured_queries, taken


def _articles(spoken: dict[str, Language]) -> Iterator[Article]:
    now = timezone.now()
    for number in range(COUNT):
        code = CODES[number % len(CODES)]
        title, standfirst, body = spoken[code].text()
        article = Article()
        article.set_in(code, title=title, standfirst=standfirst, body=body, slug="a")
        if number < WAITING:
            article.set_in(code, state="in_review")
        elif number % 100:
            moment = now - timedelta(minutes=number)
            article.set_in(code, state="published", published_at=moment)
        yield article
