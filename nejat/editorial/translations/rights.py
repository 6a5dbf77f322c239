"""Who may ask for a translation, withdraw what was asked for, and say that one is still right."""

from django.db.models import Model

from nejat.editions.registry import CODES
from nejat.editorial.models import Content
from nejat.editorial.rights import User, Verb, can, has_right
from nejat.editorial.translations.recording import Translation
from nejat.editorial.translations.requests import TranslationRequest
from nejat.staff.models import editions_of


def may_judge(user: User, kind: type[Content]) -> bool:
    """Say whether the account translates or publishes works of the kind, in whatever edition."""
    return has_right(user, "translate", kind) or has_right(user, Verb.PUBLISH, kind)


def may_translate(user: User, kind: type[Content]) -> bool:
    """Say whether the account writes works of the kind, in whatever edition."""
    return any(has_right(user, verb, kind) for verb in ("change", "translate", Verb.PUBLISH))


def may_keep(user: User, translation: Translation) -> bool:
    """Say whether the account may declare the translation right.

    Translators may where readers see the edition already: what they read does not change.
    """
    work = translation.work
    return (
        _is_there(work) and may_judge(user, type(work)) and translation.edition in editions_of(user)
    )


def may_ask(user: User, work: Content) -> bool:
    """Say whether the account may ask for the work in any edition: it changes one of its own."""
    return any(can(user, Verb.EDIT, work, code) for code in CODES)


def may_withdraw(user: User, asked: TranslationRequest) -> bool:
    """Say whether the account may say that the translation is not needed."""
    if not _is_there(asked.work):
        return False
    return asked.asked_by == user or can(user, Verb.PUBLISH, asked.work, asked.edition)


def _is_there(work: Model | None) -> bool:
    return work is not None and not work.is_trashed
