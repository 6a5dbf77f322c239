"""Commands that let go of working copies left lying, and of old entries of the audit log."""

from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Article
from nejat.audit.models import Act, AppendOnly, AuditEntry
from nejat.editorial.working_copies import WorkingCopy
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def _run(command: str, *options: str) -> str:
    told = StringIO()
    call_command(command, *options, stdout=told)
    return told.getvalue()


def _copy(name: str, days: int) -> WorkingCopy:
    work, account = make_article("fa"), User.objects.create_user(name)
    WorkingCopy.objects.keep(work, "fa", account, {"title_fa": name}, {})
    copy = WorkingCopy.objects.get(account=account)
    WorkingCopy.objects.filter(pk=copy.pk).update(saved_at=_ago(days))
    return copy


def _begin(name: str, days: int) -> WorkingCopy:
    account = User.objects.create_user(name)
    WorkingCopy.objects.keep_begun(Article, uuid4(), "fa", account, {"title_fa": name})
    WorkingCopy.objects.filter(account=account).update(saved_at=_ago(days))
    return WorkingCopy.objects.get(account=account)


def _entry(days: int) -> AuditEntry:
    kind = ContentType.objects.get_for_model(Article)
    values = {"account_name": "mina", "act": Act.ADDED, "content_type": kind, "object_id": 1}
    return AuditEntry.objects.create(at=_ago(days), **values)


def _ago(days: int):
    return timezone.now() - timedelta(days=days)


def test_copies_left_lying_are_deleted():
    lately = _copy("mina", days=89)
    _copy("omid", days=91)

    assert _run("prune_working_copies", "--dry-run") == "Working copies to delete: 1.\n"
    assert WorkingCopy.objects.count() == 2
    assert _run("prune_working_copies") == "Working copies deleted: 1.\n"
    assert WorkingCopy.objects.get() == lately
    assert _run("prune_working_copies", "--older-than", "80").endswith("deleted: 1.\n")


def test_new_works_left_lying_are_deleted():
    lately = _begin("mina", days=89)
    _begin("omid", days=91)

    assert _run("prune_working_copies") == "Working copies deleted: 1.\n"
    assert WorkingCopy.objects.get() == lately


def test_entries_of_five_years_ago_are_deleted():
    kept = _entry(days=1825)
    _entry(days=1827)

    assert _run("prune_audit_log", "--dry-run") == "Entries of the audit log to delete: 1.\n"
    assert AuditEntry.objects.count() == 2
    assert _run("prune_audit_log") == "Entries of the audit log deleted: 1.\n"
    assert AuditEntry.objects.get() == kept
    assert _run("prune_audit_log", "--older-than", "1000").endswith("deleted: 1.\n")


def test_there_is_no_other_way_out_of_the_log():
    entry = _entry(days=2000)

    for way in (
        entry.delete,
        AuditEntry.objects.all().delete,
        AuditEntry.objects.before(_ago(1)).delete,
    ):
        with pytest.raises(AppendOnly):
            way()

    assert AuditEntry.objects.get() == entry


@pytest.mark.parametrize("command", ["prune_working_copies", "prune_audit_log"])
def test_a_number_below_zero_is_refused(command):
    with pytest.raises(CommandError, match="zero or more"):
        _run(command, "--older-than", "-1")
