"""The groups of the desk are there after migrating, with rights to what exists."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from nejat.staff.groups import EDITORS, GROUPS, TRANSLATORS, permissions_of, seed_groups

pytestmark = pytest.mark.django_db


def _rights(name: str) -> set[tuple[str, str]]:
    permissions = Group.objects.get(name=name).permissions.select_related("content_type")
    return {(p.content_type.app_label, p.codename) for p in permissions}


@pytest.mark.parametrize("name", GROUPS)
def test_every_group_has_its_rights_after_migrating(name):
    seed_groups(apps)

    assert _rights(name) == set(permissions_of(name))


def test_seeding_again_keeps_what_was_added_and_gives_back_what_was_taken():
    seed_groups(apps)
    group = Group.objects.get(name=TRANSLATORS)
    added = Group.objects.get(name=EDITORS).permissions.get(codename="publish_article")
    group.permissions.set([added])

    seed_groups(apps)

    assert _rights(TRANSLATORS) == {*permissions_of(TRANSLATORS), ("articles", "publish_article")}


def test_editors_publish_and_translators_do_not_write():
    publishing = {g for g in GROUPS if ("articles", "publish_article") in permissions_of(g)}
    writing = {g for g in GROUPS if ("articles", "change_article") in permissions_of(g)}

    assert publishing == {"Chief editors", "Editors"}
    assert writing == {"Chief editors", "Editors", "Authors"}
