"""Photographs of 12 MP that nobody took: `python tests/benchmarks/make_photographs.py 3 DIR`.

The same number gives the same picture. Like a camera's, it has a bright top, soft and sharp parts,
texture of every size (each octave half as strong as the one before), hard edges and film grain.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw

SIZE = (4000, 3000)
GREY = 128
COARSEST, FINEST_SOFT = 9, 5  # octaves are cells of 2**9 pixels down to 1; 2**5 stays when blurred
FAINTEST = 14  # the finest texture still shows
SHAPES = 250


def make_photograph(number: int, size: tuple[int, int] = SIZE) -> bytes:
    """Return the JPEG of one photograph, as the media library keeps it."""
    random = Random(number)
    soft = _add_octaves(_gradient(size), range(COARSEST, FINEST_SOFT - 1, -1), random)
    sharp = _add_octaves(soft, range(FINEST_SOFT - 1, 0, -1), random)
    focus = _noise(size, 10, 255, random).point(lambda value: min(255, max(0, value * 3 - 256)))
    light = Image.composite(sharp, soft, focus)
    colours = [_noise(size, scale, 40, random) for scale in (8, 9)]
    picture = Image.merge("YCbCr", (light, *colours))
    _draw_shapes(picture, random)
    light, *colours = picture.split()
    grainy = ImageChops.add(light, _noise(size, 0, 9, random), offset=-GREY)
    content = BytesIO()
    Image.merge("YCbCr", (grainy, *colours)).save(content, "JPEG", quality=92, subsampling="4:4:4")
    return content.getvalue()


def _gradient(size: tuple[int, int]) -> Image.Image:
    """Bright at the top, dark at the bottom, like a sky over land."""
    down = Image.linear_gradient("L").resize(size, Image.Resampling.BILINEAR)
    return down.point(lambda value: 200 - value * 120 // 255)


def _add_octaves(light: Image.Image, octaves: range, random: Random) -> Image.Image:
    for octave in octaves:
        amplitude = max(FAINTEST, 110 >> (COARSEST - octave) // 2)
        light = ImageChops.add(light, _noise(light.size, octave, amplitude, random), offset=-GREY)
    return light


def _noise(size: tuple[int, int], octave: int, amplitude: int, random: Random) -> Image.Image:
    """Return smooth noise around grey whose cells are 2**octave pixels wide."""
    cells = tuple((length >> octave) + 2 for length in size)
    grid = Image.frombytes("L", cells, random.randbytes(cells[0] * cells[1]))
    grid = grid.point(lambda value: GREY + (value - GREY) * amplitude // 256)
    return grid.resize(size, Image.Resampling.BICUBIC) if octave else grid.crop((0, 0, *size))


def _draw_shapes(picture: Image.Image, random: Random) -> None:
    """Houses, poles and stones: hard edges at every angle, each with a line beside it."""
    draw, (width, height) = ImageDraw.Draw(picture), picture.size
    for _ in range(SHAPES):
        x, y = random.randrange(width), random.randrange(height // 3, height)
        reach = random.choice((10, 20, 40, 80, 160, 320)) * width // 4000
        corners = [
            (x + random.randint(-reach, reach), y + random.randint(-reach, reach))
            for _ in range(random.randint(3, 6))
        ]
        light = random.randrange(20, 235)
        draw.polygon(corners, (light, random.randrange(112, 144), random.randrange(112, 144)))
        draw.line(corners, (255 - light, GREY, GREY), width=random.choice((1, 2, 5)))


if __name__ == "__main__":
    for each in range(int(sys.argv[1])):
        Path(sys.argv[2], f"{each}.jpg").write_bytes(make_photograph(each))
