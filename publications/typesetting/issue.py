"""From a sheet and its pictures to a PDF."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from publications.sheets import Sheet
from publications.typesetting.compiling import compile_issue
from publications.typesetting.content import issue_data
from publications.typesetting.faces import installed_fonts
from publications.typesetting.pictures import printable

# 174 mm and 56 mm of paper at about 220 pixels an inch.
COVER_PIXELS = 1500
PICTURE_PIXELS = 700


def typeset(
    sheet: Sheet,
    pictures: Mapping[int, bytes],
    cover: bytes | None = None,
    *,
    site_address: str = "",
) -> bytes:
    """Return `sheet` as a PDF of A4 pages; the same input gives the same bytes.

    `pictures` holds a JPEG, PNG or WebP for some entries, by their index; `cover` is a large one
    for the first page. A picture that cannot be read is left out. `site_address`, such as
    "https://example.org", comes before paths of ours; without it they are no links. Call it with
    the edition's language active. Raises `CannotTypeset` when no font here has its letters.
    """
    with TemporaryDirectory(prefix="issue-") as name:
        folder = Path(name)
        files = _written(folder, {**pictures, None: cover})
        data = issue_data(sheet, files, site_address)
        return compile_issue(data, sheet.edition, folder, installed_fonts())


def _written(folder: Path, pictures: Mapping[int | None, bytes | None]) -> dict[int | None, str]:
    """Write the sound pictures into `folder`; return their file names."""
    files = {}
    for index, content in pictures.items():
        most = COVER_PIXELS if index is None else PICTURE_PIXELS
        if content and (picture := printable(content, most)):
            files[index] = "cover.jpg" if index is None else f"{index}.jpg"
            (folder / files[index]).write_bytes(picture)
    return files
