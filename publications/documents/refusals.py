"""Why a file is not taken, in sentences for the editor who sent it."""

from django.utils.translation import gettext_lazy as _

from media_library.intake import Refused

SENTENCES = {
    "EMPTY": _("This file is empty; please choose it once more."),
    "TOO_HEAVY": _("This file is larger than %(megabytes)d MB; please save it smaller."),
    "OTHER_KIND": _(
        "“%(name)s” is neither a PDF nor an EPUB; please save the document as one of them."
    ),
    "LOCKED": _(
        "This file opens only with a password; please open it with its password and save it"
        " without."
    ),
    "DAMAGED": _(
        "This file is damaged or cut off; please open it in the program it was made with and save"
        " it anew."
    ),
    "TOO_LONG": _("This PDF has more than %(pages)d pages; please divide it."),
    "TOO_COSTLY": _(
        "This file takes too much time or memory to open; please save it anew, smaller or simpler."
    ),
    "SCRIPT": _(
        "This file holds a program or starts one, which could harm its readers; please save it"
        " without scripts and actions."
    ),
    "ATTACHMENT": _(
        "Other files are attached inside this file, and nobody can see what is in them; please save"
        " it without attachments."
    ),
    "FORM": _("This PDF is a form that few programs can show (XFA); please print it as a new PDF."),
    "PROTECTED": _(
        "This EPUB is copy-protected (DRM), so readers could not open it; please use one that is"
        " not."
    ),
    "UNPACKED": _(
        "What is packed in this EPUB is larger than %(megabytes)d MB; please save it smaller."
    ),
}


class Objection(Exception):
    """Why a reader will have nothing to do with a file: a key of SENTENCES and its values."""

    def __init__(self, key: str, **values: int | str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def refused(key: str, **values: int | str) -> Refused:
    """Return what to raise before the person who sent the file."""
    return Refused(SENTENCES[key], **values)
