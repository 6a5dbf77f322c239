"""Saved filters: what of a list of the admin is shown, and in what order, under a name."""

from collections.abc import Collection
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models import Case, Q, When
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 60


class SavedFilterQuerySet(models.QuerySet):
    """Saved filters, by the list and by who sees them."""

    def shown_to(self, user: AbstractBaseUser | AnonymousUser, label: str) -> Self:
        """Those of a list that the account made or that are shared, its own first."""
        rows = self.filter(Q(owner=user.pk) | Q(is_shared=True), model_label=label)
        own_first = Case(When(owner=user.pk, then=0), default=1)
        return rows.select_related("owner").order_by(own_first, "name", "pk")


class SavedFilter(models.Model):
    """A search, filters and an order of one list, which an account keeps under a name.

    Who sees the list may share one. Its owner changes and deletes it, and so may, when it is
    shared, who has the permission.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="saved_filters",
    )
    model_label = models.CharField(max_length=100, help_text="Like articles.article.")
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    query = models.TextField(blank=True, default="", help_text="As in the address of the list.")
    is_shared = models.BooleanField(_("shared with everybody"), default=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        default_permissions = ("change",)
        constraints = [
            models.UniqueConstraint(
                fields=["model_label", "owner", "name"], name="saved_filter_once_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def may_be_changed_by(self, user: AbstractBaseUser | AnonymousUser) -> bool:
        """Whether the account may rename, share or delete it."""
        may_change_shared = self.is_shared and user.has_perm("editorial.change_savedfilter")
        return self.owner_id == user.pk or may_change_shared

    def is_name_taken(self, name: str) -> bool:
        """Whether its owner has another one of this name in the list."""
        others = SavedFilter.objects.filter(owner=self.owner_id, model_label=self.model_label)
        return others.exclude(pk=self.pk).filter(name=name).exists()


def kept_query(query: str | QueryDict, names: Collection[str]) -> str:
    """Return the part of an address's query that has these names, always in the same order."""
    sent = QueryDict(query) if isinstance(query, str) else query
    kept = [(name, values) for name, values in sent.lists() if name in names]
    return urlencode(sorted(kept), doseq=True)
