"""What agencies write into their photographs: IPTC-IIM, inside Photoshop's block of a JPEG."""

from collections.abc import Iterator
from functools import partial

from media_library.intake.claims import Claims, caption, day, decoded, line

IPTC_RESOURCE = 0x0404
BYLINE, CREDIT, COPYRIGHT, CAPTION, CREATED_ON, CITY, COUNTRY = 80, 110, 116, 120, 55, 90, 101
CHARSET = (1, 90)
UTF_8 = b"\x1b%G"
MOST_FIELDS = 2000


def claims(photoshop: bytes) -> Claims:
    """Return what the IPTC fields in Photoshop's block say."""
    texts = _texts(_iptc(photoshop))
    place = [line(texts[key]) for key in (CITY, COUNTRY) if key in texts]
    return Claims(
        captions={"": text} if (text := caption(texts.get(CAPTION, ""))) else {},
        photographer=line(texts.get(BYLINE, "")),
        agency=line(texts.get(CREDIT, "")),
        rights=line(texts.get(COPYRIGHT, "")),
        taken_on=day(texts.get(CREATED_ON, "")),
        place=", ".join(filter(None, place)),
    )


def _texts(iptc: bytes) -> dict[int, str]:
    """Return the text of each field of record 2; of several photographers all names."""
    fields: dict[int, list[bytes]] = {}
    is_utf_8 = False
    for record, number, value in _fields(iptc):
        if (record, number) == CHARSET:
            is_utf_8 = value.startswith(UTF_8)
        elif record == 2:
            fields.setdefault(number, []).append(value)
    read = partial(str, encoding="utf-8", errors="replace") if is_utf_8 else decoded
    return {
        number: ", ".join(map(read, values if number == BYLINE else values[:1]))
        for number, values in fields.items()
    }


def _fields(iptc: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield record, number and value of each field; a damaged one ends the reading."""
    start = 0
    for _ in range(MOST_FIELDS):
        head = iptc[start : start + 5]
        size = int.from_bytes(head[3:])
        # A size above 32,767 announces a longer form that no text of ours needs.
        if len(head) < 5 or head[0] != 0x1C or size > 0x7FFF:
            return
        yield head[1], head[2], iptc[start + 5 : start + 5 + size]
        start += 5 + size


def _iptc(photoshop: bytes) -> bytes:
    """Return the IPTC among Photoshop's resources."""
    start = 0
    for _ in range(MOST_FIELDS):
        if photoshop[start : start + 4] != b"8BIM":
            break
        name = start + 6
        size = name + _even(1 + int.from_bytes(photoshop[name : name + 1]))
        data = size + 4
        end = data + int.from_bytes(photoshop[size:data])
        if int.from_bytes(photoshop[start + 4 : name]) == IPTC_RESOURCE:
            return photoshop[data:end]
        start = data + _even(end - data)
    return b""


def _even(size: int) -> int:
    return size + size % 2
