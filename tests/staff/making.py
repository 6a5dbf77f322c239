"""Accounts of the desk, as tests want them."""

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth.models import Group, User

from nejat.staff.groups import seed_groups
from nejat.staff.models import StaffMember


def make_staff(*groups: str, editions: Iterable[str] = (), **fields: object) -> User:
    """Return an account in these groups; it works on all editions unless some are named."""
    if not Group.objects.filter(name__in=groups).exists():
        seed_groups(apps)  # a test that empties the database takes them away
    name = f"staff-{User.objects.count() + 1}"
    user = User.objects.create_user(name, is_staff=True, **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    if editions:
        StaffMember.objects.create(user=user, editions=list(editions))
    return user
