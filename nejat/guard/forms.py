"""The form that strangers fill in: a trap for machines and a stamp."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from nejat.guard.stamps import is_good_stamp
from nejat.text import fold


class GuardedForm(forms.Form):
    """A form that tells people from machines; templates/includes/guard.html holds its fields."""

    website = forms.CharField(required=False)
    """A trap: readers do not see it, and machines fill in all there is."""
    stamp = forms.CharField(required=False)

    def clean(self) -> None:
        super().clean()
        if not self.errors and not is_good_stamp(self.cleaned_data["stamp"]):
            raise ValidationError(_("Please press the button once more."), code="stamp")

    @property
    def is_trapped(self) -> bool:
        """Whether a machine filled it in."""
        return bool(self.data.get("website"))


def written(text: str) -> str:
    """Return a text in which there is something to read; raise ValidationError for another."""
    if not fold(text, ""):
        raise ValidationError(_("There is nothing to read here."))
    return text
