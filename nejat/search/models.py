"""What the search knows: a row for each edition of each work, in folded letters."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from nejat.search.querysets import IndexedWorkQuerySet


class IndexedWork(models.Model):
    """A work in one edition. It is never changed: what is indexed anew gets a new row.

    Each database has an index of words over `title`, `standfirst` and `body`, and keeps it true by
    itself (see `backends`). On SQLite, triggers do so. Django drops them together with the table
    when a migration alters a field: such a migration must install the index again.

    Words that find a work and that no excerpt shows are in `body` too, and stand in a line of their
    own at the beginning of `text`; many works have none.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, db_index=False)
    object_id = models.PositiveBigIntegerField()
    edition = models.CharField(max_length=2)
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    title = models.TextField(default="")
    standfirst = models.TextField(default="")
    body = models.TextField(default="")
    text = models.TextField(default="", help_text="Standfirst and body as they are written.")

    objects = IndexedWorkQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the search")
        verbose_name_plural = _("entries of the search")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "edition"], name="indexed_once_an_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.edition})"
