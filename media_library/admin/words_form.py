"""The words of one image in a row of many, of which only what was changed here is written."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from media_library.models import ImageAsset
from nejat.editorial.admin.editions import all_editions

WORDS = ("alt_text", "caption")
COLUMNS = ("is_decorative", *all_editions(*WORDS))


class WordsForm(forms.ModelForm):
    """Alt texts and captions of an image; beside each is sent what it was when the page was shown.

    Where somebody else changed the same words meanwhile, the form refuses once and tells theirs;
    sent again, ours are written.
    """

    class Meta:
        model = ImageAsset
        fields = COLUMNS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.show_hidden_initial = True
            if name != "is_decorative":
                field.widget = forms.Textarea(attrs={**field.widget.attrs, "rows": 2})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in all_editions(*WORDS):
            cleaned[name] = " ".join((cleaned.get(name) or "").split())
        for name in self.changed_data:
            if name in cleaned and self._is_overtaken(name, cleaned[name]):
                self.add_error(name, self._theirs(name))
        return cleaned

    def save_changes(self) -> bool:
        """Write the changed columns and no others; say whether there were any."""
        if self.changed_data:
            self.instance.save(update_fields=[*self.changed_data, "updated_at"])
        return bool(self.changed_data)

    def _is_overtaken(self, name: str, ours: object) -> bool:
        """Whether the column is neither what the page showed nor what we make of it."""
        now, field = self.initial[name], self.fields[name]
        seen = self.data.get(self[name].html_initial_name)
        return field.has_changed(now, seen) and field.has_changed(now, ours)

    def _theirs(self, name: str) -> str:
        if name == "is_decorative":
            return _("Somebody else has changed this meanwhile. Save again to write yours.")
        text = _("Somebody else has written meanwhile: “%(words)s”. Save again to write yours.")
        return text % {"words": self.initial[name] or "–"}
