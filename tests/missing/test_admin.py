"""The desk: missing addresses are led on, ignored or given up with one click."""

from urllib.parse import quote

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from nejat.missing.models import MissingAddress, Redirect
from tests.admin.desk import nodes, staff, texts
from tests.factories import in_use, make_topic
from tests.missing.making import make_redirect, noted, targets
from tests.sql import captured

pytestmark = pytest.mark.django_db

MISSING = "/admin/missing/missingaddress/"
REDIRECTS = "/admin/missing/redirect/"


@pytest.fixture
def missing() -> MissingAddress:
    return MissingAddress.objects.create(
        edition="fa", path="/fa/topic/gardn", hits=7, referrer="example.org/a"
    )


def _buttons(page) -> list[str]:
    return texts(page, ".ways .button")


def _press(client: Client, page, words: str):
    """Press a button of the list as a browser does: with the whole form around it."""
    [button] = [b for b in nodes(page, ".ways button") if words in b.text()]
    sent = {"action": "", "csrfmiddlewaretoken": _token(page)}
    if "name" in button.attributes:
        sent[button.attributes["name"]] = button.attributes["value"]
    return client.post(button.attributes["formaction"], sent)


def _token(page) -> str:
    return nodes(page, "#changelist-form input[name=csrfmiddlewaretoken]")[0].attributes["value"]


def _deskmate(*rights: str) -> Client:
    return staff(Client(enforce_csrf_checks=True), "view_missingaddress", *rights)


def test_one_click_leads_readers_to_the_page_that_is_suggested(client, missing):
    topic = in_use(make_topic("fa", slug="garden", name="باغ"))
    desk = _deskmate("add_redirect")
    page = desk.get(MISSING)

    answer = _press(desk, page, "باغ")

    assert (answer.status_code, answer.url) == (302, f"{MISSING}?")
    assert targets() == {"/fa/topic/gardn": "/fa/topic/garden/"}
    assert noted() == {}
    assert client.get("/fa/topic/gardn/")["Location"] == topic.url_in("fa")
    assert LogEntry.objects.get().object_repr == "/fa/topic/gardn"
    assert texts(desk.get(answer.url), ".messagelist .success") == [
        "/fa/topic/gardn now leads to باغ."
    ]


@pytest.mark.parametrize("slug", ["باغ-ها", "باغ‌ها"])
def test_a_page_with_letters_in_its_address_is_named_by_its_title(missing, slug):
    missing.path = "/fa/topic/باغ-هاا"
    missing.save()
    in_use(make_topic("fa", slug=slug, name="باغ"))
    desk = _deskmate("add_redirect")

    answer = _press(desk, desk.get(MISSING), "باغ")

    assert targets() == {missing.path: f"/fa/topic/{slug}/"}
    assert texts(desk.get(answer.url), ".messagelist .success") == [
        f"{missing.path} now leads to باغ."
    ]


def test_what_was_decided_is_said_with_the_way_to_change_it(missing):
    in_use(make_topic("fa", slug="garden", name="باغ & <b>"))
    other = MissingAddress.objects.create(edition="fa", path="/fa/<old>")
    desk = _deskmate("add_redirect", "change_redirect")

    answer = _press(desk, desk.get(f"{MISSING}?q=gardn"), "باغ")
    made = Redirect.objects.get()
    [said] = nodes(desk.get(answer.url), ".messagelist .success")
    assert " ".join(said.text().split()) == (
        "/fa/topic/gardn now leads to باغ & <b>. Change or delete the redirect"
    )
    assert [link.attributes["href"] for link in said.css("a")] == [
        "/fa/topic/garden/",
        f"{REDIRECTS}{made.pk}/change/",
    ]
    assert said.css_first("a bdi").attributes["lang"] == "fa"

    answer = _press(desk, desk.get(MISSING), "Gone for good")
    gone = Redirect.objects.get(path=other.path)
    [said] = nodes(desk.get(answer.url), ".messagelist .success")
    assert " ".join(said.text().split()) == (
        "Readers of /fa/<old> are told from now on that it is gone for good. "
        "Change or delete the redirect"
    )
    assert said.css_first("a").attributes["href"] == f"{REDIRECTS}{gone.pk}/change/"


def test_a_target_without_a_known_title_is_named_by_its_address(admin_client, missing):
    answer = admin_client.post(f"{MISSING}{missing.pk}/redirect/", {"target": "/fa/about/"})

    [said] = texts(admin_client.get(answer.url), ".messagelist .success")
    assert said.startswith("/fa/topic/gardn now leads to /fa/about/.")


def test_a_target_that_leads_on_is_named_by_where_it_leads(admin_client, missing):
    topic = in_use(make_topic("fa", slug="garden", name="باغ"))
    Redirect(path="/fa/topic/garden", target="/fa/about/").save()

    address = f"{MISSING}{missing.pk}/redirect/"
    answer = admin_client.post(address, {"target": topic.url_in("fa")})

    [said] = texts(admin_client.get(answer.url), ".messagelist .success")
    assert said.startswith("/fa/topic/gardn now leads to /fa/about/.")


def test_an_address_is_given_up_for_good_with_one_click(client, missing):
    desk = _deskmate("add_redirect")

    _press(desk, desk.get(MISSING), "Gone for good")

    assert targets() == {"/fa/topic/gardn": "gone"}
    assert client.get("/fa/topic/gardn/").status_code == 410


def test_an_address_is_ignored_with_one_click_and_shown_again(missing):
    desk = _deskmate("change_missingaddress")

    answer = _press(desk, desk.get(f"{MISSING}?q=gardn"), "Ignore")

    assert answer.url == f"{MISSING}?q=gardn"
    page = desk.get(MISSING)
    assert texts(page, ".messagelist .success") == ["Ignored: 1"]
    assert texts(page, ".field-address .address") == []
    ignored = desk.get(f"{MISSING}?decision=ignored")
    assert texts(ignored, ".field-address .address") == ["/fa/topic/gardn"]
    assert _buttons(ignored) == []
    chosen = {"action": "show_again", "_selected_action": missing.pk}
    desk.post(f"{MISSING}?decision=ignored", {**chosen, "csrfmiddlewaretoken": _token(ignored)})
    page = desk.get(MISSING)
    assert texts(page, ".messagelist .success") == ["Shown again: 1"]
    assert texts(page, ".field-address .address") == ["/fa/topic/gardn"]


def test_redirect_elsewhere_opens_the_form_with_the_address(missing):
    missing.path = "/fa/نامه?&=é/%E2%80%AE"
    missing.save()
    desk = _deskmate("add_redirect")
    [link] = nodes(desk.get(MISSING), ".ways a")

    form = desk.get(link.attributes["href"])

    assert nodes(form, "#id_path")[0].attributes["value"] == "/fa/نامه?&=é/%E2%80%AE"
    assert nodes(form, "#id_path")[0].attributes["dir"] == "ltr"


@pytest.mark.parametrize(
    ("rights", "buttons"),
    [
        ([], []),
        (["change_missingaddress"], ["Ignore"]),
        (["add_redirect"], ["Redirect elsewhere…", "Gone for good"]),
    ],
)
def test_the_list_offers_what_the_account_may_do(missing, rights, buttons):
    assert _buttons(_deskmate(*rights).get(MISSING)) == buttons


@pytest.mark.parametrize(
    ("way", "right"), [("redirect", "add_redirect"), ("ignore", "change_missingaddress")]
)
def test_rights_are_checked_where_the_click_arrives(client, missing, way, right):
    address, sent = f"{MISSING}{missing.pk}/{way}/", {"target": "gone"}
    every_other = {"add_redirect", "change_missingaddress", "change_redirect"} - {right}

    assert client.post(address, sent).status_code == 302  # to the log-in
    assert staff(client, "view_missingaddress", *every_other).post(address, sent).status_code == 403
    assert (noted(), targets()) == ({"/fa/topic/gardn": 7}, {})
    assert MissingAddress.objects.get().is_ignored is False
    assert staff(client, right).get(address).status_code == 405
    assert staff(Client(enforce_csrf_checks=True), right).post(address, sent).status_code == 403
    assert staff(client, right).post(address, sent).status_code == 302


@pytest.mark.parametrize("target", ["//evil.example", "javascript:alert(1)", "", "/fa/nowhere/"])
def test_a_click_that_was_tampered_with_leads_nowhere(admin_client, missing, target):
    answer = admin_client.post(f"{MISSING}{missing.pk}/redirect/", {"target": target})

    assert texts(admin_client.get(answer.url), ".messagelist .error") != []
    assert (targets(), len(noted())) == ({}, 1)


def test_a_click_on_what_is_solved_already_is_not_found(admin_client, missing):
    make_redirect(missing.path, "gone")

    assert admin_client.post(f"{MISSING}{missing.pk}/redirect/").status_code == 404
    answer = admin_client.post(f"{MISSING}{missing.pk}/ignore/")
    assert texts(admin_client.get(answer.url), ".messagelist .warning") == ["Ignored: 0"]


def test_the_most_missed_stand_first(admin_client):
    for hits in (2, 30, 7):
        MissingAddress.objects.create(edition="fa", path=f"/fa/{hits}-times", hits=hits)

    page = admin_client.get(MISSING)

    assert texts(page, ".field-address .address") == ["/fa/30-times", "/fa/7-times", "/fa/2-times"]


@pytest.mark.parametrize("words", ["/fa/نامه/", quote("/fa/نامه/"), "نامه", "example.org/links"])
def test_an_address_is_found_as_it_was_copied(admin_client, words):
    MissingAddress.objects.create(edition="fa", path="/fa/نامه", referrer="example.org/links")
    MissingAddress.objects.create(edition="fa", path="/fa/other")

    assert texts(admin_client.get(MISSING, {"q": words}), ".field-address .address") == ["/fa/نامه"]


def test_hostile_addresses_are_shown_harmlessly(admin_client):
    path = "/fa/<script>alert(1)</script>\"'>"
    MissingAddress.objects.create(edition="fa", path=path, referrer=path)

    page = admin_client.get(MISSING)

    assert texts(page, ".field-address .address") == [path]
    assert nodes(page, "#result_list script") == []
    assert {bdi.attributes["dir"] for bdi in nodes(page, "bdi.address")} == {"ltr"}


@pytest.mark.parametrize("count", [1, 5])
def test_a_line_of_the_list_costs_no_more_than_its_suggestion(admin_client, count):
    for number in range(count):
        MissingAddress.objects.create(edition="fa", path=f"/fa/topic/word-{number}")
    admin_client.get(MISSING)

    with captured() as statements:
        admin_client.get(MISSING)

    assert len([sql for sql in statements if "missing_" in sql]) == 2


def test_the_filter_says_what_the_list_shows(admin_client):
    page = admin_client.get(MISSING)

    choices = texts(page, "#changelist-filter details:first-of-type li")
    assert choices == ["To be made", "Ignored"]


def test_redirects_show_how_often_and_when_they_were_used(admin_client, client):
    make_redirect("/fa/old", "/fa/about/")
    make_redirect("/fa/older", "gone")
    client.get("/fa/old/")

    page = admin_client.get(REDIRECTS)

    rows = zip(*(texts(page, f".field-{n}") for n in ("address", "leads_to", "hits")), strict=True)
    assert list(rows) == [("/fa/older", "Gone for good", "0"), ("/fa/old", "/fa/about/", "1")]
    assert texts(page, ".field-last_used_at")[0] == "-"
    assert texts(page, ".field-last_used_at")[1] != "-"


def test_a_redirect_is_made_and_changed_by_a_form(admin_client):
    long = quote("/fa/" + "ن" * 900)
    answer = admin_client.post(f"{REDIRECTS}add/", {"path": f"{long}/", "target": "/fa/about/"})
    redirect = Redirect.objects.get()
    admin_client.post(f"{REDIRECTS}{redirect.pk}/change/", {"path": "/fa/b", "target": " GONE "})

    assert answer.status_code == 302
    assert (redirect.edition, redirect.path) == ("fa", "/fa/" + "ن" * 900)
    assert targets() == {"/fa/b": "gone"}


@pytest.mark.parametrize(
    ("path", "target", "field"),
    [
        ("/fa/old", "//evil.example", "target"),
        ("/fa/old", "/fa/old/", "target"),
        ("/files/a", "/fa/about/", "path"),
        ("/fa/articles/", "/fa/about/", "path"),
        ("/fa/taken", "/fa/about/", "path"),
        ("/fa/\x00", "/fa/about/", "path"),
        ("x" * 10_001, "/fa/about/", "path"),
    ],
)
def test_a_form_says_at_the_field_what_is_wrong(admin_client, path, target, field):
    make_redirect("/fa/taken", "gone")

    page = admin_client.post(f"{REDIRECTS}add/", {"path": path, "target": target})

    assert page.status_code == 200
    wrong = {name for name in ("path", "target") if nodes(page, f".field-{name} .errorlist")}
    assert wrong == {field} or (path == "/fa/taken" and nodes(page, ".errorlist"))
    assert targets() == {"/fa/taken": "gone"}
