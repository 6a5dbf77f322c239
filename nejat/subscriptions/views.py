"""Subscribing, confirming and unsubscribing.

None of these forms carries a CSRF token: they act for nobody who is signed in. Subscribing only
sends a mail, within limits; the other two act for whoever holds the signed link of a mail. So the
pages set no cookie, and a mail program can unsubscribe a reader by itself (RFC 8058).
"""

import logging
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import get_connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from nejat.guard.throttle import may_ask
from nejat.subscriptions.forms import SubscribeForm
from nejat.subscriptions.letters import answer_letter
from nejat.subscriptions.links import MailNotSetUp, require_mail, to_confirm, to_unsubscribe
from nejat.subscriptions.models import Subscriber
from publications.series import NEWSLETTER

ASKINGS = 20
"""How many an hour one sender may ask: a family behind one address fits, a script does not."""

logger = logging.getLogger(__name__)
form_methods = require_http_methods(["GET", "HEAD", "POST"])


@csrf_exempt
@form_methods
def subscribe(request: HttpRequest) -> HttpResponse:
    """The form; what is sent is answered alike whether the address is known or not."""
    series = request.GET.get("series", NEWSLETTER.code)
    form = SubscribeForm(request.POST or None, initial={"series": series})
    if form.is_trapped:
        return redirect("subscriptions:asked")
    status = _ask(request, form) if form.is_valid() else 200
    if form.is_valid():  # and nothing came to light while asking
        return redirect("subscriptions:asked")
    return render(request, "subscriptions/subscribe.html", {"form": form}, status=status)


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """What to do now: look into the mailbox."""
    return render(request, "subscriptions/asked.html")


@csrf_exempt
@never_cache
@form_methods
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button that confirms: mail scanners open links, but press no buttons."""
    subscriber = to_confirm(token)
    if subscriber and request.method == "POST":
        subscriber.confirm()
        subscriber = to_confirm(token)  # it may have ended in the same moment
    if subscriber is None or not (subscriber.gets_mail or subscriber.is_pending):
        return _link_gone(request)
    return render(request, "subscriptions/confirm.html", {"subscriber": subscriber})


@csrf_exempt
@never_cache
@form_methods
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """A button that unsubscribes; a POST does so at once, also that of a mail program."""
    pk = to_unsubscribe(token)
    if pk is None:
        return _link_gone(request)
    subscriber = Subscriber.objects.filter(pk=pk).first()
    if subscriber and request.method == "POST":
        subscriber.unsubscribe()
    is_over = request.method == "POST" or subscriber is None or not subscriber.gets_mail
    return render(request, "subscriptions/unsubscribe.html", {"is_over": is_over})


def _link_gone(request: HttpRequest) -> HttpResponse:
    return render(request, "subscriptions/link_gone.html", status=410)


def _ask(request: HttpRequest, form: SubscribeForm) -> int:
    """Send the mail that leads on; return the status of the answer, with words for a bad one."""
    if not may_ask(request, "subscribe", ASKINGS):
        form.add_error(None, _("That was very often. Please come back in an hour."))
        return 429
    try:
        require_mail()
        wanted = form.cleaned_data["address"], form.cleaned_data["series"]
        if subscriber := Subscriber.objects.ask(*wanted, request.edition.code):
            _send_answer(subscriber)
    except (MailNotSetUp, OSError) as error:
        logger.error("A mail to somebody who wants to subscribe was not sent: %s", error)
        form.add_error(None, _("The mail cannot be sent now. Please try again later."))
        return 503
    return 200


def _send_answer(subscriber: Subscriber) -> None:
    try:
        letter = answer_letter(subscriber)
        letter.connection = get_connection(timeout=settings.MAIL_TIMEOUT_OF_PAGES)
        letter.send()
    except SMTPRecipientsRefused:
        pass  # what the server knows of the address is nobody's business
    except OSError:
        subscriber.take_back_asking()
        raise
