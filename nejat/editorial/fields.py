"""Fields of content."""

import re
from typing import Any

from django import forms
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.html import linebreaks
from django.utils.safestring import SafeString

from nejat.text import clean_html

BLOCKS = re.compile(r"<(?:p|div|h[1-6]|[ou]l|dl|blockquote|figure|pre|table|hr)\b", re.IGNORECASE)


class HtmlFormField(forms.CharField):
    """Text typed without any block of HTML gets its paragraphs from its empty lines."""

    def clean(self, value: Any) -> str:
        return _in_paragraphs(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether a body says something else once it is clean: editors write it their own way."""
        if not super().has_changed(initial, data):
            return False
        return _layout(clean_html(_in_paragraphs(data or ""))) != _layout(initial or "")


class HtmlField(models.TextField):
    """A body in HTML: whoever writes it and however, what reaches the database is clean."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        html = _clean(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, html)
        return html

    def formfield(self, **kwargs: Any) -> forms.Field:
        return super().formfield(**{"form_class": HtmlFormField, **kwargs})

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        return super().get_db_prep_save(_clean(value), connection)


def _in_paragraphs(text: str) -> str:
    return text if not text or BLOCKS.search(text) else linebreaks(text)


def _layout(html: str) -> str:
    """The text without what stands between its elements for the eye alone."""
    return re.sub(r">\s+<", "><", html.replace("\r\n", "\n").strip())


def _clean(html: Any) -> Any:
    """Clean a text once: what is marked as safe has been here. Expressions pass."""
    if not isinstance(html, str) or isinstance(html, SafeString):
        return html
    return SafeString(clean_html(html))
