"""System checks of the settings: nejat.E001 a value is wrong, nejat.E002 a secret is missing."""

from typing import Any

from django.core.checks import CheckMessage, Error, register, run_checks
from django.core.exceptions import ImproperlyConfigured

from nejat.environment import COMPLAINTS

SETTINGS_TAG = "nejat_settings"


@register(SETTINGS_TAG)
def check_environment(**kwargs: Any) -> list[CheckMessage]:
    """Report every environment variable that is wrong or missing."""
    return [Error(c.problem, hint=c.hint, id=c.id) for c in COMPLAINTS]


def refuse_wrong_settings() -> None:
    """Raise ImproperlyConfigured with every complaint about the settings, if there is one."""
    if errors := run_checks(tags=[SETTINGS_TAG]):
        raise ImproperlyConfigured("\n".join(str(error) for error in errors))
