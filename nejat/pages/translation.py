"""Which fields of pages and of the site's options have a column an edition."""

from modeltranslation.translator import TranslationOptions, register

from nejat.editorial.revisions.recording import keep_revisions
from nejat.editorial.translation import ContentTranslation
from nejat.pages.models import Page, SiteOptions
from nejat.pages.site_options import FOOTER


@register(Page)
class PageTranslation(ContentTranslation):
    fields = ("body",)


@register(SiteOptions)
class SiteOptionsTranslation(TranslationOptions):
    fields = FOOTER


keep_revisions(Page)
