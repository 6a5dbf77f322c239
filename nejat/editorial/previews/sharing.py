"""What is asked of somebody who shares a preview."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import get_edition

LIFETIMES = ((1, _("1 day")), (7, _("7 days")), (30, _("30 days")))


class ShareForm(forms.Form):
    """The edition that is shown, and for how long."""

    edition = forms.ChoiceField(label=_("Edition"))
    days = forms.TypedChoiceField(
        label=_("The link works for"), choices=LIFETIMES, coerce=int, initial=7
    )

    def __init__(self, *args: Any, codes: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].choices = [(code, get_edition(code).native_name) for code in codes]
        self.fields["edition"].initial = get_language()
