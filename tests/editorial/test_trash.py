"""What holds of the trash whoever writes: constraints, the index, and the command that empties."""

from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article
from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from nejat.editorial.models import Content
from nejat.editorial.trashing import move_to_trash, take_out
from nejat.search.models import IndexedWork
from nejat.staff.groups import EDITORS
from publications.models import Issue
from tests.factories import make_article, make_issue
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
KINDS = [model for model in apps.get_models() if issubclass(model, Content)]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_work_in_the_trash_is_published(kind, code):
    published = {
        column("title", code): "A",
        column("slug", code): "a",
        column("state", code): "published",
        column("published_at", code): timezone.now(),
    }
    work = kind.objects.create(**published)

    with pytest.raises(IntegrityError), transaction.atomic():
        kind.objects.filter(pk=work.pk).update(trashed_at=timezone.now())

    kind.objects.filter(pk=work.pk).update(
        **{column("state", code): "withdrawn"}, trashed_at=timezone.now()
    )


def test_who_may_delete_and_not_withdraw_is_refused_and_nothing_changes():
    user = make_staff(EDITORS)
    user.groups.get().permissions.remove(
        *user.groups.get().permissions.filter(codename="publish_article")
    )
    work = make_article("fa", title="باغ", title_en="Garden", state_en="in_review")

    with pytest.raises(ValidationError, match="not for you to withdraw: فارسی"):
        move_to_trash(user, work)

    work.refresh_from_db()
    assert (work.state_en, work.state_fa, work.is_trashed) == ("in_review", "published", False)


def test_the_search_of_the_desk_forgets_it_and_learns_it_again():
    work = make_article("fa", title="باغ")

    move_to_trash(make_staff(EDITORS), work)
    assert not IndexedWork.objects.exists()
    call_command("rebuild_search_index", stdout=StringIO())
    assert not IndexedWork.objects.exists()

    take_out(work)
    assert IndexedWork.objects.get().object_id == work.pk


def test_moving_and_restoring_keep_no_revision_of_their_own():
    work = make_article("fa", title="باغ", state="draft")
    count = work.history.count()

    move_to_trash(make_staff(EDITORS), work)
    take_out(work)

    assert work.history.count() == count


def _empty(*options: str) -> tuple[str, str]:
    told, faults = StringIO(), StringIO()
    call_command("empty_trash", *options, stdout=told, stderr=faults)
    return told.getvalue(), faults.getvalue()


def _thrown(work: Content, days: int) -> Content:
    for code in CODES:
        work.set_in(code, state="draft")
    work.trashed_at = timezone.now() - timedelta(days=days)
    work.save()
    return work


def test_what_has_lain_there_for_long_is_deleted():
    kept, lately = make_article("fa"), _thrown(make_article("fa"), days=29)
    _thrown(make_article("fa"), days=31)
    _thrown(make_issue("fa"), days=31)

    assert _empty("--dry-run")[0] == (
        "articles.Article: 1\npublications.Issue: 1\nWorks to delete: 2.\n"
    )
    assert Article.objects.count() == 3
    assert _empty()[0] == "articles.Article: 1\npublications.Issue: 1\nWorks deleted: 2.\n"
    assert set(Article.objects.all()) == {kept, lately}
    assert not Issue.objects.exists()
    assert _empty("--older-than", "29")[0] == "articles.Article: 1\nWorks deleted: 1.\n"


def test_what_an_issue_holds_stays_and_is_named():
    held = _thrown(make_article("fa"), days=31)
    make_issue("fa", articles=[held])

    told, faults = _empty()

    assert told == "Works deleted: 0.\n"
    assert faults == f"articles.Article {held.pk}: held by publications.Entry.\n"
    assert Article.objects.get() == held


def test_a_number_below_zero_is_refused():
    with pytest.raises(CommandError, match="zero or more"):
        _empty("--older-than", "-1")
