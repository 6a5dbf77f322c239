"""Two ways to know a picture again: by its bytes and by its looks."""

import hashlib
from typing import BinaryIO

from PIL import Image

CHUNK = 1024 * 1024
ALL_BITS = 2**64 - 1


def sha256_of(file: BinaryIO) -> str:
    """Return the SHA-256 of a whole file, 64 hex digits; the file is left at its beginning."""
    digest = hashlib.sha256()
    file.seek(0)
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def fingerprint(image: Image.Image) -> int:
    """Return 64 bits, as a signed integer, that stay nearly the same when a picture is resized.

    Each bit says whether one spot of the picture is brighter than the spot on its right (dHash).
    """
    spots = _on_white(image).resize((9, 8), Image.Resampling.BOX).tobytes()
    rows = [spots[start : start + 9] for start in range(0, 72, 9)]
    bits = "".join("1" if row[x] > row[x + 1] else "0" for row in rows for x in range(8))
    return int.from_bytes(int(bits, 2).to_bytes(8), signed=True)


def distance(a: int, b: int) -> int:
    """Return how many of the 64 bits of two fingerprints differ."""
    return ((a ^ b) & ALL_BITS).bit_count()


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("L")
    image = image.convert("RGBA")
    white = Image.new("L", image.size, 255)
    white.paste(image.convert("L"), mask=image.getchannel("A"))
    return white
