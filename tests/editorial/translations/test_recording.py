"""A translation is outdated when the words of its source have changed since, and only then."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import timezone

from articles.models import Article
from nejat.editorial.translations.recording import Translation
from tests.factories import make_article
from tests.sql import captured

pytestmark = pytest.mark.django_db


@pytest.fixture
def work() -> Article:
    """An English article with a Persian translation, as the database has it."""
    made = make_article(
        "en", title="Garden", body_en="<p>A tree.</p>", title_fa="باغ", body_fa="<p>یک درخت.</p>"
    )
    return Article.objects.get(pk=made.pk)


def outdated() -> list[str]:
    return [row.edition for row in Translation.objects.outdated(["en", "ar", "fa", "sq"])]


def test_a_new_translation_stands_for_the_source_as_it_is(work):
    assert [row.edition for row in work.translations.all()] == ["fa"]
    assert outdated() == []


@pytest.mark.parametrize(
    "change",
    [{"title_en": "Gardens"}, {"standfirst_en": "On trees."}, {"body_en": "<p>Two trees.</p>"}],
)
def test_other_words_in_the_source_outdate_it(work, change):
    for name, value in change.items():
        setattr(work, name, value)
    work.save()

    assert outdated() == ["fa"]


@pytest.mark.parametrize(
    "change",
    [
        {"body_en": "<p>A <strong>tree</strong>.</p>\n"},
        {"seo_title_en": "Trees"},
        {"slug_en": "trees"},
        {"state_en": "withdrawn"},
        {"expires_at_en": datetime(2990, 1, 1, tzinfo=UTC)},
        {},
    ],
)
def test_nothing_else_does(work, change):
    for name, value in change.items():
        setattr(work, name, value)
    work.save()

    assert outdated() == []


def test_its_own_new_words_are_made_from_the_source_as_it_is(work):
    work.title_en = "Gardens"
    work.save()
    work.title_fa = "باغ‌ها"
    work.save()

    assert outdated() == []


def test_the_first_moment_counts_and_former_words_make_it_right_again(work):
    with time_machine.travel(timezone.now(), tick=False):
        first = timezone.now()
        work.title_en = "Gardens"
        work.save()
    work.title_en = "More gardens"
    work.save()
    assert work.translations.get().outdated_since == first

    work.title_en = "Garden"
    work.save()
    assert outdated() == []


def test_a_translation_that_is_emptied_is_none(work):
    work.title_en = "Gardens"
    work.title_fa = work.body_fa = ""
    work.save()

    assert not work.translations.exists()


def test_it_may_be_declared_right_as_it_is(work):
    work.title_en = "Gardens"
    work.save()

    work.translations.get().keep()
    assert outdated() == []

    work.title_en = "More gardens"
    work.save()
    assert outdated() == ["fa"]


def test_part_of_the_columns_saved_counts_as_the_whole(work):
    part = Article.objects.only("title_en").get(pk=work.pk)
    part.title_en = "Gardens"
    part.save(update_fields=["title_en"])
    assert outdated() == ["fa"]

    with captured() as statements:
        part.save(update_fields=["state_en"])
    assert [sql for sql in statements if "editorial_translation" in sql] == []


def test_what_was_not_saved_does_not_count(work):
    work.title_en, work.title_fa = "Gardens", "باغ‌ها"
    work.save(update_fields=["title_en"])

    assert outdated() == ["fa"]


def test_works_created_many_at_a_time_have_theirs(work):
    twin = Article(title_en="Garden", title_fa="باغ", original_edition="en")
    Article.objects.bulk_create([twin, Article(title_sq="Kopsht")])

    assert [row.edition for row in twin.translations.all()] == ["fa"]
    assert Translation.objects.count() == 2


def test_saved_as_it_was_it_costs_one_query(work):
    with captured() as statements:
        work.save()

    about = [sql for sql in statements if "editorial_translation" in sql]
    assert len(about) == 1
    assert about[0].startswith("SELECT")


def test_it_goes_with_its_work(work):
    work.delete()

    assert not Translation.objects.exists()
