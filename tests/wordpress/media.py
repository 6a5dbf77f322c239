"""Files of an old site for tests: pictures told apart by their colour, and films."""

from pathlib import Path
from typing import Any

from PIL import Image

from tests.wordpress.wxr import attachment, meta

UPLOADS = "https://example.org/fa/wp-content/uploads/"


def draw(path: Path, colour: str = "green", size: tuple[int, int] = (30, 20)) -> Path:
    """Draw a picture of one colour, in the format that its name says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path)
    return path


def picture(old_id: int, name: str = "a.png", *inside: str, alt: str = "", **said: Any) -> str:
    """An attachment that is a picture, `name` below the folder of uploads."""
    return attachment(
        old_id,
        UPLOADS + name,
        meta("_wp_attached_file", name),
        meta("_wp_attachment_image_alt", alt),
        *inside,
        **said,
    )


def pdf(path: Path, colour: str = "green", pages: int = 1) -> Path:
    """Write a PDF whose pages are of one colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    first, *others = [Image.new("RGB", (60, 80), colour) for _ in range(pages)]
    first.save(path, "PDF", save_all=True, append_images=others)
    return path


def film(path: Path, content: bytes = b"film") -> Path:
    """Write the frame of an MP4 film."""
    boxes = ((b"ftyp", b"isom\0\0\0\0isommp41"), (b"moov", b"index"), (b"mdat", content))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(_box(kind, inside) for kind, inside in boxes))
    return path


def shown(image: int, caption: str = "") -> str:
    """The figure of an image in a body."""
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure data-image="{image}">{below}</figure>'


def _box(kind: bytes, inside: bytes) -> bytes:
    return (8 + len(inside)).to_bytes(4, "big") + kind + inside
