"""Which fields of pages have a column an edition."""

from modeltranslation.translator import register

from nejat.editorial.revisions.recording import keep_revisions
from nejat.editorial.translation import ContentTranslation
from nejat.pages.models import Page


@register(Page)
class PageTranslation(ContentTranslation):
    fields = ("body",)


keep_revisions(Page)
