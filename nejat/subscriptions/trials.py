"""An issue sent to one member of staff, who looks at it before it goes to anybody else."""

from django.conf import settings
from django.core.mail import get_connection

from nejat.outbox.addresses import check_address
from nejat.outbox.transport import NoAnswer, NotHandedOver, connect, hand_over
from nejat.subscriptions.letters import trial_letter
from nejat.subscriptions.links import MailNotSetUp, require_mail
from publications.inside import sheet_of
from publications.models import Issue


class TrialFailed(Exception):
    """The mail server has not taken the mail, as far as is known; the text says why."""


def send_trial(issue: Issue, code: str, address: str) -> None:
    """Send the issue in the edition to an address, at once; nothing of it is kept.

    Raises ValidationError for what is no address, and TrialFailed.
    """
    check_address(address)
    patience = settings.MAIL_TIMEOUT_OF_PAGES
    server = get_connection(timeout=patience)
    try:
        require_mail()
        letter = trial_letter(address, sheet_of(issue, code))
        connect(server)
        hand_over(server, letter, seconds_after_text=patience)
    except (MailNotSetUp, NotHandedOver, NoAnswer, OSError) as error:
        raise TrialFailed(str(error)) from error
    finally:
        server.close()
