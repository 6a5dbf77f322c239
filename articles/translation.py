"""Which fields of articles and their labels have a column an edition."""

from modeltranslation.translator import register

from articles.models import Article, Contributor, Series, Tag, Topic
from nejat.editorial.translation import ContentTranslation, LabelTranslation


@register(Article)
class ArticleTranslation(ContentTranslation):
    fields = (
        "body",
        "lead_image_alt",
        "lead_image_caption",
        "lead_image_credit",
        "source_name",
        "source_address",
        "pinned_until",
        "comment_count",
    )


@register([Topic, Series, Contributor, Tag])
class ArticleLabelTranslation(LabelTranslation):
    fields = ()
