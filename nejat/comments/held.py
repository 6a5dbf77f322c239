"""What comments hold about a person, and its removal."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects

from nejat.comments.bans import Ban, address_key
from nejat.comments.models import Comment, ModerationEntry, Report
from nejat.comments.works import work_prefetch
from nejat.outbox import held as outbox

NOBODY = {
    "author_name": "",
    "author_email": "",
    "author_address": "",
    "sender": "",
    "wants_answers": False,
}


def held_about(address: str) -> dict[str, Any]:
    """Return everything the room holds about an e-mail address, in values that JSON has.

    Also the mails to it and about it that stand in the outbox, whichever room posted them.
    """
    comments = Comment.objects.of_address(address).order_by("pk")
    bans = Ban.objects.current().filter(key=address_key(address))
    return {
        "address": address,
        "comments": [_comment(comment) for comment in _whole(comments)],
        "banned_until": [_moment(ban.until) for ban in bans],
        "outgoing_mails": outbox.held_about(address),
    }


def held_in(comments: Iterable[Comment]) -> list[dict[str, Any]]:
    """Return what each of the comments without an e-mail address holds, as `held_about` does.

    Nothing leads from one to other comments, nor to mails, that may be of the same person.
    """
    whole = _whole(comments)
    ends = _ends_of_bans(whole)
    return [
        {
            "address": "",
            "comments": [_comment(comment)],
            "banned_until": ends[comment.pk],
            "outgoing_mails": [],
        }
        for comment in whole
    ]


def erase(address: str, *, texts: bool) -> int:
    """Remove an address, and what stood with it, from all comments; return how many they were.

    The comments stay, without name, site and sender, and without their words if `texts` says so.
    The mails to the address and about it leave the outbox. Bans stay: they hold no address, and
    end by themselves.
    """
    with transaction.atomic():
        outbox.erase(address)
        return sum(erase_comment(c, texts=texts) for c in Comment.objects.of_address(address))


def erase_comment(comment: Comment, *, texts: bool) -> int:
    """Remove from one comment who wrote it, and the words if `texts` says so; return 1.

    With the words go those of reports and moderators, who may have quoted them.
    """
    values = {**NOBODY, "body": ""} if texts else NOBODY
    for name, value in values.items():
        setattr(comment, name, value)
    with transaction.atomic():
        comment.save(update_fields=list(values))
        if texts:
            comment.reports.update(note="")
            comment.entries.forget_notes()
    return 1


def _whole(comments: Iterable[Comment]) -> list[Comment]:
    """The comments with all that is told of them, in as many queries however many they are."""
    whole = list(comments)
    prefetch_related_objects(whole, work_prefetch(whole), "entries", "reports")
    return whole


def _ends_of_bans(comments: list[Comment]) -> dict[int, list[str | None]]:
    """When the bans that came from these comments end, by the number of the comment."""
    ends = defaultdict(list)
    bans = Ban.objects.current().filter(entry__comment__in=comments).order_by("pk")
    for number, until in bans.values_list("entry__comment_id", "until"):
        ends[number].append(_moment(until))
    return ends


def _comment(comment: Comment) -> dict[str, Any]:
    return {
        "id": comment.pk,
        "edition": comment.edition,
        "on": comment.path,
        "written_at": _moment(comment.created_at),
        "name": comment.author_name,
        "e-mail": comment.author_email,
        "site": comment.author_address,
        "text": comment.body,
        "state": comment.state,
        "sender": comment.sender,
        "is_told_of_answers": comment.wants_answers,
        "asked_to_look_again_at": _moment(comment.appealed_at),
        "decisions": [_decision(entry) for entry in comment.entries.all()],
        "reports": [_report(report) for report in comment.reports.all()],
    }


def _decision(entry: ModerationEntry) -> dict[str, Any]:
    return {
        "at": _moment(entry.at),
        "from": entry.from_state,
        "to": entry.to_state,
        "reason": entry.reason,
        "note": entry.note,
    }


def _report(report: Report) -> dict[str, Any]:
    # Who reported is somebody else: who that is stays out, and so do their own words.
    return {"at": _moment(report.created_at), "reason": report.reason}


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
