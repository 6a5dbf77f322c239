"""A gallery: a journey by train, before it begins."""

from random import Random

from nejat.demo.pictures.canvas import WIDTH, Canvas, Point, smooth
from nejat.demo.pictures.palette import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    DEEP,
    GOLD,
    INK,
    MIST,
    SAND,
    SEA,
    TEAL,
    WOOD,
    Colour,
    fade,
    mix,
)

BRASS = mix(GOLD, BARK, 0.3)


def luggage(c: Canvas, rng: Random) -> None:
    """Two suitcases on a bench in the waiting room."""
    c.sky(mix(SAND, CREAM, 0.4), mix(SAND, CLAY, 0.15), end=800)
    c.box((0, 560), (WIDTH, 830), mix(TEAL, SEA, 0.25))
    c.box((0, 548), (WIDTH, 566), mix(TEAL, DEEP, 0.4))
    for x in range(0, WIDTH, 160):
        c.box((x + 16, 590), (x + 144, 800), mix(TEAL, SEA, 0.4), radius=4)
    c.sky(mix(CLAY, BARK, 0.3), mix(CLAY, BARK, 0.55), start=820)
    for x in range(-400, 2000, 200):
        c.line([(800 + (x - 800) * 0.7, 820), (x, 1000)], fade(CREAM, 0.18), 4)
    _poster(c, (150, 110), rng)
    _wall_clock(c, (1360, 260))
    c.disc((800, 930), 640, fade(INK, 0.22), flat=0.08)
    _bench(c)
    _suitcase(c, (330, 740), (470, 300), mix(BRICK, BARK, 0.3))
    _suitcase(c, (400, 440), (330, 180), mix(GOLD, WOOD, 0.4))
    _hat(c, (960, 740))
    c.line([(1180, 744), (1330, 430)], mix(INK, TEAL, 0.3), 34)
    c.line([(1172, 760), (1190, 724)], BARK, 10)
    c.line(smooth([(1330, 432), (1352, 380), (1392, 384), (1390, 420)]), WOOD, 15)


def _bench(c: Canvas) -> None:
    for x in (220, 1340):
        c.box((x, 740), (x + 40, 930), mix(WOOD, BARK, 0.5))
    for row in range(3):
        y = 520 + row * 66
        c.box((160, y), (1440, y + 46), mix(WOOD, CLAY, 0.3 + row * 0.1), radius=8)
    c.shape([(150, 716), (1450, 716), (1500, 766), (100, 766)], mix(WOOD, SAND, 0.25))
    c.box((100, 762), (1500, 786), mix(WOOD, BARK, 0.3))


def _poster(c: Canvas, corner: Point, rng: Random) -> None:
    x, y = corner
    c.box((x, y), (x + 300, y + 380), mix(WOOD, BARK, 0.2))
    c.box((x + 16, y + 16), (x + 284, y + 364), mix(SEA, MIST, 0.6))
    c.disc((x + 200, y + 100), 42, mix(GOLD, CREAM, 0.3))
    peaks = [
        (x + 16, y + 270),
        (x + 90, y + 150),
        (x + 140, y + 210),
        (x + 210, y + 120),
        (x + 284, y + 240),
    ]
    c.shape([*peaks, (x + 284, y + 364), (x + 16, y + 364)], mix(TEAL, SEA, 0.3))
    c.box((x + 16, y + 290), (x + 284, y + 364), CREAM)
    for row in range(2):
        c.box(
            (x + 60 + row * 20, y + 312 + row * 24),
            (x + 240 - row * 20, y + 324 + row * 24),
            BRICK,
            radius=4,
        )
    c.disc((x + 80, y + 270), rng.uniform(10, 12), CREAM)


def _wall_clock(c: Canvas, centre: Point) -> None:
    x, y = centre
    c.disc((x + 10, y + 12), 112, fade(INK, 0.2))
    c.disc(centre, 110, mix(WOOD, BARK, 0.3))
    c.disc(centre, 92, CREAM)
    for step in range(12):
        tick = (x + 78 * _cosine(step), y + 78 * _cosine(step + 9))
        c.disc(tick, 5, INK)
    c.line([centre, (x - 44, y - 14)], INK, 11)
    c.line([centre, (x + 6, y - 72)], INK, 7)
    c.disc(centre, 9, BRICK)


def _cosine(twelfth: int) -> float:
    return (1, 0.866, 0.5, 0, -0.5, -0.866, -1, -0.866, -0.5, 0, 0.5, 0.866)[twelfth % 12]


def _suitcase(c: Canvas, corner: Point, size: Point, tone: Colour) -> None:
    """A suitcase; `corner` is its lower left one."""
    (x, y), (wide, tall) = corner, size

    def at(across: float, up: float) -> Point:
        return x + wide * across, y - tall * up

    top = y - tall - 40
    handle = [at(0.38, 1), (x + wide * 0.42, top), (x + wide * 0.58, top), at(0.62, 1)]
    c.line(smooth(handle), BARK, 15)
    c.box((x, y - tall), (x + wide, y), tone, radius=22)
    c.box(at(0, 0.62), at(1, 0.58), mix(tone, INK, 0.4))
    for share in (0.14, 0.8):
        c.box(at(share, 1), at(share + 0.06, 0), mix(tone, INK, 0.3))
        c.box(at(share - 0.01, 0.68), at(share + 0.07, 0.52), BRASS, radius=4)
    for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1)):
        c.disc((x + 20 + dx * (wide - 40), y - 20 - dy * (tall - 40)), 16, BRASS)
    c.box(at(0.36, 0.46), at(0.6, 0.12), CREAM, radius=4)
    c.box(at(0.4, 0.36), at(0.56, 0.32), mix(INK, MIST, 0.4))
    c.box(at(0.4, 0.26), at(0.5, 0.22), mix(INK, MIST, 0.4))


def _hat(c: Canvas, foot: Point) -> None:
    x, y = foot
    felt = mix(DEEP, SEA, 0.3)
    c.disc((x, y - 12), 140, felt, flat=0.18)
    c.turned(x, [(30, y - 124), (74, y - 116), (86, y - 60), (90, y - 14)], felt)
    c.turned(x, [(86, y - 58), (90, y - 24)], INK)
    c.leaf((x + 76, y - 50), 90, -1.0, BRICK)
