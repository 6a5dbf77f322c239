"""A gallery: in the bookbinder's workshop."""

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
from nejat.demo.pictures.plants import potted_plant

IRON = mix(DEEP, INK, 0.5)
STEEL = mix(MIST, INK, 0.3)


def door(c: Canvas, rng: Random) -> None:
    """The door of the workshop under its sign, in the evening."""
    c.sky(mix(BRICK, CLAY, 0.35), mix(BRICK, BARK, 0.4))
    _bricks(c, rng)
    c.sky(mix(SAND, BARK, 0.4), mix(SAND, BARK, 0.6), start=900)
    c.box((540, 876), (1060, 916), mix(SAND, MIST, 0.4), radius=6)
    c.box((580, 200), (1020, 880), mix(CREAM, SAND, 0.4))
    c.box((604, 330), (996, 880), mix(TEAL, DEEP, 0.3))
    c.box((604, 224), (996, 312), mix(GOLD, CREAM, 0.35))
    for x in (700, 796, 892):
        c.box((x, 224), (x + 8, 312), mix(CREAM, SAND, 0.4))
    c.box((650, 372), (950, 640), mix(GOLD, CREAM, 0.3))
    c.glow((800, 480), 170, CREAM, 0.8)
    _shelf_seen_through(c, rng)
    c.box((792, 372), (808, 640), mix(TEAL, DEEP, 0.3))
    c.box((650, 690), (950, 840), mix(TEAL, SEA, 0.2), radius=4)
    c.box((668, 708), (932, 822), mix(TEAL, DEEP, 0.2), radius=4)
    c.disc((964, 600), 15, GOLD)
    c.disc((964, 600), 7, mix(GOLD, BARK, 0.4))
    _sign(c)
    potted_plant(c, (560, 908), 0.75)
    potted_plant(c, (1052, 912), 0.85)


def _bricks(c: Canvas, rng: Random) -> None:
    for row in range(17):
        for column in range(14):
            x, y = column * 126 - 60 + (row % 2) * 63, row * 52
            tone = mix(mix(BRICK, CLAY, 0.4), BARK, rng.uniform(0.05, 0.35))
            c.box((x, y), (x + 118, y + 45), tone, radius=4)


def _shelf_seen_through(c: Canvas, rng: Random) -> None:
    for board in (500, 630):
        x = 656.0
        while x < 930:
            wide, tall = rng.uniform(16, 34), rng.uniform(60, 104)
            c.box(
                (x, board - tall),
                (x + wide, board),
                mix(rng.choice((BRICK, TEAL, OLIVE, BARK)), GOLD, 0.25),
            )
            x += wide + 3
        c.box((650, board), (950, board + 10), mix(WOOD, BARK, 0.2))


def _sign(c: Canvas) -> None:
    """An iron arm with a hanging open book."""
    c.box((1020, 70), (1036, 210), IRON)
    c.line(smooth([(1028, 170), (960, 150), (920, 80)]), IRON, 8)
    for x in (730, 850):
        c.line([(x, 74), (x, 110)], IRON, 5)
    c.line([(700, 76), (1028, 84)], IRON, 10)
    for side in (-1, 1):
        cover = [(790, 120), (790 + side * 112, 98), (790 + side * 112, 196), (790, 222)]
        c.shape(cover, BRICK)
        page = [(790, 116), (790 + side * 100, 96), (790 + side * 100, 182), (790, 206)]
        c.shape(page, CREAM if side < 0 else mix(CREAM, SAND, 0.5))
        for row in range(4):
            y = 124 + row * 18
            c.line([(790 + side * 18, y + 8), (790 + side * 82, y - 4)], mix(SAND, BARK, 0.4), 4)


def tools(c: Canvas, rng: Random) -> None:
    """Hand tools in their rack on the wall."""
    c.sky(mix(SAND, CREAM, 0.4), mix(SAND, CLAY, 0.3))
    c.shape([(0, 0), (700, 0), (240, 1000), (0, 1000)], fade(CREAM, 0.45))
    c.box((100, 300), (1500, 356), mix(WOOD, BARK, 0.2), radius=6)
    c.box((100, 356), (1500, 372), fade(INK, 0.2))
    drawn = (_awl, _folder, _hammer, _shears, _knife, _awl, _brush, _hammer)
    for number, tool in enumerate(drawn):
        x = 190 + number * 174 + (number == 3) * 26
        c.disc((x, 328), 9, mix(BARK, INK, 0.3))
        tool(c, x, number)
    c.box((0, 850), (WIDTH, HEIGHT), mix(WOOD, CLAY, 0.35))
    c.box((0, 850), (WIDTH, 862), fade(CREAM, 0.35))
    x = 60.0
    while x < 1500:
        wide = rng.uniform(90, 150)
        tone = rng.choice((BRICK, TEAL, GOLD, OLIVE, CREAM, CLAY, SEA))
        c.disc((x + wide / 2, 206), 36, fade(tone, 1))
        c.box((x + wide / 2 - 32, 206), (x + wide / 2 + 32, 300), tone)
        c.box((x + wide / 2 - 14, 180), (x + wide / 2 + 14, 206), mix(WOOD, SAND, 0.4), radius=8)
        for y in (226, 246, 266):
            c.box((x + wide / 2 - 32, y), (x + wide / 2 + 32, y + 5), fade(INK, 0.15))
        x += wide + 40
    for number, tone in enumerate((BRICK, mix(SEA, TEAL, 0.4), OLIVE, CLAY, mix(GOLD, SAND, 0.3))):
        _roll(c, (150 + number * 300, 850), tone)


def _roll(c: Canvas, foot: Point, tone: Colour) -> None:
    """A roll of cloth that lies on the table, its end towards us."""
    x, y = foot
    c.box((x, y - 84), (x + 190, y), mix(tone, INK, 0.12), radius=8)
    c.box((x, y - 70), (x + 150, y - 58), fade(CREAM, 0.18))
    for radius in (42, 30, 20, 9):
        c.disc((x + 190, y - 42), radius, mix(tone, CREAM, 0.28 - radius / 160))


def _grip(c: Canvas, x: float, top: float, low: float, half: float) -> None:
    middle = (top + low) / 2
    c.turned(
        x,
        [
            (half * 0.6, top),
            (half, top + 30),
            (half * 0.7, middle),
            (half, low - 30),
            (half * 0.5, low),
        ],
        mix(WOOD, CLAY, 0.3),
    )
    c.box((x - half * 0.5, top + 16), (x - half * 0.2, low - 16), fade(CREAM, 0.35), radius=4)


def _awl(c: Canvas, x: float, number: int) -> None:
    c.shape([(x - 8, 500), (x + 8, 500), (x, 660 + number * 8)], STEEL)
    c.box((x - 12, 486), (x + 12, 510), GOLD, radius=4)
    _grip(c, x, 344, 490, 30)


def _folder(c: Canvas, x: float, number: int) -> None:
    c.turned(x, [(18, 350), (26, 400), (24, 600), (14, 690), (0, 710)], mix(CREAM, SAND, 0.3))
    c.turned(
        x, [(18, 350), (26, 400), (24, 600), (14, 690), (0, 710)], fade(BARK, 0.15), span=(0.2, 1)
    )


def _hammer(c: Canvas, x: float, number: int) -> None:
    _grip(c, x, 400, 760, 20)
    c.box((x - 62, 372), (x + 40, 424), IRON, radius=8)
    c.shape([(x + 36, 376), (x + 84, 392), (x + 84, 404), (x + 36, 420)], IRON)
    c.box((x - 72, 366), (x - 54, 430), STEEL, radius=4)


def _shears(c: Canvas, x: float, number: int) -> None:
    for side in (-1, 1):
        c.shape([(x, 520), (x + side * 34, 740), (x + side * 8, 700)], STEEL)
        c.line([(x + side * 4, 540), (x - side * 34, 430)], IRON, 20)
        c.disc((x - side * 42, 390), 46, IRON)
        c.disc((x - side * 42, 390), 28, mix(SAND, CREAM, 0.2))
    c.disc((x, 524), 12, GOLD)


def _knife(c: Canvas, x: float, number: int) -> None:
    c.shape([(x - 22, 520), (x + 22, 520), (x + 22, 690), (x - 22, 740)], STEEL)
    c.shape([(x - 22, 720), (x + 22, 670), (x + 22, 690), (x - 22, 740)], mix(STEEL, CREAM, 0.5))
    _grip(c, x, 350, 524, 28)


def _brush(c: Canvas, x: float, number: int) -> None:
    _grip(c, x, 346, 600, 24)
    c.box((x - 40, 590), (x + 40, 640), mix(GOLD, BARK, 0.3), radius=6)
    c.turned(x, [(40, 640), (48, 700), (30, 752), (0, 764)], mix(BARK, INK, 0.2))
