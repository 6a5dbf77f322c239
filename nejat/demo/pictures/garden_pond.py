"""A gallery: the same garden in July."""

from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point, turn
from nejat.demo.pictures.palette import (
    BRICK,
    CLAY,
    CREAM,
    DEEP,
    GOLD,
    INK,
    LEAF,
    MIST,
    OLIVE,
    SEA,
    TEAL,
    Colour,
    fade,
    mix,
)
from nejat.demo.pictures.people import rounded

PADS = (
    (250, 260, 128), (440, 400, 92), (180, 520, 84), (1330, 230, 140), (1130, 130, 84),
    (1480, 440, 100), (1400, 760, 150), (1180, 880, 92), (300, 830, 136), (520, 900, 88),
    (700, 120, 74),
)  # fmt: skip


def july(c: Canvas, rng: Random) -> None:
    """A pond from above, with lilies and three goldfish."""
    c.sky(mix(TEAL, SEA, 0.25), mix(DEEP, TEAL, 0.55))
    c.blob(
        [(560, -60), (900, 60), (1060, 330), (960, 560), (760, 520), (700, 260)], fade(MIST, 0.14)
    )
    for centre, rings in (((800, 640), 5), ((1010, 330), 3)):
        for ring in range(rings, 0, -1):
            c.disc(centre, ring * 70, fade(MIST, 0.07))
    for spot, angle, size in (
        ((620, 620), -0.5, 1.0),
        ((930, 460), 2.3, 0.85),
        ((1010, 700), 0.4, 1.1),
    ):
        _goldfish(c, spot, angle, size)
    for number, (x, y, radius) in enumerate(PADS):
        _pad(c, (x, y), radius, 0.8 * number)
    for x, y, size, tone in (
        (300, 236, 1.0, CREAM),
        (1340, 700, 1.15, mix(CLAY, CREAM, 0.5)),
        (1390, 200, 0.8, mix(CLAY, CREAM, 0.5)),
        (330, 800, 0.75, CREAM),
    ):
        _lily(c, (x, y), size, tone)
    _dragonfly(c, (800, 250))
    for _ in range(50):
        x, y = rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)
        c.disc((x, y), rng.uniform(2, 4), fade(CREAM, 0.4))


def _pad(c: Canvas, centre: Point, radius: float, turned: float) -> None:
    x, y = centre
    for shift, tone in ((12, fade(INK, 0.25)), (0, mix(OLIVE, LEAF, (radius % 7) / 9))):
        rim = [0.25 + step * (2 * pi - 0.5) / 40 + turned for step in range(41)]
        edge = [(x + shift + radius * cos(a), y + shift + radius * sin(a)) for a in rim]
        c.shape([(x + shift, y + shift), *edge], tone)
    for step in range(7):
        angle = turned + 0.7 + step * 0.8
        tip = (x + radius * 0.86 * cos(angle), y + radius * 0.86 * sin(angle))
        c.line([(x, y), tip], fade(OLIVE, 0.5), 4)


def _lily(c: Canvas, centre: Point, size: float, tone: Colour) -> None:
    for ring, (count, length) in enumerate(((9, 104), (8, 82), (6, 56))):
        for petal in range(count):
            angle = ring * 0.35 + petal * 2 * pi / count
            c.leaf(
                centre,
                length * size,
                angle,
                mix(mix(tone, CLAY, 0.25 - ring * 0.1), CREAM, ring * 0.3),
            )
    c.disc(centre, 20 * size, GOLD)
    c.disc(centre, 11 * size, mix(GOLD, BRICK, 0.4))


def _goldfish(c: Canvas, centre: Point, angle: float, size: float) -> None:
    def at(*places: Point) -> list[Point]:
        return turn([(x * size, y * size) for x, y in places], centre, angle)

    c.blob(
        [(x + 22, y + 26) for x, y in at((-120, 0), (0, 40), (110, 0), (0, -40))], fade(INK, 0.22)
    )
    tone = mix(BRICK, GOLD, 0.45)
    for side in (-1, 1):
        c.blob(
            at((-84, side * 4), (-140, side * 40), (-210, side * 74), (-190, side * 20), (-120, 0)),
            fade(mix(tone, CREAM, 0.4), 0.85),
        )
        c.blob(
            at((30, side * 30), (-10, side * 76), (-34, side * 70), (-10, side * 34)),
            fade(mix(tone, CREAM, 0.4), 0.8),
        )
    c.blob(
        at((-100, 0), (-30, 34), (50, 42), (104, 18), (112, 0), (104, -18), (50, -42), (-30, -34)),
        tone,
    )
    c.blob(at((-60, -4), (0, 10), (60, 6), (70, -12), (0, -14)), mix(tone, CREAM, 0.5))
    for side in (-1, 1):
        c.disc(at((84, side * 22))[0], 6 * size, INK)


def _dragonfly(c: Canvas, centre: Point) -> None:
    for angle in (0.35, -0.35, pi - 0.35, pi + 0.35):
        c.leaf(centre, 130, angle, fade(CREAM, 0.55))
    x, y = centre
    rounded(c, [(x, y - 26), (x, y + 40), (x + 6, y + 130)], mix(SEA, DEEP, 0.5), 12)
    c.disc((x, y - 34), 15, mix(DEEP, INK, 0.3))
