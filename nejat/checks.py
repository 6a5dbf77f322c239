"""System checks of the settings.

nejat.E001 a value is wrong, nejat.E002 a secret is missing, nejat.W001 mail is not set up.
"""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register, run_checks
from django.core.exceptions import ImproperlyConfigured

from nejat.environment import COMPLAINTS

SETTINGS_TAG = "nejat_settings"


@register(SETTINGS_TAG)
def check_environment(**kwargs: Any) -> list[CheckMessage]:
    """Report every environment variable that is wrong or missing."""
    return [Error(c.problem, hint=c.hint, id=c.id) for c in COMPLAINTS]


@register(deploy=True)
def check_mail(**kwargs: Any) -> list[CheckMessage]:
    """Name the settings without which no mail can leave the site."""
    needed = {
        "EMAIL_URL": settings.MAIL,
        "MAIL_FROM": settings.MAIL_FROM,
        "SITE_ADDRESS": settings.SITE_ADDRESS or settings.DEBUG,
    }
    missing = ", ".join(name for name, value in needed.items() if not value)
    problem = f"Mail is not set up, so nobody can subscribe. Not set: {missing}."
    hint = "See “Mail” in docs/running.md."
    return [Warning(problem, hint=hint, id="nejat.W001")] if missing else []


def refuse_wrong_settings() -> None:
    """Raise ImproperlyConfigured with every complaint about the settings, if there is one."""
    if errors := run_checks(tags=[SETTINGS_TAG]):
        raise ImproperlyConfigured("\n".join(str(error) for error in errors))
