"""The admin of contact details, of messages and of the outbox."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from nejat.contact.models import ContactDetails, Message
from nejat.editions.registry import CODES, get_edition
from tests.contact.making import make_details, make_message
from tests.outbox.making import make_mail, states
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

MESSAGES = "/admin/contact/message/"
DETAILS = "/admin/contact/contactdetails/"
MAILS = "/admin/outbox/outgoingmail/"
EVIL = '"><script>alert(1)</script>'


@pytest.fixture
def visitor(client) -> Client:
    """Staff with the right to look, and no other."""
    user = User.objects.create_user("visitor", is_staff=True)
    names = ("view_message", "view_contactdetails", "view_outgoingmail")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


def show(client: Client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def act(client: Client, address: str, action: str, *rows):
    chosen = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(address, chosen, follow=True)


@pytest.mark.parametrize("code", CODES)
def test_every_page_answers_in_every_language_and_reads_no_base_column(admin_client, code):
    message, mail = make_message(), make_mail()
    make_details(office_name_fa="تالار")
    admin_client.cookies["django_language"] = code
    addresses = [
        *(MESSAGES, f"{MESSAGES}{message.pk}/change/", f"{MESSAGES}?q=مینا&state__exact=new"),
        *(f"{MESSAGES}{message.pk}/delete/", f"{DETAILS}1/change/", f"{DETAILS}1/history/"),
        *(MAILS, f"{MAILS}{mail.pk}/change/", f"{MAILS}?q=office&state__exact=waiting"),
    ]

    with captured() as statements:
        pages = [show(admin_client, address) for address in addresses]

    opening = [page.css_first("html").attributes for page in pages]
    direction = get_edition(code).direction
    assert {(html["lang"], html["dir"]) for html in opening} == {(code, direction)}
    assert base_columns_read(statements) == set()


def test_the_details_open_at_once_with_a_tab_an_edition(admin_client):
    response = admin_client.get(DETAILS, follow=True)

    assert response.redirect_chain == [(f"{DETAILS}1/change/", 302)]
    page = LexborHTMLParser(response.content.decode())
    assert len(page.css(".edition-tab")) == 4
    directions = {
        name: page.css_first(f"[name={name}]").attributes["dir"]
        for name in ("office_name_fa", "office_name_sq", "phone_fa", "pgp_key_ar", "recipients_ar")
    }
    assert directions == {
        "office_name_fa": "rtl",
        "office_name_sq": "ltr",
        "phone_fa": "ltr",
        "pgp_key_ar": "ltr",
        "recipients_ar": "ltr",
    }


def test_details_are_saved_and_wrong_ones_are_shown_again(admin_client):
    make_details()
    fields = {f"office_name_{code}": f"Office {code}" for code in CODES}

    refused = admin_client.post(f"{DETAILS}1/change/", fields | {"recipients_fa": "nobody"})
    saved = admin_client.post(f"{DETAILS}1/change/", fields | {"recipients_fa": "a@example.org"})

    errors = refused.context["adminform"].form.errors
    assert errors == {"recipients_fa": ["This is no e-mail address: \u2068nobody\u2069"]}
    assert saved.status_code == 302
    details = ContactDetails.objects.get()
    assert details.office_name_sq == "Office sq"
    assert details.recipients_in("fa") == ["a@example.org"]


def test_there_is_nothing_to_add_and_the_details_stay(admin_client):
    make_details()

    for address in (f"{MESSAGES}add/", f"{DETAILS}add/", f"{DETAILS}1/delete/", f"{MAILS}add/"):
        assert admin_client.get(address).status_code == 403


@pytest.mark.parametrize(
    ("action", "state"),
    [("mark_read", "read"), ("mark_answered", "answered"), ("mark_spam", "spam")],
)
def test_messages_are_marked_together(admin_client, action, state):
    chosen = [make_message(), make_message()]
    other = make_message()

    act(admin_client, MESSAGES, action, *chosen)

    assert set(Message.objects.exclude(pk=other.pk).values_list("state", flat=True)) == {state}
    other.refresh_from_db()
    assert other.state == "new"


def test_messages_are_deleted_together_after_a_question(admin_client):
    chosen = [make_message(), make_message()]
    other = make_message()

    act(admin_client, MESSAGES, "delete_selected", *chosen)
    assert Message.objects.count() == 3
    sure = {"action": "delete_selected", "post": "yes"}
    admin_client.post(MESSAGES, sure | {"_selected_action": [row.pk for row in chosen]})

    assert list(Message.objects.all()) == [other]


def test_the_state_alone_can_be_changed(admin_client):
    message = make_message()

    tampered = {"state": "answered", "text": "Other words", "email": "spy@example.org"}
    admin_client.post(f"{MESSAGES}{message.pk}/change/", tampered)

    changed = Message.objects.get()
    assert (changed.state, changed.text, changed.email) == (
        "answered",
        message.text,
        message.email,
    )


def test_a_message_is_shown_as_text_in_its_own_direction(admin_client):
    message = make_message(name=EVIL, subject=EVIL, text=f"{EVIL}\n\nسلام", suspicion=EVIL)

    for address in (MESSAGES, f"{MESSAGES}{message.pk}/change/"):
        source = admin_client.get(address).content.decode()
        assert "<script>alert" not in source
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    page = show(admin_client, f"{MESSAGES}{message.pk}/change/")
    words = page.css(".field-words p[dir=auto]")
    assert [line.text() for line in words] == [EVIL, "سلام"]


def test_an_answer_is_a_mail_to_the_reader(admin_client):
    message = make_message(subject="A & B?\u200c&bcc=spy@example.org")

    page = show(admin_client, f"{MESSAGES}{message.pk}/change/")

    (link,) = page.css(".field-answer a")
    assert link.attributes["href"] == (
        "mailto:mina@example.org?subject=Re%3A%20A%20%26%20B%3F%E2%80%8C%26bcc%3Dspy%40example.org"
    )


def test_a_list_shows_why_a_message_looks_like_spam_and_is_filtered_by_state(admin_client):
    make_message(subject="Bad", state="spam", suspicion="It holds many links.")
    make_message(subject="Good")

    page = show(admin_client, f"{MESSAGES}?state__exact=spam")

    assert [cell.text().strip() for cell in page.css(".field-about")] == ["Bad"]
    assert [cell.text() for cell in page.css(".field-why")] == ["It holds many links."]


@pytest.mark.parametrize("count", [1, 30])
def test_a_list_of_messages_costs_few_queries(admin_client, django_assert_num_queries, count):
    for _ in range(count):
        make_message()
    admin_client.get(MESSAGES)

    # session, account, the messages and how many they are
    with django_assert_num_queries(4) as statements:
        admin_client.get(MESSAGES)
    selected = " ".join(query["sql"] for query in statements.captured_queries)
    assert not re.search(r'"contact_message"\."text"', selected)


def test_who_may_only_look_changes_nothing(visitor):
    message, mail = make_message(), make_mail(state="failed")
    make_details()

    act(visitor, MESSAGES, "mark_spam", message)
    act(visitor, MAILS, "try_again", mail)
    refused = visitor.post(f"{MESSAGES}{message.pk}/change/", {"state": "spam"})

    assert refused.status_code == 403
    message.refresh_from_db()
    assert message.state == "new"
    assert states() == {"office@example.org": "failed"}


def test_a_mail_of_the_outbox_is_read_and_tried_again_but_not_changed(admin_client):
    mail = make_mail(state="failed", error="550 no", subject=EVIL, text=f"{EVIL}\nسلام")

    page = show(admin_client, f"{MAILS}{mail.pk}/change/")
    assert [line.text() for line in page.css(".field-words p[dir=auto]")] == [EVIL, "سلام"]
    assert page.css("#outgoingmail_form input[type=text], textarea") == []
    assert admin_client.post(f"{MAILS}{mail.pk}/change/", {"text": "x"}).status_code == 403
    act(admin_client, MAILS, "try_again", mail)
    assert states() == {"office@example.org": "waiting"}
