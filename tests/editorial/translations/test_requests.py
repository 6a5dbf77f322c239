"""A request for translation stands until the edition has left the draft, or its work is gone."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.models import Article
from nejat.editorial.translations.requests import TranslationRequest
from tests.comments.test_at_once import at_once
from tests.factories import make_article
from tests.sql import captured
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
TABLE = '"editorial_translationrequest"'


@pytest.fixture
def work() -> Article:
    """An English article that is wanted in Arabic and Persian."""
    made = make_article("en", title="Garden", body="<p>A tree.</p>")
    ask(made, "ar", "fa")
    return Article.objects.get(pk=made.pk)


def ask(work: Article, *codes: str, user: User | None = None, note: str = "") -> list[str]:
    return TranslationRequest.objects.ask(work, codes, user, note)


def asked() -> list[str]:
    return sorted(TranslationRequest.objects.values_list("edition", flat=True))


def test_a_draft_of_the_translation_answers_nothing(work):
    work.title_fa, work.body_fa = "باغ", "<p>یک درخت.</p>"
    work.save()

    assert asked() == ["ar", "fa"]


@pytest.mark.parametrize("state", ["in_review", "published", "withdrawn"])
def test_an_edition_that_has_left_the_draft_is_asked_for_no_more(work, state):
    work.title_fa, work.state_fa = "باغ", state
    work.save()

    assert asked() == ["ar"]


def test_neither_is_one_that_is_scheduled(work):
    later = timezone.now() + timedelta(days=1)
    work.title_fa, work.state_fa, work.published_at_fa = "باغ", "published", later
    work.save()

    assert asked() == ["ar"]


def test_it_goes_in_the_transaction_that_saves_the_work(work):
    work.title_fa, work.state_fa = "باغ", "in_review"
    with transaction.atomic():
        work.save()
        assert asked() == ["ar"]
        transaction.set_rollback(True)

    assert asked() == ["ar", "fa"]


def test_the_states_that_are_saved_count_and_no_others(work):
    work.title_fa, work.state_fa = "باغ", "in_review"
    work.save(update_fields=["title_fa"])
    assert asked() == ["ar", "fa"]

    work.save(update_fields=["state_fa"])
    assert asked() == ["ar"]


def test_it_costs_a_query_only_where_another_edition_than_the_source_has_left_the_draft(work):
    with captured() as statements:
        work.save()
    assert [sql for sql in statements if TABLE in sql] == []

    work.title_fa, work.state_fa = "باغ", "in_review"
    with captured() as statements:
        work.save()
    [sql] = [sql for sql in statements if TABLE in sql]
    assert sql.startswith("DELETE")


def test_a_work_and_an_edition_are_asked_for_once(work):
    assert ask(work, "fa", "sq", note="Soon") == ["sq"]
    assert ask(work, "fa", "sq") == []

    notes = dict(TranslationRequest.objects.values_list("edition", "note"))
    assert notes == {"ar": "", "fa": "", "sq": "Soon"}


def test_the_database_refuses_a_second_one(work):
    with pytest.raises(IntegrityError), transaction.atomic():
        TranslationRequest.objects.create(work=work, edition="fa")


def test_it_stays_when_the_account_is_gone_and_goes_with_its_work(work):
    user = make_staff(first_name="Mina", last_name="Karimi")
    ask(work, "sq", user=user)
    assert TranslationRequest.objects.get(edition="sq").asker == "Mina Karimi"

    user.delete()
    assert TranslationRequest.objects.get(edition="sq").asker == ""

    other = make_article("en", title="House", body="<p>A door.</p>")
    ask(other, "fa")
    work.delete()
    assert [row.work for row in TranslationRequest.objects.all()] == [other]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory has one writer")
def test_asked_for_by_many_in_one_moment_it_is_asked_for_once():
    make_article("en", title="Garden", body="<p>A tree.</p>")

    def ask_as_the_list_does() -> list[str]:
        with transaction.atomic():
            return ask(Article.objects.select_for_update(of=("self",)).get(), "ar", "fa")

    found = at_once(*[ask_as_the_list_does] * 6)

    assert sorted(code for codes in found for code in codes) == ["ar", "fa"]
    assert asked() == ["ar", "fa"]
