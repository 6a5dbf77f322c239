"""Cartoons about the weather."""

from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point, smooth
from nejat.demo.pictures.ink import (
    TAN,
    WHITE,
    curve,
    eyes,
    hair,
    hand,
    head,
    limb,
    outlined,
    outlined_blob,
    outlined_disc,
    shoe,
    smile,
    stroke,
)
from nejat.demo.pictures.ink_animals import dog
from nejat.demo.pictures.palette import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    GOLD,
    INK,
    MIST,
    OLIVE,
    SEA,
    TEAL,
    WOOD,
    Colour,
    mix,
)


def scarf(c: Canvas, rng: Random) -> None:
    """A bare tree in the snow that wears a scarf of paper cranes."""
    c.box((0, 0), (WIDTH, HEIGHT), mix(SEA, MIST, 0.45))
    edge = smooth([(-20, 820), (400, 780), (820, 800), (1240, 770), (1620, 810)])
    outlined(c, [*edge, (1620, 1040), (-20, 1040)], WHITE)
    for _ in range(70):
        c.disc((rng.uniform(0, WIDTH), rng.uniform(0, 960)), rng.uniform(5, 10), WHITE)
    trunk = [(640, 880), (720, 800), (734, 600), (726, 400), (800, 350), (880, 400), (872, 600)]
    outlined_blob(c, [*trunk, (886, 800), (980, 880), (810, 862)], BARK)
    for path, width in (
        ([(800, 420), (640, 300), (520, 280), (420, 180)], 44),
        ([(620, 296), (560, 180), (580, 90)], 26),
        ([(820, 400), (980, 260), (1120, 240), (1240, 130)], 44),
        ([(1010, 256), (1050, 150), (1030, 70)], 26),
        ([(810, 420), (800, 240), (840, 60)], 40),
    ):
        limb(c, path, BARK, width)
    c.disc((800, 420), 62, BARK)
    for x, y in ((780, 700), (830, 760), (800, 640)):
        curve(c, [(x, y), (x + 10, y - 30), (x, y - 60)], mix(BARK, INK, 0.5), width=6)
    _cranes(c)
    _ladder(c)
    dog(c, (1330, 900), -1)
    outlined_blob(c, [(1296, 764), (1344, 772), (1372, 790), (1360, 812), (1290, 796)], BRICK)
    outlined(c, [(1340, 796), (1374, 800), (1384, 862), (1350, 860)], BRICK)


def _cranes(c: Canvas) -> None:
    """The scarf: two turns around the trunk and a long end in the wind."""
    turns = (
        [(716, 470), (760, 506), (830, 500), (886, 458)],
        [(714, 540), (770, 580), (836, 570), (884, 520)],
        [(884, 500), (1000, 520), (1110, 470), (1230, 500), (1380, 430), (1500, 450)],
        [(716, 540), (680, 580), (560, 520)],
    )
    tones = (BRICK, CREAM, GOLD, CLAY, MIST, TEAL)
    for path in turns:
        curve(c, path, width=8)
    places = [point for path in turns[:3] for point in smooth(path, steps=2)]
    for number, place in enumerate(places):
        _crane(c, place, 0.62 if number < 14 else 0.85, tones[number % len(tones)])
    _crane(c, (544, 508), 0.9, GOLD)


def _crane(c: Canvas, centre: Point, size: float, colour: Colour) -> None:
    folds = (
        ([(30, 6), (60, -84), (-20, 4)], mix(colour, INK, 0.25)),
        ([(-20, 16), (-96, -30), (-26, 34)], colour),
        ([(20, 14), (76, -44), (104, -28), (78, -26), (34, 34)], colour),
        ([(-36, 22), (0, 0), (42, 20), (0, 50)], colour),
        ([(-28, 20), (-46, -88), (20, 10)], mix(colour, WHITE, 0.5)),
    )
    for points, tone in folds:
        outlined(
            c, [(centre[0] + x * size, centre[1] + y * size) for x, y in points], tone, width=4
        )


def _ladder(c: Canvas) -> None:
    """A child on a ladder who ties the last crane."""
    for x in (400, 500):
        stroke(c, [(x, 920), (x + 70, 520)], width=22)
        stroke(c, [(x, 920), (x + 70, 520)], WOOD, width=10)
    for step in range(5):
        y = 880 - step * 76
        x = 400 + (920 - y) * 0.175
        stroke(c, [(x, y), (x + 100, y)], width=20)
        stroke(c, [(x, y), (x + 100, y)], WOOD, width=8)
    for x, y in ((440, 728), (500, 652)):
        limb(c, [(470, 560), (x - 8, y - 80), (x, y - 20)], mix(INK, SEA, 0.4), 40)
        shoe(c, (x, y), 1, BRICK)
    outlined_blob(c, [(410, 590), (420, 450), (470, 416), (516, 460), (526, 590)], TEAL)
    head(c, (472, 370), 58, 1, TAN)
    eyes(c, (472, 370), 58, 1)
    hair(c, (472, 370), 58, 1)
    smile(c, (472, 370), 58, 1)
    outlined_blob(c, [(404, 356), (430, 296), (490, 290), (536, 346), (470, 334)], BRICK)
    outlined_disc(c, (464, 288), 22, CREAM)
    limb(c, [(470, 470), (510, 520), (552, 524)], mix(TEAL, SEA, 0.4), 38)
    hand(c, (558, 524), TAN)


def rain(c: Canvas, rng: Random) -> None:
    """A gardener under an umbrella waters the flowers in the rain."""
    c.box((0, 0), (WIDTH, HEIGHT), mix(SEA, INK, 0.2))
    for x, y in ((160, 90), (620, 50), (1120, 90), (1500, 60)):
        puff = [(-190, 30), (-150, -50), (-40, -90), (60, -60), (150, -70), (200, 20), (0, 70)]
        outlined_blob(c, [(x + dx, y + dy) for dx, dy in puff], mix(MIST, INK, 0.2))
    for _ in range(120):
        x, y = rng.uniform(0, WIDTH), rng.uniform(130, 960)
        stroke(c, [(x, y), (x - 12, y + 38)], mix(MIST, SEA, 0.2), width=5)
    edge = smooth([(-20, 850), (300, 830), (800, 850), (1300, 826), (1620, 846)])
    outlined(c, [*edge, (1620, 1040), (-20, 1040)], mix(OLIVE, INK, 0.15))
    for x in (820, 930, 1040, 1150, 1260, 1370, 1480):
        _drinker(c, (x, 930 + rng.uniform(-14, 20)), rng)
    _gardener(c)
    for x, wide in ((300, 150), (740, 90), (620, 60)):
        c.disc((x, 950), wide, mix(SEA, MIST, 0.4), flat=0.16)


def _drinker(c: Canvas, foot: Point, rng: Random) -> None:
    """A flower up to its neck in water, with a face that bears it."""
    x, y = foot
    c.disc((x, y), 66, mix(SEA, MIST, 0.4), flat=0.26)
    tall = rng.uniform(120, 190)
    stroke(c, [(x, y), (x, y - tall)], mix(OLIVE, INK, 0.5), width=12)
    tone = rng.choice((GOLD, CLAY, CREAM, BRICK))
    for step in range(8):
        angle = step * pi / 4
        outlined_disc(c, (x + 30 * cos(angle), y - tall + 30 * sin(angle)), 19, tone)
    c.disc((x, y - tall), 28, BARK)
    for dx in (-9, 9):
        c.disc((x + dx, y - tall - 5), 4, CREAM)
    curve(c, [(x - 9, y - tall + 12), (x, y - tall + 7), (x + 9, y - tall + 12)], CREAM, width=4)


def _gardener(c: Canvas) -> None:
    for x in (370, 450):
        limb(c, [(x, 740), (x, 860)], mix(INK, SEA, 0.4), 48)
        outlined(
            c, [(x - 34, 830), (x + 34, 830), (x + 40, 890), (x + 80, 930), (x - 34, 930)], BRICK
        )
    outlined_blob(c, [(310, 780), (350, 520), (410, 470), (470, 520), (520, 780)], GOLD)
    _umbrella(c)
    head(c, (426, 420), 70, 1, TAN)
    eyes(c, (426, 420), 70, 1)
    smile(c, (426, 420), 70, 1)
    outlined_blob(c, [(350, 390), (380, 340), (450, 334), (490, 376), (540, 396), (420, 400)], GOLD)
    limb(c, [(380, 540), (320, 620), (328, 600)], mix(GOLD, CREAM, 0.3), 48)
    hand(c, (328, 596), TAN)
    limb(c, [(450, 550), (520, 650), (610, 640)], mix(GOLD, CREAM, 0.3), 48)
    _can(c, (640, 650))
    hand(c, (616, 640), TAN)


def _umbrella(c: Canvas) -> None:
    stroke(c, [(330, 640), (310, 200)], width=16)
    roof = [(60, 330), (110, 210), (310, 130), (510, 210), (560, 330)]
    outlined(c, [*roof, (435, 296), (310, 330), (185, 296)], BRICK)
    for x in (185, 435):
        curve(c, [(x, 298), ((x + 310) / 2, 196), (310, 132)], width=5)


def _can(c: Canvas, centre: Point) -> None:
    x, y = centre
    curve(c, [(x - 20, y + 20), (x - 60, y - 40), (x + 30, y - 60), (x + 60, y)], width=16)
    outlined(c, [(x - 30, y), (x + 80, y - 10), (x + 96, y + 90), (x - 14, y + 110)], SEA)
    spout = [(x + 90, y + 60), (x + 190, y + 10), (x + 200, y + 30), (x + 94, y + 90)]
    outlined(c, spout, SEA)
    outlined(c, [(x + 180, y - 14), (x + 214, y + 44), (x + 200, y + 50), (x + 168, y)], SEA)
    for step in range(5):
        start = (x + 210 - step * 3, y + 40 - step * 10)
        curve(
            c,
            [start, (start[0] + 50, start[1] + 40), (start[0] + 70, start[1] + 110)],
            MIST,
            width=6,
        )
