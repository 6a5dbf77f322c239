"""Staff at work in an interface language of their choice."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client


@pytest.fixture
def speak(admin_client: Client) -> Callable[[str], Client]:
    """Return the client of a member of staff after choosing the interface's language."""

    def choose(code: str) -> Client:
        admin_client.cookies[settings.LANGUAGE_COOKIE_NAME] = code
        return admin_client

    return choose
