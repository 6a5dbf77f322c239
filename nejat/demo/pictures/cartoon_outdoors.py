"""Cartoons that happen in the open."""

from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point
from nejat.demo.pictures.ink import (
    WHITE,
    curve,
    eyes,
    hair,
    hand,
    head,
    limb,
    outlined,
    outlined_blob,
    outlined_box,
    outlined_disc,
    shoe,
    stroke,
)
from nejat.demo.pictures.ink_animals import pigeon, snail
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
    mix,
)


def pigeons(c: Canvas, rng: Random) -> None:
    """A man on a chair photographs his lunch while four pigeons eat it."""
    c.box((0, 0), (WIDTH, HEIGHT), mix(SEA, MIST, 0.6))
    c.box((0, 820), (WIDTH, HEIGHT), mix(SAND, CLAY, 0.35))
    for x in range(40, WIDTH, 130):
        outlined_box(c, (x, 560), (x + 34, 820), mix(CREAM, MIST, 0.3), radius=14)
    outlined_box(c, (-20, 520), (WIDTH + 20, 566), CREAM)
    c.box((0, 814), (WIDTH, 822), INK)
    _chair(c, (290, 950))
    _table(c)
    _photographer(c)
    pigeon(c, (456, 124), 0.56, -1)
    pigeon(c, (820, 646), 1.1, 1, pecking=True)
    pigeon(c, (1230, 646), 1.1, -1, pecking=True)
    pigeon(c, (1440, 654), 0.95, -1)
    outlined(c, [(1360, 556), (1418, 548), (1404, 616)], BRICK)


def _chair(c: Canvas, foot: Point) -> None:
    x, y = foot
    for dx in (-96, 96):
        stroke(c, [(x + dx, y - 220), (x + dx * 1.1, y)], INK, width=24)
        stroke(c, [(x + dx, y - 220), (x + dx * 1.1, y)], WOOD, width=12)
    outlined_box(c, (x - 116, y - 248), (x + 116, y - 214), WOOD, radius=8)


def _table(c: Canvas) -> None:
    outlined_box(c, (1080, 700), (1120, 960), WOOD)
    outlined_disc(c, (1100, 660), 470, BRICK, flat=0.13)
    for number in range(9):
        left = 640 + number * 102
        top = 664 + 56 * sin(pi * (number + 0.5) / 9)
        flap = [(left, top - 6), (left + 100, top - 6), (left + 50, top + 62)]
        outlined(c, flap, CREAM if number % 2 else BRICK)
    c.disc((1100, 656), 464, mix(BRICK, CREAM, 0.12), flat=0.125)
    outlined_disc(c, (1030, 650), 200, WHITE, flat=0.16)
    c.disc((1030, 648), 140, mix(MIST, WHITE, 0.5), flat=0.14)
    for x, y, tone in ((970, 642, GOLD), (1030, 636, LEAF), (1084, 646, CLAY), (1050, 656, GOLD)):
        outlined_disc(c, (x, y), 26, tone, flat=0.6)


def _photographer(c: Canvas) -> None:
    for knee, foot in (((236, 560), (240, 690)), ((330, 560), (326, 690))):
        limb(c, [(290, 440), knee, foot], mix(INK, SEA, 0.35), 54)
        shoe(c, (foot[0], 702), 1, BARK)
    back = [(236, 480), (250, 300), (330, 190), (420, 200), (420, 300), (350, 460)]
    outlined_blob(c, back, GOLD)
    head(c, (462, 190), 70, 1)
    eyes(c, (462, 190), 70, 1, shut=True)
    hair(c, (462, 190), 70, 1, BARK)
    limb(c, [(380, 250), (470, 330), (590, 270)], mix(GOLD, CREAM, 0.3), 46)
    outlined(c, [(590, 200), (680, 236), (640, 330), (552, 292)], INK)
    outlined(c, [(640, 330), (672, 250), (706, 300), (690, 340)], mix(INK, SEA, 0.5))
    hand(c, (584, 278))
    outlined(c, [(604, 190), (636, 202), (630, 216), (598, 204)], BRICK, width=4)
    for angle in (0.1, 0.5, 0.9):
        ray = [(720 + far * cos(angle), 320 + far * sin(angle)) for far in (20, 70)]
        stroke(c, ray, CREAM, width=8)


def slow_post(c: Canvas, rng: Random) -> None:
    """A snail on the last steps of a long way with a letter for a man who has waited."""
    c.box((0, 0), (WIDTH, HEIGHT), mix(CREAM, SAND, 0.25))
    outlined_disc(c, (250, 180), 66, GOLD)
    hills = ((470, 90, mix(MIST, SEA, 0.3)), (600, 70, mix(LEAF, MIST, 0.4)), (720, 40, LEAF))
    for base, height, tone in hills:
        edge = [(x, base - height * sin(x / 210 + base)) for x in range(-40, 1700, 40)]
        outlined(c, [*edge, (1700, 1100), (-40, 1100)], tone)
    _village(c, (560, 394))
    trail = [(600, 402), (820, 470), (1180, 560), (760, 620), (300, 690), (120, 800), (400, 890)]
    curve(c, trail, WHITE, width=18)
    outlined(c, [(-20, 890), (1620, 890), (1620, 1020), (-20, 1020)], mix(SAND, CLAY, 0.2))
    stroke(c, [(-20, 908), (440, 908)], WHITE, width=18)
    snail(c, (640, 920), 1.15)
    _satchel(c, (640, 640))
    _gate(c)
    _recipient(c)
    for x in range(30, 1600, 97):
        y = 950 + rng.uniform(0, 34)
        stroke(c, [(x, y), (x + rng.uniform(16, 40), y)], mix(SAND, BARK, 0.4), width=5)


def _village(c: Canvas, corner: Point) -> None:
    x, y = corner
    for dx, tall, tone in ((0, 46, CREAM), (56, 66, CLAY), (112, 40, CREAM)):
        outlined_box(c, (x + dx, y - tall), (x + dx + 48, y), tone)
        roof = [(x + dx - 8, y - tall), (x + dx + 24, y - tall - 34), (x + dx + 56, y - tall)]
        outlined(c, roof, BRICK)


def _satchel(c: Canvas, centre: Point) -> None:
    x, y = centre
    curve(
        c,
        [(x - 130, y + 200), (x - 60, y + 40), (x + 60, y + 40), (x + 140, y + 200)],
        BARK,
        width=16,
    )
    for dx, angle in ((-30, -60), (20, -76), (70, -50)):
        outlined(
            c,
            [
                (x + dx - 40, y + 120),
                (x + dx - 46, y + 90 + angle),
                (x + dx + 40, y + 84 + angle),
                (x + dx + 46, y + 120),
            ],
            WHITE,
        )
    outlined_box(c, (x - 80, y + 100), (x + 120, y + 236), mix(WOOD, CLAY, 0.3), radius=18)
    flap = [(x - 80, y + 110), (x + 120, y + 110), (x + 90, y + 176), (x - 50, y + 176)]
    outlined(c, flap, mix(WOOD, BARK, 0.3))
    c.disc((x + 20, y + 176), 12, GOLD)


def _gate(c: Canvas) -> None:
    for x in (1150, 1210, 1480, 1540, 1600):
        top = 650
        outlined(
            c, [(x, 890), (x, top + 30), (x + 20, top), (x + 40, top + 30), (x + 40, 890)], CREAM
        )
    outlined_box(c, (1130, 730), (1250, 756), CREAM)
    outlined_box(c, (1460, 730), (1640, 756), CREAM)
    outlined_box(c, (1094, 700), (1118, 930), BARK)
    outlined_box(c, (1040, 600), (1172, 704), BRICK, radius=30)
    stroke(c, [(1064, 650), (1148, 650)], width=12)


def _recipient(c: Canvas) -> None:
    """An old man on a stool whose beard has grown to the ground."""
    limb(c, [(1360, 800), (1300, 800), (1296, 910)], mix(INK, SEA, 0.4), 50)
    shoe(c, (1290, 926), -1, BARK)
    for x in (1340, 1440):
        stroke(c, [(x, 830), (x, 926)], BARK, width=20)
    outlined_blob(c, [(1310, 820), (1330, 640), (1390, 590), (1450, 640), (1456, 820)], TEAL)
    head(c, (1376, 520), 74, -1)
    eyes(c, (1376, 520), 74, -1)
    beard = [
        (1312, 540),
        (1376, 560),
        (1444, 530),
        (1424, 660),
        (1330, 800),
        (1240, 930),
        (1190, 934),
        (1230, 840),
        (1290, 700),
    ]
    outlined_blob(c, beard, WHITE)
    for dx in (0, 34):
        curve(c, [(1340 + dx, 600), (1318 + dx, 700), (1250 + dx, 850)], MIST, width=6)
    outlined_blob(c, [(1296, 470), (1320, 430), (1400, 424), (1450, 470), (1370, 474)], OLIVE)
    limb(c, [(1430, 660), (1440, 740), (1370, 742)], mix(TEAL, SEA, 0.4), 44)
    hand(c, (1364, 740))
