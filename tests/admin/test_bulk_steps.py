"""Steps taken with many works at once from their list."""

import pytest

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.staff.groups import AUTHORS, EDITORS, TRANSLATORS
from tests.admin.desk import nodes, texts
from tests.factories import make_article
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def _draft(title: str = "باغ", **fields: object) -> Article:
    return make_article("fa", title=title, body="<p>آرام</p>", state="draft", **fields)


def _take(client, works, **chosen: str):
    sent = {"action": "take_steps", "_selected_action": [work.pk for work in works], **chosen}
    return client.post(LIST, sent, follow=True)


def _apply(client, works, step: str, edition: str = "fa") -> list[str]:
    answer = _take(client, works, step=step, edition=edition, apply="1")
    return texts(answer, ".messagelist li")


def _states() -> list[str]:
    return list(Article.objects.order_by("pk").values_list("state_fa", flat=True))


def test_the_page_shows_what_was_chosen_and_changes_nothing(client):
    client.force_login(make_staff(EDITORS, editions=["fa", "ar"]))

    page = _take(client, [_draft(), _draft("خانه")])

    assert [t.split()[0] for t in texts(page, ".chosen-works li")] == ["خانه", "باغ"]
    offered = [n.attributes["value"] for n in nodes(page, "[name=edition]")]
    assert offered == ["ar", "fa"]
    assert _states() == ["draft", "draft"]


def test_each_work_is_published_and_told_to_the_log(client):
    client.force_login(make_staff(EDITORS))

    told = _apply(client, [_draft(), _draft()], "published")

    assert told == ["Publish: 2 works."]
    assert _states() == ["published", "published"]
    assert list(AuditEntry.objects.values_list("act", "editions")) == [("published", "fa")] * 2


def test_what_cannot_be_done_is_left_and_said(client):
    whole, bare, seen = _draft(), make_article("fa", title="بی‌متن", state="draft"), _draft("نو")
    seen.set_in("fa", state="published")
    seen.save()
    client.force_login(make_staff(EDITORS))

    told = _apply(client, [whole, bare, seen], "published")

    assert told == [
        "Publish: 1 work.",
        "بی‌متن: Its text is not complete.",
        "نو: It does not stand where that can be done, or not by you.",
    ]
    assert _states() == ["published", "draft", "published"]
    assert AuditEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("group", "editions", "step"),
    [(AUTHORS, [], "published"), (TRANSLATORS, [], "submitted"), (EDITORS, ["en"], "published")],
)
def test_a_tampered_request_takes_no_step_that_the_form_would_not_offer(
    client, group, editions, step
):
    work = _draft()
    client.force_login(make_staff(group, editions=editions))

    _apply(client, [work], step)

    assert (_states(), AuditEntry.objects.count()) == (["draft"], 0)


def test_authors_submit_many(client):
    client.force_login(make_staff(AUTHORS))

    _apply(client, [_draft(), _draft()], "submitted")

    assert _states() == ["in_review", "in_review"]
