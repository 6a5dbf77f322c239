"""Rows with a column an edition for every translated field."""

from django.db import models
from django.utils import translation

from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from nejat.text import slugify


class EditionsModel(models.Model):
    """A row with a column an edition for every translated field."""

    class Meta:
        abstract = True
        base_manager_name = "objects"  # following a relation loads the same columns
        default_permissions = ("add", "change", "delete", "view", "translate")

    def get_in(self, field: str, code: str) -> object:
        """Return the value of a translated field in the edition `code`."""
        return getattr(self, column(field, code))

    def set_in(self, code: str, **values: object) -> None:
        """Set translated fields in the edition `code`."""
        for field, value in values.items():
            setattr(self, column(field, code), value)

    def url_in(self, code: str) -> str:
        """Return the address in the edition `code`, whether readers may see it or not."""
        with translation.override(code):
            return self.get_absolute_url()

    @property
    def source_code(self) -> str:
        """The edition from which the others are translated; "" where there is no such thing."""
        return ""

    def _first_text(self, field: str) -> str:
        """Return the field in the current language, else in the first edition that has it."""
        preferred = translation.get_language() or ""
        order = sorted(CODES, key=lambda code: code != preferred)
        return next((text for code in order if (text := self.get_in(field, code))), "")

    def _fill_slugs(self, source: str) -> None:
        """Give an edition that has no address one from its text; without a text it has none."""
        for code in CODES:
            text = self.get_in(source, code)
            slug = self.get_in("slug", code) or slugify(text) if text else ""
            self.set_in(code, slug=slug)
