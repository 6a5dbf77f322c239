"""Accounts in the admin: nobody grants what they lack."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from selectolax.lexbor import LexborHTMLParser

from nejat.audit.models import AuditEntry
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, TRANSLATORS
from nejat.staff.models import StaffMember, editions_of
from tests.admin.desk import filled_in
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db


def _form(user: User) -> str:
    return f"/admin/auth/user/{user.pk}/change/"


def _group(name: str) -> int:
    return Group.objects.get(name=name).pk


def _offered(client, user: User) -> set[str]:
    page = LexborHTMLParser(client.get(_form(user)).content.decode())
    return {box.attributes["value"] for box in page.css("[name=groups]")}


def _editions(client, user: User, *codes: str):
    sent = filled_in(client, _form(user)) | {"staff_member-0-editions": list(codes)}
    return client.post(_form(user), sent)


def test_an_account_works_on_the_editions_chosen_and_on_all_where_none_is():
    assert editions_of(make_staff(AUTHORS)) == ("en", "ar", "fa", "sq")
    assert editions_of(make_staff(AUTHORS, editions=["sq", "fa"])) == ("fa", "sq")


def test_a_chief_editor_gives_groups_whose_rights_they_have(client):
    chief, other = make_staff(CHIEF_EDITORS), make_staff(AUTHORS)
    system = Group.objects.create(name="System")
    system.permissions.add(*_permissions("auth", "delete_user"))
    client.force_login(chief)

    offered = _offered(client, other)
    sent = filled_in(client, _form(other)) | {"groups": [_group(EDITORS)]}
    client.post(_form(other), sent)

    assert str(system.pk) not in offered
    assert str(_group(EDITORS)) in offered
    assert [group.name for group in other.groups.all()] == [EDITORS]


def test_a_group_with_more_rights_is_refused_when_it_is_sent_all_the_same(client):
    chief, other = make_staff(CHIEF_EDITORS), make_staff(AUTHORS)
    system = Group.objects.create(name="System")
    system.permissions.add(*_permissions("auth", "delete_user"))
    client.force_login(chief)

    answer = client.post(_form(other), filled_in(client, _form(other)) | {"groups": [system.pk]})

    assert answer.status_code == 200
    assert [group.name for group in other.groups.all()] == [AUTHORS]


def test_no_account_makes_itself_or_another_a_superuser_or_gives_single_rights(client):
    chief = make_staff(CHIEF_EDITORS)
    client.force_login(chief)
    for user in (chief, make_staff(AUTHORS)):
        rights = [p.pk for p in _permissions("auth", "delete_user")]
        sent = filled_in(client, _form(user)) | {"is_superuser": "on", "user_permissions": rights}
        client.post(_form(user), sent)
        user.refresh_from_db()

        assert not user.is_superuser
        assert not user.user_permissions.exists()


@pytest.mark.parametrize("page", ["change/", "password/", "delete/"])
def test_a_stronger_account_is_not_touched(client, page):
    boss = User.objects.create_superuser("boss", password="a-long-password")
    client.force_login(make_staff(CHIEF_EDITORS))

    address = f"/admin/auth/user/{boss.pk}/{page}"
    answer = client.post(address, {"username": "taken", "password1": "x", "post": "yes"})

    assert answer.status_code == 403
    boss.refresh_from_db()
    assert boss.username == "boss"
    assert boss.check_password("a-long-password")


def test_editions_are_given_by_who_works_on_them(client):
    chief, other = (
        make_staff(CHIEF_EDITORS, editions=["fa", "ar"]),
        make_staff(TRANSLATORS, editions=["fa"]),
    )
    client.force_login(chief)

    refused = [_editions(client, other, *codes).status_code for codes in (["en"], ["fa", "sq"], [])]
    assert StaffMember.objects.get(user=other).editions == ["fa"]
    taken = _editions(client, other, "ar").status_code

    assert (refused, taken) == ([200, 200, 200], 302)
    assert StaffMember.objects.get(user=other).editions == ["ar"]


def test_a_closed_account_with_more_rights_is_not_opened(client):
    former = make_staff(is_active=False)
    former.user_permissions.set(_permissions("auth", "delete_user"))
    client.force_login(make_staff(CHIEF_EDITORS))

    assert client.post(_form(former), {"username": "taken", "is_active": "on"}).status_code == 403
    assert client.get(f"/admin/auth/user/{former.pk}/password/").status_code == 403


def test_nobody_locks_themselves_out(client):
    chief = make_staff(CHIEF_EDITORS)
    client.force_login(chief)
    sent = filled_in(client, _form(chief)) | {"first_name": "Mina", "is_active": "", "groups": []}

    client.post(_form(chief), sent)

    chief.refresh_from_db()
    assert (chief.first_name, chief.is_active, chief.is_staff) == ("Mina", True, True)
    assert [group.name for group in chief.groups.all()] == [CHIEF_EDITORS]


def test_a_new_account_works_on_no_more_editions_than_who_made_it(client):
    client.force_login(make_staff(CHIEF_EDITORS, editions=["fa"]))
    words = {"username": "mina", "password1": "a-long-password", "password2": "a-long-password"}

    client.post("/admin/auth/user/add/", words | {"usable_password": "true"})
    weak = {**words, "username": "sara", "password1": "123", "password2": "123"}
    client.post("/admin/auth/user/add/", weak | {"usable_password": "true"})

    assert editions_of(User.objects.get(username="mina")) == ("fa",)
    assert not User.objects.filter(username="sara").exists()


def test_others_manage_no_accounts(client):
    client.force_login(make_staff(EDITORS))

    assert client.get("/admin/auth/user/").status_code == 403


def _permissions(app: str, *codenames: str):
    return Permission.objects.filter(content_type__app_label=app, codename__in=codenames)


def test_a_password_is_changed_and_the_log_says_so(client):
    chief, other = make_staff(CHIEF_EDITORS), make_staff(AUTHORS)
    client.force_login(chief)
    new = "a-longer-password-9"

    answer = client.post(
        f"/admin/auth/user/{other.pk}/password/", {"password1": new, "password2": new}
    )

    assert answer.status_code == 302
    other.refresh_from_db()
    assert other.check_password(new)
    entry = AuditEntry.objects.get()
    assert (entry.act, entry.object_id) == ("changed", other.pk)
