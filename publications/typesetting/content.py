"""What stands on the pages, as plain data: the template only places it."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from nejat.editions.registry import Edition
from publications.sheets import Sheet, SheetEntry
from publications.typesetting.text import line, paragraphs, without_controls

LONGEST_ADDRESS = 2000


def issue_data(
    sheet: Sheet, files: Mapping[int | None, str], site_address: str
) -> dict[str, object]:
    """Return the words of `sheet` for the template.

    `files` names the files of pictures: that of an entry by its index, the cover's by None.
    """
    return {
        "language": sheet.edition.code,
        "rtl": sheet.edition.direction == "rtl",
        "digits": sheet.edition.digits,
        "words": _fixed_words(site_address),
        "series": line(sheet.series),
        "number": line(sheet.number),
        "date": line(sheet.date),
        "title": line(sheet.title),
        "standfirst": line(sheet.standfirst),
        "intro": paragraphs(sheet.intro),
        "url": web_address(sheet.path, site_address),
        "cover": files.get(None, ""),
        "entries": [
            _entry_data(entry, sheet.edition, site_address) | {"file": files.get(index, "")}
            for index, entry in enumerate(sheet.entries)
        ],
    }


def web_address(address: str, site_address: str) -> str:
    """Return `address` as a PDF can link it, "" when it leads to no page of the web.

    A path needs `site_address` in front of it: a file on somebody's disk belongs to no site.
    """
    full = iri_to_uri(without_controls(f"{site_address.rstrip('/')}{address}").strip())
    try:
        parts = urlsplit(full)
    except ValueError:
        return ""
    is_page = parts.scheme in {"http", "https"} and parts.netloc
    return full if is_page and len(full) <= LONGEST_ADDRESS else ""


def _fixed_words(site_address: str) -> dict[str, str]:
    return {
        "site": _("Nejat Society"),
        "host": urlsplit(site_address).netloc,
        "contents": _("Inside this issue"),
        "source": _("Source"),
        "read_issue": _("Read this issue online"),
    }


def _entry_data(entry: SheetEntry, edition: Edition, site_address: str) -> dict[str, object]:
    image = entry.image
    return {
        "title": line(entry.title),
        "teaser": paragraphs(entry.teaser),
        "source": line(entry.source),
        "url": web_address(entry.address, site_address if entry.is_ours else ""),
        "read": _("Read the article") if entry.is_ours else _("Read it at the source"),
        "alt": line(image.get_in("alt_text", edition.code)) if image else "",
        "credit": line(image.get_in("credit", edition.code)) if image else "",
    }
