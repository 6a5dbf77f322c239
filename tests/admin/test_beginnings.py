"""What is typed into the form of a new work is kept, for its account alone, until it is saved."""

from uuid import uuid4

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction

from articles.models import Article
from nejat.editorial.admin.beginning import MOST_SHOWN
from nejat.editorial.admin.keeping import KeepingAdmin
from nejat.editorial.working_copies import WorkingCopy
from nejat.staff.groups import AUTHORS, EDITORS, MODERATORS, TRANSLATORS
from nejat.staff.models import StaffMember
from tests.admin.desk import filled_in, filled_in_of, nodes, texts
from tests.factories import make_article
from tests.sql import captured
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db

BEGUN = "b5a4a1ab-7f5c-4c5c-9f4e-0f4f1c5d2a61"
ADD = "/admin/articles/article/add/"
KINDS = [model for model, one in admin.site._registry.items() if isinstance(one, KeepingAdmin)]


def _begin(client, begun, code: str = "fa", add: str = ADD, **typed: str):
    return client.post(f"{add}working-copy/{begun}/{code}/", typed)


def _kept() -> list[dict[str, str]]:
    return [copy.values for copy in WorkingCopy.objects.order_by("pk")]


def _told(client, add: str = ADD) -> list[str]:
    return texts(client.get(add), ".beginnings strong")


def _value(page, name: str) -> str:
    return nodes(page, f"#id_{name}")[0].attributes.get("value", "")


@pytest.fixture
def author(client):
    client.force_login(make_staff(AUTHORS))
    return client


def test_what_is_typed_is_kept_and_no_work_is_made(author):
    answer = _begin(author, uuid4(), title_fa="باغ", body_fa='<p onclick="x()">آرام</p>')

    assert answer.json()["kept"].startswith("Kept at")
    assert _kept() == [{"title_fa": "باغ", "body_fa": "<p>آرام</p>"}]
    assert WorkingCopy.objects.get().work is None
    assert Article.objects.count() == 0


@pytest.mark.parametrize("model", KINDS)
def test_every_kind_of_work_is_gone_on_with(admin_client, model):
    add = f"/admin/{model._meta.app_label}/{model._meta.model_name}/add/"
    _begin(admin_client, uuid4(), add=add, title_fa="باغ")

    link = nodes(admin_client.get(add), ".beginnings a")[0].attributes["href"]

    assert _value(admin_client.get(add + link), "title_fa") == "باغ"


def test_a_beginning_is_told_with_its_words_editions_and_moment(author):
    begun = uuid4()
    _begin(author, begun, "en", body_en="<h2>One</h2><p>two three four five six seven 8 9</p>")
    assert _told(author) == ["One two three four five six seven 8…"]

    _begin(author, begun, "fa", title_fa="باغ <b>")

    page = author.get(ADD)
    assert texts(page, ".beginnings strong") == ["باغ <b>"]
    assert nodes(page, ".beginnings strong")[0].attributes["dir"] == "rtl"
    assert texts(page, ".beginnings bdi") == ["English", "فارسی"]
    assert len(nodes(page, ".beginnings time")) == 1


def test_going_on_fills_all_editions_in_and_saving_drops_their_copies(author):
    begun, other = uuid4(), uuid4()
    _begin(author, begun, "fa", title_fa="باغ", body_fa="<p>آرام</p>")
    _begin(author, begun, "en", title_en="Garden")
    _begin(author, other, "en", title_en="River")

    page = author.get(f"{ADD}?begun={begun}")
    sent = filled_in_of(page)
    answer = author.post(f"{ADD}?begun={begun}", sent)

    assert texts(page, ".beginnings strong") == ["River"]
    assert sent["begun"] == str(begun)
    assert answer.status_code == 302
    work = Article.objects.get()
    assert (work.title_fa, work.body_fa, work.title_en) == ("باغ", "<p>آرام</p>", "Garden")
    assert _kept() == [{"title_en": "River"}]


def test_two_forms_of_one_account_are_kept_apart(author):
    forms = [filled_in(author, ADD)["begun"] for _ in range(2)]
    for begun, title in zip(forms, ["باغ", "رود"], strict=True):
        _begin(author, begun, title_fa=title)
    _begin(author, forms[0], title_fa="باغ ما")

    assert forms[0] != forms[1]
    assert _kept() == [{"title_fa": "باغ ما"}, {"title_fa": "رود"}]
    assert _told(author) == ["باغ ما", "رود"]


def test_a_form_that_comes_back_with_errors_is_still_the_same_beginning(author):
    sent = filled_in(author, ADD) | {"body_fa": "<p>آرام</p>"}
    _begin(author, sent["begun"], body_fa="<p>آرام</p>")

    refused = author.post(ADD, sent)
    again = filled_in_of(refused)
    kept_there = refused.context["keep_addresses"]["fa"]
    answer = author.post(ADD, again | {"title_fa": "باغ"})

    assert (refused.status_code, again["begun"]) == (200, sent["begun"])
    assert nodes(refused, ".beginnings") == []
    assert kept_there == f"{ADD}working-copy/{sent['begun']}/fa/"
    assert (answer.status_code, _kept()) == (302, [])


def test_emptying_what_was_typed_leaves_no_copy(author):
    begun = uuid4()
    _begin(author, begun, title_fa="باغ")
    _begin(author, begun, title_fa=" ", body_fa="")

    assert _kept() == []


def test_discarding_drops_all_editions_of_one_beginning(author):
    begun = uuid4()
    _begin(author, begun, "en", title_en="Garden")
    _begin(author, begun, "fa", title_fa="باغ")
    _begin(author, uuid4(), title_fa="رود")

    button = nodes(author.get(ADD), ".beginnings form")[1]
    answer = author.post(button.attributes["action"], {"discard": "1"})

    assert answer.url == ADD
    assert _kept() == [{"title_fa": "رود"}]


def test_going_on_and_discarding_leave_the_way_back_to_the_list(author):
    _begin(author, uuid4(), title_fa="باغ")
    filters = "_changelist_filters=q%3Dx"

    link = nodes(author.get(f"{ADD}?{filters}"), ".beginnings a")[0].attributes["href"]
    page = author.get(ADD + link)
    [button] = nodes(page, ".copy-notice button[name=discard]")
    answer = author.post(button.attributes["formaction"], {"discard": "1"})

    assert filters in link
    assert answer.url == f"{ADD}?{filters}"


def test_what_is_gone_on_with_is_told_however_much_was_begun_since(author):
    begun = uuid4()
    _begin(author, begun, "en", title_en="First")
    for _ in range(4 * MOST_SHOWN):
        _begin(author, uuid4(), "en", title_en="Later")

    page = author.get(f"{ADD}?begun={begun}")

    assert _value(page, "title_en") == "First"
    assert len(nodes(page, ".copy-notice button[name=discard]")) == MOST_SHOWN + 1


def test_nobody_sees_changes_or_drops_what_another_account_began(client):
    begun, first, second = uuid4(), make_staff(EDITORS), make_staff(EDITORS)
    client.force_login(first)
    _begin(client, begun, title_fa="باغ")
    client.force_login(second)

    page = client.get(f"{ADD}?begun={begun}")
    told = client.get(f"{ADD}working-copy/{begun}/fa/").json()
    _begin(client, begun, title_fa="رود")
    _begin(client, begun, discard="1")
    client.post(ADD, filled_in(client, ADD) | {"title_fa": "رود", "begun": str(begun)})

    assert _value(page, "title_fa") == ""
    assert (nodes(page, ".beginnings"), nodes(page, ".copy-notice")) == ([], [])
    assert told == {"kept": "", "others": ""}
    assert Article.objects.count() == 1
    copy = WorkingCopy.objects.get()
    assert (copy.account, copy.values) == (first, {"title_fa": "باغ"})


@pytest.mark.parametrize(
    ("group", "editions", "code"),
    [
        (AUTHORS, ["en"], "fa"),
        (EDITORS, ["en"], "fa"),
        (TRANSLATORS, [], "fa"),
        (MODERATORS, [], "fa"),
    ],
)
def test_nobody_keeps_a_new_work_that_they_may_not_write(client, group, editions, code):
    client.force_login(make_staff(group, editions=editions))

    assert _begin(client, uuid4(), code, title_fa="x").status_code == 403
    assert _kept() == []


def test_an_edition_that_was_taken_from_the_account_is_not_shown(client):
    account, begun = make_staff(AUTHORS, editions=["en", "fa"]), uuid4()
    client.force_login(account)
    _begin(client, begun, "fa", title_fa="باغ")
    _begin(client, begun, "en", title_en="Garden")
    StaffMember.objects.filter(user=account).update(editions=["en"])

    page = client.get(f"{ADD}?begun={begun}")

    assert _told(client) == ["Garden"]
    assert (_value(page, "title_en"), _value(page, "title_fa")) == ("Garden", "")
    assert list(page.context["keep_addresses"]) == ["en"]


def test_neither_states_nor_fields_of_other_editions_nor_of_those_who_publish_are_kept(author):
    _begin(author, uuid4(), title_fa="باغ", state_fa="published", title_en="x", pinned_place_fa="1")

    assert _kept() == [{"title_fa": "باغ"}]


@pytest.mark.parametrize("place", ["x/fa", f"{BEGUN}/xx", "1/fa", f"{BEGUN}0/fa"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_no_number_of_a_form_and_no_edition_is_not_found(author, place, method):
    answer = getattr(author, method)(f"{ADD}working-copy/{place}/")

    assert answer.status_code == 404


def test_a_number_that_is_none_is_replaced_in_the_form_and_ignored_when_it_is_saved(author):
    page = author.get(f"{ADD}?begun=x")
    sent = filled_in_of(page) | {"title_fa": "باغ"}

    assert len(sent["begun"]) == 36
    assert author.post(ADD, sent | {"begun": "x"}).status_code == 302


def test_forms_of_saved_works_carry_no_number_of_a_new_one(admin_client):
    work = make_article("fa")
    _begin(admin_client, uuid4(), title_fa="باغ")

    page = admin_client.get(f"/admin/articles/article/{work.pk}/change/")

    assert nodes(page, "[name=begun], .beginnings, .copy-notice") == []


def test_saving_another_work_and_duplicating_leave_what_was_begun(admin_client):
    work = make_article("fa")
    _begin(admin_client, uuid4(), title_fa="باغ")
    form = f"/admin/articles/article/{work.pk}/change/"

    admin_client.post(form, filled_in(admin_client, form) | {"title_fa": "رود"})
    admin_client.post(f"/admin/articles/article/{work.pk}/duplicate/")

    assert _kept() == [{"title_fa": "باغ"}]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_form_takes_as_many_queries_however_much_was_begun(admin_client, count):
    for _ in range(count):
        for code in ("en", "fa"):
            begun = uuid4()
            _begin(admin_client, begun, code, **{f"title_{code}": "x"})
    admin_client.get(ADD)  # what is asked once a process, is asked here

    with captured() as fresh:
        admin_client.get(ADD)
    with captured() as gone_on_with:
        admin_client.get(f"{ADD}?begun={begun if count else uuid4()}")

    assert (len(fresh), len(gone_on_with)) == (3, 4)


def test_the_newest_are_told(author):
    for place in range(MOST_SHOWN + 2):
        _begin(author, uuid4(), "en", title_en=f"No. {place}")

    assert _told(author) == [f"No. {place}" for place in range(MOST_SHOWN + 1, 1, -1)]


@pytest.mark.parametrize("place", [{}, {"object_id": 1, "begun": BEGUN}])
def test_a_copy_is_of_a_saved_work_or_of_a_new_one(place):
    kind = ContentType.objects.get_for_model(Article)

    with pytest.raises(IntegrityError), transaction.atomic():
        WorkingCopy.objects.create(
            content_type=kind, edition="fa", account=make_staff(EDITORS), **place
        )


@pytest.mark.parametrize("place", [{"object_id": 1}, {"begun": BEGUN}])
def test_an_account_has_one_copy_of_an_edition(place):
    values = {"edition": "fa", "account": make_staff(EDITORS)}
    values["content_type"] = ContentType.objects.get_for_model(Article)
    WorkingCopy.objects.create(**values, **place)

    with pytest.raises(IntegrityError), transaction.atomic():
        WorkingCopy.objects.create(**values, **place)
