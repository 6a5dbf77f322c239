"""Pictures drawn anew: upright, in sRGB with eight bits, and nothing beside the pixels."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

from media_library.intake.exif import orientation
from media_library.intake.parts import Parts

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# By the format a picture came in: its new extension, its new format and how that is written. At
# the usual efforts PNG and WebP take more than twice as long, and save a twentieth at best.
FORMATS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "JPEG": (".jpg", "JPEG", {"quality": 92, "subsampling": "4:4:4"}),
    "PNG": (".png", "PNG", {"compress_level": 3}),
    "GIF": (".png", "PNG", {"compress_level": 3}),
    "WEBP": (".webp", "WEBP", {"quality": 92, "method": 2}),
    "AVIF": (".avif", "AVIF", {"quality": 85, "speed": 8}),
}
# A chain of steps that a profile can make so long that building it takes minutes. Photographs have
# none: it is there for light brighter than white.
CHAIN = b"mpet"
COLOUR_SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}


def redraw(image: Image.Image, parts: Parts) -> Image.Image:
    """Return the picture as it is meant to be seen, in L, LA, RGB or RGBA, without any info."""
    image = _to_srgb(_in_eight_bits(image), parts.profile)
    turn = TURNS.get(orientation(parts.exif))
    if turn is not None:
        image = image.transpose(turn)
    # Pillow would write comments, profiles and transparency it finds here.
    image.info = {}
    return image


def encode(image: Image.Image, kind: str) -> tuple[bytes, str]:
    """Return a redrawn picture as a file of its family, and the extension of that file."""
    extension, name, options = FORMATS[kind]
    file = BytesIO()
    image.save(file, name, **options)
    return file.getvalue(), extension


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Return the picture in L, LA, RGB, RGBA or CMYK; alpha only where something shows through."""
    if image.mode.startswith("I"):
        # Pillow would cut every gray above 255 to white.
        return image.convert("I").point(lambda gray: gray * (1 / 256)).convert("L")
    is_gray = image.mode in {"1", "L", "LA"}
    if image.has_transparency_data:
        image = image.convert("LA" if is_gray else "RGBA")
        if image.getchannel("A").getextrema() != (255, 255):
            return image
    return image if image.mode == "CMYK" else image.convert("L" if is_gray else "RGB")


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    has_alpha = image.mode in {"LA", "RGBA"}
    colours = image.convert(image.mode.removesuffix("A")) if has_alpha else image
    colours = _through(profile, colours)
    if colours.mode == "CMYK":
        colours = colours.convert("RGB")
    if has_alpha:
        colours.putalpha(image.getchannel("A"))
    return colours


def _through(profile: bytes, image: Image.Image) -> Image.Image:
    """Return the colours that the profile means; a broken or foreign profile means nothing."""
    if not profile or CHAIN in profile:
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if source.profile.xcolor_space.strip() != COLOUR_SPACES[image.mode]:
            return image
        meant = ImageCms.ImageCmsTransform(
            source,
            ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
            image.mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        ).apply(image)
    except (OSError, TypeError, ValueError):
        return image
    return meant.convert("L") if image.mode == "L" else meant
