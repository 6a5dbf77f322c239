"""What every template knows about editions."""

from typing import Any

from django.http import HttpRequest

from nejat.editions.registry import EDITIONS


def editions(request: HttpRequest) -> dict[str, Any]:
    """Return the request's edition and all of them."""
    return {"edition": request.edition, "editions": EDITIONS}
