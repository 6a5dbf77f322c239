"""Own films and subtitles: what may be uploaded, and why something else may not."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from os import SEEK_END
from pathlib import PurePath
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

MOST_BYTES = 1024**3
MOST_BYTES_OF_SUBTITLES = 1024**2
MOST_BOXES = 1000  # a film has ten or so

OTHER_KIND = _("This film is of the kind %(kind)s. Please convert it to MP4.")
NO_FILM = _("This is no film. Please choose an MP4 or a WebM file.")
TOO_LARGE = _("This film is larger than 1 GB. Please make it smaller.")
MISNAMED = _("This file is not what its name says. Please export the film again as MP4.")
CUT_SHORT = _("This film is cut short. Please upload it again, or export it again.")
DAMAGED = _("This film is damaged. Please export it again as MP4.")
IN_FRAGMENTS = _("This film is in fragments, for streaming. Please export it as a plain MP4.")
NO_SUBTITLES = _("Please choose subtitles whose name ends in .vtt or .srt.")
TOO_LONG = _("These subtitles are larger than 1 MB. Please choose a file of words only.")
NOT_UTF8 = _("These subtitles are not in UTF-8. Please save them again in this encoding.")
NOT_WEBVTT = _("These subtitles do not begin with the word WEBVTT.")
EMPTY = _("There are no words in these subtitles.")
NO_TIME = _("Line %(line)s should be a time, like this: 00:01:02.000 --> 00:01:04.500")
BACKWARDS = _("In line %(line)s, the end of the words is not after their start.")
NO_GAP = _("Above the time in line %(line)s, an empty line is missing.")


class RefusedRecording(ValueError):
    """A file that is not taken; its message tells an editor why, and what to do."""


# --- Films -----------------------------------------------------------------------------------

OTHER_KINDS = frozenset({".3gp", ".avi", ".flv", ".mkv", ".mov", ".mpg", ".ogv", ".ts", ".wmv"})
EBML, SEGMENT = b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67"
SIGNATURES = {
    "MOV": re.compile(rb".{4}ftypqt  ", re.DOTALL),
    "AVI": re.compile(rb"RIFF.{4}AVI ", re.DOTALL),
    "MKV": re.compile(EBML + rb".{0,48}?\x42\x82.{1,8}?matroska", re.DOTALL),
}
WEBM = re.compile(rb"\x42\x82.{1,8}?webm", re.DOTALL)
BRANDS = frozenset({b"isom", b"mp41", b"mp42", b"avc1", b"M4V ", b"M4VH", b"M4VP", b"MSNV"})
BRANDS |= {b"iso%d" % number for number in range(2, 10)}
# Pictures and sound come in the same boxes, and may name the brand of a film next to their own.
NOT_FILMS = frozenset({b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1", b"M4A ", b"M4B "})


def check_video(file: BinaryIO, name: str) -> None:
    """Raise RefusedRecording for all but an MP4 or WebM film that is whole.

    Only the frame of the file is read. It does not tell what pictures and sound are coded in.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in OTHER_KINDS:
        raise RefusedRecording(OTHER_KIND % {"kind": suffix[1:].upper()})
    if suffix not in {".mp4", ".m4v", ".webm"}:
        raise RefusedRecording(NO_FILM)
    file.seek(0, SEEK_END)
    size = file.tell()
    if size > MOST_BYTES:
        raise RefusedRecording(TOO_LARGE)
    head = _read(file, 0, 4096)
    for kind, signature in SIGNATURES.items():
        if signature.match(head):
            raise RefusedRecording(OTHER_KIND % {"kind": kind})
    if suffix == ".webm":
        _check_webm(head, size)
    else:
        _check_mp4(file, head, size)
    file.seek(0)


def _read(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)


def _check_mp4(file: BinaryIO, head: bytes, size: int) -> None:
    if head[4:8] != b"ftyp":
        raise RefusedRecording(MISNAMED)
    boxes = list(_boxes(file, size))
    brands = boxes[0][1]
    major, others = brands[:4], {brands[at : at + 4] for at in range(8, len(brands), 4)}
    if major in NOT_FILMS or BRANDS.isdisjoint({major, *others}):
        raise RefusedRecording(MISNAMED)
    kinds = {kind for kind, content in boxes if content}
    if b"moof" in kinds:
        raise RefusedRecording(IN_FRAGMENTS)
    if not {b"moov", b"mdat"} <= kinds:
        raise RefusedRecording(DAMAGED)


def _boxes(file: BinaryIO, size: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and beginning of each box of an MP4 file; those inside of others are left out."""
    place = 0
    for _step in range(MOST_BOXES):
        if size - place < 8:  # a few bytes too many disturb no player
            return
        header = _read(file, place, 16)
        length, inner = int.from_bytes(header[:4], "big"), 8
        if length == 0:
            length = size - place  # the box reaches to the end
        elif length == 1:
            length, inner = int.from_bytes(header[8:], "big"), 16
        if length < inner:
            raise RefusedRecording(DAMAGED)
        if length > size - place:
            raise RefusedRecording(CUT_SHORT)
        yield header[4:8], _read(file, place + inner, min(length - inner, 256))
        place += length
    raise RefusedRecording(DAMAGED)


def _check_webm(head: bytes, size: int) -> None:
    if head[:4] != EBML:
        raise RefusedRecording(MISNAMED)
    start, length = _length(head, 4)
    if not WEBM.search(head[start : start + length]):
        raise RefusedRecording(MISNAMED)
    segment = start + length
    if head[segment : segment + 4] != SEGMENT:
        raise RefusedRecording(DAMAGED)
    start, length = _length(head, segment + 4)
    is_open = length == (1 << 7 * (start - segment - 4)) - 1  # written before its end was known
    if not is_open and length > size - start:
        raise RefusedRecording(CUT_SHORT)


def _length(data: bytes, place: int) -> tuple[int, int]:
    """Return where the content begins whose length stands at `place`, and that length.

    The zero bits before the first 1 tell how many bytes such a number has.
    """
    width = 9 - int.from_bytes(data[place : place + 1], "big").bit_length()
    if width > 8:
        raise RefusedRecording(DAMAGED)
    number = int.from_bytes(data[place : place + width], "big")
    return place + width, number & ((1 << 7 * width) - 1)


# --- Subtitles -------------------------------------------------------------------------------

HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
APART = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")
CONTROLS = re.compile(r"[\x01-\x08\x0b-\x1f\x7f]")
MOMENT = r"(?:([0-9]{1,4}):)?([0-5]?[0-9]):([0-5][0-9])[.,]([0-9]{3})"
TIMES = re.compile(rf"[ \t]*{MOMENT}[ \t]*-->[ \t]*{MOMENT}(?:[ \t]+(.*))?")
SETTING = re.compile(r"(?<!\S)(?:vertical|line|position|size|align):[a-z0-9.,%-]+(?!\S)")
TAG = r"<(?P<end>/?)(?P<tag>[a-z]+)(?P<classes>(?:\.[\w-]+)*)(?P<words>(?:\s[^<>]*)?)>"
# Other tags, times amid the words, and what other formats write there, like {\an8}.
OTHER_TAG = r"</?[a-z][^<>]*>|<[0-9:.]+>|\{\\[^{}]*\}"
AMPERSAND = r"&(?!(?:amp|lt|gt|lrm|rlm|nbsp|#[0-9]+|#x[0-9a-f]+);)"
MARKUP = re.compile(rf"{TAG}|{OTHER_TAG}|(?P<sign>[<>]|{AMPERSAND})", re.IGNORECASE)
TAGS = frozenset({"b", "i", "u", "ruby", "rt", "lang", "v", "c"})


def check_subtitles(file: BinaryIO, name: str) -> str:
    """Return subtitles as clean WebVTT, made of a .vtt or .srt file; raise RefusedRecording.

    What is left is times, places and words, with the tags of `TAGS`: no styles, regions, notes or
    names of cues. Signs of joining and direction stay where they are.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in {".vtt", ".srt"}:
        raise RefusedRecording(NO_SUBTITLES)
    text = _text(file)
    if suffix == ".vtt" and not HEADER.fullmatch(text.partition("\n")[0]):
        raise RefusedRecording(NOT_WEBVTT)
    cues = [cue for number, lines in _blocks(text) if (cue := _cue(number, lines))]
    if not cues:
        raise RefusedRecording(EMPTY)
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def _text(file: BinaryIO) -> str:
    content = _read(file, 0, MOST_BYTES_OF_SUBTITLES + 1)
    if len(content) > MOST_BYTES_OF_SUBTITLES:
        raise RefusedRecording(TOO_LONG)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedRecording(NOT_UTF8) from error
    if "\0" in text:  # UTF-16 may pass for UTF-8, with these between the letters
        raise RefusedRecording(NOT_UTF8)
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines between two empty lines, and the number of the first."""
    lines = enumerate((line.rstrip() for line in text.split("\n")), start=1)
    for is_filled, group in groupby(lines, key=lambda numbered: bool(numbered[1])):
        if is_filled:
            numbered = list(group)
            yield numbered[0][0], [line for _number, line in numbered]


def _cue(number: int, lines: list[str]) -> str:
    """Return the cue that stands in a block; "" for a block that shows nothing."""
    is_header = number == 1 and HEADER.fullmatch(lines[0]) is not None
    at = next((at for at, line in enumerate(lines[:2]) if "-->" in line and not is_header), -1)
    for below, line in enumerate(lines[at + 1 :], start=number + at + 1):
        if "-->" in line:
            raise RefusedRecording(NO_GAP % {"line": below})
    if at < 0 and (is_header or APART.fullmatch(lines[0])):
        return ""
    times = TIMES.fullmatch(lines[max(at, 0)])
    if times is None:
        raise RefusedRecording(NO_TIME % {"line": number + max(at, 0)})
    heading = _times(times, number + at)
    words = MARKUP.sub(_clean, "\n".join(lines[at + 1 :])).split("\n")
    shown = [line.rstrip() for line in words if line.strip()]  # an empty line would end the cue
    return "\n".join([heading, *shown]) if shown else ""


def _times(times: re.Match[str], number: int) -> str:
    *parts, settings = times.groups(default="")
    start, end = ([int(part or 0) for part in moment] for moment in (parts[:4], parts[4:]))
    if end <= start:
        raise RefusedRecording(BACKWARDS % {"line": number})
    moments = ("{:02}:{:02}:{:02}.{:03}".format(*moment) for moment in (start, end))
    return " ".join([" --> ".join(moments), *SETTING.findall(settings)])


def _clean(markup: re.Match[str]) -> str:
    """Return a tag of ours in its plain form, nothing for another, and lone signs escaped."""
    if markup["sign"]:
        return escape(markup["sign"])
    tag = (markup["tag"] or "").lower()
    if tag not in TAGS:
        return ""
    plain = f"{markup['end']}{tag}{markup['classes']}"
    words = markup["words"].split() if tag in {"lang", "v"} else []
    return re.sub(AMPERSAND, "&amp;", f"<{' '.join([plain, *words])}>")
