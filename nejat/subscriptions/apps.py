from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubscriptionsConfig(AppConfig):
    """Readers who get the newsletter or Pars Brief by mail."""

    name = "nejat.subscriptions"
    verbose_name = _("Subscriptions")
