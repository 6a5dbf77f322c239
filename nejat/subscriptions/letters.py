"""The mails that leave the site: an issue to a subscriber, and the answer to whoever subscribes."""

from email.utils import formataddr
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from nejat.editions.registry import get_edition
from nejat.outbox.addresses import envelope_address
from nejat.subscriptions.links import confirmation_link, site_address, unsubscribe_link
from nejat.subscriptions.models import Delivery, Subscriber
from nejat.text import directed
from publications.mail import issue_mail
from publications.series import get_series
from publications.sheets import Sheet


def issue_letter(
    delivery: Delivery, subscriber: Subscriber, sheet: Sheet
) -> EmailMultiAlternatives:
    """Return the issue as a mail to one subscriber, with the headers of a list.

    It has the same Message-ID whenever it is written, so that a second copy can be told. The
    unsubscribing by one click is that of RFC 8058.
    """
    unsubscribe = unsubscribe_link(subscriber)
    with translation.override(subscriber.edition):
        mail = issue_mail(sheet, site=site_address(), unsubscribe=unsubscribe)
        letter = _letter(subscriber.address, mail.subject, mail.text, mail.html)
    letter.extra_headers = {
        "Message-ID": f"<delivery-{delivery.pk}@{_host()}>",
        "List-Id": f"<{subscriber.series}.{subscriber.edition}.{_host()}>",
        "List-Unsubscribe": f"<{unsubscribe}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",  # no answers by machines of readers on holiday
    }
    return letter


def trial_letter(address: str, sheet: Sheet) -> EmailMultiAlternatives:
    """Return the issue as subscribers will get it, for somebody who looks at it before.

    There is nothing to unsubscribe from, so that link leads to the form for subscribing.
    """
    with translation.override(sheet.edition.code):
        form = urljoin(site_address(), reverse("subscriptions:subscribe"))
        mail = issue_mail(sheet, site=site_address(), unsubscribe=form)
        subject = _("Trial: %(subject)s") % {"subject": mail.subject}
        letter = _letter(address, subject, mail.text, mail.html)
    letter.extra_headers = {"Auto-Submitted": "auto-generated"}  # RFC 3834, section 5
    return letter


def answer_letter(subscriber: Subscriber) -> EmailMultiAlternatives:
    """Return the mail to an address that was typed into the form.

    It leads to the confirmation; for a confirmed subscription, to its end.
    """
    with translation.override(subscriber.edition):
        context = {
            "edition": get_edition(subscriber.edition),
            "series": get_series(subscriber.series).title,
            "confirm": "" if subscriber.gets_mail else confirmation_link(subscriber),
            "unsubscribe": unsubscribe_link(subscriber) if subscriber.gets_mail else "",
        }
        subject = _already(context) if subscriber.gets_mail else _please_confirm(context)
        text = render_to_string("subscriptions/mail/answer.txt", context)
        html = render_to_string("subscriptions/mail/answer.html", context | {"subject": subject})
        text = directed(text, context["edition"].direction)
        letter = _letter(subscriber.address, subject, text, html)
    letter.extra_headers = {"Auto-Submitted": "auto-generated"}  # RFC 3834, section 5
    return letter


def _already(context: dict[str, object]) -> str:
    return _("You are subscribed to %(series)s") % context


def _please_confirm(context: dict[str, object]) -> str:
    return _("Please confirm: %(series)s") % context


def _letter(address: str, subject: str, text: str, html: str) -> EmailMultiAlternatives:
    letter = EmailMultiAlternatives(
        subject,
        text,
        from_email=formataddr((_("Nejat Society"), settings.MAIL_FROM)),
        to=[envelope_address(address)],
    )
    letter.attach_alternative(html, "text/html")
    return letter


def _host() -> str:
    return settings.MAIL_FROM.rpartition("@")[2]
