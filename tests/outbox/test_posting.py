"""Posting a mail: stored with what it belongs to, sent after that is committed, in its language."""

import logging
import time
from email.message import EmailMessage

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation

from nejat.outbox.models import OutgoingMail
from nejat.outbox.posting import post, sent_together
from tests.mail_server import DROP
from tests.outbox.making import states

OFFICE = "office@example.org"


def lines_of(mail: EmailMessage) -> list[str]:
    return mail.get_content().splitlines()


@pytest.fixture(autouse=True)
def _rows_that_are_committed(transactional_db):
    """Nothing is sent before the transaction ends, so the tests end theirs."""


def test_a_mail_is_sent_once_what_it_belongs_to_is_committed(mail_server):
    with transaction.atomic():
        (mail,) = post([OFFICE], "Question", "Where are you?\n", reply_to="mina@example.org")

        assert mail_server.kept == []

    assert states() == {OFFICE: "sent"}
    (sent,) = mail_server.mails
    assert sent["To"] == OFFICE
    assert sent["Subject"] == "Question"
    assert sent["Reply-To"] == "mina@example.org"
    assert sent["From"].addresses[0].addr_spec == "news@example.org"
    assert sent["Message-ID"] == f"<outgoing-{mail.pk}@example.org>"
    assert sent["Auto-Submitted"] == "auto-generated"
    assert lines_of(sent) == ["Where are you?"]


def test_what_is_rolled_back_is_neither_stored_nor_sent(mail_server):
    with transaction.atomic():
        post([OFFICE], "Question", "Where are you?")
        transaction.set_rollback(True)

    assert states() == {}
    assert mail_server.kept == []


def test_everybody_gets_a_mail_of_their_own_and_nobody_two(mail_server):
    post(["a@example.org", "b@example.org", "A@Example.org"], "Question", "Where?")

    assert [mail["To"] for mail in mail_server.mails] == ["A@Example.org", "b@example.org"]
    assert mail_server.connections == 1


def test_what_is_posted_together_is_sent_over_one_connection_after_each_was_committed(mail_server):
    with sent_together():
        post(["a@example.org"], "Question", "Where?")
        with transaction.atomic():
            post(["b@example.org"], "Question", "Where?")
            transaction.set_rollback(True)
        post(["c@example.org"], "Question", "Where?")
        assert mail_server.connections == 0

    assert mail_server.addresses == ["a@example.org", "c@example.org"]
    assert mail_server.connections == 1
    post(["d@example.org"], "Question", "Where?")
    assert mail_server.connections == 2


def test_what_was_posted_before_something_breaks_is_sent(mail_server):
    def break_off() -> None:
        with sent_together():
            post([OFFICE], "Question", "Where?")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()

    assert mail_server.addresses == [OFFICE]


def test_a_mail_to_nobody_is_none(mail_server):
    assert post([], "Question", "Where are you?") == []
    assert mail_server.connections == 0


@pytest.mark.parametrize(
    ("code", "sender"),
    [
        ("en", "Nejat Society"),
        ("fa", "انجمن نجات"),
        ("ar", "جمعية النجاة"),
        ("sq", "Shoqata Nejat"),
    ],
)
def test_a_mail_is_in_the_active_language(mail_server, code, sender):
    with translation.override(code):
        post([OFFICE], "نامه‌ای", "متن\nYou & ë")

    (sent,) = mail_server.mails
    assert sent["Content-Language"] == code
    assert sent["From"].addresses[0].display_name == sender
    assert sent["Subject"] == "نامه‌ای"
    assert lines_of(sent) == ["متن", "You & ë"]


@pytest.mark.parametrize(
    "subject",
    [
        "A\r\nBcc: spy@example.org",
        "A\nBcc: spy@example.org",
        "A\rBcc: spy@example.org",
        "A\x0bBcc: spy@example.org",
        "A\u2028Bcc: spy@example.org",
        "A\x00\x1b\x7f Bcc: spy@example.org",
    ],
)
def test_a_subject_adds_no_header(mail_server, subject):
    post([OFFICE], subject, "Text")

    (sent,) = mail_server.mails
    assert sent["Bcc"] is None
    assert mail_server.addresses == [OFFICE]
    assert "".join(sent["Subject"].split()) == "ABcc:spy@example.org"


@pytest.mark.parametrize(
    "address",
    [
        "mina@example.org\nBcc: spy@example.org",
        "mina@example.org, spy@example.org",
        "Mina <mina@example.org>",
        "mina",
        "mina@localhost",
        "mina@example.org\x00",
    ],
)
def test_what_is_no_address_is_refused_and_nothing_is_stored(mail_server, address):
    with pytest.raises(ValidationError):
        post([address], "Question", "Text")
    with pytest.raises(ValidationError):
        post([OFFICE], "Question", "Text", reply_to=address)

    assert states() == {}


def test_a_text_that_plays_the_mail_server_stays_a_text(mail_server):
    lines = ["Hello", ".", "MAIL FROM:<spy@example.org>", "RCPT TO:<spy@example.org>", "."]

    post([OFFICE], "Question", "\r\n".join(lines) + "\r.\x00\n")

    assert mail_server.addresses == [OFFICE]
    assert lines_of(mail_server.mails[0]) == [*lines, "."]


def test_without_a_server_mails_wait(mail_server, settings):
    settings.MAIL = {}

    post([OFFICE], "Question", "Text")

    assert states() == {OFFICE: "waiting"}
    assert mail_server.connections == 0


def test_without_an_address_that_mails_are_from_they_wait(mail_server, settings):
    settings.MAIL_FROM = ""

    post([OFFICE], "Question", "Text")

    assert states() == {OFFICE: "waiting"}


def test_a_server_that_is_away_raises_nothing_and_counts_for_nothing(mail_server, settings, caplog):
    settings.EMAIL_PORT = 1

    post([OFFICE], "Question", "Text")

    mail = OutgoingMail.objects.get()
    assert (mail.state, mail.attempts, mail.next_try_at) == ("waiting", 0, None)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_a_server_that_says_nothing_holds_no_page(mail_server, settings):
    settings.MAIL_TIMEOUT_OF_PAGES = 0.3
    mail_server.on_mail = lambda sender: time.sleep(2)
    begun = time.monotonic()

    post(["a@example.org", "b@example.org"], "Question", "Text")

    assert time.monotonic() - begun < 1.5
    assert states() == {"a@example.org": "waiting", "b@example.org": "waiting"}


def test_a_server_that_is_slow_with_its_last_word_leaves_the_mail_in_doubt(mail_server, settings):
    settings.MAIL_TIMEOUT_OF_PAGES = 0.3
    mail_server.after_keeping = lambda address: time.sleep(2)

    post([OFFICE], "Question", "Text")

    assert states() == {OFFICE: "unknown"}


def test_one_who_is_refused_for_good_does_not_keep_the_mail_from_others(mail_server):
    mail_server.on_recipient = lambda address: "550 no" if address == "a@example.org" else None

    post(["a@example.org", "b@example.org"], "Question", "Text")

    assert states() == {"a@example.org": "failed", "b@example.org": "sent"}


def test_a_broken_connection_leaves_the_rest_waiting(mail_server):
    mail_server.on_recipient = lambda address: DROP

    post(["a@example.org", "b@example.org"], "Question", "Text")

    assert states() == {"a@example.org": "waiting", "b@example.org": "waiting"}
    assert mail_server.connections == 1
