"""The dashboard: each account finds what is its own, what waits for it and what will come out."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, MODERATORS, TRANSLATORS
from tests.admin.desk import filled_in, nodes, texts
from tests.factories import make_article, make_comment, make_image
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
HOME = "/admin/"


def _log_in(client, group: str, *editions: str):
    client.force_login(make_staff(group, editions=editions))
    return client


def _waiting(client) -> list[str]:
    return texts(client.get(HOME), "[aria-labelledby=desk-waiting] a")


def test_what_is_in_review_waits_for_those_who_publish_in_its_edition(client):
    make_article("fa", title="باغ", state="in_review")
    make_article("en", title="Garden", state="in_review")

    assert _waiting(_log_in(client, EDITORS)) == ["باغ", "Garden"]
    assert _waiting(_log_in(client, EDITORS, "en")) == ["Garden"]
    assert _waiting(_log_in(client, AUTHORS)) == []
    assert _waiting(_log_in(client, TRANSLATORS)) == []


def test_what_will_come_out_stands_under_its_day_in_the_calendar_of_the_interface(client):
    moment = datetime(2999, 3, 21, 9, 30, tzinfo=ZoneInfo("Asia/Tehran"))
    make_article("fa", title="باغ", published_at=moment)
    make_article("en", title="Garden", published_at=moment + timedelta(hours=1))
    make_article("en", title="Now")
    _log_in(client, EDITORS)
    client.post("/i18n/language/", {"language": "fa"})

    page = client.get(HOME)

    days = texts(page, ".desk-days dt")
    assert len(days) == 1
    assert "۲۳۷۸" in days[0]
    assert texts(page, ".desk-days dd a") == ["باغ", "Garden"]
    assert texts(page, ".desk-days .hour") == ["۰۹:۳۰", "۱۰:۳۰"]


def test_a_work_in_the_trash_is_nobodys_until_it_is_restored(client):
    work = make_article("fa", title="باغ", body="<p>آرام</p>", state="draft")
    author, editor = make_staff(AUTHORS), make_staff(EDITORS)
    doors = "/admin/articles/article/%s/%s/"
    client.force_login(author)
    form = doors % (work.pk, "change")
    client.post(form, filled_in(client, form) | {"state_fa": "in_review"})

    def shown(user) -> list[list[str]]:
        client.force_login(user)
        page = client.get(HOME)
        return [texts(page, f"[aria-labelledby=desk-{part}] li a") for part in ("own", "waiting")]

    assert [shown(author), shown(editor)] == [[["باغ"], []], [[], ["باغ"]]]
    client.post(doors % (work.pk, "delete"), {"post": "yes"})
    assert [shown(author), shown(editor)] == [[[], []], [[], []]]
    client.post(doors % (work.pk, "restore"))
    assert [shown(author), shown(editor)] == [[["باغ"], []], [["باغ"], []]]


def test_each_work_that_one_touched_is_named_once_with_the_last_act(client):
    work = make_article("fa", title="باغ", body="<p>آرام</p>", state="draft")
    _log_in(client, AUTHORS)
    form = f"/admin/articles/article/{work.pk}/change/"
    client.post(form, filled_in(client, form) | {"standfirst_fa": "نو"})
    client.post(form, filled_in(client, form) | {"state_fa": "in_review"})

    own = texts(client.get(HOME), "[aria-labelledby=desk-own] li")

    assert len(own) == 1
    assert own[0].startswith("Submitted: باغ")
    assert texts(_log_in(client, AUTHORS).get(HOME), "[aria-labelledby=desk-own] a") == []


def test_what_others_did_since_to_ones_own_work_is_told_with_the_reason(client):
    work = make_article("fa", title="باغ", body="<p>آرام</p>", state="draft")
    author, editor = make_staff(AUTHORS), make_staff(EDITORS)
    form = f"/admin/articles/article/{work.pk}/change/"
    for user, sent in (
        (author, {"state_fa": "in_review"}),
        (editor, {"state_fa": "draft", "reason_fa": "Not yet"}),
    ):
        client.force_login(user)
        client.post(form, filled_in(client, form) | sent)

    client.force_login(author)
    [own] = texts(client.get(HOME), "[aria-labelledby=desk-own] li")

    assert own.startswith("Sent back: باغ")
    assert "Not yet" in own
    assert own.endswith(editor.username)


def test_queues_are_those_that_the_account_may_work_on(client):
    make_comment(make_article("fa"))
    make_article("fa", lead_image=make_image())

    def queues(group: str, *editions: str) -> list[str]:
        page = _log_in(client, group, *editions).get(HOME)
        return [node.attributes["href"] for node in nodes(page, ".desk-queues a")]

    comments = "/admin/comments/comment/?attention=decide"
    pictures = "/admin/media_library/imageasset/?no_alt={}&use=used"
    assert queues(MODERATORS) == [comments]
    assert queues(MODERATORS, "en") == []
    assert queues(EDITORS, "fa") == [comments, pictures.format("fa")]
    assert queues(TRANSLATORS, "ar") == [pictures.format("ar")]
    for address in (comments, pictures.format("fa")):
        assert _log_in(client, EDITORS).get(address).status_code == 200


def test_what_everybody_did_is_for_those_who_read_the_audit_log(client):
    assert nodes(_log_in(client, CHIEF_EDITORS).get(HOME), "#desk-recent")
    assert not nodes(_log_in(client, EDITORS).get(HOME), "#desk-recent")


def test_its_queries_do_not_grow_with_what_it_shows(client, django_assert_num_queries):
    _log_in(client, CHIEF_EDITORS)
    client.get(HOME)
    for count in (1, 2):
        for _ in range(count):
            make_article("fa", state="in_review")
            make_article("fa", published_at=timezone.now() + timedelta(days=1))
        with django_assert_num_queries(31):
            client.get(HOME)
