"""Who may do what in which edition: the one answer for forms, actions, views and imports."""

from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from nejat.editions.registry import CODES
from nejat.editorial.models import Content
from nejat.editorial.rows import EditionsModel
from nejat.editorial.states import State
from nejat.staff.models import editions_of

User = AbstractBaseUser | AnonymousUser
SEEN = (State.PUBLISHED, State.WITHDRAWN)
"""Readers see an edition in these states, will see it, or have seen it."""


class Verb(StrEnum):
    """What may be done to a row in one of its editions."""

    EDIT = "edit"
    SUBMIT = "submit"
    PUBLISH = "publish"
    """To publish or schedule, to withdraw, and to send back what was submitted."""
    DELETE = "delete"


def can(user: User, verb: Verb, row: EditionsModel, code: str) -> bool:
    """Say whether the account may do this to the row in the edition.

    Editors change and publish whatever stands there. Who may change but not publish leaves alone
    what readers see. Translators leave the edition alone from which they translate. Nothing but
    deleting is done to what is in the trash.
    """
    if code not in editions_of(user):
        return False
    if isinstance(row, Content) and row.is_trashed and verb != Verb.DELETE:
        return False
    if verb in (Verb.PUBLISH, Verb.DELETE):
        return has_right(user, verb, row)
    if has_right(user, Verb.PUBLISH, row):
        return True
    if isinstance(row, Content) and row.get_in("state", code) in SEEN:
        return False
    translates = has_right(user, "translate", row) and code != row.source_code
    return may_write(user, row) or translates


def can_change_shared(user: User, row: EditionsModel) -> bool:
    """Say whether the account may change what all editions of the row have in common."""
    if not isinstance(row, Content):
        return may_write(user, row)
    if row.is_trashed:
        return False
    seen = {code for code in CODES if row.get_in("state", code) in SEEN}
    if has_right(user, Verb.PUBLISH, row):
        return seen <= set(editions_of(user))
    return may_write(user, row) and not seen


def can_delete(user: User, row: EditionsModel) -> bool:
    """Say whether the account may delete the row, and works on all the editions that it has."""
    if not isinstance(row, Content):
        return has_right(user, Verb.DELETE, row)
    written = [code for code in CODES if row.get_in("title", code)]
    return has_right(user, Verb.DELETE, row) and set(written) <= set(editions_of(user))


def may_destroy(user: User, row: EditionsModel) -> bool:
    """Say whether the account may delete for good what it may delete."""
    return has_right(user, "destroy", row) and can_delete(user, row)


def may_write(user: User, row: EditionsModel) -> bool:
    """Say whether the account writes such rows: new ones, or ones that are there."""
    return has_right(user, "change" if row.pk else "add", row)


def has_right(user: User, verb: str, row: EditionsModel | type[EditionsModel]) -> bool:
    """Say whether the account has the permission, in whatever edition."""
    return user.has_perm(f"{row._meta.app_label}.{verb}_{row._meta.model_name}")
