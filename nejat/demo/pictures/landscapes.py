"""Scenes under the open sky."""

from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point, smooth
from nejat.demo.pictures.palette import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    DEEP,
    GOLD,
    INK,
    LEAF,
    MIST,
    OLIVE,
    SAND,
    SEA,
    TEAL,
    Colour,
    fade,
    mix,
)
from nejat.demo.pictures.plants import cypress, tree


def garden(c: Canvas, rng: Random) -> None:
    c.sky(MIST, CREAM, end=620)
    c.glow((1180, 250), 420, CREAM)
    c.disc((1180, 250), 74, mix(GOLD, CREAM, 0.45))
    for base, colour in ((450, mix(SEA, CREAM, 0.55)), (500, mix(SEA, CREAM, 0.3))):
        c.ridge(base, 34, colour, rng)
    c.ridge(575, 10, LEAF, rng)
    for x in range(90, WIDTH, 210):
        cypress(c, (x + rng.uniform(-40, 40), 590), rng.uniform(130, 210), mix(TEAL, OLIVE, 0.4))
    c.ridge(640, 16, mix(LEAF, OLIVE, 0.4), rng)
    bends = [(760, 632, 8), (900, 680, 22), (760, 760, 52), (840, 880, 104), (700, 1040, 180)]
    left, right = ([(x + side * half, y) for x, y, half in bends] for side in (-1, 1))
    c.shape(smooth(left) + smooth(right)[::-1], SAND)
    c.shape(
        smooth(left) + smooth([(x - half * 0.5, y) for x, y, half in bends])[::-1],
        mix(SAND, CLAY, 0.2),
    )
    for x, y, size, colour in (
        (1330, 730, 200, OLIVE),
        (330, 700, 170, mix(OLIVE, TEAL, 0.4)),
        (1090, 668, 92, LEAF),
        (560, 660, 80, OLIVE),
    ):
        tree(c, (x, y), size, colour, rng)
    _flowers(c, rng)


def _flowers(c: Canvas, rng: Random) -> None:
    beds = [(rng.uniform(0, 520), rng.uniform(800, 990)) for _ in range(90)]
    beds += [(rng.uniform(1040, 1600), rng.uniform(800, 990)) for _ in range(90)]
    for x, y in sorted(beds, key=lambda place: place[1]):
        near = (y - 720) / 280
        c.line([(x, y + 60 * near), (x, y)], mix(OLIVE, INK, 0.2), 4 * near)
        c.leaf((x, y + 44 * near), 36 * near, rng.choice((-0.7, -2.4)), mix(OLIVE, TEAL, 0.3))
        c.disc((x, y), 15 * near, rng.choice((BRICK, CLAY, CREAM, GOLD)))
        c.disc((x, y), 5 * near, mix(BARK, GOLD, 0.3))


def sea(c: Canvas, rng: Random) -> None:
    c.sky(mix(SEA, CREAM, 0.45), mix(GOLD, CREAM, 0.55), end=560)
    c.glow((1060, 470), 520, CREAM)
    c.disc((1060, 470), 86, mix(GOLD, CREAM, 0.3))
    for y in (150, 210, 330):
        x = rng.uniform(100, 900)
        c.box((x, y), (x + rng.uniform(240, 420), y + 16), fade(CREAM, 0.5), radius=8)
        c.box((x + 70, y + 12), (x + 560, y + 26), fade(CREAM, 0.35), radius=7)
    c.blob(
        [(-60, 565), (60, 470), (200, 440), (330, 500), (470, 562), (200, 580)],
        mix(TEAL, MIST, 0.45),
    )
    c.sky(mix(SEA, GOLD, 0.2), DEEP, start=556)
    for _ in range(170):
        y = 562 + 430 * rng.random() ** 1.4
        near = (y - 540) / 450
        x, half = rng.gauss(1060, 60 + 190 * near), 12 + 70 * near * rng.random()
        c.box(
            (x - half, y), (x + half, y + 2 + 7 * near), fade(mix(GOLD, CREAM, 0.5), 0.5), radius=3
        )
    for step in range(5):
        y = 690 + step * 75
        wave = smooth([(x, y + rng.uniform(-14, 14)) for x in range(-80, 1760, 160)])
        c.shape([*wave, (WIDTH, HEIGHT), (0, HEIGHT)], fade(DEEP, 0.22))
    _boat(c, (520, 660))


def _boat(c: Canvas, foot: Point) -> None:
    x, y = foot
    c.blob(
        [
            (x - 90, y + 8),
            (x + 120, y + 8),
            (x + 60, y + 110),
            (x + 10, y + 190),
            (x - 30, y + 100),
        ],
        fade(CREAM, 0.16),
    )
    c.shape(smooth([(x - 12, y - 40), (x - 70, y - 130), (x - 12, y - 300)]), SAND)
    c.shape(
        smooth([(x + 4, y - 30), (x + 150, y - 60), (x + 90, y - 190), (x + 4, y - 320)]), CREAM
    )
    c.line([(x - 4, y), (x - 4, y - 330)], BARK, 7)
    c.shape(
        smooth([(x - 130, y - 22), (x - 92, y + 30), (x + 90, y + 30), (x + 160, y - 26)]), BRICK
    )
    c.shape([(x - 130, y - 22), (x + 160, y - 26), (x + 154, y - 12), (x - 124, y - 8)], CREAM)


def mountains(c: Canvas, rng: Random) -> None:
    c.sky(mix(MIST, CREAM, 0.3), CREAM, end=700)
    c.glow((520, 300), 460, CREAM)
    c.disc((520, 300), 92, mix(CLAY, CREAM, 0.55))
    for step in range(6):
        depth = step / 5
        c.ridge(390 + 100 * step, 120 - 12 * step, mix(mix(MIST, CREAM, 0.35), DEEP, depth), rng)
        c.glow((WIDTH * rng.random(), 520 + 90 * step), 420, CREAM, 0.18)
    for x in range(-10, 1640, 46):
        edge = 960 - 60 * abs(sin(x / 260)) + rng.uniform(-14, 14)
        cypress(c, (x, edge + 90), rng.uniform(120, 250), mix(DEEP, INK, 0.7))
    c.ridge(985, 12, mix(DEEP, INK, 0.6), rng)


def bridge(c: Canvas, rng: Random) -> None:
    c.sky(mix(MIST, SEA, 0.15), CREAM, end=620)
    c.glow((420, 260), 420, CREAM)
    c.ridge(420, 60, mix(SEA, CREAM, 0.55), rng)
    c.ridge(500, 40, mix(SEA, CREAM, 0.3), rng)
    c.ridge(575, 14, mix(LEAF, SEA, 0.25), rng)
    for foot in (60, 170, 1420, 1540):
        cypress(c, (foot, 610), rng.uniform(190, 280), mix(TEAL, OLIVE, 0.3))
    c.sky(mix(SEA, MIST, 0.5), mix(TEAL, DEEP, 0.4), start=640)
    _arches(c, 640, 1, mix(SAND, CLAY, 0.35))
    _arches(c, 648, -1, fade(mix(SAND, TEAL, 0.6), 0.6))
    for _ in range(60):
        x, y = rng.uniform(0, WIDTH), rng.uniform(660, 980)
        c.box((x, y), (x + rng.uniform(40, 190), y + 4), fade(CREAM, 0.22), radius=2)
    for side, left in ((-1, 0), (1, WIDTH)):
        bank = [(left, 600), (left - side * 190, 622), (left - side * 270, 664), (left, 720)]
        c.shape(smooth(bank), mix(OLIVE, LEAF, 0.5))
    for foot, size in ((1490, 150), (70, 110)):
        tree(c, (foot, 660), size, OLIVE, rng)


def _arches(c: Canvas, water: float, up: int, colour: Colour) -> None:
    heights = ((60, 100), (430, 196), (800, 232), (1170, 196), (1540, 100))
    deck = smooth([(x, water - up * height) for x, height in heights])
    arches = [(1190, 130, 110), (800, 170, 168), (410, 130, 110)]
    edge: list[Point] = [(1540, water)]
    for middle, half, tall in arches:
        edge += _bow((middle, water), half, up * tall)
    c.shape([*deck, *edge, (60, water)], colour)
    if up > 0:
        c.line([(x, y - 8) for x, y in deck], mix(colour, BARK, 0.35), 20)
        for middle, half, tall in arches:
            c.line(_bow((middle, water), half + 9, tall + 9), mix(colour, BARK, 0.3), 16)


def _bow(centre: Point, half: float, tall: float) -> list[Point]:
    angles = [step * pi / 24 for step in range(25)]
    return [(centre[0] + half * cos(angle), centre[1] - tall * sin(angle)) for angle in angles]
