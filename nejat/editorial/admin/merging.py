"""Two people in one form: what one saves does not undo what the other saved meanwhile."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from nejat.editions.registry import CODES, get_edition

OPENED = "opened"
SHARED = ""
"""The part of a form that all editions have in common."""


class OpenedField(forms.CharField):
    """A print of every field as the form was opened; a line that people neither see nor change."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class MergingForm(forms.ModelForm):
    """A form of a row, whose parts are its editions and what they share.

    A part that somebody else saved since the form was opened stays as they saved it, unless it was
    changed here too. Then nothing is saved: theirs is told beside ours, which stands in the
    fields, and is written when the form is sent again.
    """

    opened = OpenedField(required=False)
    shown_instead: Mapping[str, str] = {}
    """What stands in the fields in place of what is saved, until it is saved itself."""
    opened_instead: Mapping[str, str] = {}
    """Prints of the fields as they were when that was typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            stored = self._stored()
            older = {n: print_ for n, print_ in self.opened_instead.items() if n in stored}
            self.initial[OPENED] = json.dumps(stored | older)
            self.initial |= self.shown_instead

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        opened = read_prints(cleaned.pop(OPENED, ""))
        if opened and self.instance.pk:
            self._merge(opened)
            self._tell_closed(opened)
        return cleaned

    @cached_property
    def changed_data(self) -> list[str]:
        """What was changed here, without what only somebody else changed."""
        return [name for name in super().changed_data if name not in self.left_as_saved]

    def _clean_fields(self) -> None:
        """Clean what may be changed. The rest is shown as it is, neither checked nor written."""
        fields, self.left_as_saved = self.fields, set()
        self.fields = {name: field for name, field in fields.items() if not field.disabled}
        super()._clean_fields()
        self.fields = fields

    def _get_validation_exclusions(self) -> set[str]:
        locked = {name for name, field in self.fields.items() if field.disabled}
        return super()._get_validation_exclusions() | locked

    def _merge(self, opened: Mapping[str, str]) -> None:
        stored, prints = self._stored(), dict(opened)
        self.data = self.data.copy()
        for part, names in _parts(stored).items():
            stale = [name for name in names if opened.get(name) != stored[name]]
            touched = {name for name in names if self._is_touched(name, opened.get(name))}
            if stale and touched:
                self._refuse(part, touched.intersection(stale))
                prints |= {name: stored[name] for name in names}
                self._show_stored(set(stale) - touched)
            else:
                self._leave_as_saved(stale)
        self.data[self.add_prefix(OPENED)] = json.dumps(prints)

    def _show_stored(self, names: Iterable[str]) -> None:
        """Let fields that were not changed here show what somebody else saved in them."""
        for name in names:
            field, place = self.fields[name], self.add_prefix(name)
            value = field.prepare_value(self.initial.get(name))
            if isinstance(field.widget, forms.MultiWidget):
                parts = zip(field.widget.widgets, field.widget.decompress(value), strict=True)
                for number, (widget, part) in enumerate(parts):
                    self.data[f"{place}_{number}"] = widget.format_value(part) or ""
            elif isinstance(value, list | tuple):
                self.data.setlist(place, [str(one) for one in value])
            else:
                self.data[place] = "" if value is None else value

    def _leave_as_saved(self, names: Iterable[str]) -> None:
        for name in names:
            self.left_as_saved.add(name)
            self.cleaned_data.pop(name, None)  # what is not cleaned is not written

    def _refuse(self, part: str, stale: Iterable[str]) -> None:
        edition = get_edition(part).native_name if part else _("what all editions share")
        text = _("Somebody else has saved meanwhile: %(part)s. Compare, then save again.")
        self.add_error(None, text % {"part": edition})
        for name in stale:
            if self._is_touched(name, print_of(self.fields[name], self.initial.get(name))):
                theirs = _said(self.fields[name], self.initial.get(name))
                self.add_error(name, self._quoted(_("Theirs:"), name, theirs))

    def _tell_closed(self, opened: Mapping[str, str]) -> None:
        """Give back what was typed into a field that was closed to the account meanwhile."""
        for name in opened:
            field = self.fields.get(name)
            if not isinstance(field, forms.CharField) or not field.disabled:
                continue
            sent = self.data.get(self.add_prefix(name))
            if sent is not None and print_of(field, sent) != opened[name]:
                self.add_error(name, self._quoted(_("Closed meanwhile. Yours:"), name, sent))

    def _quoted(self, words: str, name: str, text: str) -> SafeString:
        attrs = self.fields[name].widget.attrs
        return format_html(
            '{} <q class="theirs" lang="{}" dir="{}">{}</q>',
            words,
            attrs.get("lang", ""),
            attrs.get("dir", "auto"),
            text or "–",
        )

    def _stored(self) -> dict[str, str]:
        return {
            name: print_of(field, self.initial.get(name))
            for name, field in self.fields.items()
            if name != OPENED and not field.disabled
        }

    def _is_touched(self, name: str, opened: str | None) -> bool:
        if name not in self.cleaned_data:  # it has an error, so it was typed into
            return True
        return print_of(self.fields[name], self.cleaned_data[name]) != opened


def print_of(field: forms.Field, value: Any) -> str:
    """Return a short print of what an input shows.

    The ends of lines, missing values and parts of a second, which browsers do not send back as
    they got them, make no difference.
    """
    text = _shown(field, value).replace("\r\n", "\n").strip()
    return blake2b(text.encode(), digest_size=6).hexdigest()


def _shown(field: forms.Field, value: Any) -> str:
    if isinstance(value, datetime):
        return str(int(value.timestamp()))
    value = field.prepare_value(value)
    if isinstance(value, list | tuple | set):
        return ",".join(sorted(map(str, value)))
    return "" if value is None else str(value)


def _said(field: forms.Field, value: Any) -> str:
    """Return a value in the words of people."""
    if isinstance(value, datetime):
        return date_format(localtime(value), "DATETIME_FORMAT")
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(map(str, value or ()))
    if isinstance(field, forms.ModelChoiceField):
        return str(field.queryset.filter(pk=value).first() or "")
    names = dict(getattr(field, "choices", ()))
    if isinstance(value, list | tuple):
        return ", ".join(str(names.get(one, one)) for one in value)
    return "" if value is None else str(names.get(value, value))


def _parts(names: Iterable[str]) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = defaultdict(list)
    for name in names:
        code = name.rpartition("_")[2]
        parts[code if code in CODES else SHARED].append(name)
    return parts


def read_prints(opened: str) -> dict[str, str]:
    """Return the prints that a form was opened with; none of what is no such thing."""
    try:
        prints = json.loads(opened or "{}")
    except ValueError:
        return {}
    return prints if isinstance(prints, dict) else {}
