"""Drawing a share picture: Typst shapes the title and breaks its lines, as it does in our PDFs."""

import json
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image

from nejat.discovery.share.picture import SIZE, TEMPLATE, SharePicture
from publications.typesetting import drawable, installed_fonts, needed_faces
from publications.typesetting.pictures import printable
from publications.typesetting.text import line

ICON = (settings.BASE_DIR / "nejat/static/nejat/img/icon.svg").read_bytes()
JPEG = {"quality": 85, "optimize": True, "progressive": True}
PIXELS_PER_INCH = 72  # the template counts in points, so that a point is a pixel


def draw(picture: SharePicture) -> bytes:
    """Return the picture as a JPEG of 1200 by 630 pixels; the same input gives the same bytes.

    A picture below the title that is gone or damaged is left out. Raises typesetting.CannotTypeset
    when no font here has the letters of the edition.
    """
    fonts = installed_fonts()
    edition = picture.edition
    faces = needed_faces(edition, fonts)
    with TemporaryDirectory(prefix="share-") as name:
        ground = _write_pictures(picture, Path(name))
        data = {
            "title": line(picture.title),
            "site": picture.site if picture.site != picture.title else "",
            "language": edition.code,
            "rtl": edition.direction == "rtl",
            "ground": ground,
            "upright": picture.is_upright and bool(ground),
            "faces": faces,
        }
        text = drawable(json.dumps(data, ensure_ascii=False), edition, faces, fonts)
        drawn = typst.compile(
            TEMPLATE,
            root=name,
            font_paths=fonts,
            sys_inputs={"data": text},
            format="png",
            ppi=PIXELS_PER_INCH,
        )
    return _as_jpeg(drawn)


def _write_pictures(picture: SharePicture, folder: Path) -> str:
    """Write what the template shows; return the name of the picture below the title, if any."""
    (folder / "icon.svg").write_bytes(ICON)
    if not picture.ground:
        return ""
    try:
        with default_storage.open(picture.ground) as file:
            ground = printable(file.read(), SIZE[0])
    except FileNotFoundError:
        return ""
    if ground is None:
        return ""
    (folder / "ground.jpg").write_bytes(ground)
    return "ground.jpg"


def _as_jpeg(content: bytes) -> bytes:
    """Photographs are a tenth as large as JPEG; some networks refuse more than 300 kB."""
    file = BytesIO()
    with Image.open(BytesIO(content)) as image:
        image.convert("RGB").save(file, "JPEG", **JPEG)
    return file.getvalue()
