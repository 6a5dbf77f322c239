"""Who may say that a translation is still right."""

from nejat.editorial.models import Content
from nejat.editorial.rights import User, Verb, has_right
from nejat.editorial.translations.recording import Translation
from nejat.staff.models import editions_of


def may_judge(user: User, kind: type[Content]) -> bool:
    """Say whether the account translates or publishes works of the kind, in whatever edition."""
    return has_right(user, "translate", kind) or has_right(user, Verb.PUBLISH, kind)


def may_keep(user: User, translation: Translation) -> bool:
    """Say whether the account may declare the translation right.

    Translators may where readers see the edition already: what they read does not change.
    """
    work = translation.work
    is_there = work is not None and not work.is_trashed
    return is_there and may_judge(user, type(work)) and translation.edition in editions_of(user)
