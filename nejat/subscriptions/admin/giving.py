"""Giving an issue to the mail: whom it goes to, a trial for oneself, and one button for all."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from media_library.admin.doors import page_context, require
from nejat.editions.registry import get_edition
from nejat.editions.templatetags.editions import edition_number
from nejat.staff.models import editions_of
from nejat.subscriptions.models import Mailing
from nejat.subscriptions.trials import TrialFailed, send_trial
from publications.admin.warnings import old_pdf
from publications.inside import sheet_of
from publications.making import is_outdated

LONGEST_NUMBER = 18
PAGE = "admin:subscriptions_mailing_add"


def give_view(mailings: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Choose issue and edition, then see whom it goes to; two buttons send it."""
    require(mailings.has_add_permission(request))
    form = _form(mailings, request)
    context = page_context(mailings, request, _("Send an issue to subscribers"))
    if not form.is_valid():
        if given := _given_already(form):
            return _lead_to(mailings, request, given)
        context |= {"form": form, "media": mailings.media + form.media}
        return render(request, "admin/subscriptions/choose_issue.html", context)
    mailing = form.instance
    require(mailing.edition in editions_of(request.user))
    if "trial" in request.POST:
        return _send_to_oneself(mailings, request, mailing)
    if "send" in request.POST and mailing.readers.exists():
        return _send_to_all(mailings, request, mailing)
    context |= _said_of(mailing, request) | {"media": mailings.media}
    return render(request, "admin/subscriptions/send_issue.html", context)


def _said_of(mailing: Mailing, request: HttpRequest) -> dict[str, Any]:
    return {
        "mailing": mailing,
        "edition_sent": get_edition(mailing.edition),
        "title_sent": mailing.issue.get_in("title", mailing.edition),
        "count": mailing.readers.count(),
        "undecided": mailing.undecided.count(),
        "old_pdf": _old_pdf(mailing, request),
    }


def _form(mailings: ModelAdmin, request: HttpRequest) -> forms.ModelForm:
    """The form as it was sent; a link may have filled it in, wholly or in part."""
    sent = request.POST or request.GET
    given = {name: sent[name] for name in ("issue", "edition") if name in sent}
    number = given.get("issue", "")
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        given.pop("issue", None)
    form = mailings.get_form(request)
    return form(given) if len(given) == 2 else form(initial=given)


def _given_already(form: forms.ModelForm) -> Mailing | None:
    """The mailing that there is of what was chosen."""
    if not form.is_bound:
        return None
    issue, edition = (form.cleaned_data.get(name) for name in ("issue", "edition"))
    return Mailing.objects.filter(issue=issue, edition=edition).first()


def _lead_to(mailings: ModelAdmin, request: HttpRequest, given: Mailing) -> HttpResponse:
    """Say that this was done before, and show how far it is to whoever may see it."""
    text = _("The issue was given to the mail already: %(mailing)s") % {"mailing": given}
    mailings.message_user(request, text, messages.WARNING)
    if not mailings.has_view_permission(request, given):
        return mailings.response_post_save_add(request, given)
    return redirect("admin:subscriptions_mailing_change", given.pk)


def _old_pdf(mailing: Mailing, request: HttpRequest) -> str:
    """What is to be said of the PDF on the page of the issue; "" when it has the words of today."""
    file = mailing.issue.files.filter(edition=mailing.edition).defer("text").first()
    if file is None or not is_outdated(file, sheet_of(mailing.issue, mailing.edition)):
        return ""
    return old_pdf(request, mailing.issue, [get_edition(mailing.edition)])


def _send_to_oneself(mailings: ModelAdmin, request: HttpRequest, mailing: Mailing) -> HttpResponse:
    address = request.user.email
    try:
        send_trial(mailing.issue, mailing.edition, address)
    except ValidationError:
        text = _("Your account has no e-mail address that a mail could be sent to.")
        mailings.message_user(request, text, messages.ERROR)
    except TrialFailed as reason:
        text = _("The trial mail was not taken: %(reason)s") % {"reason": reason}
        mailings.message_user(request, text, messages.ERROR)
    else:
        text = _("The trial mail was sent to %(address)s.") % {"address": address}
        mailings.message_user(request, text, messages.SUCCESS)
    chosen = {"issue": mailing.issue_id, "edition": mailing.edition}
    return redirect(f"{reverse(PAGE)}?{urlencode(chosen)}")


def _send_to_all(mailings: ModelAdmin, request: HttpRequest, mailing: Mailing) -> HttpResponse:
    mailing.created_by = request.user
    try:
        with transaction.atomic():
            count = mailing.queue()
            mailings.log_addition(request, mailing, [{"added": {}}])
    except IntegrityError:  # the button was pressed twice, or somebody else was faster
        given = Mailing.objects.get(issue=mailing.issue, edition=mailing.edition)
        return _lead_to(mailings, request, given)
    text = _("Mails that wait to be sent: %(count)s") % {"count": edition_number(count)}
    mailings.message_user(request, text, messages.SUCCESS)
    return mailings.response_post_save_add(request, mailing)
