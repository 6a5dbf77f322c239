"""Scenes of rooms, walls and courtyards."""

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
    WOOD,
    Colour,
    fade,
    mix,
)
from nejat.demo.pictures.plants import lemon, pot, potted_plant


def bookshelf(c: Canvas, rng: Random) -> None:
    c.sky(TEAL, DEEP)
    c.glow((1250, 120), 800, SEA, 0.4)
    for board in (330, 640, 950):
        c.box((90, board - 286), (1510, board), fade(INK, 0.28))
        _books(c, board, 1290 if board == 330 else 1440, rng)
        c.box((70, board), (1530, board + 26), mix(WOOD, CLAY, 0.2))
        c.box((70, board + 20), (1530, board + 26), fade(INK, 0.3))
    for x in (60, 1520):
        c.box((x, 20), (x + 26, HEIGHT), mix(WOOD, BARK, 0.25))
    potted_plant(c, (1430, 330), 0.8)


def _books(c: Canvas, board: float, end: float, rng: Random) -> None:
    x = 110.0
    while x < end:
        if x < end - 150 and rng.random() < 0.12:
            _filing_box(c, (x, board), rng.choice((BRICK, mix(MIST, INK, 0.3))))
            x += 190
            continue
        width, height = rng.uniform(26, 62), rng.uniform(165, 255)
        colour = rng.choice(
            (BRICK, CLAY, SAND, OLIVE, SEA, CREAM, mix(BRICK, INK, 0.4), GOLD, MIST)
        )
        c.box((x, board - height), (x + width, board), colour, radius=4)
        c.box((x, board - height), (x + width * 0.22, board), fade(CREAM, 0.22), radius=4)
        band = mix(colour, INK, 0.35)
        for share in (0.84, 0.78, 0.16):
            c.box((x, board - height * share), (x + width, board - height * share + 7), band)
        x += width + (34 if rng.random() < 0.1 else 3)


def _filing_box(c: Canvas, corner: Point, colour: Colour) -> None:
    x, y = corner
    c.box((x, y - 190), (x + 180, y), colour, radius=6)
    c.box((x, y - 190), (x + 180, y - 136), mix(colour, INK, 0.2), radius=6)
    c.box((x + 52, y - 104), (x + 128, y - 58), CREAM, radius=4)
    c.disc((x + 90, y - 30), 9, mix(colour, INK, 0.5))


def lemon_tree(c: Canvas, rng: Random) -> None:
    c.sky(mix(SAND, CREAM, 0.5), mix(SAND, CLAY, 0.18), end=780)
    c.shape([(980, 0), (1600, 0), (1600, 420), (1240, 780), (560, 780)], fade(CREAM, 0.5))
    _tiles(c)
    c.blob([(760, 905), (1100, 880), (1480, 800), (1420, 880), (1000, 930)], fade(INK, 0.2))
    c.shape(smooth([(776, 700), (788, 560), (776, 430), (812, 430), (818, 560), (824, 700)]), BARK)
    for end in ((640, 330), (930, 300), (800, 240)):
        c.line(smooth([(796, 480), ((796 + end[0]) / 2, 400), end]), BARK, 14)
    _crown(c, rng)
    pot(c, (800, 910), 1.75)


def _tiles(c: Canvas) -> None:
    c.sky(mix(CLAY, BRICK, 0.25), mix(CLAY, BRICK, 0.6), start=780)
    for step in range(-8, 25):
        c.line(
            [(800 + (step - 8) * 110, 780), (800 + (step - 8) * 250, 1000)], fade(CREAM, 0.25), 3
        )
    for y in (826, 896):
        c.line([(0, y), (WIDTH, y)], fade(CREAM, 0.25), 3)


def _crown(c: Canvas, rng: Random) -> None:
    rounds = [(rng.random() ** 0.6, rng.uniform(0, 2 * pi)) for _ in range(230)]
    spots = [(800 + 265 * far * cos(way), 322 + 205 * far * sin(way)) for far, way in rounds]
    for number, spot in enumerate(spots):
        tone = mix(mix(TEAL, OLIVE, 0.6), LEAF, number / 230)
        c.leaf(
            spot, rng.uniform(60, 96), rng.uniform(0, 2 * pi), mix(tone, INK, rng.uniform(0, 0.18))
        )
    lemons = [(620, 360), (700, 470), (805, 330), (905, 440), (985, 350), (760, 210), (900, 230)]
    for x, y in lemons:
        lemon(c, (x, y), 0.2)
        c.leaf((x + 4, y - 42), 58, rng.choice((-0.5, -2.5)), LEAF)


def window(c: Canvas, rng: Random) -> None:
    c.sky(mix(MIST, SEA, 0.2), CREAM, end=700)
    c.glow((900, 260), 300, CREAM)
    for base, tone in ((430, mix(SEA, CREAM, 0.5)), (510, mix(SEA, LEAF, 0.4)), (600, LEAF)):
        c.ridge(base, 30, tone, rng)
    wall = mix(CLAY, SAND, 0.55)
    for corner, far in (
        ((0, 0), (500, 1000)),
        ((1100, 0), (1600, 1000)),
        ((0, 0), (1600, 120)),
        ((0, 740), (1600, 1000)),
    ):
        c.box(corner, far, wall)
    c.sky(mix(wall, BRICK, 0.12), mix(wall, BRICK, 0.3), start=800)
    for x in (500, 792, 1084):
        c.box((x, 120), (x + 16, 740), CREAM)
    for y in (120, 330, 724):
        c.box((500, y), (1100, y + 16), CREAM)
    for left in (220, 1108):
        _shutter(c, left)
    c.box((440, 740), (1160, 780), CREAM)
    c.box((440, 768), (1160, 780), mix(SAND, BARK, 0.2))
    c.shape([(440, 780), (1160, 780), (1140, 812), (470, 812)], fade(INK, 0.14))
    _vase(c, (960, 742))


def _shutter(c: Canvas, left: float) -> None:
    c.box((left + 12, 132), (left + 284, 756), fade(INK, 0.18))
    c.box((left, 116), (left + 272, 744), mix(TEAL, SEA, 0.25))
    for top in (146, 446):
        c.box((left + 28, top), (left + 244, top + 268), mix(TEAL, DEEP, 0.4))
        for slat in range(9):
            y = top + 8 + slat * 29
            c.box((left + 34, y), (left + 238, y + 20), mix(TEAL, SEA, 0.5), radius=4)


def _vase(c: Canvas, foot: Point) -> None:
    x, y = foot
    for end, colour in (
        ((-120, -330), BRICK),
        ((-40, -390), CREAM),
        ((50, -360), GOLD),
        ((120, -290), CLAY),
        ((0, -290), BRICK),
    ):
        tip = (x + end[0], y + end[1])
        c.line(smooth([(x, y - 120), (x + end[0] * 0.3, y + end[1] * 0.6), tip]), OLIVE, 6)
        c.leaf((x + end[0] * 0.45, y + end[1] * 0.66), 62, -pi / 2 + end[0] / 100, LEAF)
        for petal in range(7):
            angle = petal * 2 * pi / 7
            c.disc((tip[0] + 21 * cos(angle), tip[1] + 21 * sin(angle)), 17, colour)
        c.disc(tip, 14, mix(BARK, GOLD, 0.4))
    profile = [(46, y), (76, y - 50), (70, y - 104), (34, y - 150), (42, y - 176)]
    c.turned(x, profile, DEEP)
    c.turned(x, profile, fade(SEA, 0.5), span=(-0.8, -0.3))


def courtyard(c: Canvas, rng: Random) -> None:
    c.sky(mix(SEA, MIST, 0.4), CREAM, end=200)
    c.box((0, 170), (WIDTH, 640), mix(SAND, CLAY, 0.25))
    c.box((0, 160), (WIDTH, 196), mix(SAND, CREAM, 0.4))
    for column in range(27):
        c.shape(
            [
                (column * 64 - 26, 222),
                (column * 64, 204),
                (column * 64 + 26, 222),
                (column * 64, 240),
            ],
            mix(SEA, TEAL, 0.3),
        )
    for column in range(5):
        _arch(c, 160 + column * 320)
    c.sky(mix(SAND, CLAY, 0.35), mix(SAND, CREAM, 0.3), start=640)
    c.box((0, 640), (WIDTH, 664), fade(BARK, 0.18))
    _pool(c)
    for x, y, size in ((170, 830, 1.0), (330, 720, 0.7), (1290, 730, 0.75), (1440, 850, 1.1)):
        c.disc((x + 14, y), 90 * size, fade(BARK, 0.28), flat=0.2)
        potted_plant(c, (x, y), size)


def _pool(c: Canvas) -> None:
    pool = [(520, 730), (1080, 730), (1240, 820), (1130, 930), (470, 930), (360, 820)]
    c.shape([(x, y + 22) for x, y in pool], fade(BARK, 0.4))
    c.shape(pool, CREAM)
    water = [(800 + (x - 800) * 0.9, 828 + (y - 828) * 0.84) for x, y in pool]
    c.shape(water, mix(TEAL, SEA, 0.55))
    c.shape([water[0], water[1], (900, 830), (520, 850), water[5]], fade(MIST, 0.3))
    for ring in (40, 80, 120):
        c.disc((800, 830), ring, fade(CREAM, 0.2), flat=0.3)


def _arch(c: Canvas, x: float) -> None:
    for half, top, colour in ((136, 262, CREAM), (112, 292, mix(DEEP, TEAL, 0.5))):
        outline = [
            (0.0, top),
            (half * 0.5, top + 52),
            (half * 0.9, top + 110),
            (half, top + 190),
            (half, 640.0),
        ]
        c.turned(x, outline, colour)
    c.turned(x, [(0, 420), (34, 440), (44, 480), (44, 640)], mix(WOOD, BARK, 0.2))
    c.shape([(x - 112, 640), (x - 40, 560), (x + 112, 640)], fade(CREAM, 0.1))
