"""Who may do what in which edition."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser, User

from nejat.editions.registry import CODES
from nejat.editorial.rights import Verb, can, can_change_shared, can_delete
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, MODERATORS, TRANSLATORS
from tests.factories import make_article, make_topic
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db

EDIT, SUBMIT, PUBLISH = Verb.EDIT, Verb.SUBMIT, Verb.PUBLISH


def _work(**states: str):
    """An article that came from Persian, with a title in the editions named."""
    work = make_article("fa", title="باغ", state=states.pop("fa", "draft"))
    work.set_in("fa", published_at=datetime(2020, 1, 1, tzinfo=UTC))
    for code, state in states.items():
        work.set_in(code, title="Garden", slug="garden", state=state)
        work.set_in(code, published_at=datetime(2021, 1, 1, tzinfo=UTC))
    work.save()
    return work


def _may(user, verb: Verb, work) -> str:
    return " ".join(code for code in CODES if can(user, verb, work, code))


@pytest.mark.parametrize(
    ("group", "edit", "submit", "publish"),
    [
        (CHIEF_EDITORS, "en ar fa sq", "en ar fa sq", "en ar fa sq"),
        (EDITORS, "en ar fa sq", "en ar fa sq", "en ar fa sq"),
        (AUTHORS, "ar fa sq", "ar fa sq", ""),  # readers see the English one
        (TRANSLATORS, "ar sq", "ar sq", ""),  # nor the one they translate from
        (MODERATORS, "", "", ""),
    ],
)
def test_what_each_group_may_do(group, edit, submit, publish):
    work, user = _work(en="published", ar="in_review"), make_staff(group)

    assert [_may(user, verb, work) for verb in (EDIT, SUBMIT, PUBLISH)] == [edit, submit, publish]


@pytest.mark.parametrize("group", [EDITORS, AUTHORS, TRANSLATORS])
def test_an_account_leaves_other_editions_alone(group):
    user = make_staff(group, editions=["ar"])
    work = _work(en="draft", ar="draft")

    assert _may(user, EDIT, work) == "ar"
    assert _may(user, PUBLISH, work) == ("ar" if group == EDITORS else "")


@pytest.mark.parametrize("state", ["published", "withdrawn"])
def test_who_does_not_publish_leaves_alone_what_readers_see_or_saw(state):
    work = _work(fa=state, ar=state)

    assert _may(make_staff(AUTHORS), EDIT, work) == "en sq"
    assert _may(make_staff(TRANSLATORS), EDIT, work) == "en sq"
    assert not can_change_shared(make_staff(AUTHORS), work)
    assert can_change_shared(make_staff(EDITORS), work)


def test_what_all_editions_share_is_for_writers_of_works_nobody_has_seen():
    work = _work(en="draft")

    assert can_change_shared(make_staff(AUTHORS), work)
    assert not can_change_shared(make_staff(TRANSLATORS), work)


def test_a_work_is_deleted_by_who_works_on_all_its_editions():
    work = _work(en="draft")

    assert can_delete(make_staff(EDITORS, editions=["en", "fa"]), work)
    assert not can_delete(make_staff(EDITORS, editions=["fa"]), work)
    assert not can_delete(make_staff(AUTHORS), work)


def test_strangers_and_closed_accounts_may_do_nothing():
    closed = User.objects.create_superuser("closed", is_active=False)
    work = _work(en="draft")

    for user in (AnonymousUser(), closed, make_staff()):
        assert "".join(_may(user, verb, work) for verb in Verb) == ""


def test_labels_have_no_source_and_no_states():
    topic = make_topic("fa")

    assert _may(make_staff(TRANSLATORS, editions=["fa"]), EDIT, topic) == "fa"
    assert _may(make_staff(EDITORS), EDIT, topic) == "en ar fa sq"
    assert _may(make_staff(AUTHORS), EDIT, topic) == ""


def test_the_source_stays_the_edition_of_the_first_draft():
    work = make_article("fa", title="باغ", state="draft", published_at=None)
    work.set_in("en", title="Garden")
    work.save()

    assert work.source_code == "fa"
    assert _may(make_staff(TRANSLATORS), EDIT, work) == "en ar sq"


def test_what_readers_of_other_editions_share_is_not_for_an_editor_of_one():
    work = _work(en="published")

    assert not can_change_shared(make_staff(EDITORS, editions=["fa"]), work)
    assert can_change_shared(make_staff(EDITORS, editions=["en", "fa"]), work)


def test_the_source_is_the_edition_that_came_out_first_else_the_first_one_written():
    assert _work(en="published").source_code == "fa"
    assert make_article("sq", title="Kopshti", state="draft", published_at=None).source_code == "sq"
