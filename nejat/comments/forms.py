"""The forms that readers comment and report with."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nejat.comments.states import Reason
from nejat.editions.fields import LongTextField
from nejat.guard.forms import GuardedForm, written
from nejat.outbox.addresses import LONGEST, check_address

LONGEST_BODY = 5000
LONGEST_NOTE = 500


class CommentForm(GuardedForm):
    """A name, words, and an address for those who want to hear what becomes of them."""

    STORED = ("author_name", "author_email", "wants_answers", "body")

    author_name = forms.CharField(
        label=_("Name"),
        max_length=80,
        help_text=_("A pseudonym will do."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname", "dir": "auto"}),
    )
    author_email = forms.EmailField(
        label=_("E-mail (optional)"),
        max_length=LONGEST,
        required=False,
        help_text=_("Never shown. A mail tells you whether your comment is shown."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    wants_answers = forms.BooleanField(
        label=_("Send me a mail when somebody answers"), required=False
    )
    body = LongTextField(label=_("Comment"), longest=LONGEST_BODY, rows=7)

    def clean_author_name(self) -> str:
        return written(" ".join(self.cleaned_data["author_name"].split()))

    def clean_author_email(self) -> str:
        address = self.cleaned_data["author_email"]
        if address:
            check_address(address)
        return address

    def clean_body(self) -> str:
        return written(self.cleaned_data["body"])

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("wants_answers") and not self.data.get("author_email"):
            self.add_error("author_email", _("Without an address no mail can come."))


class ReportForm(GuardedForm):
    """What is wrong with a comment."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it?"), choices=Reason.choices, widget=forms.RadioSelect
    )
    note = LongTextField(
        label=_("Anything to add (optional)"), longest=LONGEST_NOTE, rows=3, required=False
    )
