"""The form that readers write to us with."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nejat.contact.messages import LONGEST_NAME, LONGEST_SUBJECT, LONGEST_TEXT
from nejat.editions.fields import LongTextField
from nejat.guard.forms import GuardedForm, written
from nejat.outbox.addresses import LONGEST, check_address, envelope_address


class ContactForm(GuardedForm):
    """A name, an address to answer to, a subject and a message."""

    STORED = ("name", "email", "subject", "text")

    name = forms.CharField(
        label=_("Name (optional)"),
        max_length=LONGEST_NAME,
        required=False,
        help_text=_("A pseudonym will do."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=LONGEST,
        help_text=_("We answer there, and use it for nothing else."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    subject = forms.CharField(
        label=_("Subject"),
        max_length=LONGEST_SUBJECT,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    text = LongTextField(label=_("Message"), longest=LONGEST_TEXT, rows=9)

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_email(self) -> str:
        address = self.cleaned_data["email"]
        check_address(address)
        return envelope_address(address)

    def clean_subject(self) -> str:
        return written(" ".join(self.cleaned_data["subject"].split()))

    def clean_text(self) -> str:
        return written(self.cleaned_data["text"])
