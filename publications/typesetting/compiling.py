"""Turning words into a PDF: whatever they hold, no reader meets an empty box."""

import json
import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import typst
from django.utils.translation import gettext as _

from nejat.editions.registry import Edition
from publications.typesetting.faces import faces_of, points_of
from publications.typesetting.text import MARKS

TEMPLATE = Path(__file__).with_name("issue.typ").read_bytes()
PROBE = b"""
#let data = json(bytes(sys.inputs.data))
#set document(title: "Probe")
#set text(font: data.faces.text)
#for unit in data.units [#box(unit) ]
"""
# PDF for universal access: tagged, titled, and without a letter that no font has.
STANDARD: Literal["ua-1"] = "ua-1"
# What is looked up in the fonts as one; never a sign that JSON writes in a way of its own.
UNIT = re.compile(rf'[^\x00-\x20"\\]{MARKS}')

logger = logging.getLogger(__name__)


class CannotTypeset(Exception):
    """An issue cannot be set on this machine; the text says why, in the active language."""


def compile_issue(
    data: Mapping[str, object], edition: Edition, folder: Path, fonts: typst.Fonts
) -> bytes:
    """Return the PDF/UA-1 of `data`, whose pictures lie in `folder`; nothing else can be read.

    A character that no font has is left out, with a line in the log. Raises `CannotTypeset` when
    the faces of the edition are missing.
    """
    faces = needed_faces(edition, fonts)
    settings = {"faces": faces, "points": points_of(faces["text"][0])}
    text = json.dumps({**data, **settings}, ensure_ascii=False)
    try:
        return _compile(TEMPLATE, text, fonts, folder)
    except typst.TypstError:
        text = drawable(text, edition, faces, fonts)
    try:
        return _compile(TEMPLATE, text, fonts, folder)
    except typst.TypstError as error:
        reason = _("The issue could not be set: %(reason)s") % {"reason": error.message}
        raise CannotTypeset(reason) from error


def needed_faces(edition: Edition, fonts: typst.Fonts) -> dict[str, list[str]]:
    """Return the faces of the edition, see `faces_of`; raise `CannotTypeset` without any."""
    faces = faces_of(edition, fonts)
    if not faces["text"]:
        raise CannotTypeset(_faces_are_missing(edition))
    return faces


def _faces_are_missing(edition: Edition) -> str:
    return _(
        "This machine has no fonts for the edition “%(edition)s”. Please install them: “npm ci”,"
        " or Debian's package “fonts-noto-core”. Then start the site again."
    ) % {"edition": edition.native_name}


def _compile(template: bytes, data: str, fonts: typst.Fonts, folder: Path | None = None) -> bytes:
    return typst.compile(
        template,
        root=folder,
        font_paths=fonts,
        sys_inputs={"data": data},
        format="pdf",
        pdf_standards=STANDARD,
        timestamp=0,
    )


def drawable(text: str, edition: Edition, faces: dict[str, list[str]], fonts: typst.Fonts) -> str:
    """Return `text`, which may be JSON, without the characters that no font has.

    Raises `CannotTypeset` when letters of the edition's own name or months are among them.
    """
    missing = _missing(sorted(set(UNIT.findall(text))), faces, fonts)
    if missing & {*edition.native_name, *"".join(edition.months)}:
        raise CannotTypeset(_faces_are_missing(edition))
    if missing:
        logger.warning("No font here has these characters, so they are left out: %a", missing)
    return UNIT.sub(lambda unit: "" if unit[0] in missing else unit[0], text)


def _missing(units: list[str], faces: dict[str, list[str]], fonts: typst.Fonts) -> set[str]:
    """Return those of `units` that no font has, found by halving: an answer takes a millisecond."""
    try:
        _compile(PROBE, json.dumps({"units": units, "faces": faces}), fonts)
    except typst.TypstError:
        if len(units) == 1:
            return set(units)
        middle = len(units) // 2
        return _missing(units[:middle], faces, fonts) | _missing(units[middle:], faces, fonts)
    return set()
