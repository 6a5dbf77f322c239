"""Pictures are known again by their bytes, and by their looks after they were changed a little."""

from hashlib import sha256
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image

from media_library.intake import read_picture
from media_library.intake.fingerprints import distance, fingerprint, sha256_of
from tests.media_library.corpus import exif, photo, saved

PHOTOS = range(1, 13)
NEAR, FAR = 6, 12


def read_again(content: bytes) -> int:
    return fingerprint(Image.open(BytesIO(content)))


@pytest.mark.parametrize("number", PHOTOS)
@pytest.mark.parametrize("size", [(320, 240), (160, 120), (64, 48), (1000, 750), (150, 112)])
def test_a_resized_picture_is_known_again(number, size):
    original = fingerprint(photo(number, (640, 480)))

    assert distance(original, fingerprint(photo(number, (640, 480)).resize(size))) <= NEAR


@pytest.mark.parametrize("number", PHOTOS)
@pytest.mark.parametrize(
    ("extension", "quality"), [(".jpg", 92), (".jpg", 30), (".webp", 50), (".avif", 50)]
)
def test_a_compressed_picture_is_known_again(number, extension, quality):
    picture = photo(number, (320, 240))

    again = read_again(saved(picture, extension, quality=quality))

    assert distance(fingerprint(picture), again) <= NEAR


@pytest.mark.parametrize("number", PHOTOS)
def test_a_gray_copy_is_known_again(number):
    picture = photo(number, (320, 240))

    assert distance(fingerprint(picture), fingerprint(picture.convert("L"))) == 0


def test_other_pictures_are_far_away():
    fingerprints = [fingerprint(photo(number, (320, 240))) for number in PHOTOS]

    near = [(a, b) for a, b in combinations(fingerprints, 2) if distance(a, b) <= FAR]

    assert near == []


def test_a_picture_held_on_its_side_is_known_again():
    picture = photo(3, (320, 240))
    turned = saved(picture.transpose(Image.Transpose.ROTATE_90), ".jpg", exif=exif({0x0112: 6}))

    upright = read_picture(BytesIO(turned), "a.jpg").fingerprint

    assert distance(fingerprint(picture), upright) <= NEAR


def test_what_is_see_through_counts_as_white():
    picture = photo(5, (320, 240)).convert("RGBA")
    picture.paste((255, 0, 0, 0), (0, 0, 160, 240))
    white = photo(5, (320, 240))
    white.paste((255, 255, 255), (0, 0, 160, 240))

    assert fingerprint(picture) == fingerprint(white)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
def test_a_fingerprint_can_be_had_of_every_mode(mode):
    picture = photo(1, (320, 240)).convert(mode)

    assert -(2**63) <= fingerprint(picture) < 2**63


def test_a_fingerprint_fits_a_signed_number_of_64_bits():
    falling = Image.linear_gradient("L").transpose(Image.Transpose.ROTATE_270)
    rising = falling.transpose(Image.Transpose.ROTATE_180)

    assert sorted([fingerprint(falling), fingerprint(rising)]) == [-1, 0]


def test_each_bit_says_whether_a_spot_is_brighter_than_the_one_on_its_right():
    picture = Image.new("L", (9, 8), 100)
    picture.putpixel((0, 0), 101)
    picture.putpixel((7, 7), 101)

    assert fingerprint(picture) == -(2**63) + 1


@pytest.mark.parametrize(
    ("a", "b", "bits"),
    [(0, 0, 0), (0, -1, 64), (-1, -1, 0), (-(2**63), 2**63 - 1, 64), (5, 6, 2), (-(2**63), 0, 1)],
)
def test_a_distance_is_the_number_of_bits_that_differ(a, b, bits):
    assert (distance(a, b), distance(b, a)) == (bits, bits)


def test_the_sum_is_that_of_the_whole_file_wherever_it_was_read_to():
    content = bytes(range(256)) * 10_000
    file = BytesIO(content)
    file.seek(1000)

    assert sha256_of(file) == sha256(content).hexdigest()
    assert file.tell() == 0
