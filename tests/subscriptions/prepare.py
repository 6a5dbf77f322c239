"""Fills the database of DATABASE_URL: an issue that waits to be sent to COUNT subscribers.

Run as a program, `python -m tests.subscriptions.prepare COUNT`, so that the senders of the tests
find what a site would have.
"""

import sys

import django
from django.core.management import call_command

if __name__ == "__main__":
    django.setup()

    from tests.subscriptions.making import make_mailing

    call_command("migrate", verbosity=0)
    make_mailing(*(f"reader-{number}@example.org" for number in range(int(sys.argv[1]))))
