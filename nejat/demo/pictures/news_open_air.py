"""News pictures from the open air."""

from random import Random

from nejat.demo.pictures.canvas import Canvas, Point, smooth
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
    fade,
    mix,
)
from nejat.demo.pictures.people import DARK, FAIR, face, rounded, sleeve, standing


def station(c: Canvas, rng: Random) -> None:
    c.sky(mix(SEA, DEEP, 0.3), mix(GOLD, CLAY, 0.35), end=560)
    c.glow((640, 540), 460, CREAM, 0.9)
    c.disc((640, 520), 54, mix(CREAM, GOLD, 0.3))
    c.ridge(540, 16, mix(CLAY, TEAL, 0.5), rng)
    c.sky(mix(CLAY, BARK, 0.6), mix(BARK, INK, 0.5), start=552)
    _rails(c)
    _train(c)
    _platform(c)
    for x, y, height, coat in (
        (1010, 760, 250, BRICK),
        (1090, 770, 262, mix(DEEP, SEA, 0.3)),
        (1420, 890, 400, OLIVE),
        (830, 660, 120, CLAY),
        (900, 680, 150, TEAL),
    ):
        shadow = [(x, y), (x + 30, y - 4), (x + height, y + 40), (x + height - 60, y + 46)]
        c.shape(shadow, fade(INK, 0.2))
        standing(c, (x, y), height, mix(coat, INK, 0.25), (INK, mix(FAIR, GOLD, 0.2)))
    for x, y, size in ((1156, 772, 0.8), (1510, 900, 1.2)):
        c.box((x - 50 * size, y - 76 * size), (x + 50 * size, y), mix(WOOD, BARK, 0.2), radius=10)
        c.box((x - 16 * size, y - 92 * size), (x + 16 * size, y - 76 * size), mix(BARK, INK, 0.3))


def _rails(c: Canvas) -> None:
    for near in range(14):
        y = 560 + 440 * (near / 13) ** 2.2
        half = (y - 545) * 0.62
        middle = 640 - (y - 545) * 0.16
        c.box((middle - half, y), (middle + half, y + 2 + (y - 550) / 26), mix(BARK, INK, 0.3))
    for side in (-1, 1):
        foot = 640 - 455 * 0.16 + side * 455 * 0.45
        c.shape([(640, 545), (foot - 12, 1000), (foot + 12, 1000)], mix(SAND, CLAY, 0.3))


def _train(c: Canvas) -> None:
    """A train that stands at the left of the rails, its side towards us."""
    side = [(60, 250), (560, 500), (560, 566), (60, 830)]
    c.shape([(-300, 180), (60, 250), (60, 830), (-300, 980)], mix(TEAL, INK, 0.3))
    c.shape(side, mix(TEAL, DEEP, 0.3))
    c.shape([(60, 560), (560, 536), (560, 544), (60, 610)], mix(GOLD, CLAY, 0.4))
    c.shape(
        [(-300, 180), (60, 250), (560, 500), (540, 490), (60, 222), (-300, 140)],
        mix(DEEP, INK, 0.6),
    )
    for number in range(7):
        left, right = (60 + 500 * (1 - 0.72 ** (number + part)) for part in (0.15, 0.8))
        corners = []
        for x, share in ((left, 0.18), (right, 0.18), (right, 0.46), (left, 0.46)):
            t = (x - 60) / 500
            top, low = 250 + 250 * t, 830 - 264 * t
            corners.append((x, top + (low - top) * share))
        c.shape(corners, mix(GOLD, CREAM, 0.5))
    c.shape([(60, 830), (560, 566), (560, 572), (60, 880)], mix(INK, DEEP, 0.3))
    for x in (-250, -120):
        c.box((x, 330), (x + 100, 520), mix(GOLD, CREAM, 0.4), radius=14)


def _platform(c: Canvas) -> None:
    c.shape([(676, 552), (1600, 640), (1600, 1000), (900, 1000)], mix(SAND, CLAY, 0.55))
    c.shape([(676, 552), (900, 1000), (840, 1000), (672, 556)], mix(BARK, CLAY, 0.3))
    c.shape([(682, 553), (960, 1000), (930, 1000), (678, 553)], mix(GOLD, CREAM, 0.3))
    c.shape([(676, 500), (1600, 60), (1600, -10), (700, -10)], mix(DEEP, INK, 0.4))
    c.shape([(676, 500), (700, -10), (560, -10), (668, 498)], mix(TEAL, INK, 0.4))
    for x, top, low, wide in (
        (760, 440, 580, 8),
        (850, 370, 620, 14),
        (1010, 280, 680, 20),
        (1290, 120, 790, 34),
    ):
        c.box((x, top), (x + wide, low), mix(TEAL, INK, 0.35))
        c.shape(
            [(x - wide, top + wide), (x + wide / 2, top + wide * 3), (x + wide * 2, top + wide)],
            mix(TEAL, INK, 0.5),
        )
    c.line([(1160, 150), (1160, 240)], INK, 6)
    c.disc((1160, 290), 62, INK)
    c.disc((1160, 290), 52, mix(CREAM, GOLD, 0.2))
    c.line([(1160, 290), (1160, 252)], INK, 6)
    c.line([(1160, 290), (1138, 312)], INK, 8)


def planting(c: Canvas, rng: Random) -> None:
    c.sky(mix(SEA, MIST, 0.6), CREAM, end=640)
    for x, y, wide in ((260, 150, 300), (1080, 110, 380), (1380, 210, 240)):
        for shift, size in ((0, 0.3), (0.28, 0.4), (0.6, 0.32)):
            c.disc((x + wide * shift, y), wide * size * 0.6, mix(CREAM, MIST, 0.15), flat=0.5)
    for base, tone in ((480, mix(SEA, CREAM, 0.4)), (560, mix(SEA, LEAF, 0.5))):
        c.ridge(base, 40, tone, rng)
    hill = smooth([(-20, 720), (300, 640), (760, 610), (1200, 650), (1620, 740)])
    c.shape([*hill, (1620, 1000), (-20, 1000)], mix(LEAF, OLIVE, 0.3))
    for row, (y, size) in enumerate(((650, 0.35), (700, 0.5), (770, 0.72))):
        for number in range(9):
            x = 60 + number * 190 + row * 70
            if not 420 < x < 1240 or row == 0:
                _sapling(c, (x, y + 36 * abs(x - 760) / 760), size)
    c.shape(
        [*smooth([(-20, 860), (500, 800), (1100, 806), (1620, 870)]), (1620, 1000), (-20, 1000)],
        OLIVE,
    )
    c.disc((760, 880), 230, mix(BARK, INK, 0.2), flat=0.2)
    c.blob([(930, 900), (980, 836), (1060, 800), (1130, 850), (1160, 904), (1040, 926)], BARK)
    _sapling(c, (760, 880), 1.9)
    _kneeling(c)
    _digger(c)
    _watering(c)


def _sapling(c: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    c.disc((x, y), 40 * size, fade(BARK, 0.6), flat=0.25)
    c.line([(x + 26 * size, y), (x + 26 * size, y - 170 * size)], mix(WOOD, SAND, 0.4), 8 * size)
    c.line(
        smooth([(x, y), (x + 4 * size, y - 120 * size), (x - 4 * size, y - 220 * size)]),
        BARK,
        7 * size,
    )
    c.line([(x, y - 110 * size), (x + 26 * size, y - 110 * size)], BRICK, 5 * size)
    for number in range(9):
        way = (-2.6, -0.5, -2.2, -0.9, -1.6)[number % 5]
        c.leaf(
            (x, y - (110 + number * 14) * size),
            62 * size,
            way,
            mix(OLIVE, LEAF, 0.3 + number * 0.08),
        )


def _kneeling(c: Canvas) -> None:
    coat = mix(BRICK, CLAY, 0.2)
    rounded(c, [(480, 770), (590, 880), (450, 900)], mix(DEEP, SEA, 0.3), 70)
    c.disc((438, 902), 34, INK, flat=0.6)
    c.blob([(410, 800), (440, 640), (520, 590), (590, 640), (560, 800), (480, 830)], coat)
    face(c, (560, 560), 48, INK, DARK)
    for end in ((740, 760), (720, 800)):
        sleeve(c, [(550, 660), (640, 760), end], mix(coat, INK, 0.14), 42, DARK)


def _digger(c: Canvas) -> None:
    c.line([(1010, 560), (1080, 850)], mix(WOOD, BARK, 0.2), 16)
    c.shape([(1050, 800), (1104, 786), (1120, 870), (1096, 900), (1068, 882)], mix(MIST, INK, 0.4))
    for knee, foot in (((1220, 780), (1230, 900)), ((1310, 770), (1340, 900))):
        rounded(c, [(1250, 650), knee, foot], mix(BARK, INK, 0.4), 56)
        c.disc((foot[0] - 16, foot[1] + 16), 44, INK, flat=0.5)
    c.blob([(1200, 680), (1140, 520), (1150, 430), (1230, 420), (1300, 520), (1310, 680)], TEAL)
    face(c, (1150, 360), 50, mix(GOLD, BARK, 0.4))
    c.blob(
        [(1060, 346), (1110, 310), (1150, 280), (1196, 310), (1240, 340), (1150, 352)],
        mix(SAND, GOLD, 0.4),
    )
    sleeve(c, [(1220, 460), (1130, 560), (1040, 640)], mix(TEAL, INK, 0.15), 46)
    sleeve(c, [(1180, 460), (1090, 520), (1018, 570)], mix(TEAL, SEA, 0.2), 46)


def _watering(c: Canvas) -> None:
    """A child with a watering can."""
    standing(c, (250, 920), 270, GOLD, (BARK, FAIR))
    c.shape([(296, 800), (366, 800), (374, 870), (290, 870)], SEA)
    c.shape([(366, 850), (430, 800), (440, 812), (372, 868)], SEA)
    c.line(smooth([(300, 800), (320, 764), (352, 764), (364, 800)]), mix(SEA, INK, 0.3), 9)
