"""News pictures from rooms and streets."""

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
from nejat.demo.pictures.people import DARK, FAIR, behind, face, rounded, sleeve

COATS = (BRICK, mix(SEA, TEAL, 0.3), GOLD, OLIVE, CLAY, mix(DEEP, SEA, 0.3))
HAIR = (INK, BARK, mix(MIST, INK, 0.3), INK, BRICK)


def reading_room(c: Canvas, rng: Random) -> None:
    c.sky(mix(TEAL, DEEP, 0.2), mix(TEAL, SEA, 0.15), end=580)
    for x in (-40, 480, 960, 1440):
        _shelf(c, (x, 60), 200, rng)
    c.sky(mix(WOOD, CLAY, 0.3), mix(WOOD, BARK, 0.4), start=560)
    c.box((0, 540), (WIDTH, 580), mix(WOOD, BARK, 0.3))
    for x in (320, 800, 1280):
        _tall_window(c, x)
        light = [(x - 110, 580), (x + 110, 580), (x + 20, 1000), (x - 330, 1000)]
        c.shape(light, fade(CREAM, 0.12))
    readers = list(zip((280, 520, 930, 1180, 1350), COATS, HAIR, strict=False))
    for x, coat, hair in readers:
        _reader(c, (x, 660), coat, hair)
    _table(c, (110, 660), 1490, 60)
    for x, coat, _hair in readers:
        _reading(c, (x, 660), coat)
        _lamp(c, (x + 126, 672), 0.8)
    _table(c, (-60, 830), 1660, 100)
    for number, x in enumerate((430, 960, 1450)):
        _lamp(c, (x - 200, 860), 1.25)
        behind(c, (x, 900), 92, COATS[4 - number], HAIR[1 + number])
        c.box((x - 120, 960), (x + 120, HEIGHT), mix(BARK, INK, 0.3), radius=24)


def _shelf(c: Canvas, corner: Point, wide: float, rng: Random) -> None:
    x, y = corner
    c.box((x, y), (x + wide, 560), mix(WOOD, BARK, 0.4))
    for board in (180, 300, 420, 540):
        c.box((x + 12, board - 100), (x + wide - 12, board), mix(DEEP, INK, 0.4))
        at = x + 16
        while at < x + wide - 34:
            thick, tall = rng.uniform(12, 24), rng.uniform(60, 92)
            tone = rng.choice((BRICK, CLAY, SAND, OLIVE, SEA, GOLD))
            c.box((at, board - tall), (at + thick, board), mix(tone, INK, 0.15))
            at += thick + 2


def _tall_window(c: Canvas, x: float) -> None:
    for half, inset, tone in ((132, 0, mix(SAND, WOOD, 0.3)), (112, 20, mix(GOLD, CREAM, 0.6))):
        outline = [(0, 50 + inset), (half * 0.6, 80 + inset), (half, 190), (half, 520 - inset)]
        c.turned(x, outline, tone)
    c.glow((x, 260), 220, CREAM, 0.9)
    for at in (-56, 0, 56):
        c.box((x + at - 4, 90), (x + at + 4, 500), mix(SAND, WOOD, 0.3))
    for y in (190, 300, 410):
        c.box((x - 112, y - 4), (x + 112, y + 4), mix(SAND, WOOD, 0.3))


def _table(c: Canvas, corner: Point, right: float, deep: float) -> None:
    x, y = corner
    c.shape(
        [(x + deep, y), (right - deep, y), (right, y + deep), (x, y + deep)], mix(WOOD, CLAY, 0.55)
    )
    c.box((x, y + deep), (right, y + deep + 26), mix(WOOD, BARK, 0.5))
    for leg in (x + 40, right - 70):
        c.box((leg, y + deep + 26), (leg + 30, y + deep + 150), mix(WOOD, BARK, 0.7))


def _reader(c: Canvas, desk: Point, coat: Colour, hair: Colour) -> None:
    """A person behind a table, bent over an open book."""
    x, y = desk
    c.turned(x, [(10, y - 96), (44, y - 82), (66, y - 40), (72, y + 6)], coat)
    face(c, (x, y - 118), 34, hair, FAIR if hair in (BARK, BRICK) else DARK)


def _reading(c: Canvas, desk: Point, coat: Colour) -> None:
    """The arms of a reader and an open book between them."""
    x, y = desk
    for side in (-1, 1):
        elbow = [(x + side * 62, y - 46), (x + side * 86, y + 10), (x + side * 70, y + 24)]
        sleeve(c, elbow, mix(coat, INK, 0.15), 24)
        page = [(x, y + 20), (x + side * 62, y + 8), (x + side * 70, y + 38), (x, y + 48)]
        c.shape(page, mix(CREAM, SAND, 0.4 if side > 0 else 0))


def _lamp(c: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    c.glow((x, y - 30 * size), 150 * size, GOLD, 0.55)
    c.disc((x, y), 34 * size, mix(GOLD, BARK, 0.4), flat=0.35)
    c.box((x - 5 * size, y - 90 * size), (x + 5 * size, y), mix(GOLD, BARK, 0.3))
    shade = [(-60, -82), (-48, -118), (48, -118), (60, -82)]
    c.shape([(x + dx * size, y + dy * size) for dx, dy in shade], mix(OLIVE, SEA, 0.4))
    c.box((x - 60 * size, y - 84 * size), (x + 60 * size, y - 76 * size), mix(GOLD, CREAM, 0.5))


def bookbinder(c: Canvas, rng: Random) -> None:
    c.sky(mix(WOOD, CLAY, 0.35), mix(WOOD, BARK, 0.2))
    for top in range(0, HEIGHT, 250):
        c.box((0, top), (WIDTH, top + 5), fade(INK, 0.35))
        for _ in range(7):
            x, y = rng.uniform(-200, 1300), top + rng.uniform(20, 230)
            c.line(
                smooth([(x, y), (x + 220, y + rng.uniform(-8, 8)), (x + 480, y)]),
                fade(BARK, 0.25),
                3,
            )
    c.glow((1300, 100), 900, CREAM, 0.35)
    _laid(c, (800, 470), 0.03, (560, 330), mix(TEAL, DEEP, 0.3))
    for step in range(9):
        c.line([(260 + step * 136, 150), (256 + step * 136, 800)], fade(SEA, 0.3), 2)
    for angle, tone in ((-0.22, BRICK), (-0.12, GOLD), (-0.02, mix(SEA, MIST, 0.4))):
        _laid(c, (250, 250), angle, (150, 190), tone)
    _book_block(c)
    _pot_and_brush(c)
    _laid(c, (1330, 560), 1.35, (260, 26), mix(GOLD, SAND, 0.5))
    for mark in range(20):
        spot = turn([(-240 + mark * 25, -12)], (1330, 560), 1.35)[0]
        c.disc(spot, 4, BARK)
    _spool(c, (330, 620))
    for side, skin in ((-1, FAIR), (1, FAIR)):
        _binding_hand(c, side, skin)


def _laid(c: Canvas, centre: Point, angle: float, half: Point, colour: Colour) -> None:
    """A flat thing that lies on the table: a rectangle with a shadow."""
    (a, b), (x, y) = half, centre
    corners = [(-a, -b), (a, -b), (a, b), (-a, b)]
    c.shape(turn(corners, (x + 10, y + 14), angle), fade(INK, 0.28))
    c.shape(turn(corners, centre, angle), colour)


def _book_block(c: Canvas) -> None:
    for step in range(5):
        shift = step * 5
        _laid(c, (800 - shift, 430 - shift), -0.04, (230, 165), mix(CREAM, SAND, 0.5 - step * 0.1))
    c.line(turn([(0, -166), (0, 166)], (780, 410), -0.04), fade(BARK, 0.4), 5)
    for step in range(5):
        hole = turn([(0, -124 + step * 62)], (780, 410), -0.04)[0]
        c.disc(hole, 5, BARK)
    for row in range(9):
        for left in (-200, 30):
            y = -120 + row * 30
            line = turn([(left, y), (left + (110 if row == 8 else 170), y)], (780, 410), -0.04)
            c.line(line, fade(INK, 0.25), 5)
    stitch = turn([(0, -124), (0, -62), (0, 0), (0, 62)], (780, 410), -0.04)
    c.line([stitch[0], stitch[1]], BRICK, 6)
    c.line([stitch[2], stitch[3]], BRICK, 6)


def _pot_and_brush(c: Canvas) -> None:
    c.disc((1376, 238), 112, fade(INK, 0.28))
    c.disc((1366, 224), 110, mix(DEEP, SEA, 0.4))
    c.disc((1366, 224), 92, mix(CREAM, SAND, 0.4))
    c.disc((1390, 212), 52, fade(CREAM, 0.8), flat=0.7)
    c.line([(1150, 96), (1330, 200)], fade(INK, 0.3), 26)
    c.line([(1130, 80), (1310, 186)], mix(WOOD, GOLD, 0.4), 22)
    c.line([(1296, 178), (1340, 204)], mix(MIST, INK, 0.3), 34)
    c.shape([(1328, 180), (1396, 218), (1382, 240), (1314, 212)], BARK)


def _spool(c: Canvas, centre: Point) -> None:
    x, y = centre
    c.disc((x + 10, y + 14), 74, fade(INK, 0.28))
    c.disc(centre, 72, mix(WOOD, SAND, 0.4))
    for radius in (58, 48, 38, 28):
        c.disc(centre, radius, mix(BRICK, INK, 0.06 * (radius % 4)))
    c.disc(centre, 16, BARK)
    thread = [(x + 56, y - 10), (470, 560), (560, 700), (700, 620), (776, 474)]
    c.line(smooth(thread), BRICK, 6)


def _binding_hand(c: Canvas, side: int, skin: Colour) -> None:
    wrist = (800 + side * 250, 780)
    tip = (800 + side * 70, 560)
    rounded(c, [(800 + side * 420, 1040), (800 + side * 340, 900), wrist], mix(SEA, TEAL, 0.6), 120)
    rounded(c, [wrist, (800 + side * 190, 700)], skin, 92)
    for spread, far in ((-44, 0), (-16, -20), (12, -14), (38, 6)):
        end = (tip[0] + side * (spread + 50), tip[1] + far + abs(spread) * 0.4 + 30)
        rounded(
            c,
            [(800 + side * 190 + spread, 690), (800 + side * 160 + spread * 0.9, 620), end],
            mix(skin, CLAY, 0.12 if far < 0 else 0),
            28,
        )
    if side > 0:
        c.line([(tip[0] + 70, tip[1] + 60), (tip[0] - 60, tip[1] - 70)], mix(MIST, INK, 0.2), 6)
