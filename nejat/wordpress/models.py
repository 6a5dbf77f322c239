"""What an import leaves behind: what became of each item, and where old addresses lead."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_PATH = 1000


class Install(models.Model):
    """The WordPress install that filled an edition. Numbers of another one mean other works."""

    edition = models.CharField(max_length=2, unique=True)
    address = models.TextField(help_text="Without its scheme: example.org/fa.")

    def __str__(self) -> str:
        return f"{self.edition} {self.address}"


class ImportRecord(models.Model):
    """What one item of an export became, so that a second import finds it again."""

    class Kind(models.TextChoices):
        POST = "post", _("Post")
        PAGE = "page", _("Page")
        ATTACHMENT = "attachment", _("Attachment")
        COMMENT = "comment", _("Comment")
        TOPIC = "topic", _("Topic")
        TAG = "tag", _("Tag")
        CONTRIBUTOR = "contributor", _("Contributor")

    edition = models.CharField(_("edition"), max_length=2)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    old_id = models.CharField(
        _("old id"),
        max_length=250,
        help_text=_(
            "The number in the old install; of a topic or tag its slug, as in category/news."
        ),
    )
    group = models.CharField(_("group of translations"), max_length=250, blank=True, default="")
    parent = models.CharField(
        _("uploaded to"),
        max_length=20,
        blank=True,
        default="",
        help_text=_("The old id of the post an attachment belongs to."),
    )
    content_type = models.ForeignKey(ContentType, null=True, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField(null=True)
    result = GenericForeignKey()
    digest = models.CharField(
        max_length=32, editable=False, help_text="Of the source: unchanged, it is not read again."
    )
    written = models.CharField(
        max_length=32,
        editable=False,
        blank=True,
        default="",
        help_text="Of the columns written: where they differ today, somebody edited them here.",
    )
    data = models.JSONField(
        _("kept besides"),
        default=dict,
        blank=True,
        help_text=_("What has no place yet: addresses of files, terms of other taxonomies."),
    )
    imported_at = models.DateTimeField(_("imported at"), default=timezone.now)

    class Meta:
        verbose_name = _("import record")
        verbose_name_plural = _("import records")
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind", "old_id"], name="imported_once")
        ]
        indexes = [
            models.Index(
                fields=["group"], condition=~models.Q(group=""), name="importrecord_group"
            ),
            models.Index(
                fields=["edition", "parent"],
                condition=~models.Q(parent=""),
                name="importrecord_parent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.kind} {self.old_id}"


class OldAddress(models.Model):
    """An address of the old site, and the work, label or path that it leads to today."""

    edition = models.CharField(_("edition"), max_length=2)
    path = models.CharField(
        _("old path"),
        max_length=LONGEST_PATH,
        help_text=_("Below the edition, decoded, in lower case: posts/123."),
    )
    content_type = models.ForeignKey(ContentType, null=True, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField(null=True)
    target = GenericForeignKey()
    target_path = models.CharField(
        _("new path"),
        max_length=LONGEST_PATH,
        blank=True,
        default="",
        help_text=_("For what is no work: the address of a file."),
    )

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        constraints = [models.UniqueConstraint(fields=["edition", "path"], name="old_address_once")]

    def __str__(self) -> str:
        return f"/{self.edition}/{self.path}"
