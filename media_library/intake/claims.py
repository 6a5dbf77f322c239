"""What one source in a file says about a picture, in words fit to be stored and shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

MOST_CAPTION = 500
MOST_LINE = 200
FIRST_PHOTOGRAPH = date(1826, 1, 1)

# Control characters, marks that turn the direction of what follows, and halves of pairs.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
# What cameras, phones and programs write where a caption belongs.
RUBBISH = re.compile(
    r"(?:\w+ ){0,2}digital (?:still )?camera|sony dsc|samsung|exif[_ ]jpeg[_ ]picture"
    r"|screen ?shot(?: [\d ._:-]+| \d.{1,30})?|untitled|default|image|photo|picture"
    r"|created (?:with|by) .{1,40}|dcim.{1,80}|(?:img|dsc|dscn|dscf|pict?|p)[_-]?\d+(?:\.jpe?g)?"
    r"|oznor(?:_\w+)?|dav(?:_\w+)?|cof|hdr|sdr|rbt|mde|fbt|burst|ptr|vtr|nor",
    re.IGNORECASE,
)
DAY = re.compile(r"\s*(\d{4})([-:/]?)(\d\d)\2(\d\d)(?!\d)", re.ASCII)


@dataclass(frozen=True)
class Claims:
    """What the XMP, the IPTC or the EXIF of a file says; empty where it says nothing."""

    captions: Mapping[str, str] = field(default_factory=dict)
    photographer: str = ""
    agency: str = ""
    rights: str = ""
    taken_on: date | None = None
    place: str = ""


def decoded(data: bytes) -> str:
    """Return the text that bytes without a known encoding most likely are."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def line(text: str, most: int = MOST_LINE) -> str:
    """Return `text` on one line, without unseen characters, at most `most` long."""
    return UNSEEN.sub("", " ".join(text.split()))[:most].strip()


def caption(text: str) -> str:
    """Return `text` as a caption, "" when only a device speaks in it."""
    text = line(text, MOST_CAPTION)
    return "" if RUBBISH.fullmatch(text) else text


def day(text: str) -> date | None:
    """Return the day a text begins with, None unless a photograph can be of that day."""
    found = DAY.match(text)
    if not found:
        return None
    try:
        day = date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return None
    # Somewhere it may be tomorrow already.
    return day if FIRST_PHOTOGRAPH <= day <= date.today() + timedelta(days=1) else None
