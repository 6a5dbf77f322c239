"""The image asset: a picture that is ours to show, with its words in each edition."""

from hashlib import blake2b

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from media_library.presets import SIGNATURE, Preset, digest
from media_library.querysets import ImageQuerySet
from nejat.editorial.body_images import BodyImage
from nejat.editorial.models import EditionsModel
from nejat.editorial.querysets import EditionsManager
from nejat.tags.models import tags_field


def key_of(sha256: str, focal_x: float, focal_y: float) -> str:
    """Return what stands for a file and its focal point in the names of renditions; "" for none."""
    known = f"{sha256} {focal_x:.3f} {focal_y:.3f}"
    return blake2b(known.encode(), digest_size=5).hexdigest() if sha256 else ""


SHARE = (MinValueValidator(0.0), MaxValueValidator(1.0))


class ImageAsset(EditionsModel):
    """An original and what is known of it. Files made of it are renditions.

    Files come in through `media_library.library`, which checks them and fills in what they say.
    """

    class Licence(models.TextChoices):
        OWN = "own", _("Our own work")
        PERMISSION = "permission", _("Used with permission")
        AGENCY = "agency", _("Bought from an agency")
        CC_BY = "cc-by", "CC BY"
        CC_BY_SA = "cc-by-sa", "CC BY-SA"
        PUBLIC_DOMAIN = "public-domain", _("Public domain")
        UNKNOWN = "", _("Not known")

    file = models.FileField(_("file"), max_length=300, blank=True, editable=False)
    original_name = models.CharField(_("name of the file"), max_length=255, blank=True)
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    byte_size = models.PositiveBigIntegerField(_("size in bytes"), default=0, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, default="", editable=False)
    fingerprint = models.BigIntegerField(
        null=True, editable=False, help_text="Pictures that look alike differ in few of its bits."
    )
    focal_x = models.FloatField(
        _("focal point, from the left"),
        default=0.5,
        validators=SHARE,
        help_text=_("Between 0 and 1. Crops keep this point in the picture."),
    )
    focal_y = models.FloatField(_("focal point, from the top"), default=0.5, validators=SHARE)
    key = models.CharField(
        max_length=12,
        blank=True,
        default="",
        editable=False,
        help_text="In the names of renditions; another file or focal point has another one.",
    )
    renditions_made = models.CharField(max_length=200, blank=True, default="", editable=False)

    is_decorative = models.BooleanField(
        _("only decoration"),
        default=False,
        help_text=_("It says nothing to those who cannot see it, so it needs no alt text."),
    )
    alt_text = models.CharField(
        _("alt text"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("For those who cannot see it: “Two women reading a letter in a garden”."),
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True, default="")
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, default="", help_text=_("Who owns it.")
    )
    place = models.CharField(_("place"), max_length=200, blank=True, default="")
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    source_address = models.URLField(_("web address of the source"), max_length=1000, blank=True)
    licence = models.CharField(
        _("licence"), max_length=15, choices=Licence.choices, blank=True, default=Licence.UNKNOWN
    )
    rights_expire_on = models.DateField(
        _("rights end on"),
        null=True,
        blank=True,
        help_text=_("From this day on, no work that shows it can be published."),
    )
    is_graphic = models.BooleanField(
        _("graphic content"),
        default=False,
        help_text=_("Readers are warned, and see it when they choose to."),
    )
    is_first_page = models.BooleanField(
        _("first page of a file"),
        default=False,
        editable=False,
        help_text="Made from a file of a publication, not taken by anybody.",
    )
    tags = tags_field()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    objects = EditionsManager.from_queryset(ImageQuerySet)()

    class Meta(EditionsModel.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"], condition=~models.Q(sha256=""), name="image_stored_once"
            )
        ]

    def __str__(self) -> str:
        words = self._first_text("alt_text") or self._first_text("caption") or self.original_name
        return words or f"{self._meta.verbose_name} {self.pk or ''}".strip()

    def save(self, *args: object, **kwargs: object) -> None:
        if kwargs.get("update_fields") is None:
            self.derive()
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Delete it, unless a work shows it: then raise ProtectedError, which names the works."""
        in_bodies = BodyImage.objects.filter(image=self.pk)
        if in_bodies.exists():
            raise models.ProtectedError("A text shows the image.", set(in_bodies))
        return super().delete(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self.derive()
        if self.is_decorative and self._first_text("alt_text"):
            raise ValidationError(
                {"is_decorative": _("It has an alt text, so it is more than decoration.")}
            )

    def derive(self) -> None:
        """Fill what follows from the rest of the row: the key in the names of renditions."""
        self.focal_x, self.focal_y = round(self.focal_x, 3), round(self.focal_y, 3)
        self.key = key_of(self.sha256, self.focal_x, self.focal_y)

    @property
    def stamp(self) -> str:
        """What `renditions_made` holds when all renditions of today are made."""
        return f"{self.key}-{SIGNATURE}"

    @property
    def has_renditions(self) -> bool:
        """Whether all renditions of today's file, focal point and presets are made."""
        return bool(self.key) and self.renditions_made == self.stamp

    def has_renditions_in(self, preset: Preset) -> bool:
        """Say whether those of one preset are there to be shown."""
        key, _line, made = self.renditions_made.partition("-")
        return bool(key) and key == self.key and digest(preset) in made.split(".")

    @property
    def are_rights_over(self) -> bool:
        """Whether its rights have ended, so that it must not be shown in what is published."""
        return bool(self.rights_expire_on and self.rights_expire_on <= timezone.localdate())
