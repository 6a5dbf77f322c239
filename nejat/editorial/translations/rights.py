"""Who may say that a translation is still right."""

from nejat.editorial.rights import User, Verb, has_right
from nejat.editorial.translations.recording import Translation
from nejat.staff.models import editions_of


def may_keep(user: User, translation: Translation) -> bool:
    """Say whether the account translates or publishes such works in the edition.

    Translators too where readers see the edition already: what they read does not change.
    """
    may_judge = has_right(user, "translate", translation.work) or has_right(
        user, Verb.PUBLISH, translation.work
    )
    return may_judge and translation.edition in editions_of(user)
