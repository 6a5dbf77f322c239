"""Which fields of tags have a column an edition."""

from modeltranslation.translator import register

from nejat.editorial.revisions.recording import keep_revisions
from nejat.editorial.translation import LabelTranslation
from nejat.tags.models import Tag


@register(Tag)
class TagTranslation(LabelTranslation):
    fields = ()


keep_revisions(Tag)
