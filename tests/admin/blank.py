"""A template engine that writes nothing: for tests that ask whether a page opens."""

from typing import Any

from django.http import HttpRequest
from django.template.backends.base import BaseEngine


class BlankTemplate:
    """Any template at all."""

    def render(self, context: Any = None, request: HttpRequest | None = None) -> str:
        return ""


class BlankTemplates(BaseEngine):
    """Finds every template."""

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({name: params[name] for name in ("NAME", "DIRS", "APP_DIRS")})

    def get_template(self, template_name: str) -> BlankTemplate:
        return BlankTemplate()


TEMPLATES = [{"BACKEND": f"{__name__}.{BlankTemplates.__name__}"}]
