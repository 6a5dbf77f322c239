"""A day at the desk: from the first line to the moment when readers see it."""

from datetime import timedelta

import time_machine
from django.utils import timezone
from django.utils.timezone import localtime
from playwright.sync_api import Page, expect

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.staff.groups import AUTHORS, EDITORS
from tests.staff.making import make_staff


def _bar(page: Page):
    return page.locator(".action-bar .steps:visible")


def _step(page: Page, name: str, told: str) -> None:
    _bar(page).get_by_role("button", name=name).click()
    expect(page.locator(".messagelist")).to_contain_text(told)


def _write(page: Page, words: str) -> None:
    page.get_by_role("tabpanel", name="فارسی").locator(".rich-text").fill(words)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("tab", name="فارسی").click()


def test_written_sent_back_mended_scheduled_and_read(desk, reader):
    author, editor = desk(make_staff(AUTHORS, editions=["fa"])), desk(make_staff(EDITORS))
    _open(author, "/admin/articles/article/add/")
    author.fill("#id_title_fa", "باغ خانه")
    _write(author, "یک درخت.")
    _step(author, "Submit for review", "فارسی: Submitted")

    editor.goto("/admin/")
    editor.locator("[aria-labelledby=desk-waiting]").get_by_role("link", name="باغ خانه").click()
    editor.get_by_role("tab", name="فارسی").click()
    editor.get_by_role("button", name="Send back").click()
    expect(editor.locator(".faults")).to_contain_text("Say why it is sent back.")
    editor.get_by_label("Why it is sent back").locator("visible=true").fill("کدام درخت؟")
    _step(editor, "Send back", "فارسی: Sent back")

    work = Article.objects.get()
    form = f"/admin/articles/article/{work.pk}/change/"
    _open(author, form)
    expect(_bar(author)).to_contain_text("کدام درخت؟")
    _write(author, "یک درخت انار.")
    _step(author, "Submit for review", "فارسی: Submitted")

    tomorrow = localtime(timezone.now() + timedelta(days=1))
    _open(editor, form)
    editor.fill("#id_published_at_fa_0", f"{tomorrow:%Y-%m-%d}")
    editor.fill("#id_published_at_fa_1", f"{tomorrow:%H:%M:%S}")
    _step(editor, "Schedule", "فارسی: Scheduled")

    work.refresh_from_db()
    assert reader.goto(work.url_in("fa")).status == 404
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert reader.goto(work.url_in("fa")).status == 200
        expect(reader.locator("main")).to_contain_text("درخت انار")
    acts = AuditEntry.objects.exclude(act="changed").order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["added", "submitted", "sent_back", "submitted", "scheduled"]
