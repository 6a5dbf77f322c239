"""The form that readers subscribe with."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nejat.guard.forms import GuardedForm
from nejat.outbox.addresses import LONGEST, check_address
from publications.series import NEWSLETTER, SERIES_CHOICES


class SubscribeForm(GuardedForm):
    """An address and a series."""

    series = forms.ChoiceField(
        label=_("What would you like to get?"),
        choices=SERIES_CHOICES,
        initial=NEWSLETTER.code,
        widget=forms.RadioSelect,
    )
    address = forms.EmailField(
        label=_("E-mail address"),
        max_length=LONGEST,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )

    def clean_address(self) -> str:
        address = self.cleaned_data["address"].strip()
        check_address(address)
        return address
