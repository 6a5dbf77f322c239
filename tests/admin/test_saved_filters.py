"""Filters of a list that are saved under a name, for oneself or for everybody."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from nejat.audit.models import AuditEntry
from nejat.editorial.saved_filters import SavedFilter
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, MODERATORS
from tests.admin.desk import nodes, texts
from tests.factories import make_article
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
DOOR = f"{LIST}saved-filters/"
COMMENTS = "/admin/comments/comment/"


def _enter(client: Client, group: str = EDITORS) -> User:
    user = make_staff(group)
    client.force_login(user)
    return user


def _save(client: Client, name: str, query: str = "", address: str = LIST, **more: str):
    """Press "Save" above the list that the query shows."""
    page = client.get(f"{address}?{query}")
    form = nodes(page, ".saved-filters form")[0]
    [signed] = form.css("[name=query]")
    sent = {"query": signed.attributes["value"], "name": name, **more}
    return client.post(form.attributes["action"], sent, follow=True)


def _make(owner: User, name: str, query: str = "", **fields: object) -> SavedFilter:
    fields = {"model_label": "articles.article", **fields}
    return SavedFilter.objects.create(owner=owner, name=name, query=query, **fields)


def _links(client: Client, query: str = "") -> list[str]:
    return texts(client.get(f"{LIST}?{query}"), ".saved-filters nav a")


def _log() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.order_by("pk").values_list("act", "object_name"))


def test_what_a_list_shows_is_saved_and_shown_again(client):
    owner = _enter(client)
    make_article("fa", title="باغ", state="draft")
    make_article("fa", title="خانه")

    answer = _save(client, "کار من", "q=باغ&phase_fa=draft&o=-4&p=1&all=")

    saved = SavedFilter.objects.get()
    assert (saved.owner, saved.model_label, saved.is_shared) == (owner, "articles.article", False)
    assert saved.query == "o=-4&phase_fa=draft&q=%D8%A8%D8%A7%D8%BA"
    assert texts(answer, ".messagelist li") == ["Saved: کار من."]
    [link] = nodes(answer, ".saved-filters nav a")
    assert link.attributes["aria-current"] == "page"
    assert texts(client.get(LIST + link.attributes["href"]), "#result_list tbody th a") == ["باغ"]
    assert _log() == [("added", "کار من")]


def test_the_same_name_saves_in_its_place(client):
    _enter(client)

    for query in ("phase_fa=draft", "phase_fa=published"):
        _save(client, "کار من", query, is_shared="on")

    assert SavedFilter.objects.get().query == "phase_fa=published"
    assert [act for act, _name in _log()] == ["added", "changed"]


def test_own_ones_stand_first_then_those_of_others_that_are_shared(client):
    mina, owner = make_staff(EDITORS), _enter(client, AUTHORS)
    _make(mina, "a shared", is_shared=True)
    _make(mina, "b private")
    _make(mina, "c elsewhere", is_shared=True, model_label="pages.page")
    _make(owner, "z own")

    assert _links(client) == ["z own", "a shared"]


def test_the_one_that_is_shown_is_marked_whatever_the_order_of_its_parameters(client):
    owner = _enter(client)
    _make(owner, "drafts", "phase_fa=draft&q=x")
    _make(owner, "all")

    def marked(query: str) -> list[str]:
        page = client.get(f"{LIST}?{query}")
        return [a.text() for a in nodes(page, ".saved-filters a") if "aria-current" in a.attributes]

    assert marked("q=x&phase_fa=draft&p=1") == ["drafts"]
    assert marked("phase_fa=draft") == []
    assert marked("") == ["all"]


def test_a_parameter_that_is_gone_is_dropped(client):
    _make(_enter(client), "old", "mood=calm&phase_fa=draft&nothing__x=1")

    [link] = nodes(client.get(LIST), ".saved-filters nav a")

    assert link.attributes["href"] == "?phase_fa=draft"
    assert client.get(f"{LIST}?phase_fa=draft").status_code == 200


@pytest.mark.parametrize("query", ["", "phase_fa=draft", "phase_fa=draft:forged"])
def test_nothing_is_saved_but_what_the_list_itself_wrote(client, query):
    _enter(client)

    answer = client.post(DOOR, {"name": "mine", "query": query})

    assert (answer.status_code, SavedFilter.objects.count(), _log()) == (400, 0, [])


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_it_needs_a_name_that_fits(client, name):
    _enter(client)

    answer = _save(client, name)

    assert len(texts(answer, ".messagelist .error")) == 1
    assert SavedFilter.objects.count() == 0


def test_it_is_renamed_and_shared_and_deleted_by_its_owner(client):
    saved = _make(_enter(client, AUTHORS), "mine", "phase_fa=draft")
    door = f"{DOOR}{saved.pk}/?phase_fa=draft"

    answer = client.post(door, {"name": "ours", "is_shared": "on"})

    assert answer.url == f"{LIST}?phase_fa=draft"
    saved.refresh_from_db()
    assert (saved.name, saved.is_shared, saved.query) == ("ours", True, "phase_fa=draft")
    client.post(door, {"delete": "1"})
    assert not SavedFilter.objects.exists()
    assert _log() == [("changed", "ours"), ("deleted", "ours")]


def test_a_name_is_not_given_twice(client):
    owner = _enter(client)
    saved, _other = _make(owner, "mine"), _make(owner, "taken")

    answer = client.post(f"{DOOR}{saved.pk}/", {"name": "taken"}, follow=True)

    assert texts(answer, ".messagelist .error") == ["There is one of this name already: taken."]
    assert _links(client) == ["mine", "taken"]


@pytest.mark.parametrize(
    ("group", "is_shared", "status", "left"),
    [
        (CHIEF_EDITORS, True, 302, 0),
        (CHIEF_EDITORS, False, 404, 1),
        (EDITORS, True, 403, 1),
        (EDITORS, False, 404, 1),
        (MODERATORS, True, 403, 1),
    ],
)
def test_those_of_others_are_changed_by_chief_editors_if_they_are_shared(
    client, group, is_shared, status, left
):
    saved = _make(make_staff(EDITORS), "theirs", is_shared=is_shared)
    _enter(client, group)

    answers = [client.post(f"{DOOR}{saved.pk}/", sent) for sent in ({"delete": "1"},)]

    assert [answer.status_code for answer in answers] == [status]
    assert (SavedFilter.objects.count(), len(_log())) == (left, 1 - left)
    forms = nodes(client.get(LIST), ".saved-filters form")
    assert len(forms) == (0 if group == MODERATORS else 1)


def test_one_of_another_list_is_not_found_through_this_one(client):
    saved = _make(_enter(client), "mine", model_label="pages.page")

    assert client.post(f"{DOOR}{saved.pk}/", {"delete": "1"}).status_code == 404


@pytest.mark.parametrize("door", [DOOR, f"{DOOR}1/"])
def test_reading_an_address_changes_nothing(client, door):
    _make(_enter(client), "mine")

    assert client.get(f"{door}?delete=1&name=x").status_code == 405
    assert SavedFilter.objects.get().name == "mine"


def test_a_form_of_another_site_saves_nothing():
    client = Client(enforce_csrf_checks=True)
    saved = _make(_enter(client), "mine")

    answers = [client.post(door, {"delete": "1"}) for door in (DOOR, f"{DOOR}{saved.pk}/")]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert SavedFilter.objects.exists()


def test_words_of_a_search_for_persons_are_not_saved(client):
    _enter(client)

    _save(client, "mine", "q=mina@example.org&state__exact=spam", address=COMMENTS)

    assert SavedFilter.objects.get().query == "state__exact=spam"


def test_a_window_that_chooses_images_has_none(client):
    _enter(client)
    images = "/admin/media_library/imageasset/"

    assert len(nodes(client.get(images), ".saved-filters")) == 1
    assert nodes(client.get(f"{images}?_popup=1"), ".saved-filters") == []
