"""A gallery: a journey by train, seen from outside."""

from math import sin
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
from nejat.demo.pictures.people import DARK, FAIR, sleeve, standing
from nejat.demo.pictures.plants import cypress, tree


def viaduct(c: Canvas, rng: Random) -> None:
    """A small red train on a high viaduct over a misty valley."""
    c.sky(mix(SEA, MIST, 0.5), mix(CREAM, SAND, 0.2), end=700)
    c.glow((420, 230), 360, CREAM)
    for step in range(3):
        tone = mix(mix(MIST, CREAM, 0.3), mix(TEAL, SEA, 0.4), step / 3)
        c.ridge(360 + step * 90, 110 - step * 16, tone, rng)
    _span(c)
    _train(c, (560, 420), 5, (mix(BRICK, CLAY, 0.15), mix(MIST, CREAM, 0.4)))
    for number in range(9):
        x, y = 1226 - number * 78, 336 - number * 12 - 8 * sin(number)
        c.disc((x, y), 14 + number * 5.5, fade(CREAM, 0.75 - number * 0.06), flat=0.8)
    for side, edge in ((-1, 0), (1, WIDTH)):
        _slope(c, side, edge, rng)
    river = [(640, 1010), (760, 900), (860, 830), (820, 760), (900, 700)]
    c.shape(
        [*smooth(river), *smooth([(930, 700), (880, 770), (950, 840), (930, 910), (940, 1010)])],
        mix(SEA, MIST, 0.5),
    )
    for _ in range(5):
        x, y = rng.uniform(300, 1200), rng.uniform(620, 900)
        c.disc((x, y), rng.uniform(160, 280), fade(CREAM, 0.16), flat=0.16)


def _slope(c: Canvas, side: int, edge: float, rng: Random) -> None:
    """A wooded side of the valley that falls away from the edge of the frame."""
    fall = ((0, 400), (150, 450), (330, 640), (470, 900), (560, 1040))
    crest = [(edge - side * x, y) for x, y in fall]
    c.shape([*smooth(crest), (edge, 1040)], mix(OLIVE, TEAL, 0.25))
    for number in range(12):
        x = edge - side * (30 + number * 38)
        y = 470 + number * 44 + rng.uniform(-20, 30)
        cypress(c, (x, y), rng.uniform(90, 160), mix(DEEP, OLIVE, 0.35))


def _span(c: Canvas) -> None:
    stone = mix(SAND, CLAY, 0.35)
    c.ridge(900, 20, mix(LEAF, OLIVE, 0.5), Random(4))
    for number in range(9):
        x = 150 + number * 165
        c.shape([(x - 24, 480), (x + 24, 480), (x + 34, 980), (x - 34, 980)], stone)
        c.shape([(x + 6, 480), (x + 24, 480), (x + 34, 980), (x + 10, 980)], mix(stone, BARK, 0.2))
    for number in range(-1, 10):
        left, right = 150 + number * 165 + 24, 150 + (number + 1) * 165 - 24
        arch = [
            (left, 560),
            (left + 12, 510),
            ((left + right) / 2, 474),
            (right - 12, 510),
            (right, 560),
        ]
        c.shape([(left - 2, 446), *smooth(arch), (right + 2, 446)], stone)
    c.box((-20, 420), (1620, 462), mix(stone, CREAM, 0.15))
    c.box((-20, 458), (1620, 468), mix(stone, BARK, 0.35))


def _train(c: Canvas, rail: Point, coaches: int, tones: tuple[Colour, Colour]) -> None:
    """A train that runs to the right; `rail` is where its last wheel stands."""
    x, y = rail
    coat, glass = tones
    for number in range(coaches):
        left = x + number * 128
        c.box((left, y - 62), (left + 122, y - 12), coat, radius=8)
        c.box((left - 2, y - 66), (left + 124, y - 56), mix(coat, INK, 0.4), radius=5)
        for pane in range(5):
            c.box((left + 10 + pane * 22, y - 48), (left + 25 + pane * 22, y - 30), glass, radius=2)
        for wheel in (22, 46, 78, 100):
            c.disc((left + wheel, y - 7), 8, INK)
    nose = x + coaches * 128
    body = [
        (nose, y - 12),
        (nose, y - 66),
        (nose + 96, y - 66),
        (nose + 140, y - 34),
        (nose + 144, y - 12),
    ]
    c.shape(body, mix(coat, INK, 0.3))
    c.shape(
        [(nose + 70, y - 58), (nose + 94, y - 58), (nose + 116, y - 38), (nose + 70, y - 38)], glass
    )
    for wheel in (24, 58, 92, 120):
        c.disc((nose + wheel, y - 8), 10, INK)


def night(c: Canvas, rng: Random) -> None:
    """A lighted train along a lake under the stars."""
    c.sky(INK, mix(DEEP, TEAL, 0.7), end=600)
    for _ in range(260):
        x, y = rng.uniform(0, WIDTH), 540 * rng.random() ** 1.3
        c.disc((x, y), rng.choice((1.4, 1.8, 2.6)), fade(CREAM, rng.uniform(0.3, 0.95)))
    c.glow((300, 220), 300, mix(GOLD, CREAM, 0.6), 0.5)
    c.disc((300, 220), 70, mix(GOLD, CREAM, 0.65))
    for spot, radius in (((276, 200), 14), ((322, 240), 20), ((318, 190), 9)):
        c.disc(spot, radius, fade(mix(GOLD, BARK, 0.2), 0.35))
    c.ridge(500, 90, mix(DEEP, INK, 0.35), rng)
    c.ridge(570, 30, mix(DEEP, INK, 0.65), rng)
    c.sky(mix(TEAL, DEEP, 0.5), INK, start=640)
    c.box((0, 622), (WIDTH, 650), mix(INK, BARK, 0.2))
    _train(c, (330, 628), 8, (mix(TEAL, DEEP, 0.4), mix(GOLD, CREAM, 0.3)))
    c.shape([(1492, 586), (1700, 540), (1700, 660), (1492, 606)], fade(GOLD, 0.35))
    _reflections(c, rng)
    for x in (90, 150, 1180, 1240, 1290):
        cypress(c, (x, 640), rng.uniform(130, 220), mix(INK, DEEP, 0.3))
    for x in range(-20, 1640, 30):
        tall = rng.uniform(30, 110)
        c.line([(x, 1010), (x + 8, 1000 - tall)], mix(INK, OLIVE, 0.15), 6)


def _reflections(c: Canvas, rng: Random) -> None:
    """The windows of the train and the moon, broken by the water."""
    for number in range(40):
        x = 348 + number // 5 * 128 + number % 5 * 22
        for strip in range(rng.choice((2, 3, 4, 4, 5))):
            half, y = rng.uniform(6, 13), 664 + strip * 26 + rng.uniform(-4, 4)
            shift = rng.uniform(-6, 6)
            tone = fade(mix(GOLD, CREAM, 0.2), 0.6 - strip * 0.11)
            c.box((x + shift - half, y), (x + shift + half, y + 11), tone, radius=5)
    for strip in range(12):
        y = 664 + strip * 28
        half = 60 + 30 * sin(strip * 1.7)
        c.box((300 - half, y), (300 + half, y + 6), fade(CREAM, 0.3 - strip * 0.015), radius=3)


def arrival(c: Canvas, rng: Random) -> None:
    """Two people meet on the platform of a small station by the sea."""
    c.sky(mix(SEA, MIST, 0.4), mix(CREAM, GOLD, 0.3), end=520)
    c.glow((980, 420), 380, CREAM, 0.9)
    c.blob([(1000, 540), (1150, 430), (1340, 400), (1560, 450), (1700, 540)], mix(SEA, TEAL, 0.3))
    c.sky(mix(SEA, TEAL, 0.15), mix(TEAL, SEA, 0.5), start=500, end=720)
    for _ in range(70):
        x, y = rng.gauss(980, 200), rng.uniform(508, 690)
        c.box((x, y), (x + rng.uniform(20, 80), y + 4), fade(CREAM, 0.4), radius=2)
    c.shape([(670, 560), (676, 450), (736, 552)], CREAM)
    c.shape([(614, 566), (756, 562), (730, 592), (642, 592)], BRICK)
    c.box((560, 640), (WIDTH, 660), CREAM)
    for x in range(580, WIDTH, 74):
        c.box((x, 640), (x + 14, 730), CREAM)
    c.sky(mix(SAND, CLAY, 0.3), mix(SAND, CLAY, 0.55), start=720)
    c.shape([(0, 850), (560, 722), (600, 722), (120, 1000), (0, 1000)], mix(GOLD, CREAM, 0.4))
    tree(c, (1450, 760), 250, mix(OLIVE, TEAL, 0.2), rng)
    _coach(c)
    _name_board(c, (1080, 470))
    c.shape([(760, 860), (1000, 850), (1240, 910), (960, 930)], fade(INK, 0.14))
    standing(c, (850, 880), 420, BRICK, (mix(MIST, INK, 0.2), FAIR))
    standing(c, (940, 876), 390, mix(DEEP, TEAL, 0.4), (INK, DARK))
    sleeve(c, [(800, 550), (840, 620), (950, 590)], mix(BRICK, INK, 0.12), 32)
    sleeve(c, [(990, 570), (960, 650), (860, 640)], mix(DEEP, INK, 0.2), 30, DARK)
    standing(c, (1180, 900), 250, GOLD, (BARK, FAIR))
    c.box((650, 790), (770, 890), mix(WOOD, BARK, 0.2), radius=12)
    c.box((690, 772), (730, 792), mix(BARK, INK, 0.3), radius=6)
    c.box((650, 826), (770, 836), GOLD)


def _coach(c: Canvas) -> None:
    """The side of a coach, its door open, at the left of the platform."""
    side = [(-20, 180), (470, 330), (520, 730), (-20, 900)]
    c.shape(side, mix(TEAL, DEEP, 0.25))
    c.shape([(-20, 130), (480, 310), (478, 344), (-20, 190)], mix(DEEP, INK, 0.5))
    c.shape([(-20, 590), (500, 580), (503, 604), (-20, 640)], mix(GOLD, CREAM, 0.2))
    for left, right in ((20, 150), (190, 280)):
        tops = [300 + x * 0.28 for x in (left, right)]
        lows = [520 + x * 0.04 for x in (left, right)]
        c.shape(
            [(left, tops[0]), (right, tops[1]), (right, lows[1]), (left, lows[0])],
            mix(MIST, CREAM, 0.5),
        )
    c.shape([(330, 380), (440, 404), (466, 742), (344, 776)], mix(INK, DEEP, 0.4))
    c.shape([(440, 404), (520, 420), (548, 742), (466, 742)], mix(TEAL, SEA, 0.25))
    c.shape([(456, 440), (508, 450), (516, 560), (464, 556)], mix(MIST, CREAM, 0.5))
    c.shape([(344, 776), (480, 742), (530, 760), (380, 806)], mix(BARK, INK, 0.3))


def _name_board(c: Canvas, corner: Point) -> None:
    x, y = corner
    for post in (20, 250):
        c.box((x + post, y), (x + post + 16, 730), mix(WOOD, BARK, 0.3))
    c.box((x - 10, y - 10), (x + 300, y + 84), mix(TEAL, DEEP, 0.3), radius=10)
    c.box((x, y), (x + 290, y + 74), CREAM, radius=6)
    c.box((x + 50, y + 22), (x + 240, y + 36), mix(TEAL, DEEP, 0.3), radius=4)
    c.box((x + 90, y + 48), (x + 200, y + 58), mix(SEA, TEAL, 0.3), radius=4)
