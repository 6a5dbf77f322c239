"""A gallery: the same garden in September and November."""

from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.canvas import WIDTH, Canvas, Point
from nejat.demo.pictures.palette import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
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
from nejat.demo.pictures.people import rounded


def september(c: Canvas, rng: Random) -> None:
    """A ladder in an apple tree."""
    c.sky(mix(SEA, CREAM, 0.35), mix(CREAM, GOLD, 0.25), end=820)
    c.ridge(740, 26, mix(SEA, LEAF, 0.55), rng)
    c.ridge(810, 12, mix(LEAF, OLIVE, 0.35), rng)
    c.disc((800, 890), 300, fade(INK, 0.16), flat=0.16)
    left = [(690, 910), (752, 840), (770, 640), (740, 420)]
    right = [(860, 420), (838, 640), (852, 840), (920, 912)]
    c.blob([*left, *right, (800, 890)], BARK)
    for path in ([(780, 560), (700, 420), (600, 330)], [(820, 560), (920, 420), (1010, 330)]):
        rounded(c, path, BARK, 40)
    _leaves(c, rng)
    for _ in range(80):
        x, y = rng.uniform(0, WIDTH), rng.uniform(860, 1000)
        way = -pi / 2 + rng.uniform(-0.4, 0.4)
        c.leaf((x, y), rng.uniform(24, 44), way, fade(mix(OLIVE, LEAF, 0.5), 0.8))
    _ladder(c)
    _basket(c, (612, 920))
    for x, y in ((980, 906), (1040, 930), (760, 944), (880, 960), (540, 960)):
        _apple(c, (x, y), 25)


def _leaves(c: Canvas, rng: Random) -> None:
    for number in range(330):
        far, way = rng.random() ** 0.55, rng.uniform(0, 2 * pi)
        spot = (800 + 340 * far * cos(way), 300 + 300 * far * sin(way))
        tone = mix(mix(TEAL, OLIVE, 0.7), LEAF, number / 330)
        c.leaf(
            spot, rng.uniform(60, 100), rng.uniform(0, 2 * pi), mix(tone, INK, rng.uniform(0, 0.16))
        )
    for x, y in (
        (560, 300), (640, 190), (690, 400), (760, 110), (800, 280), (900, 180), (930, 380),
        (1010, 250), (1050, 390), (860, 480), (620, 480), (980, 510), (720, 520), (540, 400),
    ):  # fmt: skip
        _apple(c, (x, y), 30)


def _apple(c: Canvas, centre: Point, radius: float) -> None:
    x, y = centre
    c.line([(x, y - radius * 0.7), (x + 5, y - radius * 1.35)], BARK, radius * 0.18)
    outline = [
        (0, -0.72),
        (0.6, -0.98),
        (1.02, -0.3),
        (0.7, 0.8),
        (0, 0.9),
        (-0.7, 0.8),
        (-1.02, -0.3),
        (-0.6, -0.98),
    ]
    c.blob([(x + dx * radius, y + dy * radius) for dx, dy in outline], BRICK)
    c.disc((x - radius * 0.32, y - radius * 0.3), radius * 0.28, fade(CREAM, 0.4))
    c.leaf((x + 4, y - radius), radius * 0.9, -0.4, LEAF)


def _ladder(c: Canvas) -> None:
    wood = mix(SAND, WOOD, 0.35)
    for step in range(9):
        y = 880 - step * 78
        x = 890 + (930 - y) * 0.11
        c.line([(x, y), (x + 112 - (930 - y) * 0.09, y)], mix(wood, BARK, 0.25), 14)
    for foot, top in (((884, 940), (972, 180)), ((1008, 932), (1020, 176))):
        c.line([foot, top], wood, 20)
        c.line([foot, top], fade(CREAM, 0.3), 6)


def _basket(c: Canvas, foot: Point) -> None:
    x, y = foot
    c.disc((x, y), 120, fade(INK, 0.25), flat=0.2)
    c.line(
        [(x + 96 * cos(a * pi / 20), y - 110 - 130 * sin(a * pi / 20)) for a in range(21)], BARK, 12
    )
    for dx, dy in ((-60, -118), (-20, -132), (24, -130), (62, -116), (0, -150), (40, -150)):
        _apple(c, (x + dx, y + dy), 27)
    c.turned(x, [(104, y - 112), (100, y - 60), (84, y)], mix(WOOD, GOLD, 0.35))
    for row in range(4):
        for column in range(8):
            at = (x - 90 + row * 3 + column * (22 - row) + (row % 2) * 8, y - 92 + row * 24)
            c.box(at, (at[0] + 14, at[1] + 12), mix(WOOD, BARK, 0.3), radius=4)
    c.box((x - 112, y - 122), (x + 112, y - 102), mix(WOOD, SAND, 0.3), radius=10)


def november(c: Canvas, rng: Random) -> None:
    """A wheelbarrow of leaves in the low sun."""
    c.sky(mix(MIST, SAND, 0.4), mix(GOLD, CREAM, 0.55), end=640)
    c.glow((330, 470), 460, CREAM)
    c.disc((330, 470), 80, mix(GOLD, CREAM, 0.4))
    for depth, count in ((0.75, 9), (0.5, 6), (0.2, 4)):
        for number in range(count):
            x = number * WIDTH / count + rng.uniform(0, 120)
            _trunk(c, (x, 690 - depth * 90), 1.3 - depth, mix(BARK, mix(MIST, SAND, 0.5), depth))
    c.sky(mix(LEAF, SAND, 0.45), mix(OLIVE, BARK, 0.25), start=640)
    tones = (BRICK, GOLD, CLAY, mix(GOLD, BRICK, 0.4), mix(BARK, CLAY, 0.5))
    for _ in range(170):
        spot = rng.uniform(0, WIDTH), 650 + 350 * rng.random() ** 0.8
        c.leaf(spot, 14 + (spot[1] - 640) / 11, rng.uniform(0, 6), rng.choice(tones))
    _barrow(c, rng, tones)
    _rake(c)
    for _ in range(26):
        spot = rng.uniform(0, WIDTH), rng.uniform(40, 640)
        c.leaf(spot, rng.uniform(20, 36), rng.uniform(0, 6), rng.choice(tones))


def _trunk(c: Canvas, foot: Point, size: float, tone: Colour) -> None:
    x, y = foot
    rounded(c, [(x, y), (x + 8, y - 300 * size), (x - 10, y - 800 * size)], tone, 46 * size)
    for side, start in ((-1, 260), (1, 330), (-1, 430), (1, 480)):
        bough = [(0, -start), (side * 90, -start - 90), (side * 130, -start - 240)]
        rounded(c, [(x + dx * size, y + dy * size) for dx, dy in bough], tone, 16 * size)


def _barrow(c: Canvas, rng: Random, tones: tuple[Colour, ...]) -> None:
    c.disc((900, 912), 420, fade(INK, 0.25), flat=0.1)
    c.line([(1330, 660), (1000, 760), (560, 850)], mix(WOOD, BARK, 0.4), 24)
    for x in (1060, 1120):
        c.line([(x - 20, 760), (x, 905)], mix(INK, BARK, 0.3), 18)
    for number in range(150):
        share = number / 150
        spot = (890 + rng.gauss(0, 120) * (1.1 - share * 0.6), 640 - share * 130 + rng.gauss(0, 24))
        c.leaf(spot, rng.uniform(46, 72), rng.uniform(0, 6), rng.choice(tones))
    c.shape([(630, 620), (1180, 620), (1080, 810), (720, 830)], mix(TEAL, SEA, 0.2))
    c.shape([(900, 620), (1180, 620), (1080, 810), (900, 820)], fade(INK, 0.14))
    c.box((616, 606), (1194, 636), mix(TEAL, MIST, 0.3), radius=14)
    c.disc((620, 850), 76, INK)
    c.disc((620, 850), 54, mix(MIST, INK, 0.3))
    for step in range(6):
        tip = (620 + 56 * cos(step * pi / 3), 850 + 56 * sin(step * pi / 3))
        c.line([(620, 850), tip], INK, 7)
    c.disc((620, 850), 14, BRICK)


def _rake(c: Canvas) -> None:
    c.line([(1260, 940), (1500, 300)], mix(WOOD, SAND, 0.35), 18)
    for step in range(9):
        c.line([(1262, 930), (1170 + step * 20, 980 - step * 1)], mix(BARK, INK, 0.3), 6)
    c.line([(1186, 962), (1320, 956)], mix(BARK, INK, 0.3), 8)
