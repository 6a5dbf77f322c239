"""Questions to ask of articles and of what they stand under."""

from typing import Self

from django.db.models import F, Model

from media_library.querysets import image_columns
from nejat.editorial.columns import column
from nejat.editorial.querysets import ContentQuerySet, LabelQuerySet

LINK_FIELDS = ("title", "slug", "published_at")
CARD_FIELDS = (*LINK_FIELDS, "standfirst", "comment_count", "comments_open")
PAGE_FIELDS = (
    *CARD_FIELDS,
    "body",
    "lead_image_caption",
    "source_name",
    "source_address",
    "correction",
    "seo_title",
    "seo_description",
    "part",
    "updated_at",
)


class ArticleQuerySet(ContentQuerySet):
    """Articles, and what each kind of page needs of them."""

    def under_topics(self, topic_ids: list[int]) -> Self:
        """Articles that stand under any of these topics."""
        return self._having(topics__in=topic_ids)

    def tagged(self, tag: Model) -> Self:
        """Articles that carry the tag."""
        return self._having(tags=tag)

    def by_contributor(self, contributor: Model) -> Self:
        """Articles that name the contributor in a byline, in whatever role."""
        return self._having(bylines__contributor=contributor)

    def _having(self, **condition: object) -> Self:
        """Each article once, though the condition may meet it twice."""
        return self.filter(pk__in=self.model.objects.filter(**condition).values("pk"))

    def pinned(self, code: str, now: object) -> Self:
        """Articles held at the top of the edition at the moment `now`, in their order there."""
        place = F(column("pinned_place", code)).asc(nulls_last=True)
        held = self.filter(**{f"{column('pinned_until', code)}__gt": now})
        return held.order_by(place, f"-{column('published_at', code)}", "-pk")

    def for_link(self, code: str) -> Self:
        """Load what a line that links to an article shows, and the topic it stands under."""
        images = image_columns(code, "lead_image__")
        related = self.select_related("lead_image")
        return related.only_in(code, "primary_topic", *LINK_FIELDS, *images)

    def for_card(self, code: str) -> Self:
        """Load what a card shows; one query, never a body."""
        topic = ["primary_topic__" + column(field, code) for field in ("name", "slug")]
        images = image_columns(code, "lead_image__")
        related = self.select_related("primary_topic", "lead_image")
        return related.with_publication(code, *CARD_FIELDS, *topic, *images)

    def for_page(self, code: str) -> Self:
        """Load an article with all that its own page shows, but its bylines and tags."""
        name, slug, intro = (column(field, code) for field in ("name", "slug", "intro"))
        topic = ["primary_topic__" + field for field in (name, slug)]
        parent = ["primary_topic__parent__" + field for field in (name, slug)]
        series = ["series__" + field for field in (name, slug, intro)]
        images = image_columns(code, "lead_image__")
        related = self.select_related("primary_topic__parent", "series", "lead_image")
        return related.with_publication(code, *PAGE_FIELDS, *topic, *parent, *series, *images)


class TopicQuerySet(LabelQuerySet):
    """Topics, which are nested."""

    def with_descendants(self, topic_id: int) -> list[int]:
        """Return the ids of a topic and of all topics below it; one query."""
        parents = dict(self.values_list("pk", "parent_id"))
        found = [topic_id]
        for pk in found:
            below = (child for child, parent in parents.items() if parent == pk)
            found.extend(child for child in below if child not in found)
        return found
