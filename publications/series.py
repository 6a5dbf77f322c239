"""The series that appear in issues: what each is called, and where it stands."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class IssueSeries:
    """A periodical of ours."""

    code: str
    """How it is stored, and its part of addresses: /fa/publications/pars-brief/."""
    title: str

    @property
    def feed(self) -> str:
        """What the names of the two views of its feed begin with, for templates."""
        return f"publications:{self.code}"

    def view(self, page: str) -> str:
        """Return the full name of one of its views: "list", "year", "detail" or "feed"."""
        return f"publications:{self.code}_{page}"


NEWSLETTER = IssueSeries("newsletter", _("Nejat NewsLetter"))
PARS_BRIEF = IssueSeries("pars-brief", _("Pars Brief"))
SERIES = (NEWSLETTER, PARS_BRIEF)
SERIES_CHOICES = [(series.code, series.title) for series in SERIES]
"""As fields and forms offer them."""


def get_series(code: str) -> IssueSeries:
    """Return the series of that code; raise LookupError if there is none."""
    for series in SERIES:
        if series.code == code:
            return series
    raise LookupError(code)
