"""Scenes of things on tables, ledges and threads."""

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
from nejat.demo.pictures.plants import lemon, sprig


def letters(c: Canvas, rng: Random) -> None:
    for top in range(0, HEIGHT, 200):
        c.box((0, top), (WIDTH, top + 200), mix(WOOD, CLAY, rng.uniform(0.1, 0.45)))
        for _ in range(9):
            y, x = top + rng.uniform(15, 185), rng.uniform(-300, 1300)
            c.line(
                smooth([(x, y), (x + 240, y + rng.uniform(-7, 7)), (x + 520, y)]),
                fade(BARK, 0.22),
                3,
            )
        c.box((0, top), (WIDTH, top + 5), fade(INK, 0.4))
    c.glow((300, 150), 900, CREAM, 0.35)
    for angle, centre, paper in (
        (-0.3, (720, 560), SAND),
        (0.24, (860, 520), MIST),
        (-0.06, (790, 510), CREAM),
    ):
        _envelope(c, centre, angle, paper)
    _ribbon(c, (790, 510), -0.06)
    sprig(c, [(1290, 860), (1370, 640), (1330, 420), (1400, 250)], 96, OLIVE)
    c.line([(210, 880), (420, 300)], fade(INK, 0.3), 26)
    c.line([(200, 870), (410, 290)], DEEP, 24)
    c.line([(270, 676), (410, 290)], TEAL, 24)
    c.shape([(189, 866), (211, 874), (176, 936)], GOLD)


def _envelope(c: Canvas, centre: Point, angle: float, paper: Colour) -> None:
    corners = [(-330, -210), (330, -210), (330, 210), (-330, 210)]
    c.shape(turn(corners, (centre[0] + 16, centre[1] + 22), angle), fade(INK, 0.3))
    c.shape(turn(corners, centre, angle), paper)
    c.shape(turn([(-330, 210), (0, -20), (330, 210)], centre, angle), mix(paper, CLAY, 0.12))
    c.shape(turn([(-330, -210), (0, 66), (330, -210)], centre, angle), mix(paper, CLAY, 0.26))
    c.shape(turn([(-330, -210), (0, 50), (330, -210)], centre, angle), mix(paper, CREAM, 0.4))


def _ribbon(c: Canvas, centre: Point, angle: float) -> None:
    for band in (
        [(-332, 70), (332, 70), (332, 104), (-332, 104)],
        [(-134, -212), (-100, -212), (-100, 212), (-134, 212)],
    ):
        c.shape(turn(band, centre, angle), BRICK)
    for side in (-1, 1):
        loop = [(-117, 87), (-117 + side * 70, 20), (-117 + side * 130, 50), (-117 + side * 84, 96)]
        tail = [
            (-117, 87),
            (-117 + side * 30, 190),
            (-117 + side * 66, 200),
            (-117 + side * 20, 100),
        ]
        c.blob(turn(loop, centre, angle), mix(BRICK, CLAY, 0.3))
        c.shape(turn(tail, centre, angle), mix(BRICK, INK, 0.15))
    c.disc(turn([(-117, 87)], centre, angle)[0], 22, mix(BRICK, INK, 0.1))


def tea(c: Canvas, rng: Random) -> None:
    c.sky(mix(TEAL, DEEP, 0.3), mix(TEAL, SEA, 0.4), end=600)
    for x, y in ((column * 100, row * 100) for column in range(17) for row in range(6)):
        motif = [(x, y - 34), (x + 34, y), (x, y + 34), (x - 34, y)]
        c.shape(motif, fade(MIST, 0.07 if (x + y) % 200 else 0.12))
    c.glow((420, 200), 620, CREAM, 0.28)
    c.sky(mix(WOOD, CLAY, 0.5), WOOD, start=600)
    c.box((0, 600), (WIDTH, 612), fade(CREAM, 0.25))
    c.disc((800, 800), 640, fade(INK, 0.25), flat=0.25)
    c.disc((800, 782), 630, mix(GOLD, BRICK, 0.35), flat=0.25)
    c.disc((800, 774), 600, mix(GOLD, SAND, 0.3), flat=0.25)
    c.disc((800, 774), 520, fade(CREAM, 0.25), flat=0.25)
    _teapot(c, (690, 800))
    for x, y in ((1060, 800), (1230, 760)):
        _tea_glass(c, (x, y), rng)
    for x, y, angle in ((405, 760, 1.2), (330, 790, 1.9)):
        c.disc((x, y + 26), 58, fade(BARK, 0.25), flat=0.25)
        lemon(c, (x, y), angle)
    c.leaf((440, 756), 96, -0.4, OLIVE)


def _teapot(c: Canvas, foot: Point) -> None:
    x, y = foot
    body = [(104, 0), (112, 8), (172, 74), (197, 150), (180, 226), (128, 284), (70, 306)]
    profile = [(half, y - up) for half, up in body]
    c.disc((x, y), 210, fade(BARK, 0.35), flat=0.16)
    _handle_and_spout(c, foot)
    c.turned(x, profile, CREAM)
    c.turned(x, profile, fade(SAND, 0.6), span=(0.3, 1))
    _band(c, foot)
    c.turned(x, [(0, y - 352), (60, y - 336), (84, y - 306), (86, y - 296)], mix(CREAM, SAND, 0.4))
    c.disc((x, y - 362), 20, BRICK)


def _handle_and_spout(c: Canvas, foot: Point) -> None:
    handle = [(160, -230), (290, -250), (290, -110), (172, -84)]
    outer = [(-140, -70), (-240, -130), (-262, -240), (-306, -282)]
    inner = [(-262, -290), (-214, -236), (-176, -180), (-120, -180)]
    c.line(smooth(turn(handle, foot, 0)), mix(CREAM, SAND, 0.6), 26)
    c.shape(smooth(turn(outer + inner, foot, 0)), mix(CREAM, SAND, 0.5))


def _band(c: Canvas, foot: Point) -> None:
    x, y = foot
    c.turned(x, [(189, y - 110), (197, y - 140), (196, y - 176), (190, y - 196)], TEAL)
    for step in range(9):
        at = x - 150 + step * 37.5
        c.shape([(at, y - 176), (at + 15, y - 153), (at, y - 130), (at - 15, y - 153)], GOLD)


def _tea_glass(c: Canvas, foot: Point, rng: Random) -> None:
    x, y = foot
    c.disc((x, y), 92, mix(CREAM, SAND, 0.5), flat=0.3)
    c.disc((x, y - 6), 84, CREAM, flat=0.28)
    c.disc((x, y - 4), 48, fade(BARK, 0.25), flat=0.28)
    outline = [(34, y - 4), (52, y - 34), (50, y - 70), (36, y - 104), (44, y - 150), (54, y - 178)]
    c.turned(x, outline, fade(CREAM, 0.4))
    c.turned(x, [(half * 0.84, v - 4) for half, v in outline[:5]], mix(BRICK, GOLD, 0.25))
    c.disc((x, y - 154), 37, mix(BRICK, GOLD, 0.5), flat=0.2)
    c.line([(x - 36, y - 40), (x - 38, y - 62), (x - 28, y - 92)], fade(CREAM, 0.6), 7)
    for shift in (-14, 14):
        bend = rng.uniform(14, 26)
        steam = [
            (x + shift, y - 200),
            (x + shift + bend, y - 260),
            (x + shift - bend, y - 320),
            (x + shift + 8, y - 390),
        ]
        c.line(smooth(steam), fade(CREAM, 0.3), 9)


def paper_cranes(c: Canvas, rng: Random) -> None:
    c.sky(mix(TEAL, SEA, 0.3), mix(DEEP, TEAL, 0.4))
    c.glow((620, 420), 760, MIST, 0.4)
    c.box((0, 0), (WIDTH, 46), mix(WOOD, BARK, 0.3))
    c.box((0, 40), (WIDTH, 46), fade(INK, 0.35))
    tones = (BRICK, SAND, MIST, CREAM, GOLD, CLAY)
    places = [(230, 330), (420, 700), (600, 270), (800, 570), (1010, 300), (1190, 720), (1370, 390)]
    for number, (x, y) in enumerate(places):
        size, tone = rng.uniform(0.85, 1.2), tones[number % len(tones)]
        c.line([(x, 46), (x, y - 40)], fade(CREAM, 0.55), 3)
        for knot in range(90, y - 120, 70):
            c.disc((x, knot), 6, fade(GOLD, 0.8))
        _crane(c, (x, y), size, tone, 1 if number % 2 else -1)


def _crane(c: Canvas, centre: Point, size: float, colour: Colour, facing: int) -> None:
    light, shade, dark = mix(colour, CREAM, 0.4), mix(colour, INK, 0.16), mix(colour, INK, 0.34)
    folds = (
        ([(20, 20), (70, -160), (-50, 10)], dark),
        ([(-40, 30), (-190, -60), (-60, 70)], shade),
        ([(40, 26), (150, -86), (70, 60)], shade),
        ([(150, -86), (206, -52), (138, -66)], dark),
        ([(-70, 50), (0, -30), (80, 40), (0, 96)], colour),
        ([(-70, 50), (0, 6), (80, 40), (0, 96)], light),
        ([(0, 96), (0, 6), (80, 40)], colour),
        ([(-56, 46), (-90, -170), (34, 22)], light),
        ([(-10, 33), (-90, -170), (34, 22)], colour),
    )
    for points, tone in folds:
        c.shape([(centre[0] + facing * x * size, centre[1] + y * size) for x, y in points], tone)


def lantern(c: Canvas, rng: Random) -> None:
    c.sky(mix(DEEP, INK, 0.5), mix(BRICK, SAND, 0.35), end=720)
    for _ in range(70):
        spot = (rng.uniform(0, WIDTH), rng.uniform(0, 330))
        c.disc(spot, rng.choice((1.4, 2, 3)), fade(CREAM, 0.7))
    for base, depth in ((600, 0.35), (680, 0.7)):
        c.ridge(base, 44, mix(mix(BRICK, SEA, 0.5), mix(DEEP, INK, 0.4), depth), rng)
    c.glow((800, 540), 640, GOLD, 0.75)
    c.sky(mix(CLAY, BARK, 0.5), mix(BARK, INK, 0.5), start=780)
    c.box((0, 780), (WIDTH, 800), mix(SAND, CLAY, 0.6))
    c.disc((800, 810), 420, fade(GOLD, 0.3), flat=0.09)
    _lamp(c, (800, 800))
    sprig(c, [(1600, 90), (1450, 130), (1310, 110), (1180, 180)], 110, mix(OLIVE, DEEP, 0.5))
    sprig(c, [(1600, 250), (1500, 250), (1400, 300)], 100, mix(OLIVE, DEEP, 0.6))


def _lamp(c: Canvas, foot: Point) -> None:
    x, y = foot
    metal = mix(DEEP, INK, 0.5)
    c.line(
        [(x + 70 * cos(step * pi / 20), y - 468 - 84 * sin(step * pi / 20)) for step in range(21)],
        metal,
        12,
    )
    c.shape(
        [(x - 112, y - 96), (x - 132, y - 350), (x + 132, y - 350), (x + 112, y - 96)],
        mix(GOLD, CREAM, 0.45),
    )
    _candle(c, foot)
    for low, high in ((-112, -132), (-40, -46), (40, 46), (112, 132)):
        c.line([(x + low, y - 90), (x + high, y - 356)], metal, 11)
    c.shape([(x - 152, y - 346), (x - 70, y - 440), (x + 70, y - 440), (x + 152, y - 346)], metal)
    c.box((x - 52, y - 478), (x + 52, y - 436), metal, radius=10)
    c.box((x - 144, y - 100), (x + 144, y - 62), metal, radius=8)
    c.shape(
        [(x - 110, y - 62), (x + 110, y - 62), (x + 146, y), (x - 146, y)], mix(metal, TEAL, 0.3)
    )


def _candle(c: Canvas, foot: Point) -> None:
    x, y = foot
    c.glow((x, y - 190), 130, CREAM, 0.9)
    c.turned(
        x,
        [(0, y - 300), (16, y - 250), (32, y - 205), (24, y - 168), (0, y - 156)],
        mix(BRICK, GOLD, 0.5),
    )
    c.turned(x, [(0, y - 252), (14, y - 212), (12, y - 178), (0, y - 166)], CREAM)
    c.box((x - 34, y - 158), (x + 34, y - 96), mix(SAND, CREAM, 0.5), radius=6)
