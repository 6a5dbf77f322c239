"""Fills the database of DATABASE_URL: COUNT mails that wait in the outbox.

Run as a program, `python -m tests.outbox.prepare COUNT`, so that the senders of the tests find
what a site would have.
"""

import sys

import django
from django.core.management import call_command

if __name__ == "__main__":
    django.setup()

    from nejat.outbox.models import OutgoingMail

    call_command("migrate", verbosity=0)
    for number in range(int(sys.argv[1])):
        OutgoingMail.objects.create(
            recipient=f"reader-{number}@example.org", subject="Question", text="Where?"
        )
