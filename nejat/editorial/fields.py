"""Fields of content."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.safestring import SafeString

from nejat.text import clean_html


class HtmlField(models.TextField):
    """A body in HTML: whoever writes it and however, what reaches the database is clean."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        html = _clean(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, html)
        return html

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        return super().get_db_prep_save(_clean(value), connection)


def _clean(html: Any) -> Any:
    """Clean a text once: what is marked as safe has been here. Expressions pass."""
    if not isinstance(html, str) or isinstance(html, SafeString):
        return html
    return SafeString(clean_html(html))
