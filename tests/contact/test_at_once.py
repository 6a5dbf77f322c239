"""A reader who presses the button twice in the same moment."""

import pytest

from tests.contact.press import MESSAGES
from tests.copies import Copy, new_database, query
from tests.mail_server import running_mail_server

pytestmark = pytest.mark.django_db
"""It asks the database of the run, whichever that is, by a program of its own."""


def test_a_button_pressed_many_times_at_once_sends_one_message(tmp_path):
    with new_database(tmp_path) as url, running_mail_server() as server:
        Copy(url, tmp_path, server, "", "").prepare("tests.contact.press")

        subjects = [f"Question {number}" for number in range(MESSAGES)]
        stored = query(url, "SELECT subject FROM contact_message ORDER BY subject")
        assert [subject for (subject,) in stored] == subjects
        assert len(server.kept) == MESSAGES
