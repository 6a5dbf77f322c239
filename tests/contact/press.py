"""Sends messages, each by a button that is pressed six times at once, to DATABASE_URL.

Run as a program, `python -m tests.contact.press`, so that each press has a connection of its own
to a database that is none in memory.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django
from django.core.management import call_command
from django.db import connections

PRESSES = 6
MESSAGES = 3

if __name__ == "__main__":
    django.setup()

    from nejat.contact.models import Message
    from nejat.contact.receiving import receive
    from tests.contact.making import WRITTEN, make_details

    start = Barrier(PRESSES)

    def press(number: int) -> None:
        """Send one of the messages when all are ready."""
        start.wait()
        receive(Message(edition="fa", **{**WRITTEN, "subject": f"Question {number}"}))
        connections.close_all()

    call_command("migrate", verbosity=0)
    make_details()
    with ThreadPoolExecutor(PRESSES) as readers:
        for number in range(MESSAGES):
            list(readers.map(press, [number] * PRESSES))
