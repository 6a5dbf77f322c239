"""The list of the audit log: its words, its filter of kinds, its table."""

import csv
import io

import pytest
from django.contrib.contenttypes.models import ContentType

from nejat.audit.models import Act, AuditEntry
from tests.admin.desk import filled_in, texts
from tests.factories import make_article, make_contributor, make_topic
from tests.sql import captured

pytestmark = pytest.mark.django_db
LOG = "/admin/audit/auditentry/"


def _form(work) -> str:
    return f"/admin/articles/article/{work.pk}/change/"


def _entry() -> AuditEntry:
    kind = ContentType.objects.get(app_label="articles", model="article")
    facts = {"object_id": 1, "object_name": "x"}
    return AuditEntry(account_name="mina", act=Act.CHANGED, content_type=kind, **facts)


def test_changed_fields_are_told_in_the_language_of_the_reader(speak):
    work = make_article("fa", primary_topic=make_topic("fa"))
    changes = {"title_fa": "نو", "primary_topic": ""}
    speak("sq").post(_form(work), filled_in(speak("sq"), _form(work)) | changes)

    told = {code: texts(speak(code).get(LOG), ".field-fields_changed") for code in ("en", "fa")}

    assert AuditEntry.objects.get().changes[0]["changed"]["fields"] == ["title_fa", "primary_topic"]
    assert told == {
        "en": ["Changed Title (فارسی) and Primary topic."],
        "fa": ["عنوان (فارسی) و موضوع اصلی تغییر یافتند."],
    }


def test_a_row_below_the_form_is_told_by_its_own_fields(speak):
    work = make_article("fa", by=[make_contributor("fa", name="مینا")])
    sent = filled_in(speak("en"), _form(work)) | {"bylines-0-role": "editor"}
    speak("en").post(_form(work), sent)

    [told] = texts(speak("en").get(LOG), ".field-fields_changed")

    assert AuditEntry.objects.get().changes[0]["changed"]["fields"] == ["role"]
    assert told == "Changed Role for byline “Editor: مینا”."


def test_fields_that_are_gone_and_entries_of_old_are_told_as_they_were_kept(admin_client):
    kept = [
        [{"changed": {"model": "articles.article", "fields": ["motto"]}}],
        [{"changed": {"model": "poems.poem", "fields": ["verse"]}}],
        [{"changed": {"fields": ["Title (فارسی)"], "editions": ["fa"]}}],
        [{"added": {}}],
    ]
    entries = [_entry() for _ in kept]
    for entry, changes in zip(entries, kept, strict=True):
        entry.changes = changes
    AuditEntry.objects.bulk_create(entries)

    told = texts(admin_client.get(LOG), ".field-fields_changed")

    assert told == ["Added.", "Changed Title (فارسی).", "Changed verse.", "Changed motto."]


def test_it_is_filtered_by_kind_without_looking_for_kinds_in_it(admin_client):
    topic = make_topic("fa", name="صلح")
    for address in ("/admin/articles/topic/", "/admin/articles/article/"):
        row = topic if "topic" in address else make_article("fa", title="باغ")
        form = f"{address}{row.pk}/change/"
        changed = {"name_sq": "Paqja", "title_sq": "Kopshti"}
        admin_client.post(form, filled_in(admin_client, form) | changed)

    with captured() as statements:
        page = admin_client.get(f"{LOG}?kind=articles.topic")

    assert texts(page, "#result_list .field-what") == ["صلح"]
    assert "Comment" in texts(page, "#changelist-filter a")
    assert [sql for sql in statements if "DISTINCT" in sql] == []
    assert len(texts(admin_client.get(f"{LOG}?kind=poems.poem"), "#result_list .field-what")) == 2


def test_a_table_that_does_not_hold_all_says_so(admin_client, monkeypatch):
    monkeypatch.setattr("nejat.editorial.admin.audit_log.MOST_EXPORTED", 2)

    def lines(count: int) -> list[list[str]]:
        AuditEntry.objects.bulk_create(_entry() for _ in range(count))
        chosen = AuditEntry.objects.values_list("pk", flat=True)
        sent = {"action": "export", "_selected_action": list(chosen)}
        text = admin_client.post(LOG, sent).content.decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text)))[1:]

    assert [len(line) for line in lines(2)] == [8, 8]
    said = "Only the first 2 entries. Choose fewer by their day or kind."
    assert [line[0] == said for line in lines(1)] == [False, False, True]
