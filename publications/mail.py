"""An issue as a mail: HTML as mail programs read it, and the same in plain text."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from media_library.models import ImageAsset
from media_library.presets import preset
from media_library.renditions import fallback
from nejat.text import directed, fold
from publications.sheets import Sheet, SheetEntry

PICTURE = preset("card")
PREHEADER = 140
"""Letters that mail programs show beside the subject, at most."""
ARABIC_FACES = "Vazirmatn, Tahoma, Arial, sans-serif"
# Many mail programs know neither the faces of the site nor `start` and `end`. Arabic script has a
# smaller eye and taller marks than Latin of the same size.
LOOKS = {
    "ltr": {"start": "left", "face": "Georgia, serif", "size": 17, "leading": "1.6"},
    "rtl": {"start": "right", "face": ARABIC_FACES, "size": 18, "leading": "1.9"},
}


@dataclass(frozen=True)
class IssueMail:
    """What a reader gets: the subject on one line, and two forms of the same text."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class MailPicture:
    """A picture by its absolute address."""

    address: str
    alt: str


@dataclass(frozen=True)
class MailEntry:
    """An entry as a mail shows it: like SheetEntry, with whole addresses."""

    title: str
    paragraphs: list[str]
    address: str
    is_ours: bool
    source: str
    picture: MailPicture | None


def issue_mail(sheet: Sheet, *, site: str, unsubscribe: str = "") -> IssueMail:
    """Return an issue as a mail in the language of its edition, which must be the active one.

    `site` is scheme and host, to which all paths are added. `unsubscribe` is an absolute address;
    without one the mail has no such link.
    """
    context = {
        "sheet": sheet,
        "edition": sheet.edition,
        **LOOKS[sheet.edition.direction],
        "subject": _subject(sheet),
        "preheader": _preheader(sheet),
        "intro": _paragraphs(sheet.intro),
        "entries": [_entry(entry, site) for entry in sheet.entries],
        "address": urljoin(site, sheet.path),
        "home": urljoin(site, sheet.edition.home),
        "unsubscribe": unsubscribe,
    }
    text = render_to_string("publications/mail/issue.txt", context)
    return IssueMail(
        subject=context["subject"],
        text=directed(text, sheet.edition.direction),
        html=render_to_string("publications/mail/issue.html", context),
    )


def _subject(sheet: Sheet) -> str:
    """The title, after the name of the series where it does not begin with it."""
    title = " ".join(sheet.title.split())
    if fold(title, sheet.edition.code).startswith(fold(sheet.series, sheet.edition.code)):
        return title
    return _("%(series)s: %(title)s") % {"series": sheet.series, "title": title}


def _preheader(sheet: Sheet) -> str:
    words = sheet.standfirst or sheet.intro or " · ".join(e.title for e in sheet.entries)
    line = " ".join(words.split())
    return line if len(line) <= PREHEADER else line[:PREHEADER].rsplit(" ", 1)[0] + "…"


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text in which empty lines part them."""
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return [part for part in parts if part]


def _entry(entry: SheetEntry, site: str) -> MailEntry:
    return MailEntry(
        title=entry.title,
        paragraphs=_paragraphs(entry.teaser),
        address=urljoin(site, entry.address) if entry.is_ours else entry.address,
        is_ours=entry.is_ours,
        source=entry.source,
        picture=_picture(entry.image, site),
    )


def _picture(image: ImageAsset | None, site: str) -> MailPicture | None:
    """The picture as JPEG, the one kind that all mail programs show; none while it is not made."""
    if image is None or image.is_graphic or not image.has_renditions_in(PICTURE):
        return None
    address = urljoin(site, default_storage.url(fallback(image, PICTURE).name))
    return MailPicture(address, "" if image.is_decorative else image.alt_text or "")
