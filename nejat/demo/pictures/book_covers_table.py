"""Covers of the sample books that show a table: one from above, one under a lamp."""

from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.book_covers import MIDDLE, ring
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
from nejat.demo.pictures.people import rounded

SOUP = mix(GOLD, BRICK, 0.38)
TABLE = (MIDDLE, 610.0)


def shared_pot(c: Canvas, rng: Random) -> None:
    c.sky(mix(BRICK, CLAY, 0.15), mix(BRICK, INK, 0.12))
    for column in range(21):
        for row in range(13):
            _tile(c, (column * 80, row * 80 + 20))
    c.disc((MIDDLE + 14, 630), 452, fade(INK, 0.25))
    for place, _ in ring(TABLE, 428, 44):
        c.disc(place, 34, CREAM)
    c.disc(TABLE, 430, CREAM)
    for place, angle in ring(TABLE, 410, 44):
        c.shape(turn([(-9, 0), (0, -8), (9, 0), (0, 8)], place, angle), mix(TEAL, SEA, 0.4))
    c.disc(TABLE, 384, mix(TEAL, SEA, 0.4))
    c.disc(TABLE, 378, mix(CREAM, SAND, 0.5))
    for number, (place, angle) in enumerate(ring(TABLE, 286, 8, pi / 8)):
        _bowl(c, place, angle, (MIST, CLAY, SEA, SAND)[number % 4])
    for number, (place, angle) in enumerate(ring(TABLE, 300, 8)):
        (_lemon_half, _loaf)[number % 2](c, place, angle)
    _pot_from_above(c, rng)


def _tile(c: Canvas, centre: Point) -> None:
    x, y = centre
    star = [place for place, _ in ring(centre, 22, 4, pi / 4)]
    c.shape(star, fade(CREAM, 0.1))
    c.shape([(x, y - 22), (x + 22, y), (x, y + 22), (x - 22, y)], fade(CREAM, 0.1))
    c.disc((x + 40, y + 40), 5, fade(GOLD, 0.35))


def _bowl(c: Canvas, centre: Point, angle: float, glaze: Colour) -> None:
    x, y = centre
    c.disc((x + 6, y + 10), 76, fade(BARK, 0.3))
    c.disc(centre, 74, glaze)
    for place, _ in ring(centre, 65, 18):
        c.disc(place, 4, fade(CREAM, 0.8))
    c.disc(centre, 56, mix(glaze, INK, 0.25))
    c.disc((x, y + 3), 53, SOUP)
    c.glow((x - 12, y - 10), 50, GOLD, 0.5)
    for place, turned in ring((x + 8, y + 6), 19, 3, angle):
        c.leaf(place, 26, turned + 1.9, mix(OLIVE, LEAF, 0.4))
    spoon = angle + 0.33
    tip = (TABLE[0] + 306 * cos(spoon), TABLE[1] + 306 * sin(spoon))
    end = (TABLE[0] + 372 * cos(spoon), TABLE[1] + 372 * sin(spoon))
    rounded(c, [tip, end], mix(WOOD, GOLD, 0.3), 9)
    c.blob(turn([(-24, 0), (-4, -14), (16, 0), (-4, 14)], tip, spoon), mix(WOOD, GOLD, 0.3))


def _lemon_half(c: Canvas, centre: Point, angle: float) -> None:
    x, y = TABLE[0] + 215 * cos(angle), TABLE[1] + 215 * sin(angle)
    c.disc((x + 4, y + 6), 34, fade(BARK, 0.25))
    c.disc((x, y), 33, GOLD)
    c.disc((x, y), 28, CREAM)
    for part in range(8):
        middle = angle + part * pi / 4
        wedge = [(x + 25 * cos(middle + d), y + 25 * sin(middle + d)) for d in (-0.3, 0, 0.3)]
        c.shape([(x + 5 * cos(middle), y + 5 * sin(middle)), *wedge], mix(GOLD, CREAM, 0.25))


def _loaf(c: Canvas, centre: Point, angle: float) -> None:
    x, y = TABLE[0] + 212 * cos(angle), TABLE[1] + 212 * sin(angle)
    loaf = [(-44, 0), (-26, -24), (26, -24), (44, 0), (26, 24), (-26, 24)]
    c.blob(turn(loaf, (x + 4, y + 7), angle + pi / 2), fade(BARK, 0.25))
    c.blob(turn(loaf, (x, y), angle + pi / 2), mix(CLAY, WOOD, 0.3))
    c.blob(
        turn([(a * 0.8, b * 0.7 - 3) for a, b in loaf], (x, y), angle + pi / 2),
        mix(CLAY, SAND, 0.4),
    )
    for cut in (-16, 0, 16):
        c.line(
            turn([(cut - 5, 11), (cut + 5, -15)], (x, y), angle + pi / 2), mix(CLAY, BARK, 0.4), 5
        )


def _pot_from_above(c: Canvas, rng: Random) -> None:
    x, y = TABLE
    c.disc((x + 12, y + 18), 166, fade(BARK, 0.35))
    for side in (-1, 1):
        handle = [(side * 132, -42), (side * 186, -30), (side * 186, 30), (side * 132, 42)]
        c.line(smooth(turn(handle, TABLE, -0.5)), mix(WOOD, BARK, 0.5), 20)
    for radius, tone in ((158, mix(CLAY, WOOD, 0.5)), (148, mix(CLAY, SAND, 0.35)), (136, BARK)):
        c.disc(TABLE, radius, tone)
    c.disc((x, y + 4), 131, SOUP)
    c.glow((x - 34, y - 30), 130, GOLD, 0.6)
    turns = [(step * pi / 12, 14 + step * 1.9) for step in range(54)]
    swirl = [(x + far * cos(way), y + far * sin(way)) for way, far in turns]
    c.line(swirl, fade(mix(OLIVE, LEAF, 0.5), 0.75), 7)
    for _ in range(26):
        way, far = rng.uniform(0, 2 * pi), rng.uniform(10, 116)
        c.disc((x + far * cos(way), y + far * sin(way)), rng.uniform(3, 6), mix(BRICK, GOLD, 0.25))
    for place, angle in ring(TABLE, 14, 5):
        c.leaf(place, 44, angle, mix(OLIVE, LEAF, rng.uniform(0.1, 0.6)))
    rounded(c, [(x + 60, y - 40), (x + 150, y - 168)], mix(WOOD, BARK, 0.2), 16)
    c.disc((x + 58, y - 38), 34, mix(WOOD, BARK, 0.3), flat=0.9)
    c.disc((x + 57, y - 36), 25, mix(SOUP, BRICK, 0.3), flat=0.9)


def kept_place(c: Canvas, rng: Random) -> None:
    c.sky(mix(DEEP, INK, 0.55), mix(DEEP, INK, 0.15))
    _rainy_window(c, rng)
    c.shape([(MIDDLE - 88, 268), (MIDDLE + 88, 268), (1120, 740), (480, 740)], fade(GOLD, 0.13))
    c.glow((MIDDLE, 300), 430, GOLD, 0.6)
    for x, lean in ((566, -0.16), (MIDDLE, 0), (1034, 0.16)):
        _chair_back(c, (x, 660), 0.72, lean, mix(WOOD, BARK, 0.55))
    c.disc((MIDDLE, 760), 352, mix(BARK, INK, 0.4), flat=0.4)
    c.disc((MIDDLE, 742), 352, mix(WOOD, CLAY, 0.4), flat=0.4)
    c.disc((MIDDLE, 738), 270, fade(GOLD, 0.35), flat=0.4)
    _four_pages(c)
    _hanging_lamp(c)
    _chair_back(c, (MIDDLE, 1050), 1.5, 0, mix(BRICK, INK, 0.3))


def _rainy_window(c: Canvas, rng: Random) -> None:
    c.box((500, 60), (1100, 560), mix(DEEP, SEA, 0.35))
    c.ridge(492, 22, mix(DEEP, INK, 0.2), rng)
    c.box((0, 560), (WIDTH, HEIGHT), mix(DEEP, INK, 0.35))
    for _ in range(9):
        spot = (rng.uniform(520, 1080), rng.uniform(500, 526))
        c.box(spot, (spot[0] + 8, spot[1] + 10), mix(GOLD, CREAM, 0.3))
    for _ in range(120):
        x, y = rng.uniform(506, 1100), rng.uniform(66, 520)
        c.line([(x, y), (x - 7, y + rng.uniform(18, 40))], fade(MIST, rng.uniform(0.2, 0.5)), 3)
    for left, right in ((0, 500), (1100, WIDTH)):
        c.box((left, 0), (right, 570), mix(DEEP, INK, 0.35))
    c.box((0, 0), (WIDTH, 60), mix(DEEP, INK, 0.35))
    frame = mix(SAND, BARK, 0.55)
    for x in (488, 696, 892, 1096):
        c.box((x, 52), (x + 14, 566), frame)
    for y in (48, 250, 552):
        c.box((488, y), (1110, y + 14), frame)
    c.box((468, 562), (1132, 584), mix(SAND, BARK, 0.4))


def _hanging_lamp(c: Canvas) -> None:
    c.line([(MIDDLE, 0), (MIDDLE, 190)], INK, 6)
    c.glow((MIDDLE, 276), 120, CREAM, 0.9)
    c.disc((MIDDLE, 272), 34, CREAM)
    shade = [(16, 176), (40, 196), (96, 240), (124, 274)]
    c.turned(MIDDLE, shade, mix(BRICK, CLAY, 0.1))
    c.turned(MIDDLE, shade, fade(CREAM, 0.2), span=(-0.8, -0.45))
    c.disc((MIDDLE, 274), 124, mix(BRICK, INK, 0.3), flat=0.13)
    c.disc((MIDDLE, 275), 112, mix(GOLD, CREAM, 0.7), flat=0.12)


def _four_pages(c: Canvas) -> None:
    """Four written pages, one to a place, and a glass of tea for each but one."""
    places = ((588, 722, -0.3), (MIDDLE, 660, 0.04), (1012, 722, 0.3), (MIDDLE, 812, -0.03))
    for x, y, angle in places:
        page = [(-76, -34), (76, -34), (88, 40), (-88, 40)]
        c.shape(turn(page, (x + 5, y + 7), angle), fade(BARK, 0.4))
        c.shape(turn(page, (x, y), angle), CREAM)
        for row in range(4):
            line = [(-62, -20 + row * 15), (58 - 22 * (row == 3), -20 + row * 15)]
            c.line(turn(line, (x, y), angle), mix(WOOD, SAND, 0.3), 4)
    for x, y in ((690, 716), (912, 716), (610, 826)):
        _glass(c, (x, y))
    for x, y, angle, tone in (
        (690, 660, 0.5, TEAL),
        (1110, 740, -0.9, BRICK),
        (932, 806, -0.5, OLIVE),
    ):
        rounded(c, turn([(-38, 0), (38, 0)], (x, y), angle), mix(tone, INK, 0.2), 8)


def _glass(c: Canvas, foot: Point) -> None:
    x, y = foot
    c.disc((x, y), 34, CREAM, flat=0.4)
    c.turned(x, [(16, y), (21, y - 16), (15, y - 34), (22, y - 58)], mix(BRICK, GOLD, 0.3))
    c.disc((x, y - 56), 21, mix(BRICK, GOLD, 0.6), flat=0.3)
    c.line([(x - 12, y - 14), (x - 13, y - 44)], fade(CREAM, 0.6), 4)


def _chair_back(c: Canvas, foot: Point, size: float, lean: float, wood: Colour) -> None:
    def at(*places: Point) -> list[Point]:
        return turn([(dx * size, dy * size) for dx, dy in places], foot, lean)

    for side in (-1, 1):
        rounded(c, at((side * 84, 0), (side * 88, -90), (side * 78, -172)), wood, 17 * size)
    for step in range(-2, 3):
        rounded(c, at((step * 30, -20), (step * 27, -150)), mix(wood, INK, 0.2), 8 * size)
    top = at((-92, -150), (-80, -186), (0, -204), (80, -186), (92, -150), (0, -166))
    c.blob(top, mix(wood, CLAY, 0.2))
    c.line(at((-84, -34), (84, -34)), mix(wood, CLAY, 0.1), 18 * size)
