"""Files of each kind, taken apart so that a decoder sees only what it needs.

Pillow's readers of headers are written in Python and look at everything a file brings along: a
hostile file of 40 MB can keep them busy for minutes. Here every block is counted, nothing is
unpacked but what we read ourselves, and what comes after the end of the picture is left behind.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice

from media_library.intake.parts import MOST_PROFILE, MOST_WORDS, Parts
from media_library.intake.refusals import DAMAGED, Refused

MOST_BLOCKS = 50_000
MOST_GIF_BLOCKS = 200_000  # none is longer than 255 bytes
MOST_SCANS = 50  # a progressive JPEG has about ten, and each is a walk over all its pixels
MOST_PAYLOADS = MOST_PROFILE // 0xFFFF  # a block of a JPEG is no longer than that

JPEG_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
BARE = {0x01, START, END}
APPLICATIONS = range(0xE0, 0xF0)
COLOUR_HINTS = {0xE0, 0xEE}  # JFIF and Adobe: without them a decoder takes YCCK for CMYK

XMP_KEY = b"XML:com.adobe.xmp\0"

EXTENSION, FRAME, GRAPHIC_CONTROL = 0x21, 0x2C, 0xF9


def take_apart(content: bytes, kind: str) -> Parts:
    """Return the parts of a file of Pillow's format `kind`; raise Refused where it is broken.

    WebP and AVIF stay whole: their readers are libraries made for hostile files.
    """
    takers = {"JPEG": _parts_of_jpeg, "PNG": _parts_of_png, "GIF": _parts_of_gif}
    return takers.get(kind, Parts)(content)


def webp_canvas(content: bytes) -> tuple[int, int]:
    """Return the size a WebP claims; its decoder makes room for that before it can be asked."""
    if content[12:16] == b"VP8X":
        return 1 + _little(content[24:27]), 1 + _little(content[27:30])
    if content[12:16] == b"VP8L":
        both = _little(content[21:25])
        return 1 + (both & 0x3FFF), 1 + (both >> 14 & 0x3FFF)
    return _little(content[26:28]) & 0x3FFF, _little(content[28:30]) & 0x3FFF


def _parts_of_jpeg(content: bytes) -> Parts:
    pixels, asides, scans = [memoryview(content)[:2]], list[memoryview](), 0
    for number, (marker, block) in enumerate(_jpeg_blocks(content)):
        scans += marker == SCAN
        if number > MOST_BLOCKS or scans > MOST_SCANS:
            raise Refused(DAMAGED)
        is_aside = marker == COMMENT or marker in APPLICATIONS
        (pixels if not is_aside or marker in COLOUR_HINTS else asides).append(block)
    profile = sorted(_payloads(asides, b"ICC_PROFILE\0"))
    return Parts(
        pixels=b"".join(pixels),
        exif=b"".join(_payloads(asides, b"Exif\0\0"))[:MOST_WORDS],
        xmp=b"".join(_payloads(asides, b"http://ns.adobe.com/xap/1.0/\0")[:1]),
        photoshop=b"".join(_payloads(asides, b"Photoshop 3.0\0"))[:MOST_WORDS],
        # Each part of a profile begins with its number and how many there are.
        profile=b"".join(part[2:] for part in profile)[:MOST_PROFILE],
    )


def _jpeg_blocks(content: bytes) -> Iterator[tuple[int, memoryview]]:
    """Yield each block and its marker up to the end of the first picture; a scan with its data."""
    view = memoryview(content)
    found = JPEG_MARKER.search(content, 2)
    while found:
        marker, start, end = found[0][1], found.start(), found.end()
        if marker not in BARE:
            end += max(2, int.from_bytes(view[end : end + 2]))
        found = None if marker == END else JPEG_MARKER.search(content, end)
        if marker == SCAN:
            end = found.start() if found else len(content)
        yield marker, view[start:end]


def _payloads(blocks: Iterable[memoryview], name: bytes) -> list[bytes]:
    """Return what the first application blocks of that name hold."""
    start = 4 + len(name)
    named = (bytes(block[start:]) for block in blocks if block[4:start] == name)
    return list(islice(named, MOST_PAYLOADS))


def _parts_of_png(content: bytes) -> Parts:
    """Return the parts of a PNG, without its animation: the picture is its still image."""
    pixels, asides = [memoryview(content)[:8]], dict[bytes, bytes]()
    for number, (name, chunk) in enumerate(_png_chunks(content)):
        if number > MOST_BLOCKS:
            raise Refused(DAMAGED)
        # Pillow compares 16 bits of the see-through colour with the 8 bits it has read.
        is_deep = content[24:25] == b"\x10"
        if name in {b"IHDR", b"PLTE", b"IDAT", b"IEND"} or (name == b"tRNS" and not is_deep):
            pixels.append(_whole(chunk))
        elif name in {b"eXIf", b"iCCP"} or chunk[8 : 8 + len(XMP_KEY)] == XMP_KEY:
            asides.setdefault(name, bytes(chunk[8:-4]))
    return Parts(
        pixels=b"".join(pixels),
        exif=asides.get(b"eXIf", b"")[:MOST_WORDS],
        xmp=_packet(asides.get(b"iTXt", b"")),
        profile=_inflated(asides.get(b"iCCP", b"").partition(b"\0")[2][1:], MOST_PROFILE),
    )


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, memoryview]]:
    view, start, name = memoryview(content), 8, b""
    while start < len(content) and name != b"IEND":
        end = start + 12 + int.from_bytes(view[start : start + 4])
        name = content[start + 4 : start + 8]
        yield name, view[start:end]
        start = end


def _whole(chunk: memoryview) -> memoryview:
    """Return a chunk that is neither cut nor damaged; Pillow does not look at pixels' checksums."""
    complete = len(chunk) == 12 + int.from_bytes(chunk[:4])
    if not complete or zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:]):
        raise Refused(DAMAGED)
    return chunk


def _packet(text: bytes) -> bytes:
    """Return what is in a PNG's iTXt: after its key two flags, a language and a title."""
    flags, rest = text[len(XMP_KEY) :][:2], text[len(XMP_KEY) + 2 :]
    packet = b"".join(rest.split(b"\0", 2)[2:])
    return _inflated(packet, MOST_WORDS) if flags.startswith(b"\1") else packet[:MOST_WORDS]


def _inflated(data: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return b""


def _parts_of_gif(content: bytes) -> Parts:
    """Return the first frame of a GIF, as a GIF without extensions but its transparency."""
    try:
        start = 13 + _palette_size(content[10])
        return Parts(content[:start] + _first_frame(content, start) + b";")
    except IndexError as error:
        raise Refused(DAMAGED) from error


def _first_frame(content: bytes, start: int) -> bytes:
    turns = iter(range(MOST_GIF_BLOCKS))
    control = b""
    for _ in turns:
        if content[start] == FRAME:
            data = start + 11 + _palette_size(content[start + 9])
            return control + content[start : _after_blocks(content, data, turns)]
        if content[start] != EXTENSION:
            break
        end = _after_blocks(content, start + 2, turns)
        if content[start + 1] == GRAPHIC_CONTROL:
            control = content[start:end]
        start = end
    raise Refused(DAMAGED)


def _after_blocks(content: bytes, start: int, turns: Iterator[int]) -> int:
    """Return where a chain of blocks ends; every block costs a turn."""
    for _ in turns:
        size = content[start]
        start += 1 + size
        if size == 0:
            return start
    raise Refused(DAMAGED)


def _palette_size(flags: int) -> int:
    return 3 << (1 + (flags & 7)) if flags & 0x80 else 0


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")
