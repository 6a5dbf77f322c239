"""Renditions as files: what is in them, whatever the master is."""

from dataclasses import replace
from io import BytesIO
from typing import NamedTuple

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageStat
from PIL.PngImagePlugin import PngInfo

from media_library.presets import CHOSEN, PRESETS, Encoding, digest
from media_library.rendering import make
from media_library.renditions import Rendition, all_renditions

FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpeg": "JPEG"}
SIZE = (720, 540)
SECRET = "Secret place"


class Original(NamedTuple):
    width: int = SIZE[0]
    height: int = SIZE[1]
    focal_x: float = 0.5
    focal_y: float = 0.5
    key: str = "5e1f"
    pk: int = 7


def _file(image: Image.Image, format_: str = "PNG", **options: object) -> BytesIO:
    file = BytesIO()
    image.save(file, format_, **options)
    return file


def _make(
    master: BytesIO, original: Original, encoding: Encoding = CHOSEN, only: str = ""
) -> dict[Rendition, bytes]:
    """The renditions whose names have `only` in them, in the order in which they were made."""
    contents: dict[str, bytes] = {}
    make(original, master, contents.__setitem__, lambda name: only not in name, encoding)
    known = {rendition.name: rendition for rendition in all_renditions(original)}
    return {known[name]: content for name, content in contents.items()}


def _name(preset: str, width: int, ending: str) -> str:
    return f"{preset}-{width}-{digest(PRESETS[preset])}.{ending}"


def _opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def _scene(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """A sky over a field, with a red sun in the middle."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    draw, (width, height) = ImageDraw.Draw(image), size
    draw.rectangle((0, height // 2, width, height), (40, 110, 50))
    draw.ellipse((width * 0.4, height * 0.4, width * 0.6, height * 0.6), (230, 30, 20))
    return image.convert(mode)


def _marked(x: int, y: int) -> Image.Image:
    """A gray picture, red in the 24 pixels square around a pixel, and nowhere else."""
    image = Image.new("RGB", SIZE, (128, 128, 128))
    ImageDraw.Draw(image).rectangle((x - 12, y - 12, x + 11, y + 11), (255, 0, 0))
    return image


def _shows_red(image: Image.Image) -> bool:
    red, green, _blue = image.convert("RGB").split()
    return ImageChops.subtract(red, green).getextrema()[1] > 120


def _half_see_through() -> Image.Image:
    """See-through red on the left, solid green on the right."""
    image = Image.new("RGBA", SIZE, (255, 0, 0, 0))
    image.paste((0, 255, 0, 255), (SIZE[0] // 2, 0, *SIZE))
    return image


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
def test_files_are_what_their_names_say_whatever_the_master_is(mode):
    master = _file(_scene(mode=mode), "TIFF" if mode == "CMYK" else "PNG")

    made = _make(master, Original())

    assert sorted(r.name for r in made) == sorted(r.name for r in all_renditions(Original()))
    for rendition, content in made.items():
        image = _opened(content)
        image.load()
        assert (image.format, image.size) == (
            FORMATS[rendition.format],
            (rendition.width, rendition.height),
        )
        assert _shows_red(image) == (mode not in {"1", "L", "LA"})


def test_the_number_made_is_told():
    names: list[str] = []

    made = make(Original(), _file(_scene()), lambda name, content: names.append(name))

    assert made == len(names) == len(all_renditions(Original()))


def test_a_second_run_makes_nothing_and_does_not_open_the_master():
    contents: dict[str, bytes] = {}
    make(Original(), _file(_scene()), contents.__setitem__)

    made = make(Original(), BytesIO(b"not a picture"), pytest.fail, contents.__contains__)

    assert made == 0


def test_only_what_is_missing_is_made():
    master = _file(_scene())

    assert [r.name for r in _make(master, Original(), only=_name("card", 640, "jpg"))] == [
        f"renditions/7/5e1f/{_name('card', 640, 'jpg')}"
    ]


def test_the_largest_are_made_first():
    areas = [r.width * r.height for r in _make(_file(_scene()), Original())]

    assert areas == sorted(areas, reverse=True)


def test_what_two_presets_share_is_the_same_file():
    made = {(r.preset, r.width, r.format): c for r, c in _make(_file(_scene()), Original()).items()}

    assert made["lead", 672, "avif"] == made["inline", 672, "avif"]
    assert made["lead", 672, "avif"] != made["lead", 672, "webp"]


@pytest.mark.parametrize("format_", ["PNG", "JPEG"])
@pytest.mark.parametrize(
    ("focal_x", "focal_y"), [(0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (1.0, 0.0), (0.5, 0.5), (0.3, 0.8)]
)
def test_what_is_at_the_focal_point_is_in_every_file(format_, focal_x, focal_y):
    master = _marked(round(focal_x * SIZE[0]), round(focal_y * SIZE[1]))

    made = _make(_file(master, format_), Original(focal_x=focal_x, focal_y=focal_y))

    assert [r.name for r, content in made.items() if not _shows_red(_opened(content))] == []


def test_what_is_far_from_the_focal_point_is_cut_off():
    made = _make(_file(_marked(700, 270)), Original(focal_x=0.1), only="thumb")

    assert [_shows_red(_opened(content)) for content in made.values()] == [False] * 3


def test_another_focal_point_gives_another_crop_and_the_whole_picture_stays():
    left = _make(_file(_scene()), Original(focal_x=0.0, key="a"))
    right = _make(_file(_scene()), Original(focal_x=1.0, key="b"))

    differing = {a.preset for a, b in zip(left, right, strict=True) if left[a] != right[b]}

    assert differing == {"thumb", "portrait"}
    assert {rendition.name for rendition in left} & {rendition.name for rendition in right} == set()


def test_alpha_stays_where_the_format_has_it_and_is_white_elsewhere():
    made = _make(_file(_half_see_through()), Original(), only="lead")

    corners = {r.format: _opened(content).getpixel((0, 0)) for r, content in made.items()}
    assert corners["avif"][3] == corners["webp"][3] == 0
    assert corners["jpeg"] == (255, 255, 255)


def test_the_colour_of_what_is_see_through_does_not_bleed():
    made = _make(_file(_half_see_through()), Original(), only=_name("lead", 672, "jpg"))

    [image] = map(_opened, made.values())
    _red, green, _blue = image.split()
    assert green.getextrema()[0] > 220


def test_a_palette_with_a_see_through_colour_has_alpha():
    master = Image.new("P", SIZE, 0)
    master.putpalette([255, 0, 0, 0, 255, 0])
    master.paste(1, (SIZE[0] // 2, 0, *SIZE))

    made = _make(_file(master, transparency=0), Original(), only=_name("lead", 672, "webp"))

    [image] = map(_opened, made.values())
    assert image.getpixel((0, 0))[3] == 0
    assert image.getpixel((671, 0))[3] == 255


def test_a_gray_jpeg_stays_gray():
    made = _make(_file(_scene(mode="L"), "JPEG"), Original(), only=".jpg")

    assert {_opened(content).mode for content in made.values()} == {"L"}


def _told_jpeg() -> BytesIO:
    exif = Image.Exif()
    exif[0x010E] = SECRET
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return _file(
        _scene(),
        "JPEG",
        exif=exif,
        icc_profile=profile,
        comment=SECRET,
        xmp=SECRET.encode(),
        dpi=(300, 300),
    )


def _told_png() -> BytesIO:
    words = PngInfo()
    words.add_itxt("Description", SECRET)
    words.add_text("comment", SECRET)
    return _file(_scene(mode="RGBA"), "PNG", pnginfo=words, exif=b"Exif\0\0" + SECRET.encode())


@pytest.mark.parametrize("told", [_told_jpeg, _told_png])
def test_files_tell_nothing_beside_the_picture(told):
    for content in _make(told(), Original()).values():
        image = _opened(content)

        assert {"exif", "icc_profile", "xmp", "comment", "dpi"} & set(image.info) == set()
        assert dict(image.getexif()) == {}
        assert SECRET.encode() not in content


@pytest.mark.parametrize("size", [(1, 900), (900, 1), (1, 1), (3, 2), (161, 160)])
def test_pictures_of_every_shape_are_made(size):
    original = Original(*size, focal_x=1.0, focal_y=0.0)

    made = _make(_file(_scene(size)), original)

    assert {_opened(content).size for content in made.values()} == {
        (rendition.width, rendition.height) for rendition in made
    }


@pytest.mark.parametrize(
    "size", [(1286, 804), (1301, 813), (1317, 1001), (1330, 832), (2001, 1251)]
)
def test_a_jpeg_read_smaller_is_the_same_picture(size):
    master = _file(_scene(size), "JPEG", quality=95)
    original = Original(*size, focal_x=1.0)

    small = _make(master, original, only=_name("card", 320, "webp"))
    whole = _make(master, original, replace(CHOSEN, draft=False), only=_name("card", 320, "webp"))

    [one], [other] = small.values(), whole.values()
    difference = ImageChops.difference(_opened(one), _opened(other))
    assert one != other
    assert max(ImageStat.Stat(difference).mean) < 2


def test_a_jpeg_is_not_read_smaller_than_its_largest_rendition():
    master = _file(_scene(), "JPEG")

    assert _make(master, Original()) == _make(master, Original(), replace(CHOSEN, draft=False))


def test_a_flat_jpeg_is_read_smaller_without_losing_its_only_row():
    master, original = _file(_scene((5000, 1)), "JPEG"), Original(5000, 1)

    [content] = _make(master, original, only=_name("lead", 672, "webp")).values()

    assert _opened(content).size == (672, 1)


def test_another_encoding_makes_other_files_of_the_same_names():
    small = _make(_file(_scene()), Original(), replace(CHOSEN, avif_quality=20), only=".avif")
    usual = _make(_file(_scene()), Original(), only=".avif")

    assert list(small) == list(usual)
    assert all(len(small[rendition]) < len(usual[rendition]) for rendition in small)


def test_a_damaged_master_is_told_before_anything_is_saved():
    content = _file(_scene(), "JPEG").getvalue()

    with pytest.raises(OSError, match="truncated"):
        make(Original(), BytesIO(content[: len(content) // 2]), pytest.fail)
