"""Questions to ask of content and of the labels it stands under, in the editors' words."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import transaction
from django.db.models import Manager, Model, QuerySet

from nejat.editions.registry import CODES
from nejat.editorial.body_images import record_new_body_images
from nejat.editorial.columns import column, columns, empty_q, real_fields, translated_fields
from nejat.editorial.states import Phase, phase_q, published_q
from nejat.editorial.translations.recording import record_new_translations

PUBLICATION_FIELDS = ("state", "published_at", "expires_at")


class EditionsQuerySet(QuerySet):
    """Rows with a column an edition, of which a page loads only its own."""

    def only_in(self, code: str, *fields: str) -> Self:
        """Load just these fields, the translated ones in one edition."""
        translated = translated_fields(self.model)
        names = [column(name, code) if name in translated else name for name in fields]
        return self.only(*names)

    def all_editions(self) -> Self:
        """Load the columns of every edition, and not the unused ones beside them."""
        return self.only(*(field.name for field in real_fields(self.model)))


class EditionsManager(Manager):
    """Never loads the unused columns beside those of the editions."""

    def get_queryset(self) -> EditionsQuerySet:
        return super().get_queryset().all_editions()


class ContentQuerySet(EditionsQuerySet):
    """Works, by their state in an edition."""

    def bulk_create(self, objs: Iterable[Model], *args: Any, **kwargs: Any) -> list[Model]:
        """Insert works, and write which images their bodies show and what was translated."""
        with transaction.atomic():
            works = super().bulk_create(objs, *args, **kwargs)
            record_new_body_images(works)
            record_new_translations(works)
        return works

    def trashed(self) -> Self:
        """Works that are in the trash."""
        return self.filter(trashed_at__isnull=False)

    def untrashed(self) -> Self:
        """Works that are not in the trash."""
        return self.filter(trashed_at__isnull=True)

    def in_edition(self, code: str) -> Self:
        """Works that exist in the edition, in whatever state."""
        return self.exclude(phase_q(Phase.ABSENT, code))

    def published(self, code: str) -> Self:
        """Works that readers of the edition see now."""
        return self.filter(published_q(code))

    def in_phase(self, phase: str, code: str) -> Self:
        """Works that stand in this phase (see Phase) in the edition now."""
        return self.filter(phase_q(phase, code))

    def between(self, start: object, end: object, code: str) -> Self:
        """Works whose date in the edition is `start` or later, and before `end`."""
        published_at = column("published_at", code)
        return self.filter(**{f"{published_at}__gte": start, f"{published_at}__lt": end})

    def newest_first(self, code: str) -> Self:
        """Order by the edition's date of publication."""
        return self.order_by(f"-{column('published_at', code)}", "-pk")

    def with_publication(self, code: str, *fields: str) -> Self:
        """Load these fields in the edition, and what tells where else the work is public."""
        everywhere = [name for field in PUBLICATION_FIELDS for name in columns(field)]
        slugs = columns("slug")
        return self.only_in(code, *fields, *everywhere, *slugs)

    def for_card(self, code: str) -> Self:
        """Load what a card shows; kinds of works add their own."""
        return self.with_publication(code, "title", "standfirst")


class LabelQuerySet(EditionsQuerySet):
    """Topics, series, contributors: what content stands under."""

    def in_edition(self, code: str) -> Self:
        """Labels that have a name and an address in the edition."""
        return self.exclude(empty_q(column("name", code))).exclude(empty_q(column("slug", code)))

    def formerly_at(self, code: str, slug: str) -> Self:
        """The label of the edition that gave up this address there last."""
        return self.in_edition(code).filter(former_slugs__edition=code, former_slugs__slug=slug)

    def for_page(self, code: str, *fields: str) -> Self:
        """Load what a label's own page shows, and its addresses in the other editions."""
        slugs = [column("slug", other) for other in CODES]
        return self.only_in(code, "name", "intro", *slugs, *fields)
