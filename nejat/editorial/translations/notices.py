"""What the form of a work tells of its translations: outdated ones, and those asked for."""

from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from nejat.editions.registry import EDITIONS, Edition
from nejat.editorial.models import Content
from nejat.editorial.rights import User
from nejat.editorial.translations.recording import Translation
from nejat.editorial.translations.requests import TranslationRequest
from nejat.editorial.translations.rights import may_keep, may_withdraw


@dataclass(frozen=True)
class Notice:
    """One edition: its translation if that is outdated, and the request if there is one.

    `outdated` has the number of the newest revision, `newest`, and of the last one before the
    source changed, `before`, where it is still there.
    """

    edition: Edition
    outdated: Translation | None
    asked: TranslationRequest | None
    may_keep: bool
    may_withdraw: bool


def notices_of(user: User, work: Content) -> list[Notice]:
    """Return what is told of each edition of a saved work; two queries, in the trash none."""
    if work.is_trashed:
        return []
    outdated = {row.edition: row for row in _outdated(work)}
    asked = {row.edition: row for row in work.translation_requests.oldest_first()}
    for row in (*outdated.values(), *asked.values()):
        row.work = work
    return [
        _notice(user, edition, outdated.get(edition.code), asked.get(edition.code))
        for edition in EDITIONS
        if edition.code in outdated.keys() | asked.keys()
    ]


def _notice(
    user: User, edition: Edition, outdated: Translation | None, asked: TranslationRequest | None
) -> Notice:
    keeps = outdated is not None and may_keep(user, outdated)
    withdraws = asked is not None and may_withdraw(user, asked)
    return Notice(edition, outdated, asked, keeps, withdraws)


def _outdated(work: Content) -> QuerySet[Translation]:
    """Return the outdated translations, each with the two revisions to compare."""
    kept = type(work).history.model.objects.filter(id=OuterRef("object_id"))
    newest_first = kept.order_by("-history_id").values("history_id")
    # The save that outdated it kept its own revision a moment before: the one below is meant.
    until_then = newest_first.filter(history_date__lte=OuterRef("outdated_since"))
    rows = work.translations.filter(outdated_since__isnull=False)
    return rows.annotate(newest=Subquery(newest_first[:1]), before=Subquery(until_then[1:2]))
