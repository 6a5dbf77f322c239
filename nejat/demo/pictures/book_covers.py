"""Covers of the sample books: upright pictures without words, drawn about the middle."""

from collections.abc import Iterator
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
    LEAF,
    MIST,
    OLIVE,
    SAND,
    SEA,
    TEAL,
    WOOD,
    Colour,
    fade,
    mix,
)
from nejat.demo.pictures.people import FAIR, face, rounded, sleeve

MIDDLE = WIDTH / 2


def ring(
    centre: Point, radius: float, count: int, start: float = 0
) -> Iterator[tuple[Point, float]]:
    """Places around a circle, each with its angle in radians."""
    for step in range(count):
        angle = start + step * 2 * pi / count
        yield (centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)), angle


def arc(centre: Point, radius: float, flat: float = 1, upper: bool = True) -> list[Point]:
    """Half an ellipse, from its right end to its left one."""
    way = -1 if upper else 1
    angles = [step * pi / 32 for step in range(33)]
    x, y = centre
    return [(x + radius * cos(a), y + way * radius * flat * sin(a)) for a in angles]


def tea_tin(c: Canvas, rng: Random) -> None:
    c.sky(mix(DEEP, TEAL, 0.2), mix(TEAL, SEA, 0.1))
    for column in range(23):
        for row in range(9):
            _sprig_print(c, (column * 75 - 25, row * 100 + (50 if column % 2 else 0)))
    c.disc((MIDDLE, 420), 292, fade(GOLD, 0.25))
    c.disc((MIDDLE, 420), 268, mix(GOLD, CREAM, 0.3))
    c.glow((MIDDLE - 60, 330), 300, CREAM, 0.6)
    _shelf(c, 800)
    _tin(c, (MIDDLE + 10, 800))
    _lid(c, (MIDDLE - 222, 800))
    for x, angle in ((1010, -0.2), (1058, 0.3), (1034, 2.9)):
        c.leaf((x, 790 + rng.uniform(-3, 3)), 46, angle, mix(LEAF, SAND, rng.uniform(0.2, 0.5)))


def _sprig_print(c: Canvas, place: Point) -> None:
    """One motif of the wallpaper."""
    x, y = place
    tone = fade(MIST, 0.16)
    c.line([(x, y + 22), (x, y - 12)], tone, 3)
    for angle in (-pi / 2 - 0.8, -pi / 2 + 0.8):
        c.leaf((x, y + 12), 26, angle, tone)
    c.disc((x, y - 18), 6, fade(GOLD, 0.3))


def _shelf(c: Canvas, top: float) -> None:
    c.box((0, top), (WIDTH, HEIGHT), fade(INK, 0.28))
    for x in range(0, WIDTH + 50, 50):
        c.disc((x, top + 34), 27, CREAM)
        c.disc((x, top + 46), 5, mix(TEAL, INK, 0.3))
        c.disc((x + 25, top + 38), 3, mix(TEAL, INK, 0.3))
    c.box((0, top), (WIDTH, top + 34), mix(WOOD, CLAY, 0.35))
    c.box((0, top + 26), (WIDTH, top + 34), mix(WOOD, BARK, 0.6))


def _tin(c: Canvas, foot: Point) -> None:
    (x, y), half, tall = foot, 152, 372
    top = (x, y - tall)
    c.disc((x + 30, y), half * 1.16, fade(INK, 0.3), flat=0.1)
    c.disc(top, half, mix(BARK, INK, 0.6), flat=0.2)
    _folded_letter(c, (x + 8, y - tall - 60))
    red = mix(BRICK, CLAY, 0.1)
    body = [*arc(top, half, 0.2, upper=False), *reversed(arc((x, y - 12), half, 0.1, upper=False))]
    c.shape(body, red)
    c.box((x - half + 16, y - tall + 26), (x - half + 50, y - 12), fade(CREAM, 0.2), radius=17)
    c.box((x + half - 62, y - tall + 22), (x + half, y - 10), fade(INK, 0.16))
    for height, width in ((tall, 10), (tall - 40, 16), (58, 16), (16, 8)):
        c.line(arc((x, y - height), half - 5, 0.2 - 0.1 * (height < 100), upper=False), GOLD, width)
    c.disc((x, y - 166), 108, GOLD, flat=1.08)
    c.disc((x, y - 166), 98, CREAM, flat=1.08)
    _rose(c, (x, y - 176))


def _rose(c: Canvas, centre: Point) -> None:
    x, y = centre
    c.line(smooth([(x, y + 30), (x - 6, y + 66), (x + 4, y + 96)]), OLIVE, 7)
    for angle in (0.5, pi - 0.5):
        c.leaf((x, y + 62), 64, angle, mix(OLIVE, TEAL, 0.2))
    for place, _ in ring(centre, 34, 6, 0.3):
        c.disc(place, 32, mix(BRICK, CLAY, 0.55))
    for place, _ in ring(centre, 19, 5, 0.9):
        c.disc(place, 25, mix(BRICK, CLAY, 0.25))
    c.disc(centre, 24, BRICK)
    c.line(smooth([(x - 13, y + 5), (x, y - 12), (x + 12, y), (x + 2, y + 8)]), fade(CREAM, 0.6), 4)


def _folded_letter(c: Canvas, centre: Point) -> None:
    for angle, paper in ((-0.22, mix(SAND, CLAY, 0.12)), (-0.04, CREAM)):
        c.shape(turn([(-88, -150), (88, -150), (88, 120), (-88, 120)], centre, angle), paper)
    fold = turn([(-88, -28), (88, -28), (88, 120), (-88, 120)], centre, -0.04)
    c.shape(fold, fade(SAND, 0.5))
    for row in range(5):
        left, right = -62, 40 + 18 * (row % 3 - 1)
        line = [(left + (right - left) * t / 6, -118 + row * 34 + 4 * (t % 2)) for t in range(7)]
        c.line(smooth(turn(line, centre, -0.04)), mix(WOOD, BARK, 0.4), 5)


def _lid(c: Canvas, foot: Point) -> None:
    x, y = foot
    c.disc((x + 12, y - 2), 110, fade(INK, 0.28), flat=0.1)
    c.box((x - 96, y - 46), (x + 96, y - 8), mix(BRICK, INK, 0.18))
    c.disc((x, y - 8), 96, mix(BRICK, INK, 0.18), flat=0.12)
    c.disc((x, y - 46), 96, mix(BRICK, CLAY, 0.2), flat=0.2)
    c.disc((x, y - 48), 74, mix(BRICK, GOLD, 0.3), flat=0.17)
    c.disc((x, y - 50), 15, GOLD, flat=0.6)


def walking_ducks(c: Canvas, rng: Random) -> None:
    c.sky(mix(BRICK, CLAY, 0.35), mix(GOLD, CREAM, 0.55), end=660)
    c.glow((MIDDLE, 600), 560, CREAM, 0.8)
    c.ridge(600, 26, mix(CLAY, CREAM, 0.3), rng)
    c.disc((MIDDLE, 612), 128, CREAM)
    c.sky(mix(GOLD, CLAY, 0.35), mix(DEEP, TEAL, 0.4), start=660)
    c.shape(
        [(MIDDLE + x * 128, 662 + y * 112) for x, y in arc((0, 0), 1, 1, False)], fade(CREAM, 0.7)
    )
    _span(c, 660, 1, mix(DEEP, TEAL, 0.35))
    _span(c, 664, -1, fade(mix(DEEP, TEAL, 0.35), 0.72))
    for _ in range(70):
        x, y = rng.gauss(MIDDLE, 260), rng.uniform(680, 960)
        c.box((x, y), (x + rng.uniform(30, 150), y + 4), fade(mix(GOLD, CREAM, 0.6), 0.3), radius=2)
    _keeper(c, (528, _deck(528)))
    for number in range(9):
        x = 668 + 54 * number
        _duck(c, (x, _deck(x)), 1 if number else 1.25)
    for x in (452, 478, 505, 1120, 1150, 1172):
        _reed(c, (x, 1010), rng.uniform(120, 250), rng)


def _deck(x: float) -> float:
    """How high the road of the bridge lies."""
    return 400 + ((x - MIDDLE) / 60) ** 2 * 0.9


def _span(c: Canvas, water: float, up: int, colour: Colour) -> None:
    """The bridge above the water line, or with `up` of -1 below it."""

    def mirrored(points: list[Point]) -> list[Point]:
        return [(x, water - up * (660 - y)) for x, y in points]

    road = [(x, _deck(x) + 2) for x in range(-40, WIDTH + 80, 40)]
    arches = [arc((MIDDLE + 470, 660), 150), arc((MIDDLE, 660), 226), arc((MIDDLE - 470, 660), 150)]
    foot = [point for arch in arches for point in arch]
    c.shape(mirrored([*road, (WIDTH + 40, 660), *foot, (-40, 660)]), colour)
    if up > 0:
        c.line([(x, y + 26) for x, y in road], fade(GOLD, 0.35), 6)
        for centre, radius in ((MIDDLE + 470, 150), (MIDDLE, 226), (MIDDLE - 470, 150)):
            c.line(arc((centre, 660), radius + 13), fade(GOLD, 0.3), 20)


def _keeper(c: Canvas, foot: Point) -> None:
    """The watchman on his way to the west, with his chair on his back."""
    x, y = foot
    coat = mix(INK, DEEP, 0.4)
    for leg in ((-26, -2), (20, -2)):
        rounded(c, [(x, y - 52), (x + leg[0] * 0.6, y - 26), (x + leg[0], y + leg[1])], INK, 13)
    c.blob([(x - 16, y - 118), (x + 20, y - 116), (x + 30, y - 40), (x - 26, y - 40)], coat)
    chair = mix(BRICK, BARK, 0.3)
    for path in ([(18, -150), (44, -52)], [(40, -76), (84, -88)], [(46, -56), (88, -66)]):
        c.line([(x + dx, y + dy) for dx, dy in path], chair, 8)
    c.line([(x + 82, y - 92), (x + 66, y - 138)], chair, 8)
    c.line([(x + 30, y - 108), (x + 66, y - 138)], chair, 6)
    sleeve(c, [(x + 2, y - 108), (x - 22, y - 84), (x + 12, y - 100)], mix(coat, INK, 0.3), 13)
    face(c, (x - 6, y - 134), 17, mix(CREAM, INK, 0.2), FAIR)
    c.box((x - 28, y - 152), (x + 16, y - 144), INK, radius=4)
    c.box((x - 20, y - 166), (x + 10, y - 146), INK, radius=6)


def _duck(c: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    red = mix(BRICK, INK, 0.18)

    def at(*places: Point) -> list[Point]:
        return [(x + dx * size, y + dy * size) for dx, dy in places]

    for leg in (-3, 6):
        c.line(at((leg, -12), (leg - 2, 0)), red, 4)
    c.blob(at((-16, -16), (-8, -28), (12, -26), (26, -34), (18, -12), (0, -8)), red)
    c.blob(at((-18, -46), (-8, -44), (-4, -24), (-16, -20)), red)
    c.disc(at((-14, -44))[0], 9 * size, red)
    c.shape(at((-21, -47), (-34, -42), (-20, -39)), GOLD)


def _reed(c: Canvas, foot: Point, tall: float, rng: Random) -> None:
    x, y = foot
    tip = (x + rng.uniform(-30, 30), y - tall)
    c.line(smooth([foot, (x, y - tall * 0.6), tip]), INK, 7)
    c.box((tip[0] - 8, tip[1] - 44), (tip[0] + 8, tip[1] + 16), mix(BARK, INK, 0.4), radius=8)
    for _ in range(2):
        lean = rng.uniform(-70, 70)
        blade = smooth([foot, (x + lean * 0.3, y - tall * 0.5), (x + lean, y - tall * 0.9)])
        c.shape([*blade, *[(at + 9, up) for at, up in blade[:3]]], mix(DEEP, INK, 0.5))
