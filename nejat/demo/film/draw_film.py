"""Draws the film of the sample content: a glass of tea, twelve seconds long, without sound.

Most machines have no ffmpeg, so the film is kept next to this module. To make it again, install
the program ffmpeg (Debian: `apt install ffmpeg`) and say, in the folder of manage.py:

    python -m nejat.demo.film.draw_film

The subtitles next to it are written by hand; they follow the times of `STEAM`, `LIGHT` and `LEAF`.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from math import pi, sin
from pathlib import Path

from PIL import Image

from nejat.demo.pictures.canvas import WIDTH, Canvas, Point, smooth
from nejat.demo.pictures.palette import (
    BRICK,
    CLAY,
    CREAM,
    DEEP,
    GOLD,
    INK,
    MIST,
    OLIVE,
    SAND,
    SEA,
    TEAL,
    WOOD,
    fade,
    mix,
)

FILM = Path(__file__).with_name("tea.mp4")
SIZE = (640, 400)
FRAMES_A_SECOND = 12
SECONDS = 12
STEAM = (0.0, 11.0)
LIGHT = (2.0, 8.5)
LEAF = (5.5, 9.5)
TABLE = 700
FOOT: Point = (800, 850)
RESTING: Point = (1150, 888)

NO_FFMPEG = "The program ffmpeg is not installed. On Debian: apt install ffmpeg"


def main() -> None:
    """Write the film, or say what is missing."""
    if shutil.which("ffmpeg") is None:
        sys.exit(NO_FFMPEG)
    pictures = b"".join(frame.tobytes() for frame in frames())
    subprocess.run([*_command(), str(FILM)], input=pictures, check=True)


def _command() -> list[str]:
    size = "x".join(map(str, SIZE))
    raw = f"-f rawvideo -pix_fmt rgb24 -s {size} -r {FRAMES_A_SECOND} -i -"
    coded = "-c:v libx264 -preset veryslow -tune animation -crf 26 -pix_fmt yuv420p -an"
    return f"ffmpeg -v error -y {raw} {coded} -movflags +faststart -fflags +bitexact".split()


def frames() -> Iterator[Image.Image]:
    """The pictures of the film, one after the other."""
    room = Canvas(SIZE)
    _room(room)
    for number in range(SECONDS * FRAMES_A_SECOND):
        yield _frame(room.image, number / FRAMES_A_SECOND)


def _frame(room: Image.Image, second: float) -> Image.Image:
    c = Canvas(SIZE)
    c.image.paste(room)
    _light(c, _share(LIGHT, second))
    _table(c)
    _steam(c, second)
    _glass(c)
    _leaf(c, _share(LEAF, second))
    return c.finish()


def _share(span: tuple[float, float], second: float) -> float:
    """How much of a span has passed, from 0 to 1, gently at both ends."""
    start, end = span
    passed = min(1.0, max(0.0, (second - start) / (end - start)))
    return passed * passed * (3 - 2 * passed)


def _room(c: Canvas) -> None:
    c.sky(mix(TEAL, DEEP, 0.25), mix(TEAL, SEA, 0.35), end=TABLE)
    for x, y in ((column * 100, row * 100) for column in range(17) for row in range(7)):
        motif = [(x, y - 34), (x + 34, y), (x, y + 34), (x - 34, y)]
        c.shape(motif, fade(MIST, 0.07 if (x + y) % 200 else 0.12))
    c.sky(mix(WOOD, CLAY, 0.5), mix(WOOD, INK, 0.15), start=TABLE)


def _light(c: Canvas, share: float) -> None:
    """The light of a window that wanders over the wall."""
    x = -700 + 2700 * share
    for pane in (0, 250):
        left = x + pane
        band = [(left + 140, 0), (left + 340, 0), (left + 120, TABLE), (left - 80, TABLE)]
        c.shape(band, fade(CREAM, 0.17))


def _table(c: Canvas) -> None:
    c.box((0, TABLE), (WIDTH, TABLE + 14), fade(CREAM, 0.25))
    x, y = FOOT
    c.disc((x + 16, y + 24), 260, fade(INK, 0.28), flat=0.24)
    c.disc((x, y), 250, mix(CREAM, SAND, 0.5), flat=0.24)
    c.disc((x, y - 8), 228, CREAM, flat=0.22)
    c.disc((x, y - 2), 130, fade(INK, 0.18), flat=0.2)


def _glass(c: Canvas) -> None:
    x, y = FOOT
    shape = [(92, 8), (140, 96), (134, 190), (98, 282), (120, 400), (146, 480)]
    outline = [(half, y - up) for half, up in shape]
    c.turned(x, outline, fade(CREAM, 0.4))
    tea = [(half * 0.86, v - 10) for half, v in outline[:5]]
    c.turned(x, tea, mix(BRICK, GOLD, 0.22))
    c.turned(x, tea, fade(GOLD, 0.3), span=(-0.9, -0.2))
    c.disc((x, y - 408), 100, mix(BRICK, GOLD, 0.5), flat=0.18)
    c.line([(x - 98, y - 110), (x - 102, y - 170), (x - 76, y - 250)], fade(CREAM, 0.6), 16)
    c.disc((x, y - 480), 146, fade(CREAM, 0.35), flat=0.14)


def _steam(c: Canvas, second: float) -> None:
    """Three wisps that swing, rise and grow thin towards the end."""
    strength = 1 - 0.75 * _share((STEAM[1] - 5, STEAM[1]), second)
    for number, shift in enumerate((-54, 4, 60)):
        tall = (330 + 60 * sin(second * 0.9 + number * 2)) * strength
        left, right = [], []
        for step in range(13):
            rise = step / 12
            swing = 34 * rise * sin(second * 1.5 - rise * 5 + number * 2.1)
            x, y = FOOT[0] + shift + swing, FOOT[1] - 430 - tall * rise
            half = 17 * sin(pi * rise) * (0.5 + 0.5 * strength) + 0.5
            left.append((x - half, y))
            right.append((x + half, y))
        c.shape(smooth(left, steps=4) + smooth(right, steps=4)[::-1], fade(CREAM, 0.36 * strength))


def _leaf(c: Canvas, share: float) -> None:
    """A leaf that falls in two swings and comes to rest."""
    if share == 0:
        return
    swing = 1 - share
    x = RESTING[0] + 300 * swing * sin(share * 4 * pi)
    y = -120 + (RESTING[1] + 120) * share
    angle = 0.12 + 2.2 * swing * sin(share * 5 * pi)
    if y > TABLE:
        c.disc((x + 70, y + 14), 74 * share, fade(INK, 0.25), flat=0.2)
    c.leaf((x, y), 150, angle, mix(OLIVE, GOLD, 0.35))
    c.leaf((x + 12, y), 104, angle, mix(OLIVE, GOLD, 0.6))


if __name__ == "__main__":
    main()
