"""Which translations are outdated: their source text has changed since they were made.

The words alone count. A changed picture, date or state outdates nothing, and neither does a work
saved anew. What a translation was made from is kept as a digest of the source's words.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from nejat.editions.registry import CODES, EDITION_CHOICES
from nejat.editorial.body_images import is_body
from nejat.editorial.columns import column, columns, translated_fields
from nejat.text import plain_text

DIGEST_SIZE = 12
APART = {"state", "published_at", "expires_at", "slug", "seo_title", "seo_description"}
"""Fields with a column an edition that are no part of what a translator reads in the source."""


class TranslationQuerySet(models.QuerySet):
    """Translations, by what became of their source."""

    def outdated(self, codes: Iterable[str]) -> Self:
        """Those of some editions whose source has changed, the longest outdated first."""
        in_editions = self.filter(edition__in=codes, outdated_since__isnull=False)
        return in_editions.order_by("outdated_since", "pk")


class Translation(models.Model):
    """The text of a work in an edition that is not its source."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    work = GenericForeignKey()
    edition = models.CharField(max_length=2, choices=EDITION_CHOICES)
    digest = models.CharField(max_length=2 * DIGEST_SIZE, help_text="Of its own words.")
    source_digest = models.CharField(
        max_length=2 * DIGEST_SIZE, help_text="Of the words that it was made from."
    )
    outdated_since = models.DateTimeField(null=True)

    objects = TranslationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "edition"], name="one_translation"
            )
        ]
        indexes = [
            models.Index(
                fields=["edition", "outdated_since"],
                condition=models.Q(outdated_since__isnull=False),
                name="translation_outdated",
            )
        ]

    def __str__(self) -> str:
        return f"{self.work} ({self.edition})"

    def lock_work(self) -> models.Model:
        """Return its work as it is, which nobody saves until the transaction ends."""
        kind = self.content_type.model_class()
        rows = kind.objects.select_for_update(of=("self",), no_key=True)
        self.work = rows.get(pk=self.object_id)
        return self.work

    def keep(self) -> None:
        """Declare it right as it is: from now on it stands for today's source."""
        self.source_digest = digest_of(self.work, self.work.source_code)
        self.outdated_since = None
        self.save(update_fields=["source_digest", "outdated_since"])

    def compare(self, digest: str, source: str) -> bool:
        """Take in what both texts are now; return whether the row changed.

        A text of its own that is new or has changed was made from the source as it is.
        """
        before = self.digest, self.source_digest, self.outdated_since
        if self.digest != digest:
            self.digest, self.source_digest = digest, source
        if self.source_digest == source:
            self.outdated_since = None
        elif self.outdated_since is None:
            self.outdated_since = timezone.now()
        return before != (self.digest, self.source_digest, self.outdated_since)


def record_translations(work: models.Model, update_fields: Iterable[str] | None = None) -> None:
    """Write which translations of a saved work are outdated; one query when nothing changed."""
    kind = type(work)
    words = {name for field in words_of(kind) for name in columns(field)}
    if update_fields is not None and not words.intersection(update_fields):
        return
    if update_fields is not None or words & work.get_deferred_fields():
        work = kind.objects.get(pk=work.pk)  # what the row in hand says besides was not saved
    rows = {row.edition: row for row in work.translations.all()}
    written = _translated_editions(work)
    if rows.keys() - written:
        work.translations.exclude(edition__in=written).delete()
    for row in _changed(work, written, rows):
        row.save()


def record_new_translations(works: Iterable[models.Model]) -> None:
    """Write the translations of works that were just created, many at a time."""
    rows = (row for work in works for row in _changed(work, _translated_editions(work), {}))
    Translation.objects.bulk_create(rows)


def digest_of(work: models.Model, code: str) -> str:
    """Return what stands for the words of a work in an edition, without their markup."""
    words = blake2b(digest_size=DIGEST_SIZE)
    for field in sorted(words_of(type(work))):
        text = work.get_in(field, code) or ""
        is_html = is_body(work._meta.get_field(column(field, code)))
        words.update((plain_text(text) if is_html else " ".join(text.split())).encode() + b"\0")
    return words.hexdigest()


def words_of(kind: type[models.Model]) -> set[str]:
    """Return the fields that a translator translates."""
    fields = (kind._meta.get_field(name) for name in translated_fields(kind) - APART)
    return {
        field.name for field in fields if isinstance(field, models.CharField | models.TextField)
    }


def _translated_editions(work: models.Model) -> set[str]:
    """The editions that the work has besides its source."""
    return {code for code in CODES if work.get_in("title", code)} - {work.source_code}


def _changed(
    work: models.Model, written: set[str], rows: dict[str, Translation]
) -> Iterator[Translation]:
    """Yield the row of each translation that is new, or to which something happened."""
    source = digest_of(work, work.source_code) if written else ""
    for code in sorted(written):
        row = rows.get(code) or Translation(work=work, edition=code)
        if row.compare(digest_of(work, code), source):
            yield row
