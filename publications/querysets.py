"""Questions to ask of books and issues, and what each kind of page needs of them."""

from collections.abc import Collection
from typing import Self

from django.db.models import Manager, Prefetch, QuerySet
from django.db.models.functions import Left

from media_library.querysets import image_columns
from nejat.editorial.indexing import Words
from nejat.editorial.querysets import ContentQuerySet
from nejat.search.indexing import MOST_SIGNS
from publications.documents.cleaning import without_page_numbers
from publications.languages import stored

LINK_FIELDS = ("title", "slug", "published_at")
CARD_FIELDS = (*LINK_FIELDS, "standfirst")
FILE_FIELDS = ("edition", "file", "kind", "byte_size", "pages")
PAGE_FIELDS = (*CARD_FIELDS, "body", "seo_title", "seo_description", "updated_at")


class PublicationQuerySet(ContentQuerySet):
    """Books and issues."""

    def for_link(self, code: str) -> Self:
        """Load what a line that links to a publication shows: title, date, number."""
        return self.only_in(code, *LINK_FIELDS, *self.model.card_fields)

    def for_card(self, code: str) -> Self:
        """Load what a card shows; two queries, the second for the files."""
        return self._with_files(code, *CARD_FIELDS, *self.model.card_fields)

    def for_page(self, code: str) -> Self:
        """Load a publication with its cover, its files and all that its page says of it."""
        fields = (*PAGE_FIELDS, *self.model.card_fields, *self.model.page_fields)
        return self._with_files(code, *fields)

    def _with_files(self, code: str, *fields: str) -> Self:
        images = image_columns(code, "cover__")
        shown = self.select_related("cover").with_publication(code, *fields, *images)
        files = self.model._meta.get_field("files").related_model.objects.to_show(code)
        return shown.prefetch_related(Prefetch("files", files))


class BookQuerySet(PublicationQuerySet):
    """Books."""

    def of_year(self, year: int) -> Self:
        """Books that appeared in a year."""
        return self.filter(year=year)

    def in_language(self, code: str) -> Self:
        """Books that are written in a language, alone or among others."""
        return self.filter(languages__contains=stored([code]))


class IssueQuerySet(PublicationQuerySet):
    """Issues of the newsletter and of Pars Brief."""

    def of_series(self, code: str) -> Self:
        """Issues of one series."""
        return self.filter(series=code)


class FileQuerySet(QuerySet):
    """The files of books or of issues."""

    def to_show(self, code: str) -> Self:
        """Load what links to the files and their first pages show in an edition."""
        covers = image_columns(code, "cover__")
        return self.select_related("cover").only(*FILE_FIELDS, *self.model.own_fields, *covers)

    def words_of(self, pks: Collection[int]) -> Words:
        """Yield what the search finds these publications by: the texts of their files."""
        work = self.model.part_of
        files = self.filter(**{f"{work}__in": pks}).exclude(text="")
        rows = files.values_list(f"{work}_id", "edition", Left("text", MOST_SIGNS))
        yield from ((pk, code, without_page_numbers(text)) for pk, code, text in rows)


class FileManager(Manager.from_queryset(FileQuerySet)):
    """Leaves the text of a file where it is: only the search wants it."""

    def get_queryset(self) -> FileQuerySet:
        return super().get_queryset().defer("text")
