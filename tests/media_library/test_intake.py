"""The gate for pictures: what is taken comes out clean, the rest is refused kindly and at once."""

import gzip
import json
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from media_library.intake import Picture, Refused, read_picture
from media_library.intake.gate import MOST_BYTES
from tests.media_library import corpus
from tests.media_library.corpus import (
    BLUE,
    BOMBS,
    FLOODS,
    FORMATS,
    GREEN,
    RED,
    SIZE,
    TRAPS,
    YELLOW,
    saved,
)

ROOT = Path(__file__).resolve().parents[2]
EMPTY = "This file is empty; please choose the picture once more."
TOO_HEAVY = "This file is larger than 40 MB; please save the picture smaller."
TOO_LARGE = (
    "This picture has more than 60 million pixels, or more than 20000 along one side;"
    " please save it smaller."
)
OTHER_KIND = "Only JPEG, PNG, GIF, WebP and AVIF are taken; please save the picture as one of them."
SVG = "SVG is not taken, because such a file can hold a program; please export it as PNG."
DAMAGED = (
    "This picture is damaged or cut off; please open it in a picture program and save it anew."
)

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
# What a picture is allowed to be after it was opened again: facts about its pixels.
HARMLESS = {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
ANIMATION = {"loop", "background", "timestamp", "duration"}

POLYGLOTS = corpus.polyglots()

MEASURED = """
import json, sys, time
from io import BytesIO
from django.conf import settings
settings.configure(USE_I18N=False)
from media_library.intake import Refused, read_picture
from PIL import AvifImagePlugin, Image, WebPImagePlugin

def most_memory():
    # What was asked for, used or not. A child inherits ru_maxrss from the process before it.
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmPeak")) * 1024

Image.preinit()
path = sys.argv[1]
before, start = most_memory(), time.process_time()
try:
    with open(path, "rb") as file:
        outcome = read_picture(file, path).extension
except Refused as error:
    outcome = str(error)
seconds = time.process_time() - start
print(json.dumps([outcome, seconds, most_memory() - before]))
"""


def read(content: bytes, name: str) -> Picture:
    return read_picture(BytesIO(content), name)


def squeezed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def reason(content: bytes, name: str) -> str:
    """Return why a file is refused, in English; "" when it is taken."""
    try:
        read(content, name)
    except Refused as error:
        with translation.override("en"):
            return str(error)
    return ""


def reopened(picture: Picture) -> Image.Image:
    image = Image.open(BytesIO(picture.content))
    image.load()
    return image


def colour_at(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """Return the colour at a part of width and height, each channel rounded to 32nds."""
    point = (int(x * image.width), int(y * image.height))
    colour = image.getpixel(point)
    channels = colour if isinstance(colour, tuple) else (colour,)
    return tuple(min(255, (channel + 16) // 32 * 32) for channel in channels)


def corner_colours(image: Image.Image) -> list[tuple[int, ...]]:
    """Return the colours in the four corners, clockwise from the top left."""
    places = [(0.15, 0.15), (0.85, 0.15), (0.85, 0.85), (0.15, 0.85)]
    return [colour_at(image.convert("RGB"), *place) for place in places]


def measure(content: bytes, path: Path) -> tuple[str, float, int]:
    """Return what became of a file, in how many seconds and how many more bytes of memory."""
    path.write_bytes(content)
    command = [sys.executable, "-c", MEASURED, str(path)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(result.stdout)


# What is taken


@pytest.mark.parametrize(
    ("name", "extension", "kind"),
    [
        ("a.jpg", ".jpg", "JPEG"),
        ("a.jpeg", ".jpg", "JPEG"),
        ("A.JPG", ".jpg", "JPEG"),
        ("shell.php.png", ".png", "PNG"),
        ("a.gif", ".png", "PNG"),
        ("a.webp", ".webp", "WEBP"),
        ("a.avif", ".avif", "AVIF"),
    ],
)
def test_each_kind_comes_out_as_one_of_its_family(name, extension, kind):
    source = ".jpg" if extension == ".jpg" else Path(name).suffix

    picture = read(saved(corpus.corners(), source), name)

    image = reopened(picture)
    assert (picture.extension, image.format) == (extension, kind)
    assert (picture.width, picture.height) == image.size == SIZE
    assert corner_colours(image) == [RED, GREEN, BLUE, YELLOW]


def test_the_sum_is_that_of_the_bytes_as_uploaded():
    content = saved(corpus.corners(), ".gif")

    assert read(content, "a.gif").sha256 == sha256(content).hexdigest()


def test_a_phone_s_photograph_with_a_second_one_inside_is_taken():
    file = BytesIO()
    corpus.corners().save(file, "MPO", save_all=True, append_images=[corpus.photo(2)])

    image = reopened(read(file.getvalue(), "a.jpg"))

    assert image.format == "JPEG"
    assert corner_colours(image) == [RED, GREEN, BLUE, YELLOW]


def test_a_progressive_photograph_is_taken():
    picture = read(saved(corpus.corners(), ".jpg", progressive=True), "a.jpg")

    assert corner_colours(reopened(picture)) == [RED, GREEN, BLUE, YELLOW]


@pytest.mark.parametrize("extension", [".gif", ".png", ".webp", ".avif"])
def test_of_an_animation_the_first_picture_is_taken(extension):
    picture = read(corpus.animated(extension), "a" + extension)

    image = reopened(picture)
    assert getattr(image, "n_frames", 1) == 1
    assert corner_colours(image) == [RED, GREEN, BLUE, YELLOW]


def test_the_file_may_have_been_read_before():
    file = BytesIO(saved(corpus.corners(), ".png"))
    file.read()

    assert read_picture(file, "a.png").width == 64


# Upright


@pytest.mark.parametrize(
    ("orientation", "colours", "size"),
    [
        (1, [RED, GREEN, BLUE, YELLOW], (64, 48)),
        (2, [GREEN, RED, YELLOW, BLUE], (64, 48)),
        (3, [BLUE, YELLOW, RED, GREEN], (64, 48)),
        (4, [YELLOW, BLUE, GREEN, RED], (64, 48)),
        (5, [RED, YELLOW, BLUE, GREEN], (48, 64)),
        (6, [YELLOW, RED, GREEN, BLUE], (48, 64)),
        (7, [BLUE, GREEN, RED, YELLOW], (48, 64)),
        (8, [GREEN, BLUE, YELLOW, RED], (48, 64)),
    ],
)
@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp", ".avif"])
def test_a_picture_stands_upright_however_the_camera_was_held(
    extension, orientation, colours, size
):
    content = saved(corpus.corners(), extension, exif=corpus.exif({0x0112: orientation}))

    picture = read(content, "a" + extension)

    image = reopened(picture)
    assert corner_colours(image) == colours
    assert (picture.width, picture.height) == image.size == size
    assert 0x0112 not in image.getexif()


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_a_picture_stays_as_it_is_when_the_camera_talks_nonsense(orientation):
    content = saved(corpus.corners(), ".jpg", exif=corpus.exif({0x0112: orientation}))

    assert corner_colours(reopened(read(content, "a.jpg"))) == [RED, GREEN, BLUE, YELLOW]


# Colours


def test_a_photograph_for_print_gets_its_colours_on_screen():
    inks = Image.new("CMYK", SIZE, (0, 255, 255, 0))

    image = reopened(read(saved(inks, ".jpg"), "a.jpg"))

    assert (image.mode, colour_at(image, 0.5, 0.5)) == ("RGB", RED)


def test_a_photograph_for_print_in_the_way_of_photoshop_gets_its_colours():
    image = reopened(read(corpus.ycck((224, 32, 64)), "a.jpg"))

    assert colour_at(image, 0.5, 0.5) == (224, 32, 64)


def test_the_profile_of_a_press_says_what_its_inks_look_like():
    inks = Image.new("CMYK", SIZE, (255, 0, 0, 0))
    content = saved(inks, ".jpg", icc_profile=corpus.red_ink_profile())

    image = reopened(read(content, "a.jpg"))

    assert colour_at(image, 0.5, 0.5) == RED


@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp", ".avif"])
def test_colours_go_through_their_profile(extension):
    content = saved(
        Image.new("RGB", SIZE, (224, 32, 96)),
        extension,
        icc_profile=corpus.colour_profile(1, 2, 0),
    )

    image = reopened(read(content, "a" + extension))

    assert colour_at(image, 0.5, 0.5) == (96, 224, 32)
    assert "icc_profile" not in image.info


def test_a_profile_leaves_what_is_see_through_as_it_is():
    picture = Image.new("RGBA", SIZE, (224, 32, 96, 128))
    content = saved(picture, ".png", icc_profile=corpus.colour_profile(1, 2, 0))

    image = reopened(read(content, "a.png"))

    assert colour_at(image, 0.5, 0.5) == (96, 224, 32, 128)


def test_colours_of_a_palette_go_through_its_profile():
    picture = Image.new("RGB", SIZE, (224, 32, 96)).quantize(2)
    content = saved(picture, ".png", icc_profile=corpus.colour_profile(1, 2, 0))

    image = reopened(read(content, "a.png"))

    assert colour_at(image, 0.5, 0.5) == (96, 224, 32)


@pytest.mark.parametrize(("mode", "gray"), [("L", (55,)), ("LA", (55, 128))])
def test_a_gray_picture_goes_through_its_profile_and_stays_gray(mode, gray):
    picture = Image.new(mode, SIZE, gray if len(gray) > 1 else gray[0])
    content = saved(picture, ".png", icc_profile=corpus.linear_gray_profile())

    image = reopened(read(content, "a.png"))

    assert (image.mode, colour_at(image, 0.5, 0.5)) == (mode, (128, *gray[1:]))


@pytest.mark.parametrize(
    "profile",
    [
        b"broken",
        corpus.colour_profile(1, 2, 0)[:200],
        corpus.linear_gray_profile(),
        corpus.red_ink_profile(),
    ],
    ids=["broken", "cut", "of-grays", "of-inks"],
)
def test_a_profile_that_cannot_be_meant_changes_nothing(profile):
    content = saved(corpus.corners(), ".png", icc_profile=profile)

    image = reopened(read(content, "a.png"))

    assert corner_colours(image) == [RED, GREEN, BLUE, YELLOW]


def test_sixteen_bits_of_gray_become_eight_without_turning_white():
    image = reopened(read(corpus.deep_gray(), "a.png"))

    assert image.mode == "L"
    assert [colour_at(image, x, 0.5) for x in (0.1, 0.4, 0.6, 0.9)] == [(0,), (64,), (128,), (255,)]


def test_sixteen_bits_of_colour_become_eight():
    image = reopened(read(corpus.deep_colour(), "a.png"))

    assert colour_at(image, 0.5, 0.5) == (128, 64, 0)


def test_sixteen_bits_with_alpha_become_eight():
    image = reopened(read(corpus.deep_colour(alpha=b"\x80\x00"), "a.png"))

    assert colour_at(image, 0.5, 0.5) == (128, 64, 0, 128)


def test_a_see_through_colour_of_sixteen_bits_does_not_hide_another_one():
    seen_through = b"\x12\x80\x34\x40\x56\x00"
    content = corpus.with_chunks(corpus.deep_colour(), corpus.chunk(b"tRNS", seen_through))

    image = reopened(read(content, "a.png"))

    assert colour_at(image, 0.5, 0.5) == (128, 64, 0)


@pytest.mark.parametrize(
    ("mode", "colour", "extension", "expected"),
    [
        ("1", 1, ".png", (255,)),
        ("L", 96, ".png", (96,)),
        ("L", 96, ".jpg", (96,)),
        ("L", 96, ".gif", (96, 96, 96)),
        ("L", 96, ".avif", (96,)),
        ("LA", (96, 128), ".png", (96, 128)),
        ("LA", (96, 128), ".webp", (96, 96, 96, 128)),
        ("RGBA", (96, 0, 224, 128), ".png", (96, 0, 224, 128)),
        ("RGBA", (96, 0, 224, 128), ".webp", (96, 0, 224, 128)),
        ("RGBA", (96, 0, 224, 128), ".avif", (96, 0, 224, 128)),
        ("RGBA", (96, 0, 224, 255), ".png", (96, 0, 224)),
    ],
)
def test_every_mode_keeps_its_look(mode, colour, extension, expected):
    content = saved(Image.new(mode, SIZE, colour), extension)

    image = reopened(read(content, "a" + extension))

    assert colour_at(image, 0.5, 0.5) == expected


@pytest.mark.parametrize("extension", [".png", ".gif"])
def test_a_palette_keeps_what_is_see_through(extension):
    picture = corpus.corners().quantize(4)
    hidden = picture.getpixel((1, 1))

    image = reopened(read(saved(picture, extension, transparency=hidden), "a" + extension))

    assert image.mode == "RGBA"
    assert [colour_at(image, x, 0.1)[3] for x in (0.1, 0.9)] == [0, 255]


def test_a_see_through_gray_stays_so():
    content = saved(Image.new("L", SIZE, 96), ".png", transparency=96)

    image = reopened(read(content, "a.png"))

    assert (image.mode, colour_at(image, 0.5, 0.5)) == ("LA", (96, 0))


# Nothing but the picture


@pytest.mark.parametrize("name", POLYGLOTS)
def test_what_a_file_is_besides_a_picture_is_gone(name):
    content, payload = POLYGLOTS[name]

    picture = read(content, name)

    assert payload in content
    assert payload not in picture.content
    assert set(reopened(picture).info) - HARMLESS - ANIMATION == set()


@pytest.mark.parametrize("extension", FORMATS)
def test_no_metadata_is_left(extension):
    options = {"comment": b"Taken at home"}
    if extension != ".gif":
        profile = corpus.colour_profile(0, 1, 2)
        options |= {"exif": corpus.with_gps(), "icc_profile": profile, "xmp": corpus.xmp("")}
    content = saved(corpus.photo(), extension, **options)
    if extension == ".jpg":
        content = corpus.with_blocks(content, corpus.iptc((120, b"Taken at home")))
    if extension == ".png":
        content = corpus.with_chunks(content, corpus.xmp_chunk(corpus.xmp("")))

    image = reopened(read(content, "a" + extension))

    assert set(image.info) - HARMLESS - ANIMATION == set()
    assert dict(image.getexif()) == {}


@pytest.mark.parametrize("extension", [".jpg", ".png", ".webp", ".avif"])
def test_nobody_learns_where_a_picture_was_taken(extension):
    content = saved(corpus.photo(), extension, exif=corpus.with_gps())
    assert Image.open(BytesIO(content)).getexif().get_ifd(0x8825)[1] == "N"

    picture = read(content, "a" + extension)

    assert dict(reopened(picture).getexif().get_ifd(0x8825)) == {}
    assert picture.facts.place == ""
    assert dict(picture.facts.captions) == {"": "A garden"}


# What is refused


@pytest.mark.parametrize("extension", [*FORMATS, ".svg", ".txt", ""])
def test_an_empty_file_is_refused(extension):
    assert reason(b"", "a" + extension) == EMPTY


def test_too_heavy_a_file_is_refused_unread(tmp_path):
    path = tmp_path / "film.jpg"
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)

    with path.open("rb") as file, pytest.raises(Refused) as refused:
        read_picture(file, path.name)

    with translation.override("en"):
        assert str(refused.value) == TOO_HEAVY


def test_a_file_of_just_the_most_bytes_is_taken():
    content = saved(corpus.photo(), ".jpg").ljust(MOST_BYTES, b"\0")

    assert read(content, "a.jpg").width == 64


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (DRAWING.encode(), "a.svg"),
        (DRAWING.encode(), "a.png"),
        (DRAWING.encode(), "A.SVG"),
        (b"anything", "a.svg"),
        (b"\xef\xbb\xbf\n <?xml version='1.0'?>\n<!-- drawn -->" + DRAWING.encode(), "a.jpg"),
        (f"<!DOCTYPE svg>{DRAWING}".encode("utf-16"), "a.gif"),
        (DRAWING.replace("svg", "s:svg").encode(), "a.xml"),
        (squeezed(DRAWING.encode()), "a.svgz"),
        (squeezed(DRAWING.encode()), "a.png"),
        (squeezed(DRAWING.encode())[:60], "a.svgz"),
    ],
)
def test_a_drawing_is_refused_with_a_reason_and_a_way_out(content, name):
    assert reason(content, name) == SVG


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"Not a picture at all.", "a.jpg"),
        (b"<!DOCTYPE html><body><svg></svg></body>", "a.jpg"),
        (b"%PDF-1.7\n", "a.pdf"),
        (b"8BPS\0\x01", "a.psd"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "IMG_0001.HEIC"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a.jpg"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "a.mp4"),
        (b"\x1f\x8b\x08broken", "a.gz"),
        (squeezed(b"Not a picture at all."), "a.gz"),
        (b"\xff", "a.jpg"),
        (b"\0", "a"),
    ],
)
def test_another_kind_is_refused_and_told_what_is_taken(content, name):
    assert reason(content, name) == OTHER_KIND


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "ICO", "PPM", "TGA", "JPEG2000"])
@pytest.mark.parametrize("extension", [".jpg", ".png", ".tif", ".bmp"])
def test_pictures_of_other_kinds_never_reach_their_readers(kind, extension):
    file = BytesIO()
    corpus.photo().save(file, kind)

    assert reason(file.getvalue(), "a" + extension) == OTHER_KIND


@pytest.mark.parametrize("real", FORMATS)
@pytest.mark.parametrize("claimed", [*FORMATS, ".heic", ".php", ""])
def test_a_name_that_does_not_agree_with_the_picture_is_refused(real, claimed):
    kind = FORMATS[real][0]
    told = f"This is a {kind} picture, but its name does not say so; please let the name end in"

    why = reason(saved(corpus.photo(), real), "a" + claimed)

    assert why == ("" if real == claimed else f"{told} {real}.")


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("extension", FORMATS)
def test_a_file_that_was_cut_off_is_refused(extension, part):
    content = saved(corpus.photo(), extension)

    assert reason(content[: int(len(content) * part)], "a" + extension) == DAMAGED


@pytest.mark.parametrize(
    "content",
    [
        saved(corpus.photo(), ".png").replace(b"IDAT", b"IDAT\0", 1),
        saved(corpus.photo(), ".png")[:-40] + b"\0" * 40,
        saved(corpus.photo(), ".png")[:33],
        saved(corpus.photo(), ".png")[:8] + corpus.chunk(b"tRNS", b""),
        corpus.png(SIZE, 8, 2, b"short"),
        corpus.png((0, 0), 8, 2, b"", b"x"),
        corpus.png(SIZE, 8, 7, b"short"),
        corpus.png(SIZE, 8, 3, bytes(64)),
    ],
    ids=[
        "shifted",
        "overwritten",
        "header-only",
        "no-header",
        "short-rows",
        "no-size",
        "no-such-colour",
        "no-palette",
    ],
)
def test_a_damaged_picture_is_refused(content):
    assert reason(content, "a.png") == DAMAGED


def test_the_reason_is_in_the_language_of_who_reads_it():
    with pytest.raises(Refused) as refused:
        read(b"", "a.jpg")

    with translation.override("en"):
        english = str(refused.value)
    assert english == EMPTY
    assert isinstance(refused.value, ValueError)


def test_reading_a_cut_picture_leaves_pillow_as_strict_as_it_was():
    reason(saved(corpus.photo(), ".jpg")[:900], "a.jpg")

    assert (ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS) == (False, 89_478_485)


# Time and memory: one second and 200 MB are promised for every refusal


@pytest.mark.parametrize("name", [*BOMBS, *FLOODS, *TRAPS])
def test_a_bomb_costs_little_time_and_memory(name, tmp_path):
    content = (BOMBS | FLOODS | TRAPS)[name]()
    expected = TOO_LARGE if name in BOMBS else DAMAGED if name in FLOODS else Path(name).suffix

    outcome, seconds, memory = measure(content, tmp_path / name)

    assert outcome == expected
    assert seconds < 1
    assert memory < 200_000_000


# Whatever comes, a picture or a refusal

WHOLE = {
    ".jpg": corpus.with_blocks(
        saved(
            corpus.photo(),
            ".jpg",
            exif=corpus.exif({0x0112: 6, 0x010E: "A garden"}, {0x9003: "2019:05:03 10:00:00"}),
            icc_profile=corpus.colour_profile(1, 2, 0),
        ),
        corpus.iptc((120, b"A garden"), (55, b"20190503")),
        corpus.xmp_block(corpus.xmp(corpus.descriptions(en="A garden"))),
    ),
    ".png": corpus.with_chunks(
        saved(corpus.photo().quantize(8), ".png", icc_profile=corpus.colour_profile(1, 2, 0)),
        corpus.xmp_chunk(corpus.xmp(corpus.descriptions(en="A garden")), squeezed=True),
    ),
    ".gif": corpus.animated(".gif"),
    ".webp": saved(corpus.photo(), ".webp", exif=corpus.with_gps(), xmp=corpus.xmp("")),
    ".avif": saved(corpus.photo(), ".avif", exif=corpus.with_gps()),
}
mutations = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 8), st.binary(max_size=8)), min_size=1, max_size=4
)


def outcome(content: bytes, name: str) -> type:
    try:
        return type(read(content, name))
    except Refused as error:
        return type(error)


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([*FORMATS, ".svg", ".txt"]))
def test_no_bytes_make_the_gate_stumble(content, extension):
    assert outcome(content, "a" + extension) in {Picture, Refused}


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(sorted(WHOLE)), st.integers(8, 40))
def test_no_bytes_after_a_true_beginning_make_the_gate_stumble(content, extension, kept):
    assert outcome(WHOLE[extension][:kept] + content, "a" + extension) in {Picture, Refused}


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(sorted(WHOLE)), mutations)
def test_no_damage_makes_the_gate_stumble(extension, mutations):
    content = WHOLE[extension]
    for place, length, instead in mutations:
        start = int(place * len(content))
        content = content[:start] + instead + content[start + length :]

    assert outcome(content, "a" + extension) in {Picture, Refused}
