"""What the desk knows of an account beside its groups."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import CODES


class StaffMember(models.Model):
    """The editions on which an account works; an account without a row works on all of them."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff_member"
    )
    editions = models.JSONField(
        _("editions"),
        default=list,
        blank=True,
        help_text=_("On which the account works. None chosen means all."),
    )

    class Meta:
        verbose_name = _("editions of an account")
        verbose_name_plural = _("editions of an account")

    def __str__(self) -> str:
        return str(self.user)


def name_of(user: AbstractBaseUser | None) -> str:
    """Return the name of an account as colleagues read it, "" where the account is gone."""
    return user.get_full_name() or user.get_username() if user else ""


def editions_of(user: AbstractBaseUser | AnonymousUser) -> tuple[str, ...]:
    """Return the codes of the editions on which the account works.

    It is asked for once for each account in hand, that is once a request.
    """
    if user.is_superuser:
        return CODES
    if not hasattr(user, "desk_editions"):
        row = StaffMember.objects.filter(user=user.pk).first()
        chosen = row.editions if row and row.editions else CODES
        user.desk_editions = tuple(code for code in CODES if code in chosen)
    return user.desk_editions
