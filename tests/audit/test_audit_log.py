"""The audit log: every act at the desk is written down, and nothing of it can be changed."""

import csv
import io

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction

from articles.models import Article
from nejat.audit.models import Act, AppendOnly, AuditEntry
from nejat.staff.groups import CHIEF_EDITORS, EDITORS
from tests.admin.desk import filled_in, texts
from tests.factories import make_article, make_topic
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
LOG = "/admin/audit/auditentry/"


def _form(work) -> str:
    return f"/admin/articles/article/{work.pk}/change/"


def _told() -> list[tuple[str, str, str]]:
    return list(AuditEntry.objects.order_by("pk").values_list("account_name", "act", "editions"))


def test_what_is_added_changed_and_deleted_is_told_with_account_and_edition(admin_client):
    add = "/admin/articles/article/add/"
    admin_client.post(add, filled_in(admin_client, add) | {"title_fa": "باغ"})
    work = Article.objects.get()
    changes = {"title_fa": "باغ ما", "standfirst_sq": "E qetë"}
    admin_client.post(_form(work), filled_in(admin_client, _form(work)) | changes)
    for door in ("delete", "destroy"):
        admin_client.post(f"/admin/articles/article/{work.pk}/{door}/", {"post": "yes"})

    assert _told() == [
        ("admin", "added", ""),
        ("admin", "changed", "fa,sq"),
        ("admin", "trashed", ""),
        ("admin", "deleted", ""),
    ]
    names = [entry.object_name for entry in AuditEntry.objects.order_by("pk")]
    assert names == ["باغ", "باغ ما", "باغ ما", "باغ ما"]


def test_a_form_saved_as_it_stands_is_no_act(admin_client):
    work = make_article("fa")

    admin_client.post(_form(work), filled_in(admin_client, _form(work)))

    assert _told() == []


def test_many_deleted_at_once_are_told_one_by_one(admin_client):
    topics = [make_topic("fa") for _ in range(3)]
    chosen = {"action": "delete_selected", "_selected_action": [t.pk for t in topics], "post": "y"}

    admin_client.post("/admin/articles/topic/", chosen)

    assert _told() == [("admin", "deleted", "")] * 3


def test_what_a_superuser_gives_a_group_is_told(admin_client):
    group = Group.objects.create(name="Guests")

    admin_client.post(f"/admin/auth/group/{group.pk}/change/", {"name": "Friends"})

    assert _told() == [("admin", "changed", "")]


def test_nothing_in_it_can_be_changed_or_taken_away(admin_client):
    work = make_article("fa")
    admin_client.post(_form(work), filled_in(admin_client, _form(work)) | {"title_fa": "نو"})
    entry = AuditEntry.objects.get()

    entry.note = "other"
    for attempt in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(note="other"),
        lambda: AuditEntry._base_manager.update(note="other"),
    ):
        with pytest.raises(AppendOnly):
            attempt()
    with pytest.raises(IntegrityError), transaction.atomic():
        AuditEntry(pk=entry.pk, act="added", content_type_id=1, object_id=1, note="other").save()
    assert admin_client.post(f"{LOG}{entry.pk}/delete/", {"post": "yes"}).status_code == 403
    assert AuditEntry.objects.get().note == ""


def test_it_outlives_the_account(admin_client, client):
    work, leaver = make_article("fa"), make_staff(EDITORS)
    client.force_login(leaver)
    client.post(_form(work), filled_in(client, _form(work)) | {"title_fa": "نو"})

    admin_client.post(f"/admin/auth/user/{leaver.pk}/delete/", {"post": "yes"})

    assert _told()[0][:2] == (leaver.username, "changed")
    assert admin_client.get(LOG).status_code == 200


@pytest.mark.parametrize(("query", "names"), [("edition=fa", ["باغ"]), ("act__exact=added", [])])
def test_it_is_filtered(admin_client, query, names):
    for code, title in (("fa", "باغ"), ("en", "Garden")):
        work = make_article(code, title=title)
        sent = filled_in(admin_client, _form(work)) | {f"standfirst_{code}": "new"}
        admin_client.post(_form(work), sent)

    assert texts(admin_client.get(f"{LOG}?{query}"), "#result_list .field-what") == names


def test_it_is_taken_away_as_a_table_in_which_nothing_runs(client):
    client.force_login(make_staff(CHIEF_EDITORS))
    work = make_article("en", title="=HYPERLINK(1)")
    client.post(_form(work), filled_in(client, _form(work)) | {"standfirst_en": "new"})
    entries = AuditEntry.objects.all()

    answer = client.post(LOG, {"action": "export", "_selected_action": [e.pk for e in entries]})

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1][2:6] == ["Changed", "article", "'=HYPERLINK(1)", "en"]


def test_its_list_takes_the_same_number_of_queries_for_one_and_three(
    admin_client, django_assert_num_queries
):
    AuditEntry.objects.bulk_create([_entry() for _ in range(1)])
    with django_assert_num_queries(4):
        admin_client.get(LOG)
    AuditEntry.objects.bulk_create([_entry() for _ in range(2)])
    with django_assert_num_queries(4):
        admin_client.get(LOG)


def _entry() -> AuditEntry:
    work = make_article("fa")
    kind = ContentType.objects.get_for_model(work)
    facts = {"object_id": work.pk, "object_name": "x"}
    return AuditEntry(account_name="mina", act=Act.CHANGED, content_type=kind, **facts)
