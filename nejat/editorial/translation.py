"""Fields with a column an edition, for each kind's own `translation.py` to extend."""

from modeltranslation.translator import TranslationOptions


class ContentTranslation(TranslationOptions):
    """The translated fields of every work."""

    fields = (
        "title",
        "slug",
        "standfirst",
        "state",
        "published_at",
        "expires_at",
        "seo_title",
        "seo_description",
    )


class LabelTranslation(TranslationOptions):
    """The translated fields of what content stands under."""

    fields = ("name", "slug", "intro")
