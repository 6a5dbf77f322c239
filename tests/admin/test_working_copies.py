"""What is typed is kept and not saved: readers see nothing of it, and none of it is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.models import Article
from nejat.editorial.working_copies import WorkingCopy
from nejat.staff.groups import AUTHORS, EDITORS, MODERATORS, TRANSLATORS
from tests.admin.desk import filled_in, nodes, texts
from tests.factories import make_article
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db


def _form(work) -> str:
    return f"/admin/articles/article/{work.pk}/change/"


def _keep(client, work, code: str = "fa", **typed: str):
    return client.post(f"/admin/articles/article/{work.pk}/working-copy/{code}/", typed)


def _kept() -> dict[str, dict[str, str]]:
    return {copy.edition: copy.values for copy in WorkingCopy.objects.all()}


@pytest.fixture
def work() -> Article:
    return make_article("fa", title="باغ", body="<p>آرام</p>")


@pytest.fixture
def editor(client):
    client.force_login(make_staff(EDITORS))
    return client


def test_what_is_typed_is_kept_and_readers_see_what_was_saved(editor, work):
    answer = _keep(editor, work, title_fa="باغ ما", body_fa="<p>آرام</p>", slug_fa=work.slug_fa)

    assert answer.json()["kept"].startswith("Kept at")
    assert _kept() == {"fa": {"title_fa": "باغ ما"}}
    assert Article.objects.get().title_fa == "باغ"


def test_a_copy_is_told_in_the_form_shown_on_request_and_gone_when_it_is_saved(editor, work):
    _keep(editor, work, title_fa="باغ ما")
    link = nodes(editor.get(_form(work)), ".copy-notice a")[0].attributes["href"]

    page = editor.get(_form(work) + link)
    shown = nodes(page, "#id_title_fa")[0].attributes["value"]
    sent = filled_in(editor, _form(work) + link)
    answer = editor.post(_form(work) + link, sent)

    assert shown == "باغ ما"
    assert answer.status_code == 302
    assert (Article.objects.get().title_fa, _kept()) == ("باغ ما", {})


def test_a_copy_of_before_somebody_saved_is_compared_first(editor, work):
    opened = filled_in(editor, _form(work))["opened"]
    Article.objects.filter(pk=work.pk).update(title_fa="باغ آن‌ها", standfirst_fa="از آن‌ها")
    _keep(editor, work, title_fa="باغ ما", standfirst_fa="", opened=opened)
    link = nodes(editor.get(_form(work)), ".copy-notice a")[0].attributes["href"]

    page = editor.post(_form(work), filled_in(editor, _form(work) + link))

    assert _kept() == {"fa": {"title_fa": "باغ ما"}}
    assert texts(page, ".field-title_fa .theirs") == ["باغ آن‌ها"]
    assert (Article.objects.get().title_fa, Article.objects.get().standfirst_fa) == (
        "باغ آن‌ها",
        "از آن‌ها",
    )


def test_a_copy_that_was_neither_shown_nor_saved_stays(editor, work):
    work.set_in("en", title="Gaden")
    work.save()
    _keep(editor, work, title_fa="باغ ما")

    editor.post(_form(work), filled_in(editor, _form(work)) | {"title_en": "Garden"})

    assert _kept() == {"fa": {"title_fa": "باغ ما"}}


@pytest.mark.parametrize("group", [AUTHORS, TRANSLATORS])
def test_a_copy_is_not_shown_to_those_who_may_not_change_its_edition(client, work, group):
    client.force_login(make_staff(EDITORS))
    _keep(client, work, title_fa="باغ ما")
    copy = WorkingCopy.objects.get()
    client.force_login(make_staff(group, editions=["ar", "fa"]))

    page = client.get(f"{_form(work)}?copy={copy.pk}")

    assert nodes(page, "#id_title_fa")[0].attributes["value"] == "باغ"


def test_nothing_runs_in_the_form_of_who_opens_a_copy(editor, work):
    body = '<p onclick="x()">آرام‌تر</p><figure data-image="//evil.example/x"></figure>'
    _keep(editor, work, body_fa=body)

    kept = _kept()["fa"]["body_fa"]
    assert "onclick" not in kept
    assert "evil.example" not in kept


def test_a_copy_over_what_somebody_saved_after_it_was_shown_is_compared_first(editor, work):
    _keep(editor, work, title_fa="باغ ما")
    link = nodes(editor.get(_form(work)), ".copy-notice a")[0].attributes["href"]
    sent = filled_in(editor, _form(work) + link)
    Article.objects.filter(pk=work.pk).update(title_fa="باغ آن‌ها")

    page = editor.post(_form(work), sent)

    assert texts(page, ".field-title_fa .theirs") == ["باغ آن‌ها"]
    assert Article.objects.get().title_fa == "باغ آن‌ها"


def test_editions_are_kept_apart_and_saving_one_edition_of_another_keeps_theirs(client, work):
    editor, translator = make_staff(EDITORS), make_staff(TRANSLATORS, editions=["ar"])
    client.force_login(translator)
    _keep(client, work, "ar", title_ar="الحديقة")
    client.force_login(editor)
    _keep(client, work, "fa", title_fa="باغ ما")
    client.post(_form(work), filled_in(client, _form(work)) | {"title_fa": "باغ ما"})

    assert _kept() == {"ar": {"title_ar": "الحديقة"}}


def test_typing_back_what_was_saved_leaves_no_copy(editor, work):
    _keep(editor, work, title_fa="باغ ما")
    _keep(editor, work, title_fa="باغ", body_fa="<p>آرام</p>\r\n")

    assert _kept() == {}


def test_showing_and_discarding_a_copy_leave_the_way_back_to_the_list(editor, work):
    _keep(editor, work, title_fa="باغ ما")
    filters = "_changelist_filters=q%3Dx"

    link = nodes(editor.get(f"{_form(work)}?{filters}"), ".copy-notice a")[0].attributes["href"]
    page = editor.get(_form(work) + link)
    [button] = nodes(page, ".copy-notice button[name=discard]")
    answer = editor.post(button.attributes["formaction"], {"discard": "1"})

    assert filters in link
    assert (answer.url, WorkingCopy.objects.count()) == (f"{_form(work)}?{filters}", 0)


def test_discarding_drops_ones_own_copy_alone(client, work):
    for account in (make_staff(EDITORS), make_staff(EDITORS)):
        client.force_login(account)
        _keep(client, work, title_fa="باغ ما")
    assert _keep(client, work, discard="1").url == _form(work)

    assert WorkingCopy.objects.count() == 1


@pytest.mark.parametrize(
    ("group", "editions", "code"),
    [
        (AUTHORS, [], "fa"),
        (TRANSLATORS, ["ar"], "fa"),
        (EDITORS, ["en"], "fa"),
        (MODERATORS, [], "fa"),
    ],
)
def test_nobody_keeps_a_copy_of_what_they_may_not_change(client, work, group, editions, code):
    client.force_login(make_staff(group, editions=editions))

    assert _keep(client, work, code, title_fa="x").status_code == 403
    assert _kept() == {}


def test_neither_states_nor_fields_of_other_editions_nor_locked_ones_are_kept(client, work):
    client.force_login(make_staff(TRANSLATORS, editions=["ar"]))

    _keep(client, work, "ar", title_ar="حديقتنا", state_ar="published", title_fa="x", pk="9")

    assert _kept() == {"ar": {"title_ar": "حديقتنا"}}


def test_who_else_is_typing_is_told_while_they_are(client, work):
    other = make_staff(EDITORS)
    client.force_login(other)
    _keep(client, work, title_fa="باغ ما")
    client.force_login(make_staff(EDITORS))
    address = f"/admin/articles/article/{work.pk}/working-copy/fa/"

    assert client.get(address).json()["others"] == f"{other.username} is writing here too."
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        assert client.get(address).json()["others"] == ""


def test_unknown_works_and_editions_are_not_found(editor, work):
    assert _keep(editor, work, "xx").status_code == 404
    assert editor.post("/admin/articles/article/999/working-copy/fa/").status_code == 404


def test_copies_go_with_their_work(editor, work):
    _keep(editor, work, title_fa="باغ ما")
    work.delete()

    assert _kept() == {}
