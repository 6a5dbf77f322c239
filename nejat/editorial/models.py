"""What all content shares: a title, slug, state and dates for each edition."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import CODES, EDITIONS, Edition
from nejat.editorial.body_images import BodyImage, record_body_images
from nejat.editorial.columns import column
from nejat.editorial.database import complete_when_published, public_index
from nejat.editorial.indexing import Searchable, index_work
from nejat.editorial.labels import Label
from nejat.editorial.querysets import ContentQuerySet, EditionsManager
from nejat.editorial.revisions.recording import one_revision
from nejat.editorial.rows import EditionsModel
from nejat.editorial.saved_filters import SavedFilter  # noqa: F401 -- a table of this app
from nejat.editorial.states import Phase, State
from nejat.editorial.translations.recording import Translation, record_translations
from nejat.editorial.translations.requests import TranslationRequest, drop_answered
from nejat.editorial.trash import Trashable, not_published_in_trash, trash_index
from nejat.editorial.working_copies import WorkingCopy

__all__ = ["Content", "EditionsModel", "Label"]

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime.max.replace(tzinfo=UTC)


class Content(Trashable, Searchable, EditionsModel):
    """A work: one row, published or not in each edition on its own.

    `needed_fields` are those without which an edition is neither submitted nor published. A copy
    of it gets neither the fields in `not_copied` nor rows beside it but those in `copied_rows`.
    """

    needed_fields: ClassVar[tuple[str, ...]] = ("title",)
    not_copied: ClassVar[tuple[str, ...]] = ()
    copied_rows: ClassVar[tuple[str, ...]] = ()

    title = models.CharField(_("title"), max_length=300, blank=True, default="")
    slug = models.SlugField(
        _("web address"),
        max_length=80,
        blank=True,
        default="",
        allow_unicode=True,
        db_index=False,
        help_text=_("Made from the title when left empty."),
    )
    standfirst = models.TextField(
        _("standfirst"),
        blank=True,
        default="",
        help_text=_("One or two sentences under the title, on cards and in feeds."),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.DRAFT, blank=True
    )
    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        blank=True,
        help_text=_("A moment to come schedules it. Left empty, it is the moment of publishing."),
    )
    expires_at = models.DateTimeField(
        _("expires at"), null=True, blank=True, help_text=_("Readers no longer see it from then.")
    )
    seo_title = models.CharField(
        _("title for search engines"), max_length=120, blank=True, default=""
    )
    seo_description = models.CharField(
        _("description for search engines"), max_length=320, blank=True, default=""
    )
    original_edition = models.CharField(
        max_length=2,
        default="",
        blank=True,
        editable=False,
        help_text="Where it was first written.",
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)
    body_images = GenericRelation(BodyImage)
    preview_links = GenericRelation("previews.PreviewLink")
    working_copies = GenericRelation(WorkingCopy)  # they go when it goes
    translations = GenericRelation(Translation)
    translation_requests = GenericRelation(TranslationRequest)

    objects = EditionsManager.from_queryset(ContentQuerySet)()

    class Meta(EditionsModel.Meta):
        abstract = True
        default_permissions = (*EditionsModel.Meta.default_permissions, "publish", "destroy")
        indexes = [*map(public_index, CODES), trash_index()]
        constraints = [*map(complete_when_published, CODES), *map(not_published_in_trash, CODES)]

    def __str__(self) -> str:
        return self._first_text("title") or f"{self._meta.verbose_name} {self.pk or ''}".strip()

    def save(self, *args: object, **kwargs: object) -> None:
        update_fields = kwargs.get("update_fields")
        if update_fields is None:
            self.derive()
        with transaction.atomic(), one_revision(self, update_fields):
            super().save(*args, **kwargs)  # keeps its revision: notices of translations build on it
            record_body_images(self, update_fields)
            record_translations(self, update_fields)
            drop_answered(self, update_fields)
            index_work(self, update_fields)

    def clean(self) -> None:
        super().clean()
        self.derive()
        faults = {name: fault for code in CODES for name, fault in self._faults_in(code)}
        if faults:
            raise ValidationError(faults)
        if not self._first_text("title"):
            raise ValidationError(_("Give it a title in at least one edition."))

    def _faults_in(self, code: str) -> Iterator[tuple[str, str]]:
        """Yield each column of the edition that cannot stay as it is, and why."""
        start, end = self.get_in("published_at", code), self.get_in("expires_at", code)
        if self.get_in("state", code) == State.PUBLISHED and not self.get_in("title", code):
            yield column("title", code), _("A published edition needs a title.")
        if start and start < EARLIEST:
            yield (
                column("published_at", code),
                _("This is before 1900. Is a digit missing, or is it of another calendar?"),
            )
        if start and end and end <= start:
            yield column("expires_at", code), _("It would expire before readers see it.")

    def lacking_in(self, code: str) -> list[str]:
        """Return the columns that are empty and needed before the edition goes on to others."""
        return [column(name, code) for name in self.needed_fields if not self.get_in(name, code)]

    def derive(self) -> None:
        """Fill what follows from the rest of the row: states, slugs, dates of publishing."""
        self._fill_slugs("title")
        for code in CODES:
            self._derive_publication(code)
        self.original_edition = self.source_code

    def _derive_publication(self, code: str) -> None:
        state = self.state_in(code)
        self.set_in(code, state=state)
        if state == State.PUBLISHED and not self.get_in("published_at", code):
            self.set_in(code, published_at=timezone.now())
        if self.get_in("title", code) and not self.get_in("slug", code):
            # A title of signs alone ("…") leaves no letters for an address.
            self.set_in(code, slug=self._meta.model_name)

    @property
    def picture(self) -> models.Model | None:
        """The image that stands for it elsewhere, if it has one."""
        return None

    def state_in(self, code: str) -> str:
        """Return the state of the edition; where none was stored it is a draft."""
        return self.get_in("state", code) or State.DRAFT

    def phase_in(self, code: str) -> Phase:
        """Return what the state and the dates of the edition mean at this moment."""
        if not self.get_in("title", code):
            return Phase.ABSENT
        state = self.state_in(code)
        if state != State.PUBLISHED:
            return Phase(state)
        if self.is_published_in(code):
            return Phase.PUBLISHED
        scheduled = self.get_in("published_at", code) > timezone.now()
        return Phase.SCHEDULED if scheduled else Phase.EXPIRED

    def is_published_in(self, code: str) -> bool:
        """Say whether readers of the edition see it now: `published_q` for one work in hand."""
        start = self.get_in("published_at", code)
        end = self.get_in("expires_at", code)
        if self.get_in("state", code) != State.PUBLISHED or start is None:
            return False
        now = timezone.now()
        return start <= now and (end is None or end > now)

    def changed_in(self, code: str) -> datetime:
        """Return when the work as readers of the edition see it last changed, or came out."""
        return max(self.updated_at, self.get_in("published_at", code))

    @property
    def source_code(self) -> str:
        """The edition it was written in first, from which the others are translated."""
        if self.original_edition:
            return self.original_edition
        written = [code for code in CODES if self.get_in("title", code)]
        return min(
            written, key=lambda code: self.get_in("published_at", code) or LATEST, default=""
        )

    @property
    def public_editions(self) -> list[Edition]:
        """The editions in which readers see it now."""
        return [edition for edition in EDITIONS if self.is_published_in(edition.code)]

    @property
    def addresses(self) -> dict[str, str]:
        """Its address in each edition in which readers see it now, by edition code."""
        return {edition.code: self.url_in(edition.code) for edition in self.public_editions}
