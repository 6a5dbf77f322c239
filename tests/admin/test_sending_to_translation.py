"""Works that are sent to translation from their list, many at once."""

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.editorial.translations.requests import TranslationRequest
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, MODERATORS, TRANSLATORS
from tests.admin.desk import filled_in, nodes, texts
from tests.factories import make_article, make_book, make_cartoon, make_gallery, make_page
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
NO_TEXT = "It has no text yet in the edition in which it is written."
NOT_BY_YOU = "Not by you: it belongs to editions that you do not change."
NO_DRAFT = "It is no draft there any more."
SOURCE = "It was written in this edition."


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_staff(EDITORS))
    return client


def _english(title: str = "Garden", **fields: object) -> Article:
    return make_article("en", title=title, body="<p>A tree.</p>", **fields)


def _ask(client: Client, works, address: str = LIST, **sent: object):
    chosen = [work.pk for work in works]
    sent = {"action": "ask_translations", "_selected_action": chosen, **sent}
    return client.post(address, sent, follow=True)


def _send(client: Client, works, *codes: str, note: str = "", address: str = LIST) -> list[str]:
    answer = _ask(client, works, address, editions=codes, note=note, apply="1")
    return texts(answer, ".messagelist li")


def _asked() -> list[tuple[str, str]]:
    rows = TranslationRequest.objects.order_by("pk")
    return [(str(row.work), row.edition) for row in rows]


def _log() -> list[tuple[str, str, str, str]]:
    return list(
        AuditEntry.objects.order_by("pk").values_list("act", "object_name", "editions", "note")
    )


def test_the_page_shows_what_was_chosen_asks_into_which_editions_and_changes_nothing(editor):
    page = _ask(editor, [_english()])

    assert texts(page, "h1")[-1] == "Send to translation"
    assert texts(page, ".chosen-works bdi") == ["Garden"]
    assert texts(page, "label:has([name=editions])") == ["English", "عربي", "فارسی", "Shqip"]
    assert nodes(page, "[name=note]")[0].attributes["maxlength"] == "200"
    assert (_asked(), _log()) == ([], [])


def test_each_work_is_asked_for_once_an_edition_with_one_entry_in_the_log(client):
    user = make_staff(EDITORS)
    client.force_login(user)
    works = [_english("Garden"), _english("House")]

    told = _send(client, works, "ar", "fa", note="For the anniversary")

    assert told == ["Send to translation: 2 works."]
    assert _asked() == [("Garden", "ar"), ("Garden", "fa"), ("House", "ar"), ("House", "fa")]
    assert _log() == [
        ("asked", "Garden", "ar,fa", "For the anniversary"),
        ("asked", "House", "ar,fa", "For the anniversary"),
    ]
    row = TranslationRequest.objects.first()
    assert (row.asked_by, row.note) == (user, "For the anniversary")


def test_what_is_asked_for_already_was_so_already(editor):
    works = [_english("Garden"), _english("House")]
    _send(editor, works[:1], "fa", note="First")

    assert _send(editor, works, "fa", note="Second") == [
        "Send to translation: 1 work.",
        "It was so already: 1.",
    ]
    assert _send(editor, works[:1], "fa", "sq") == ["Send to translation: 1 work."]

    assert _asked() == [("Garden", "fa"), ("House", "fa"), ("Garden", "sq")]
    assert [editions for _act, _name, editions, _note in _log()] == ["fa", "fa", "sq"]
    assert TranslationRequest.objects.first().note == "First"


def test_what_cannot_be_asked_for_is_left_with_the_reason(editor):
    works = [
        make_article("en", title="No text", body=""),
        make_article("fa", title="باغ", body="<p>آرام</p>"),
        _english("In review", title_fa="باغ", state_fa="in_review"),
        _english("Seen", title_fa="باغ", slug_fa="b", state_fa="published"),
    ]

    told = _send(editor, works, "fa")

    assert told == [
        "Send to translation: 0 works.",
        f"No text: {NO_TEXT}",
        f"باغ: فارسی: {SOURCE}",
        f"In review: فارسی: {NO_DRAFT}",
        f"Seen: فارسی: {NO_DRAFT}",
    ]
    assert (_asked(), _log()) == ([], [])


def test_editions_that_need_no_translation_are_passed_over_where_others_do(editor):
    work = _english(title_fa="باغ", state_fa="in_review")

    told = _send(editor, [work], "en", "ar", "fa")

    assert told == ["Send to translation: 1 work."]
    assert _asked() == [("Garden", "ar")]
    assert _log() == [("asked", "Garden", "ar", "")]


@pytest.mark.parametrize(
    ("group", "editions", "asked"),
    [
        (CHIEF_EDITORS, [], ["Draft", "Published"]),
        (EDITORS, ["en"], ["Draft", "Published"]),
        (EDITORS, ["sq"], ["Draft", "Published"]),
        (AUTHORS, ["en"], ["Draft"]),
        (AUTHORS, ["fa"], ["Draft", "Published"]),
        (TRANSLATORS, ["en"], []),
        (TRANSLATORS, ["fa"], ["Draft", "Published"]),
        (MODERATORS, [], []),
    ],
)
def test_who_may_change_a_work_in_some_edition_asks_for_it_in_any(client, group, editions, asked):
    works = [_english("Draft", state="draft"), _english("Published")]
    client.force_login(make_staff(group, editions=editions))

    told = _send(client, works, "fa")

    assert [title for title, _code in _asked()] == asked
    left = [w.title_en for w in works if w.title_en not in asked] if group != MODERATORS else []
    assert [line for line in told if NOT_BY_YOU in line] == [f"{t}: {NOT_BY_YOU}" for t in left]


@pytest.mark.parametrize(
    "sent",
    [
        {"editions": []},
        {"editions": ["de"]},
        {"editions": ["fa", "xx"]},
        {"editions": ["fa"], "note": "x" * 201},
        {"editions": ["fa"], "note": "nothing\0here"},
    ],
)
def test_what_the_page_would_not_send_is_refused_and_nothing_lost(editor, sent):
    page = _ask(editor, [_english()], apply="1", **sent)

    assert len(texts(page, ".errorlist li")) == 1
    assert len(nodes(page, "[name=_selected_action]")) == 1
    assert (_asked(), _log()) == ([], [])


def test_nothing_is_asked_for_from_the_trash(editor):
    work = _english(state="draft")
    work.trashed_at = timezone.now()
    work.save()

    for address in (LIST, f"{LIST}?trash=1"):
        _send(editor, [work], "fa", address=address)

    assert (_asked(), _log()) == ([], [])
    assert not nodes(editor.get(f"{LIST}?trash=1"), "option[value=ask_translations]")


def test_too_many_are_refused_at_once(editor, monkeypatch):
    monkeypatch.setattr("nejat.editorial.admin.at_once.MOST_AT_ONCE", 1)

    told = _send(editor, [_english(), _english()], "fa")

    assert (told, _asked()) == (["At most 1 at once, please."], [])


@pytest.mark.parametrize("make", [make_cartoon, make_gallery, make_book, make_page])
def test_works_of_every_kind_are_sent(editor, make):
    work = make("en", title="Garden")
    address = f"/admin/{work._meta.app_label}/{work._meta.model_name}/"

    assert _send(editor, [work], "sq", address=address) == ["Send to translation: 1 work."]
    assert _asked() == [("Garden", "sq")]


def test_the_reason_of_what_was_sent_back_stands_until_the_next_step(editor):
    work = _english(title_fa="باغ", state_fa="in_review")
    form = f"{LIST}{work.pk}/change/"

    back = {"state_fa": "draft", "reason_fa": "Not yet"}
    editor.post(form, filled_in(editor, form) | back)

    _send(editor, [work], "fa")

    assert texts(editor.get(form), ".steps-reason q") == ["Not yet"]
