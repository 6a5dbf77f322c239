"""What readers write to us, and what they see afterwards.

The form stands on the contact page, which is one of `nejat.pages`; it acts for nobody who is
signed in, so it carries no CSRF token and sets no cookie.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from nejat.contact.forms import ContactForm
from nejat.contact.models import Message
from nejat.contact.receiving import TRAPPED, receive
from nejat.guard.throttle import may_ask, sender

MESSAGES = 6
"""How many an hour one sender may write: a family behind one address fits, a script does not."""


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest) -> HttpResponse:
    """Take a message; the form with what was typed when something is wrong with it."""
    form = ContactForm(request.POST or None)
    status = _take(request, form) if form.is_valid() else 200
    if form.is_valid():  # and it was not too often
        return redirect("contact:thanks")
    return render(request, "contact/send.html", {"form": form}, status=status)


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """That the message has arrived, and what happens now."""
    return render(request, "contact/thanks.html")


def _take(request: HttpRequest, form: ContactForm) -> int:
    """Receive what was written; return the status of the answer, with words for a bad one."""
    if not may_ask(request, "contact", MESSAGES):
        form.add_error(None, _("That was very often. Please come back in an hour."))
        return 429
    written = {name: form.cleaned_data[name] for name in form.STORED}
    # Not dropped: a program that fills in forms for a person may have fallen into the trap.
    written["suspicion"] = TRAPPED if form.is_trapped else ""
    receive(Message(edition=request.edition.code, sender=sender(request), **written))
    return 200
