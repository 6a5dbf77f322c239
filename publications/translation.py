"""Which fields of books and issues have a column an edition."""

from modeltranslation.translator import TranslationOptions, register

from nejat.editorial.revisions.recording import keep_revisions
from nejat.editorial.translation import ContentTranslation
from publications.models import Book, Entry, Issue


@register(Book)
class BookTranslation(ContentTranslation):
    fields = ("subtitle", "body", "publisher", "place")


@register(Issue)
class IssueTranslation(ContentTranslation):
    fields = ("body", "number", "volume")


@register(Entry)
class EntryTranslation(TranslationOptions):
    fields = ("title", "teaser", "source_name", "source_address")


keep_revisions(Book, Issue)
