"""What is sent from the desk of the home page: places, moments, what comes in and what goes."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.front_page import SLOTS, FrontPage, loaded
from articles.models import Article
from media_library.admin.chosen import numbers_in
from nejat.editions.templatetags.editions import edition_number

LEFT_IN = timedelta(days=7)
"""How long an article is pinned when nothing else is said."""
MOST_PLACES = 999
MOMENT = {"type": "datetime-local"}


def default_until() -> datetime:
    """Return the moment that is offered, and taken when none is given."""
    return _to_the_minute(timezone.now() + LEFT_IN)


class ArticleInput(AutocompleteSelect):
    """Completes titles as one types; shows what was sent only where it is a number."""

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> Any:
        return super().optgroups(name, [sent for sent in value if numbers_in(sent)], attr)


class PlaceForm(forms.Form):
    """Where an article stands, and until when."""

    position = forms.IntegerField(
        label=gettext_lazy("Place"),
        required=False,
        min_value=1,
        max_value=MOST_PLACES,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
    )
    until = forms.DateTimeField(
        label=gettext_lazy("Pinned until"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs=MOMENT),
    )

    def clean_until(self) -> datetime:
        until = self.cleaned_data["until"] or default_until()
        if until <= timezone.now():
            raise ValidationError(_("This moment is over. Choose a later one."))
        return until

    @property
    def place(self) -> int:
        """The place that was written; without one it comes last."""
        return self.cleaned_data.get("position") or MOST_PLACES


class HeldForm(PlaceForm):
    """One article that has a place."""

    out = forms.BooleanField(label=gettext_lazy("Take it out"), required=False)
    field_order = ("position", "out", "until")

    def __init__(self, article: Article, code: str, place: int, data: Mapping | None) -> None:
        self.article = article
        self.stored = article.get_in("pinned_until", code)
        initial = {"position": place, "until": _to_the_minute(self.stored)}
        super().__init__(data, prefix=f"slot-{article.pk}", initial=initial)

    @property
    def moment(self) -> datetime:
        """The moment that was written; the stored one, to the second, when it was left alone."""
        return self.cleaned_data["until"] if "until" in self.changed_data else self.stored

    def clean_until(self) -> datetime | None:
        if self.cleaned_data.get("out") or "until" not in self.changed_data:
            return self.cleaned_data["until"]
        return super().clean_until()


class PutForm(PlaceForm):
    """An article that is put into a place."""

    article = forms.ModelChoiceField(None, label=gettext_lazy("Article"), required=False)
    field_order = ("article", "position", "until")

    def __init__(self, page: FrontPage, article: int | None, data: Mapping | None) -> None:
        self.held = page.held
        initial = {
            "article": article,
            "position": len(page.shown) + 1,
            "until": default_until(),
        }
        super().__init__(data, prefix="put", initial=initial)
        field = self.fields["article"]
        # Any field that leads to articles makes the widget ask for them.
        field.widget = ArticleInput(Article._meta.get_field("related"), admin.site)
        field.queryset = loaded(page.code)
        field.error_messages["invalid_choice"] = _("Readers of this edition do not see it now.")

    @property
    def moment(self) -> datetime:
        return self.cleaned_data["until"]

    def clean_article(self) -> Article | None:
        article = self.cleaned_data["article"]
        if article in self.held:
            raise ValidationError(_("This article is pinned already."))
        return article

    def clean(self) -> dict[str, Any]:
        if not self.data.get(self.add_prefix("article")):
            self.errors.clear()  # what is written beside no article says nothing
        return self.cleaned_data


class DeskForm:
    """The places of a home page as one form; it is built of what is stored, not of what is sent."""

    def __init__(
        self, page: FrontPage, data: Mapping | None = None, put: int | None = None
    ) -> None:
        self.page, self.data = page, data
        self.rows = [
            HeldForm(article, page.code, place, data)
            for place, article in enumerate(page.shown, start=1)
        ]
        self.put = PutForm(page, put, data)
        self.media = self.put.media

    @property
    def is_stale(self) -> bool:
        """Whether it was sent from a page that shows another order than the present one."""
        return self.data is not None and self.data.get("opened") != self.page.printed

    @cached_property
    def fault(self) -> str:
        """What is wrong with the whole, "" when nothing is."""
        if len(self._placed()) <= SLOTS:
            return ""
        text = _("The home page has %(count)s places. Take an article out first.")
        return text % {"count": edition_number(SLOTS)}

    def is_valid(self) -> bool:
        """Say whether it can be saved."""
        valid = [form.is_valid() for form in (*self.rows, self.put)]
        return self.data is not None and all(valid) and not self.fault

    @property
    def lines(self) -> list[HeldForm]:
        """The rows as they were ordered when this was sent, or as they stand."""
        return self.rows if self.data is None else sorted(self.rows, key=lambda row: row.place)

    @property
    def order(self) -> list[tuple[Article, datetime]]:
        """The articles in the order that was chosen; those that wait stand behind it."""
        code = self.page.code
        chosen = sorted(self._placed(), key=lambda placed: placed[0].place)
        waiting = [(held, held.get_in("pinned_until", code)) for held in self.page.waiting]
        return [(article, form.moment) for form, article in chosen] + waiting

    @property
    def out(self) -> list[Article]:
        """The articles that are taken out."""
        return [row.article for row in self.rows if row.cleaned_data.get("out")]

    def _placed(self) -> list[tuple[PlaceForm, Article]]:
        if self.data is None:
            return []
        staying = (row for row in self.rows if row.is_valid() and not row.cleaned_data["out"])
        placed = [(row, row.article) for row in staying]
        new = self.put.cleaned_data.get("article") if self.put.is_valid() else None
        return [*placed, (self.put, new)] if new else placed


def _to_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
