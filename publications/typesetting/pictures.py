"""Pictures made ready for the page: small enough to be sent, and known to be sound."""

import struct
from io import BytesIO

from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
# What Pillow raises for damaged files; struct.error is for their EXIF.
BROKEN = (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError)


def printable(content: bytes, most: int) -> bytes | None:
    """Return the picture as an upright JPEG of at most `most` pixels a side, None if it is broken.

    A JPEG goes into a PDF as it is, where other formats would be unpacked first.
    """
    file = BytesIO()
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            image.draft("RGB", (most, most))
            picture = _on_white(ImageOps.exif_transpose(image))
        picture.thumbnail((most, most), Image.Resampling.LANCZOS)
        picture.save(file, "JPEG", quality=85, optimize=True)
    except BROKEN:
        return None
    return file.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    picture = image.convert("RGBA")
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture).convert("RGB")
