"""The rules of an edition: defaults, what the admin takes, and what reading them costs."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation

from nejat.comments.models import CommentRules
from nejat.comments.rules import claim_notice, rules_of
from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from tests.comments.making import parsed, rules
from tests.factories import make_article
from tests.sql import captured

pytestmark = pytest.mark.django_db

RULES = "/admin/comments/commentrules/"


def _values(**fields) -> dict[str, object]:
    numbers = {"closes_after_days": 0, "trusted_after": 3, "links_allowed": 2}
    numbers |= {"reports_needed": 1, "ban_days": 30}
    return {"edition": "fa", "is_open": "on", "notify": "", **numbers, **fields}


@pytest.mark.parametrize("code", CODES)
def test_an_edition_without_rules_has_the_defaults(code):
    found = rules_of(code)

    assert (found.edition, found.is_open, found.closes_after_days) == (code, True, 0)
    assert (found.trusted_after, found.links_allowed, found.reports_needed) == (3, 2, 1)
    assert (found.ban_days, found.addresses) == (30, [])


@pytest.mark.django_db(transaction=True)
def test_rules_are_read_once_and_a_change_holds_at_once(admin_client):
    work = make_article("fa")
    rules_of("fa")
    with captured() as statements:
        rules_of("fa")
    assert statements == []

    admin_client.post(f"{RULES}add/", _values(is_open=""))
    assert not rules_of("fa").is_open
    assert parsed(admin_client.get(work.url_in("fa"))).css("#respond form") == []
    admin_client.post(f"{RULES}{CommentRules.objects.get().pk}/delete/", {"post": "yes"})
    assert rules_of("fa").is_open


def test_an_edition_has_one_set_of_rules(admin_client):
    for _ in range(2):
        answer = admin_client.post(f"{RULES}add/", _values())

    assert (answer.status_code, CommentRules.objects.count()) == (200, 1)


@pytest.mark.parametrize("notify", ["sara", "sara@example.org\nnonsense@", "a@localhost"])
def test_addresses_of_moderators_are_addresses(notify):
    with pytest.raises(ValidationError) as refused:
        CommentRules(edition="fa", notify=notify).full_clean()

    assert set(refused.value.message_dict) == {"notify"}
    [told] = refused.value.message_dict["notify"]
    assert told.endswith(f": \u2068{notify.split()[-1]}\u2069")  # it keeps its own direction


def test_moderators_are_claimed_once():
    rules(notify="sara@example.org")
    rules("en", notify="")

    assert [claim_notice("fa"), claim_notice("fa"), claim_notice("en"), claim_notice("sq")] == [
        ["sara@example.org"],
        [],
        [],
        [],
    ]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("count", [0, 1])
def test_the_form_below_an_article_costs_no_query(client, code, count):
    work = make_article(code, **{column("comment_count", code): count})
    address = work.url_in(code)
    client.get(address)
    with captured() as before:
        client.get(address)
    work.comments_open = False
    work.save()
    with translation.override(code), captured() as after:
        client.get(address)

    assert len(before) == len(after)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", ["save", "delete"])
def test_who_reads_before_a_change_is_committed_does_not_keep_the_old_rules(change):
    row = rules(links_allowed=7)
    row.links_allowed = 2

    with transaction.atomic():
        getattr(row, change)()
        cache.set("comment-rules-fa", {"links_allowed": 7})  # by a reader, who sees the old row

    assert rules_of("fa").links_allowed == 2
