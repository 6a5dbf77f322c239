"""Scenes under the evening sky."""

from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point, smooth, turn
from nejat.demo.pictures.palette import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    DEEP,
    GOLD,
    INK,
    SEA,
    TEAL,
    Colour,
    fade,
    mix,
)
from nejat.demo.pictures.plants import cypress


def city(c: Canvas, rng: Random) -> None:
    c.sky(mix(DEEP, INK, 0.3), mix(CLAY, GOLD, 0.45), end=640)
    c.glow((980, 610), 560, mix(GOLD, CREAM, 0.4), 0.8)
    c.disc((980, 560), 70, mix(GOLD, CREAM, 0.4))
    c.ridge(560, 30, mix(CLAY, TEAL, 0.55), rng)
    for base, depth in ((640, 0.0), (760, 0.5), (900, 1.0)):
        _street(c, base, mix(mix(BRICK, BARK, 0.5), mix(DEEP, INK, 0.4), 0.25 + depth * 0.75), rng)
    for x, y in ((300, 180), (350, 210), (250, 230), (1310, 140), (1350, 165)):
        wing = [(x - 20, y - 9), (x - 8, y - 11), (x, y), (x + 8, y - 11), (x + 20, y - 9)]
        c.line(smooth(wing), fade(CREAM, 0.6), 3)


def _street(c: Canvas, base: float, colour: Colour, rng: Random) -> None:
    x = -60.0
    while x < WIDTH:
        width, roof = rng.uniform(90, 190), base - rng.uniform(20, 130)
        c.box((x, roof), (x + width, HEIGHT), colour)
        roof_of = rng.choice((None, _gable, _gable, _dome, _tower))
        if roof_of:
            roof_of(c, (x, roof), width, colour)
        _lights(c, (x, roof), width, rng)
        x += width + rng.choice((0, 0, 6))


def _gable(c: Canvas, corner: Point, width: float, colour: Colour) -> None:
    x, y = corner
    c.shape([(x - 8, y), (x + width / 2, y - 50), (x + width + 8, y)], colour)


def _dome(c: Canvas, corner: Point, width: float, colour: Colour) -> None:
    (x, y), half = corner, width * 0.4
    profile = [(0, y - half * 1.5), (3, y - half * 1.15), (half * 0.85, y - half * 0.6), (half, y)]
    c.turned(x + width / 2, profile, colour)


def _tower(c: Canvas, corner: Point, width: float, colour: Colour) -> None:
    x, y = corner[0] + width * 0.4, corner[1]
    c.box((x - 21, y - 150), (x + 21, y), colour)
    c.box((x - 27, y - 118), (x + 27, y - 106), colour)
    c.turned(x, [(0, y - 225), (4, y - 195), (21, y - 150)], colour)


def _lights(c: Canvas, corner: Point, width: float, rng: Random) -> None:
    for column in range(int(width / 38)):
        for row in range(3):
            if rng.random() < 0.34:
                x, y = corner[0] + 16 + column * 38, corner[1] + 26 + row * 56
                c.box((x, y), (x + 14, y + 24), mix(GOLD, CREAM, rng.uniform(0, 0.5)), radius=7)


def night(c: Canvas, rng: Random) -> None:
    c.sky(INK, mix(TEAL, SEA, 0.35))
    c.glow((1180, 260), 420, SEA, 0.5)
    for _ in range(420):
        x, y = rng.uniform(0, WIDTH), 760 * rng.random() ** 1.3
        c.disc((x, y), rng.choice((1.2, 1.6, 2, 3.2)), fade(CREAM, rng.uniform(0.35, 1)))
    for _ in range(260):
        along = rng.random()
        x, y = along * WIDTH, 640 - along * 560 + rng.gauss(0, 48)
        c.disc((x, y), rng.choice((1.2, 1.8, 2.4)), fade(CREAM, rng.uniform(0.2, 0.7)))
    _crescent(c, (1180, 260), 88)
    for step in range(3):
        c.ridge(
            740 + 80 * step, 60 - 14 * step, mix(mix(TEAL, SEA, 0.1), INK, 0.4 + 0.25 * step), rng
        )
    _house(c, (430, 850))
    for x, height in ((300, 260), (350, 190), (640, 220), (1290, 300), (1350, 210)):
        cypress(c, (x, 930), height, mix(INK, DEEP, 0.35))
    c.ridge(950, 14, INK, rng)


def _crescent(c: Canvas, centre: Point, radius: float) -> None:
    outer = [pi / 2 + pi * step / 40 for step in range(41)]
    edge = [(radius * cos(angle), radius * sin(angle)) for angle in outer]
    inner = [(x * 0.42, y) for x, y in reversed(edge)]
    c.shape(turn(edge + inner, centre, -0.5), mix(GOLD, CREAM, 0.6))


def _house(c: Canvas, corner: Point) -> None:
    x, y = corner
    c.box((x, y - 20), (x + 160, y + 110), mix(DEEP, INK, 0.75))
    c.shape([(x - 20, y - 16), (x + 80, y - 84), (x + 180, y - 16)], mix(BRICK, INK, 0.72))
    c.glow((x + 80, y + 36), 130, GOLD, 0.5)
    c.box((x + 60, y + 12), (x + 100, y + 62), mix(GOLD, CREAM, 0.35), radius=18)
