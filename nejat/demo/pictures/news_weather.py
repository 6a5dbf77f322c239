"""News pictures of water and snow."""

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
from nejat.demo.pictures.plants import cypress

SNOW = mix(CREAM, (255, 255, 255), 0.65)
SHADE = mix(SNOW, SEA, 0.28)


def harbour(c: Canvas, rng: Random) -> None:
    c.sky(mix(SEA, MIST, 0.5), mix(CREAM, SAND, 0.3), end=500)
    c.ridge(300, 60, mix(SEA, MIST, 0.5), rng)
    slope = smooth([(-20, 330), (300, 230), (700, 170), (1100, 260), (1620, 420)])
    c.shape([*slope, (1620, 560), (-20, 560)], mix(OLIVE, SEA, 0.35))
    for x, y in ((120, 330), (430, 250), (690, 210), (1010, 290), (1330, 390), (1500, 440)):
        cypress(c, (x, y + 40), rng.uniform(90, 150), mix(DEEP, OLIVE, 0.3))
    for row, (base, size) in enumerate(((360, 74), (440, 92), (530, 112))):
        x = 60.0 + 50 * row
        while x < 1500 - row * 20:
            if base - size > 190 + abs(x - 700) * 0.24 - row * 40:
                _house(c, (x, base), size * rng.uniform(0.8, 1.1), rng)
            x += size * rng.uniform(1.0, 1.35)
    c.box((0, 530), (WIDTH, 572), mix(SAND, CLAY, 0.3))
    c.box((0, 566), (WIDTH, 580), mix(SAND, BARK, 0.4))
    c.sky(mix(SEA, TEAL, 0.2), mix(DEEP, TEAL, 0.4), start=580)
    for _ in range(130):
        x, y = rng.uniform(-60, WIDTH), rng.uniform(590, 990)
        tone = rng.choice((CREAM, MIST, CLAY, SAND))
        c.box((x, y), (x + rng.uniform(30, 130), y + 4), fade(tone, 0.25), radius=2)
    _boat(c, (1240, 680), 0.8, mix(SEA, CREAM, 0.6))
    _boat(c, (420, 720), 1.0, BRICK)
    _boat(c, (880, 830), 1.4, mix(DEEP, TEAL, 0.3))
    for x, y, size in ((300, 130, 1.2), (380, 90, 0.8), (1180, 150, 1.0)):
        wing = [(-34, -10), (-14, -16), (0, 0), (14, -16), (34, -10)]
        c.line(smooth([(x + dx * size, y + dy * size) for dx, dy in wing]), CREAM, 5 * size)


def _house(c: Canvas, foot: Point, size: float, rng: Random) -> None:
    x, y = foot
    tone = rng.choice((CREAM, SAND, CLAY, mix(MIST, CREAM, 0.4), mix(GOLD, CREAM, 0.4)))
    tall = size * rng.uniform(0.8, 1.2)
    c.box((x, y - tall), (x + size, y + 40), tone)
    c.box((x + size * 0.62, y - tall), (x + size, y + 40), fade(BARK, 0.1))
    roof = [(-0.08, 0), (0.14, -0.3), (0.86, -0.3), (1.08, 0)]
    c.shape(
        [(x + dx * size, y - tall + dy * size) for dx, dy in roof], mix(BRICK, CLAY, rng.random())
    )
    for row in range(2):
        for column in (0.16, 0.58):
            corner = (x + size * column, y - tall + size * (0.16 + row * 0.42))
            c.box(corner, (corner[0] + size * 0.2, corner[1] + size * 0.26), mix(TEAL, DEEP, 0.4))


def _boat(c: Canvas, foot: Point, size: float, hull: Colour) -> None:
    """A fishing boat at rest and its broken reflection."""

    def at(*places: Point) -> list[Point]:
        return [(foot[0] + dx * size, foot[1] + dy * size) for dx, dy in places]

    for strip in range(8):
        shrink = 1 - strip / 9
        left, right = -170 * shrink + (strip % 2) * 14, 170 * shrink - (strip % 3) * 10
        corner, far = at((left, 30 + strip * 17), (right, 40 + strip * 17))
        c.box(corner, far, fade(mix(hull, INK, 0.3), 0.55 - strip * 0.05), radius=5)
    c.line(at((-20, -40), (-20, -330)), BARK, 10 * size)
    for end in (-200, 190):
        c.line(at((-20, -326), (end, -50)), fade(INK, 0.5), 3)
    c.shape(at((-20, -300), (60, -270), (-20, -244)), mix(GOLD, BRICK, 0.3))
    c.shape(at((20, -150), (120, -150), (132, -40), (10, -40)), CREAM)
    c.shape(at((6, -164), (136, -164), (128, -146), (14, -146)), mix(hull, INK, 0.25))
    for x in (34, 82):
        corner, far = at((x, -128), (x + 32, -92))
        c.box(corner, far, mix(TEAL, DEEP, 0.4), radius=6)
    body = smooth(at((-214, -70), (-150, 10), (-60, 36), (90, 36), (170, 4), (206, -56)))
    c.shape([*body, *at((150, -44), (-120, -46))], hull)
    c.line(at((-208, -62), (-120, -40), (150, -38), (204, -50)), mix(CREAM, SAND, 0.3), 12 * size)
    for x in (-90, -20, 60):
        c.disc(at((x, -6))[0], 15 * size, mix(INK, hull, 0.3))
    c.shape(
        at((-150, 14), (-60, 36), (90, 36), (160, 12), (90, 24), (-60, 24)), mix(BRICK, INK, 0.4)
    )


def snow(c: Canvas, rng: Random) -> None:
    """A yard after a night of snow; a branch of the old tree has come down."""
    c.sky(mix(MIST, SEA, 0.35), mix(SNOW, MIST, 0.3), end=640)
    c.ridge(470, 30, mix(MIST, SNOW, 0.4), rng)
    for x in range(-20, WIDTH, 74):
        c.box((x, 500), (x + 40, 660), mix(WOOD, MIST, 0.35))
        c.box((x - 4, 484), (x + 44, 506), SNOW, radius=10)
    c.box((-20, 560), (WIDTH, 580), mix(WOOD, MIST, 0.25))
    c.box((-20, 548), (WIDTH, 564), SNOW, radius=6)
    _cottage(c)
    ground = smooth([(-20, 660), (420, 640), (900, 650), (1300, 630), (1620, 650)])
    c.shape([*ground, (WIDTH + 20, HEIGHT), (-20, HEIGHT)], SNOW)
    for points in (
        [(-20, 780), (500, 740), (1000, 790), (1620, 740)],
        [(-20, 900), (700, 850), (1620, 900)],
    ):
        c.shape([*smooth(points), (WIDTH + 20, HEIGHT), (-20, HEIGHT)], fade(SHADE, 0.22))
    _old_tree(c)
    _branch(c)
    for step in range(9):
        side = 14 if step % 2 else -14
        c.disc((420 + step * 36 + side, 672 + step * 33), 9 + step * 1.3, fade(SHADE, 1), flat=0.5)
    for _ in range(90):
        c.disc((rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)), rng.uniform(3, 7), fade(SNOW, 0.8))


def _cottage(c: Canvas) -> None:
    c.box((90, 330), (560, 660), mix(CLAY, SAND, 0.35))
    c.shape([(40, 340), (150, 170), (500, 170), (610, 340)], mix(BRICK, INK, 0.2))
    c.blob(
        [
            (30, 330),
            (90, 240),
            (150, 150),
            (330, 140),
            (500, 150),
            (560, 240),
            (620, 330),
            (560, 300),
            (330, 290),
            (100, 304),
        ],
        SNOW,
    )
    c.box((420, 110), (480, 190), mix(BRICK, BARK, 0.4))
    c.box((410, 96), (490, 118), SNOW, radius=10)
    c.glow((240, 480), 200, GOLD, 0.5)
    c.box((160, 400), (320, 560), CREAM)
    c.box((172, 412), (308, 548), mix(GOLD, CREAM, 0.3))
    c.box((234, 412), (246, 548), CREAM)
    c.box((172, 474), (308, 486), CREAM)
    c.box((150, 552), (330, 576), SNOW, radius=10)
    c.box((392, 430), (500, 660), mix(TEAL, DEEP, 0.3))
    c.disc((478, 550), 8, GOLD)


def _old_tree(c: Canvas) -> None:
    tone = mix(BARK, INK, 0.35)
    for path, width in (
        ([(1150, 520), (1050, 380), (1010, 240), (930, 120)], 40),
        ([(1030, 320), (940, 280), (860, 270)], 22),
        ([(1160, 480), (1180, 280), (1160, 60)], 46),
        ([(1175, 300), (1260, 200), (1290, 80)], 26),
    ):
        rounded(c, path, tone, width)
        rounded(c, [(x, y - width * 0.42) for x, y in path], SNOW, width * 0.3)
    trunk = [
        (1060, 720),
        (1110, 660),
        (1118, 480),
        (1220, 460),
        (1226, 660),
        (1290, 724),
        (1180, 708),
    ]
    c.blob(trunk, tone)
    c.shape(
        [(1206, 420), (1290, 380), (1310, 400), (1268, 424), (1296, 446), (1214, 500)],
        mix(SAND, CLAY, 0.3),
    )
    for y in (410, 430, 452):
        c.line([(1214, y + 16), (1284, y - 8)], fade(BARK, 0.5), 4)
    c.blob([(1030, 730), (1100, 690), (1190, 700), (1300, 716), (1330, 740), (1180, 756)], SNOW)


def _branch(c: Canvas) -> None:
    """The fallen branch, its pale wood towards the trunk."""
    tone = mix(BARK, INK, 0.3)
    c.blob(
        [(640, 880), (900, 840), (1240, 850), (1400, 880), (1200, 916), (800, 920)],
        fade(SHADE, 0.9),
    )
    for path, width in (
        ([(1340, 790), (1160, 850), (960, 850), (700, 800)], 48),
        ([(1080, 856), (960, 780), (880, 690)], 26),
        ([(940, 850), (820, 890), (660, 900)], 24),
        ([(820, 830), (740, 750), (680, 730)], 18),
    ):
        rounded(c, path, tone, width)
        rounded(c, [(x, y - width * 0.4) for x, y in path[1:]], SNOW, width * 0.3)
    c.shape(
        [(1320, 770), (1396, 742), (1380, 770), (1412, 782), (1376, 800), (1350, 816)],
        mix(SAND, CLAY, 0.3),
    )
