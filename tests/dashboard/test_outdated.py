"""Outdated translations on the dashboard, and who may declare them right."""

import pytest
from django.utils import timezone

from nejat.audit.models import AuditEntry
from nejat.editorial.translations.recording import Translation
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, MODERATORS, TRANSLATORS
from tests.admin.desk import nodes, texts
from tests.factories import make_article
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def outdated() -> Translation:
    """A published Persian translation whose English source has changed since."""
    work = make_article("en", title="Garden", title_fa="باغ", state_fa="published", slug_fa="باغ")
    work.title_en = "Gardens"
    work.save()
    return work.translations.get()


def _log_in(client, group: str, *editions: str):
    client.force_login(make_staff(group, editions=editions))
    return client


def _seen(client) -> list[str]:
    return texts(client.get("/admin/"), "[aria-labelledby=desk-outdated] a")


def _button(client, translation: Translation) -> tuple[str, dict[str, str]]:
    """Where the button on the dashboard leads, and what it sends."""
    [seen] = nodes(client.get("/admin/"), ".desk-outdated input[name=seen]")
    address = f"/admin/translations/{translation.pk}/keep/"
    return address, {"seen": seen.attributes["value"]}


def test_those_who_translate_or_publish_in_the_edition_see_them(client, outdated):
    for group in (CHIEF_EDITORS, EDITORS, TRANSLATORS):
        assert _seen(_log_in(client, group)) == ["باغ"], group
        assert _seen(_log_in(client, group, "fa")) == ["باغ"], group
        assert _seen(_log_in(client, group, "ar")) == [], group
    for group in (AUTHORS, MODERATORS):
        assert _seen(_log_in(client, group)) == [], group


def test_a_translator_declares_one_right_and_the_log_says_so(client, outdated):
    _log_in(client, TRANSLATORS, "fa")

    answer = client.post(*_button(client, outdated), follow=True)

    assert texts(answer, ".messagelist li") == ["The translation stands for the text as it is now."]
    assert _seen(client) == []
    entry = AuditEntry.objects.get(act="kept")
    assert (entry.object_id, entry.editions) == (outdated.object_id, "fa")


@pytest.mark.parametrize(
    ("group", "editions"), [(TRANSLATORS, ["ar"]), (AUTHORS, []), (MODERATORS, [])]
)
def test_nobody_else_does(client, outdated, group, editions):
    _log_in(client, group, *editions)

    assert client.post(f"/admin/translations/{outdated.pk}/keep/").status_code == 403
    assert Translation.objects.outdated(["fa"]).exists()


def test_who_looked_at_a_former_text_is_asked_to_look_again(client, outdated):
    button = _button(_log_in(client, EDITORS), outdated)
    outdated.work.title_en = "More gardens"
    outdated.work.save()

    answer = client.post(*button, follow=True)

    assert texts(answer, ".messagelist .warning") != []
    assert Translation.objects.outdated(["fa"]).exists()


def test_what_is_in_the_trash_is_neither_shown_nor_declared_right(client, outdated):
    button = _button(_log_in(client, EDITORS), outdated)
    _put_into_trash(outdated)

    assert _seen(client) == []
    assert client.post(*button).status_code == 403


def test_what_is_in_the_trash_does_not_hide_the_others(client, outdated, monkeypatch):
    monkeypatch.setattr("nejat.dashboard.translations.MOST_SHOWN", 1)
    gone = [outdated, _outdate("Tree", "درخت")]
    _outdate("House", "خانه")
    for translation in gone:
        _put_into_trash(translation)

    assert _seen(_log_in(client, EDITORS)) == ["خانه"]
    assert "more" not in texts(client.get("/admin/"), "[aria-labelledby=desk-outdated]")[0]


def test_that_there_are_more_is_said(client, outdated, monkeypatch):
    monkeypatch.setattr("nejat.dashboard.translations.MOST_SHOWN", 1)
    _outdate("Tree", "درخت")
    _log_in(client, EDITORS)

    assert _seen(client) == ["باغ"]
    assert "Lists find more" in texts(client.get("/admin/"), "[aria-labelledby=desk-outdated]")[0]


def _outdate(title: str, translated: str) -> Translation:
    work = make_article("en", title=title, title_fa=translated)
    work.title_en = f"{title}s"
    work.save()
    return work.translations.get()


def _put_into_trash(translation: Translation) -> None:
    work = translation.work
    work.state_en = work.state_fa = "withdrawn"
    work.trashed_at = timezone.now()
    work.save()


def test_it_is_done_by_post_alone_and_what_is_not_there_is_said(client, outdated):
    _log_in(client, EDITORS)

    assert client.get(f"/admin/translations/{outdated.pk}/keep/").status_code == 405
    assert client.post("/admin/translations/999/keep/").status_code == 404
    assert Translation.objects.outdated(["fa"]).exists()
