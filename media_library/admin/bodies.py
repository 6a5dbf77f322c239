"""Bodies in forms: a picture of the library is put in by a button, and has to exist."""

import re
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.forms.renderers import BaseRenderer
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.utils.html import linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from media_library.models import ImageAsset
from nejat.editorial.body_images import images_named
from nejat.editorial.fields import BLOCKS, HtmlFormField
from nejat.text import clean_html

FIGURE = re.compile(r"(<figure\b[^>]*\bdata-image=[^>]*>.*?</figure>)", re.DOTALL | re.IGNORECASE)


class BodyInput(AdminTextareaWidget):
    """A text area that a script makes an editor, with a button that puts in a picture."""

    class Media:
        js = (
            Script("nejat/js/admin-bodies.js", type="module"),
            Script("nejat/js/rich-text/start.js", type="module"),
        )
        css: ClassVar[dict[str, tuple[str, ...]]] = {
            "all": (
                "django_prose_editor/material-icons.css",  # the signs on the tools
                "nejat/css/admin-rich-full.css",
            )
        }

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        text = super().render(name, value, attrs, renderer)
        context = {"input": text, "id": (attrs or {}).get("id", f"id_{name}")}
        return SafeString(render_to_string("admin/media_library/includes/body_input.html", context))


class BodyFormField(HtmlFormField):
    """A body whose images exist. Plain text around a picture keeps its paragraphs."""

    def clean(self, value: Any) -> str:
        text = forms.CharField.clean(self, value)
        _check_images(text)
        parts = FIGURE.split(text or "")
        if len(parts) == 1 or BLOCKS.search("".join(parts[::2])):
            return super().clean(value)
        return "\n\n".join(_paragraphs(part) for part in parts if part.strip())


def _check_images(html: str) -> None:
    """Raise ValidationError when a body names an image that is not there."""
    numbers = images_named(clean_html(html)) if html and "data-image" in html else []
    if not numbers:
        return
    known = set(ImageAsset.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    missing = [str(number) for number in numbers if number not in known]
    if missing:
        text = ngettext(
            "There is no image %(numbers)s in the library.",
            "There are no images %(numbers)s in the library.",
            len(missing),
        )
        raise ValidationError(text % {"numbers": ", ".join(missing)})


def _paragraphs(part: str) -> str:
    return part if FIGURE.fullmatch(part) else linebreaks(part.strip())
