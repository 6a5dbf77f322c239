"""Covers: one picture of a document, a JPEG whatever it was drawn from."""

from io import BytesIO

from PIL import Image

LONG_SIDE = 1600
QUALITY = 88


def as_cover(image: Image.Image) -> bytes:
    """Return the picture as a JPEG on white, at most LONG_SIDE pixels long."""
    image.thumbnail((LONG_SIDE, LONG_SIDE))
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    file = BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
