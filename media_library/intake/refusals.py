"""Why a file is not taken, in sentences for the editor who sent it."""

from django.utils.translation import gettext_lazy as _

EMPTY = _("This file is empty; please choose the picture once more.")
TOO_HEAVY = _("This file is larger than %(megabytes)d MB; please save the picture smaller.")
TOO_LARGE = _(
    "This picture has more than %(millions)d million pixels, or more than %(side)d along one side;"
    " please save it smaller."
)
OTHER_KIND = _(
    "Only JPEG, PNG, GIF, WebP and AVIF are taken; please save the picture as one of them."
)
SVG = _("SVG is not taken, because such a file can hold a program; please export it as PNG.")
OTHER_NAME = _(
    "This is a %(kind)s picture, but its name does not say so; please let the name end in"
    " %(extension)s."
)
DAMAGED = _(
    "This picture is damaged or cut off; please open it in a picture program and save it anew."
)


class Refused(ValueError):
    """The file is not taken; `str()` says why and what to do, in the language of the moment."""

    def __init__(self, sentence: object, **values: object) -> None:
        super().__init__(sentence)
        self.values = values

    def __str__(self) -> str:
        return str(self.args[0]) % self.values
