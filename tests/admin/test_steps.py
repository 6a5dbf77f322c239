"""Steps of an edition: who is offered them, what they need, and what becomes of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.staff.groups import AUTHORS, EDITORS, TRANSLATORS
from tests.admin.desk import filled_in, filled_in_of, nodes, texts
from tests.factories import make_article
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
TOMORROW = timezone.now() + timedelta(days=1)


def _form(work) -> str:
    return f"/admin/articles/article/{work.pk}/change/"


def _article(state: str = "draft", **fields: object) -> Article:
    return make_article("fa", title="باغ", body="<p>آرام</p>", state=state, **fields)


def _save(client, work, **sent: object):
    return client.post(_form(work), filled_in(client, _form(work)) | sent)


def _offered(client, work) -> list[str]:
    return texts(client.get(_form(work)), "[data-code=fa] button")


def _acts() -> list[tuple[str, str, str]]:
    entries = AuditEntry.objects.exclude(act="changed").order_by("pk")
    return list(entries.values_list("act", "editions", "note"))


@pytest.mark.parametrize(
    ("group", "state", "fields", "offered"),
    [
        (EDITORS, "draft", {}, ["Submit for review", "Publish"]),
        (EDITORS, "draft", {"published_at": TOMORROW}, ["Submit for review", "Schedule"]),
        (EDITORS, "in_review", {}, ["Send back", "Publish"]),
        (EDITORS, "published", {}, ["Withdraw"]),
        (EDITORS, "published", {"published_at": TOMORROW}, ["Withdraw"]),
        (EDITORS, "withdrawn", {}, ["Publish", "Make it a draft again"]),
        (AUTHORS, "draft", {}, ["Submit for review"]),
        (AUTHORS, "in_review", {}, ["Take back"]),
        (AUTHORS, "published", {}, []),
        (TRANSLATORS, "draft", {}, []),  # it is the edition that they translate from
    ],
)
def test_the_form_offers_the_steps_that_the_account_may_take(client, group, state, fields, offered):
    work = _article(state, **fields)
    client.force_login(make_staff(group))

    assert _offered(client, work) == offered


def test_an_author_submits_an_editor_sends_back_with_a_reason_and_publishes(client):
    work, author, editor = _article(), make_staff(AUTHORS), make_staff(EDITORS)
    client.force_login(author)
    assert _save(client, work, state_fa="in_review").url == _form(work)

    client.force_login(editor)
    _save(client, work, state_fa="draft", reason_fa="منبع کم دارد")

    client.force_login(author)
    page = client.get(_form(work))
    assert texts(page, ".steps-reason") == [f"Sent back by {editor.username}: منبع کم دارد"]
    _save(client, work, state_fa="in_review")
    client.force_login(editor)
    _save(client, work, state_fa="published")

    assert Article.objects.get().is_published_in("fa")
    assert _acts() == [
        ("submitted", "fa", ""),
        ("sent_back", "fa", "منبع کم دارد"),
        ("submitted", "fa", ""),
        ("published", "fa", ""),
    ]


@pytest.mark.parametrize("reason", ["", "   "])
def test_nothing_is_sent_back_without_a_reason(client, reason):
    work = _article("in_review")
    client.force_login(make_staff(EDITORS))

    page = _save(client, work, state_fa="draft", reason_fa=reason)

    assert texts(page, ".field-state_fa .errorlist li") == ["Say why it is sent back."]
    assert Article.objects.get().state_fa == "in_review"
    assert _acts() == []


def test_publishing_lists_what_is_missing_with_links_to_the_fields(client):
    work = make_article("en", title="Garden", state="draft")
    client.force_login(make_staff(EDITORS))

    page = _save(client, work, state_en="published", title_en="", title_fa="باغ")

    links = {n.attributes["href"]: " ".join(n.text().split()) for n in nodes(page, ".faults a")}
    assert links == {
        "#id_title_en": "English · Title: A published edition needs a title.",
        "#id_body_en": "English · Body: Needed before it is submitted or published.",
    }
    assert all(nodes(page, address) for address in links)
    assert Article.objects.get().state_en == "draft"


@pytest.mark.parametrize("state", ["in_review", "published"])
def test_an_incomplete_draft_is_saved_and_goes_nowhere(client, state):
    work = make_article("en", title="Garden", state="draft")
    client.force_login(make_staff(EDITORS))

    assert _save(client, work, title_en="The garden").status_code == 302
    assert _save(client, work, state_en=state).status_code == 200
    assert (Article.objects.get().title_en, Article.objects.get().state_en) == (
        "The garden",
        "draft",
    )


def test_an_old_published_text_without_a_body_can_still_be_mended(client):
    work = make_article("en", title="Gaden")
    client.force_login(make_staff(EDITORS))

    assert _save(client, work, title_en="Garden").status_code == 302


def test_publishing_with_a_date_to_come_is_told_as_scheduling(client):
    work = _article()
    client.force_login(make_staff(EDITORS))

    _save(
        client, work, state_fa="published", published_at_fa_0="2999-01-01", published_at_fa_1="8:00"
    )

    assert _acts() == [("scheduled", "fa", "")]
    assert Article.objects.get().phase_in("fa") == "scheduled"


def test_enter_in_a_field_saves_and_takes_no_step(client):
    client.force_login(make_staff(EDITORS))

    first = nodes(client.get(_form(_article())), "#article_form [type=submit]")[0]

    assert first.attributes["name"] == "_continue"


def test_saving_alone_leads_to_the_list_and_a_step_back_to_the_work(client):
    work = _article()
    client.force_login(make_staff(EDITORS))

    assert _save(client, work, _save="Save").url == "/admin/articles/article/"
    assert _save(client, work, state_fa="in_review").url == _form(work)


def test_a_refused_step_is_not_taken_by_saving(client):
    work = make_article("en", title="Garden", state="draft")
    client.force_login(make_staff(EDITORS))

    refused = _save(client, work, state_en="published")
    again = filled_in_of(refused) | {"body_en": "<p>Quiet.</p>"}

    assert texts(refused, "[data-code=en] .dot") == ["Draft"]
    assert client.post(_form(work), again).status_code == 302
    assert (Article.objects.get().state_en, _acts()) == ("draft", [])


def test_saving_a_text_over_a_step_of_somebody_else_keeps_the_step(client):
    work = _article()
    client.force_login(make_staff(EDITORS))
    opened = filled_in(client, _form(work))
    _save(client, work, state_fa="published")
    published_at = Article.objects.get().published_at_fa

    refused = client.post(_form(work), opened | {"body_fa": "<p>آرام‌تر</p>"})
    saved = client.post(_form(work), filled_in_of(refused))

    assert (refused.status_code, saved.status_code) == (200, 302)
    work = Article.objects.get()
    assert (work.state_fa, work.body_fa) == ("published", "<p>آرام‌تر</p>")
    assert abs(work.published_at_fa - published_at) < timedelta(seconds=1)


def test_a_reason_belongs_to_the_step_that_needs_one(client):
    work, author = _article("in_review"), make_staff(AUTHORS)
    client.force_login(author)
    _save(client, work, state_fa="draft", reason_fa="x")
    _save(client, work, state_fa="in_review")
    client.force_login(make_staff(EDITORS))
    _save(client, work, state_fa="published", reason_fa="x")

    assert _acts() == [("taken_back", "fa", ""), ("submitted", "fa", ""), ("published", "fa", "")]
