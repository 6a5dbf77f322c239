"""The form of a work tells which of its translations are outdated and which are asked for."""

import pytest
from django.utils import timezone

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.editorial.revisions.recording import revisions_of
from nejat.editorial.translations.recording import Translation
from nejat.editorial.translations.requests import TranslationRequest
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, TRANSLATORS
from tests.admin.desk import filled_in, nodes, texts
from tests.factories import make_article, make_book, make_gallery, make_page
from tests.sql import base_columns_read, captured
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
NOTICE = ".translation-notice"


@pytest.fixture
def work() -> Article:
    """A published English article whose Persian translation is outdated, twice.

    Another one was saved before each of its revisions, and after.
    """
    other = make_article("en", title="Other")
    work = make_article("en", title="Garden", body="<p>A tree.</p>", title_fa="باغ")
    for title in ("Gardens", "More gardens"):
        other.save()
        work.title_en = title
        work.save()
    other.title_en = "Others"
    other.save()
    return work


@pytest.fixture
def editor(client):
    client.force_login(make_staff(EDITORS))
    return client


def _form(work) -> str:
    return f"/admin/{work._meta.app_label}/{work._meta.model_name}/{work.pk}/change/"


def _ask(work, code: str = "fa", **fields: object) -> TranslationRequest:
    return TranslationRequest.objects.create(work=work, edition=code, **fields)


def _sent_by(page, door: str) -> tuple[str, dict[str, str]]:
    """Where the form beside the work's that ends in the door leads, and what it sends."""
    [form] = nodes(page, f"form[action$='{door}']")
    fields = {f.attributes["name"]: f.attributes["value"] for f in form.css("input")}
    return form.attributes["action"], fields


def test_it_says_since_when_the_source_has_changed_and_what(editor, work):
    page = editor.get(_form(work))

    [notice] = nodes(page, NOTICE)
    assert (notice.attributes["data-code"], notice.attributes["id"]) == ("fa", "edition-fa")
    assert "The source has changed since" in texts(page, NOTICE)[0]
    shown = nodes(page, f"{NOTICE} time")[0].attributes["datetime"]
    assert shown == timezone.localtime(work.translations.get().outdated_since).isoformat(
        timespec="seconds"
    )
    comparison = editor.get(nodes(page, f"{NOTICE} a")[0].attributes["href"])
    before, after = texts(comparison, ".revision-pair > *")
    assert ("Garden" in before.split(), "More gardens" in after) == (True, True)
    assert "Gardens" not in before


def test_nothing_is_said_of_what_is_up_to_date_nor_in_a_new_form(editor, work):
    work.translations.get().keep()

    assert nodes(editor.get(_form(work)), NOTICE) == []
    assert nodes(editor.get("/admin/articles/article/add/"), NOTICE) == []


@pytest.mark.parametrize("left", [0, 1])
def test_where_former_revisions_are_gone_there_is_nothing_to_compare(editor, work, left):
    kept = revisions_of(Article, work.pk).values("history_id")[:left]
    revisions_of(Article, work.pk).exclude(
        history_id__in=list(kept.values_list(flat=True))
    ).delete()

    assert nodes(editor.get(_form(work)), f"{NOTICE} a") == []
    assert "The source has changed" in texts(editor.get(_form(work)), NOTICE)[0]


def test_still_right_leads_back_to_the_edition_in_the_form(editor, work):
    place = f"{_form(work)}?_changelist_filters=q%3Dgarden"
    page = editor.get(place)
    assert nodes(page, f"{NOTICE} button")[0].attributes["form"] == "keep-fa"

    answer = editor.post(*_sent_by(page, "/keep/"))

    assert (answer.status_code, answer.url) == (302, f"{place}#edition-fa")
    assert not Translation.objects.outdated(["fa"]).exists()
    assert AuditEntry.objects.get().act == "kept"


def test_who_looked_at_a_former_text_is_led_back_too(editor, work):
    address, sent = _sent_by(editor.get(_form(work)), "/keep/")
    work.title_en = "A park"
    work.save()

    answer = editor.post(address, sent)

    assert answer.url == f"{_form(work)}#edition-fa"
    assert Translation.objects.outdated(["fa"]).exists()


@pytest.mark.parametrize(
    "place",
    [
        "",
        "https://example.org/admin/",
        "//example.org/admin/",
        "///example.org",
        "/\\example.org",
        "javascript:alert(1)",
        "admin:logout",
        "\thttps://example.org",
    ],
)
def test_nobody_is_led_to_another_site(editor, work, place):
    for address, sent in (
        _sent_by(editor.get(_form(work)), "/keep/"),
        (f"/admin/translation-requests/{_ask(work, 'sq').pk}/not-needed/", {}),
    ):
        answer = editor.post(address, sent | {"next": place})

        assert (answer.status_code, answer.url) == (302, "/admin/")


def test_a_line_break_in_the_way_back_stays_in_its_header(editor, work):
    address, sent = _sent_by(editor.get(_form(work)), "/keep/")

    answer = editor.post(address, sent | {"next": "/admin/\r\nSet-Cookie: a=b"})

    assert "a" not in answer.cookies
    assert answer.url.startswith("/admin/")


def test_who_asked_when_and_why_stands_there_with_a_way_to_say_no(editor, work):
    asker = make_staff(EDITORS, first_name="Mina")
    _ask(work, "sq", asked_by=asker, note="For the anniversary")

    page = editor.get(_form(work))

    assert [n.attributes["data-code"] for n in nodes(page, NOTICE)] == ["fa", "sq"]
    assert "Mina asked for this translation" in texts(page, NOTICE)[1]
    assert texts(page, f"{NOTICE} q") == ["For the anniversary"]
    answer = editor.post(*_sent_by(page, "/not-needed/"))
    assert answer.url == f"{_form(work)}#edition-sq"
    assert not TranslationRequest.objects.exists()


def test_a_request_of_an_account_that_is_gone_is_told_without_it(editor, work):
    _ask(work, "sq")

    assert "This translation was asked for" in texts(editor.get(_form(work)), NOTICE)[1]


@pytest.mark.parametrize(
    ("group", "editions", "buttons"),
    [
        (CHIEF_EDITORS, [], ["Still right: فارسی", "Not needed: Shqip"]),
        (EDITORS, ["fa"], ["Still right: فارسی"]),
        (EDITORS, ["sq"], ["Not needed: Shqip"]),
        (TRANSLATORS, [], ["Still right: فارسی"]),
        (AUTHORS, [], []),
    ],
)
def test_all_who_see_the_form_are_told_and_some_may_answer(client, work, group, editions, buttons):
    _ask(work, "sq", asked_by=make_staff(EDITORS))
    client.force_login(make_staff(group, editions=editions))

    page = client.get(_form(work))

    assert len(nodes(page, NOTICE)) == 2
    assert texts(page, f"{NOTICE} button") == buttons
    assert len(nodes(page, "form[id^=keep-], form[id^=not-needed-]")) == len(buttons)


def test_who_asked_may_withdraw_it_in_the_form(client, work):
    user = make_staff(AUTHORS, editions=["en"])
    client.force_login(user)
    _ask(work, "sq", asked_by=user)

    assert texts(client.get(_form(work)), f"{NOTICE} button") == ["Not needed: Shqip"]


def test_a_work_in_the_trash_tells_nothing(editor, work):
    _ask(work, "sq")
    work.state_en = work.state_fa = "withdrawn"
    work.trashed_at = timezone.now()
    work.save()

    with captured() as statements:
        page = editor.get(_form(work))

    assert nodes(page, NOTICE) == []
    assert [sql for sql in statements if "editorial_translation" in sql] == []


def test_a_form_that_comes_back_with_a_fault_tells_the_same(editor, work):
    _ask(work, "sq")

    page = editor.post(_form(work), filled_in(editor, _form(work)) | {"title_en": "x" * 301})

    assert len(nodes(page, ".errorlist")) > 0
    assert len(nodes(page, NOTICE)) == 2


@pytest.mark.parametrize("make", [make_gallery, make_book, make_page])
def test_forms_of_every_kind_tell(editor, make):
    work = make("en", title="Garden", title_fa="باغ")
    work.title_en = "Gardens"
    work.save()
    _ask(work, "sq")

    page = editor.get(_form(work))

    assert len(nodes(page, NOTICE)) == 2
    assert editor.get(nodes(page, f"{NOTICE} a")[0].attributes["href"]).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_two_queries_tell_of_all_editions(editor, count):
    work = make_article("en", title="Garden", title_fa="باغ", title_ar="حديقة", title_sq="Kopsht")
    editor.get(_form(work))
    with captured() as before:
        editor.get(_form(work))
    work.title_en = "Gardens"
    work.save()
    for code in ("ar", "fa", "sq")[:count]:
        _ask(work, code, asked_by=make_staff(EDITORS))
    Translation.objects.exclude(edition__in=("ar", "fa", "sq")[:count]).delete()

    with captured() as statements:
        page = editor.get(_form(work))

    assert len(nodes(page, f"{NOTICE} p")) == 2 * count
    asked = [sql for sql in statements if "editorial_translation" in sql]
    assert (len(asked), len(statements)) == (2, len(before))
    assert base_columns_read(asked) == set()
