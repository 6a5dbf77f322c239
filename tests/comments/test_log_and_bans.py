"""The log of moderation and the bans name the comments they are about."""

from datetime import datetime

import pytest

from nejat.comments.models import Ban, Comment, ModerationEntry
from tests.comments.making import QUEUE, decide, parsed, say
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db

LOG = "/admin/comments/moderationentry/"
BANS = "/admin/comments/ban/"
TITLE = "\u2068مینا: \u2068سپاس از شما\u2069\u2069"


@pytest.fixture
def work():
    return make_article("fa")


def _link(response) -> tuple[str, str, str]:
    [cell] = parsed(response).css(".field-said, .field-comment")
    name = cell.css_first("bdi[dir=auto]")
    return cell.css_first("a").attributes["href"], name.text(), cell.text(strip=True)


def _assert_leads_to(response, comment: Comment) -> None:
    assert _link(response) == (f"{QUEUE}{comment.pk}/change/", TITLE, TITLE)


def _said(work, **fields) -> Comment:
    return make_comment(work, author_name="مینا", body="سپاس از شما", **fields)


def test_the_log_names_comments_and_leads_to_them(admin_client, work):
    comment = _said(work)
    comment.approve()

    response = admin_client.get(LOG)

    _assert_leads_to(response, comment)
    assert parsed(response).css_first(".column-said").text(strip=True) == "Comment"
    entry = ModerationEntry.objects.get()
    detail = parsed(admin_client.get(f"{LOG}{entry.pk}/change/"))
    assert detail.css_first(".field-said .readonly").text(strip=True) == TITLE


def test_the_log_keeps_the_number_of_a_deleted_comment(admin_client, work):
    comment = _said(work)
    pk = comment.pk
    comment.delete()

    [cell] = parsed(admin_client.get(LOG)).css(".field-said")

    assert (cell.text(strip=True), cell.css("a")) == (f"comment {pk} (Deleted)", [])


def test_the_log_says_undo_where_something_was_taken_back_and_nothing_elsewhere(admin_client, work):
    decide(admin_client, "approve", _said(work))
    admin_client.post(f"{QUEUE}undo/")

    page = parsed(admin_client.get(LOG))

    assert [cell.text(strip=True) for cell in page.css(".field-undoing")] == ["undo", ""]
    assert page.css("#result_list img") == []


@pytest.mark.parametrize("address", [LOG, BANS])
@pytest.mark.parametrize("count", [1, 30])
def test_the_lists_cost_the_same_however_long(
    admin_client, django_assert_max_num_queries, work, address, count
):
    for number in range(count):
        _said(work, sender=f"{number:016}").ban()
    admin_client.get(address)

    with django_assert_max_num_queries(7):
        page = parsed(admin_client.get(address))
    assert len(page.css("#result_list tbody tr")) == count


def test_a_ban_says_on_which_comment_since_when_and_until_when(admin_client, client, work):
    say(client, work, author_name="مینا", body="سپاس از شما")
    comment = Comment.objects.get()
    decide(admin_client, "ban", comment)
    ban = Ban.objects.get()

    response = admin_client.get(BANS)

    _assert_leads_to(response, comment)
    times = [parsed(response).css_first(f".field-{name} time") for name in ("since", "ends")]
    moments = [datetime.fromisoformat(time.attributes["datetime"]) for time in times]
    assert moments == [m.replace(microsecond=0) for m in (ban.entry.at, ban.until)]


def test_a_ban_outlives_the_name_of_its_comment(admin_client, client, work):
    say(client, work)
    comment = Comment.objects.get()
    pk = comment.pk
    comment.ban()
    comment.delete()

    page = parsed(admin_client.get(BANS))
    detail = parsed(admin_client.get(f"{BANS}{Ban.objects.get().pk}/change/"))

    assert page.css_first(".field-comment").text(strip=True) == f"comment {pk} (Deleted)"
    assert f"comment {pk} (Deleted)" in detail.body.text()
