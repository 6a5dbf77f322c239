"""Plants that several scenes share."""

from collections.abc import Sequence
from math import pi
from random import Random

from nejat.demo.pictures.canvas import Canvas, Point, smooth, turn
from nejat.demo.pictures.palette import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    GOLD,
    INK,
    LEAF,
    OLIVE,
    SAND,
    Colour,
    fade,
    mix,
)


def tree(c: Canvas, foot: Point, size: float, colour: Colour, rng: Random) -> None:
    x, y = foot
    c.disc((x, y), size * 0.9, fade(INK, 0.16), flat=0.12)
    c.shape(
        [
            (x - size * 0.07, y),
            (x - size * 0.04, y - size),
            (x + size * 0.04, y - size),
            (x + size * 0.07, y),
        ],
        BARK,
    )
    for shade, shift in ((0.22, 0.12), (0.0, 0.0), (-0.16, -0.14)):
        tone = mix(colour, INK if shade > 0 else CREAM, abs(shade))
        for _ in range(4):
            centre = (
                x + size * (rng.uniform(-0.34, 0.34) + shift),
                y - size * rng.uniform(1.1, 1.7),
            )
            c.disc(centre, size * rng.uniform(0.3, 0.46) * (1 - abs(shift)), tone)


def cypress(c: Canvas, foot: Point, height: float, colour: Colour) -> None:
    x, y = foot
    profile = [
        (0, y - height),
        (height * 0.07, y - height * 0.6),
        (height * 0.1, y - height * 0.25),
        (height * 0.05, y - 8),
        (0, y),
    ]
    c.turned(x, profile, colour)
    c.turned(x, profile, mix(colour, OLIVE, 0.25), span=(-0.75, 0))


def sprig(c: Canvas, path: Sequence[Point], length: float, colour: Colour) -> None:
    stem = smooth(path)
    c.line(stem, mix(colour, BARK, 0.5), 5)
    for index, point in enumerate(stem[4::4]):
        side = 1 if index % 2 else -1
        c.leaf(point, length, -pi / 2 + side * 0.9, mix(colour, CREAM, 0.12 * (index % 3)))


def potted_plant(c: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    for angle in (-2.7, -2.3, -1.95, -1.6, -1.25, -0.9, -0.5):
        tone = mix(OLIVE, LEAF, abs(angle + 1.6))
        c.leaf((x, y - 100 * size), size * (190 - 40 * abs(angle + 1.6)), angle, tone)
    pot(c, (x, y), size)


def pot(c: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    sides = [(x - 78, y - 130), (x + 78, y - 130), (x + 52, y), (x - 52, y)]
    c.shape([(x + (a - x) * size, y + (b - y) * size) for a, b in sides], CLAY)
    c.shape(
        [
            (x + (a - x) * size * share, y + (b - y) * size)
            for (a, b), share in zip(sides, (1, -0.2, -0.2, 1), strict=True)
        ],
        mix(CLAY, BRICK, 0.4),
    )
    c.box(
        (x - 88 * size, y - 152 * size),
        (x + 88 * size, y - 116 * size),
        mix(CLAY, SAND, 0.25),
        radius=6,
    )


def lemon(c: Canvas, centre: Point, angle: float) -> None:
    rind = [(0, -46), (26, -26), (32, 4), (18, 32), (0, 46), (-18, 32), (-32, 4), (-26, -26)]
    c.blob(turn(rind, centre, angle), mix(GOLD, BRICK, 0.16))
    c.blob(turn([(x * 0.76, y * 0.8) for x, y in rind], centre, angle), GOLD)
