"""Which fields of articles and their labels have a column an edition."""

from modeltranslation.translator import register

from articles.models import Article, Contributor, Series, Topic
from nejat.editorial.revisions.recording import keep_revisions
from nejat.editorial.translation import ContentTranslation, LabelTranslation


@register(Article)
class ArticleTranslation(ContentTranslation):
    fields = (
        "body",
        "lead_image_caption",
        "source_name",
        "source_address",
        "correction",
        "pinned_until",
        "pinned_place",
        "comment_count",
    )


@register([Topic, Series, Contributor])
class ArticleLabelTranslation(LabelTranslation):
    fields = ()


keep_revisions(Article, Topic, Series, Contributor)
