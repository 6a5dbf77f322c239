"""The entries in the form of an issue, in an order that can be changed."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest

from articles.models import Article
from nejat.editions.registry import CODES, EDITIONS
from nejat.editorial.admin.editions import HTTPS_BY_DEFAULT, EditionInputs
from nejat.editorial.admin.locking import PartOfWork
from nejat.editorial.columns import column, columns
from nejat.editorial.states import Phase
from publications.gathering import MOST_ENTRIES
from publications.models import Entry

WORDS = ("title", "teaser", "source_name", "source_address")
GIVEN = {"title": "title", "teaser": "standfirst", "source_name": "source_name"}
"""What an article gives to its entry, by the field of the entry that is left empty."""


class EntryForm(forms.ModelForm):
    """One entry; what its article gives stands pale in the inputs that are empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        article = self.instance.article if self.instance.article_id else None
        if article is None:
            return
        for code in CODES:
            for name, given in GIVEN.items():
                words = article.get_in(given, code) or ""
                if name == "title" and not words:
                    words = Phase.ABSENT.label  # the entry is not shown there without its own
                self.fields[column(name, code)].widget.attrs["placeholder"] = words


class EntryInline(PartOfWork, EditionInputs, admin.StackedInline):
    """What stands inside an issue."""

    model = Entry
    form = EntryForm
    extra = 0
    max_num = MOST_ENTRIES
    autocomplete_fields = ("article",)
    formfield_overrides = HTTPS_BY_DEFAULT
    fieldsets: ClassVar[Any] = (
        (None, {"fields": (("article", "position"),)}),
        *(
            (
                edition.native_name,
                {
                    "fields": [column(name, edition.code) for name in WORDS],
                    "classes": ["edition-words", f"edition-{edition.code}"],
                },
            )
            for edition in EDITIONS
        ),
    )

    class Media:
        js: ClassVar[list[str]] = ["nejat/js/admin-order.js"]

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if db_field.name == "article":  # its name is shown, and nothing else of it is read
            kwargs["queryset"] = Article.objects.only(*columns("title"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entry]:
        own = [name for field in WORDS for name in columns(field)]
        of_article = [f"article__{name}" for field in GIVEN.values() for name in columns(field)]
        rows = super().get_queryset(request).select_related("article")
        return rows.only("issue_id", "article", "position", *own, *of_article)
