"""Questions to ask of images and of the works that are made of them."""

from collections.abc import Iterable
from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, ForeignObjectRel, Model, OuterRef, ProtectedError, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone

from media_library.presets import SIGNATURE
from nejat.editorial.body_images import BodyImage
from nejat.editorial.columns import column, empty_q
from nejat.editorial.querysets import ContentQuerySet, EditionsQuerySet
from nejat.tags.models import TaggedItem

PICTURE_FIELDS = (
    *("file", "width", "height", "focal_x", "focal_y", "key", "renditions_made"),
    *("is_decorative", "is_graphic"),
)
WORD_FIELDS = ("alt_text", "caption", "credit")
LINK_FIELDS = ("title", "slug", "published_at")
CARD_FIELDS = (*LINK_FIELDS, "standfirst")
PAGE_FIELDS = (*CARD_FIELDS, "body", "seo_title", "seo_description", "updated_at")


def image_columns(code: str, *paths: str) -> list[str]:
    """Return the columns that showing an image takes; each path leads to one, like "image__"."""
    names = [*PICTURE_FIELDS, *(column(field, code) for field in WORD_FIELDS)]
    return [path + name for path in paths for name in names]


def is_use(relation: ForeignObjectRel) -> bool:
    """Say whether a relation to the image is a foreign key of what shows it."""
    return relation.one_to_many


class ImageQuerySet(EditionsQuerySet):
    """Images, by what staff look for."""

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete images that no body shows; raise ProtectedError for those that one does.

        Foreign keys protect theirs in the same way.
        """
        in_bodies = BodyImage.objects.filter(image__in=self.order_by().values("pk"))
        if in_bodies.exists():
            raise ProtectedError("A text shows the image.", set(in_bodies))
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True

    def to_show(self, code: str) -> Self:
        """Load what showing them in an edition takes."""
        return self.only(*image_columns(code, ""))

    def without_alt_text(self, code: str) -> Self:
        """Images that say nothing to those who cannot see them, though they should."""
        return self.filter(empty_q(column("alt_text", code)), is_decorative=False)

    def used(self) -> Self:
        """Images that some work shows, in a field, a gallery or a body."""
        return self.filter(self._is_used())

    def unused(self) -> Self:
        """Images that no work shows."""
        return self.exclude(self._is_used())

    def with_rights_over(self) -> Self:
        """Images whose rights have ended."""
        return self.filter(rights_expire_on__lte=timezone.localdate())

    def without_renditions(self) -> Self:
        """Images with a file of which not all renditions are made by today's presets."""
        stamp = Concat(F("key"), Value(f"-{SIGNATURE}"))
        return self.exclude(key="").exclude(renditions_made=stamp)

    def _is_used(self) -> Q:
        used = Q(Exists(BodyImage.objects.filter(image=OuterRef("pk"))))
        for relation in filter(is_use, self.model._meta.related_objects):
            rows = relation.related_model._base_manager.filter(
                **{relation.field.name: OuterRef("pk")}
            )
            used |= Q(Exists(rows))
        return used


class MediaQuerySet(ContentQuerySet):
    """Cartoons, news pictures, galleries, videos, and what each kind of page needs of them."""

    def for_link(self, code: str) -> Self:
        """Load what a line that links to a work shows: title, picture, date."""
        return self._with_image(code).only_in(code, *LINK_FIELDS, *image_columns(code, "image__"))

    def for_card(self, code: str) -> Self:
        """Load what a card shows; one query, never a body."""
        fields = (*CARD_FIELDS, *self.model.card_fields, *image_columns(code, "image__"))
        return self._with_image(code).with_publication(code, *fields)

    def for_page(self, code: str) -> Self:
        """Load a work with its picture and all that its own page says of it, but its tags."""
        fields = (*PAGE_FIELDS, *self.model.page_fields, *image_columns(code, "image__"))
        return self._with_image(code).with_publication(code, *fields)

    def for_body(self, code: str) -> Self:
        """Load what a text shows of a work that stands in it."""
        fields = (*LINK_FIELDS, *self.model.page_fields, *image_columns(code, "image__"))
        return self._with_image(code).only_in(code, *fields)

    def sharing_tags(self, tags: Iterable[Model]) -> Self:
        """Works that carry one of these tags; each once."""
        kind = ContentType.objects.get_for_model(self.model)
        tagged = TaggedItem.objects.filter(content_type=kind, tag__in=list(tags))
        return self.filter(pk__in=tagged.values("object_id"))

    def _with_image(self, code: str) -> Self:
        return self.select_related("image")
