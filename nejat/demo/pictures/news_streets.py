"""News pictures from streets, squares and platforms."""

from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.canvas import WIDTH, Canvas, Point
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
from nejat.demo.pictures.people import DARK, FAIR, behind, face, sleeve, standing


def market(c: Canvas, rng: Random) -> None:
    c.sky(mix(MIST, CREAM, 0.4), mix(SAND, CREAM, 0.3), end=700)
    for x, top, tone in ((-40, 150, CLAY), (240, 90, SAND), (1120, 120, SAND), (1380, 190, CLAY)):
        c.box((x, top), (x + 270, 720), mix(tone, CREAM, 0.35))
        for row in range(3):
            for column in (50, 170):
                corner = (x + column, top + 60 + row * 150)
                c.box(corner, (corner[0] + 54, corner[1] + 84), mix(TEAL, MIST, 0.5), radius=26)
    c.sky(mix(SAND, CLAY, 0.4), mix(SAND, CLAY, 0.1), start=700)
    standing(c, (470, 780), 420, mix(MIST, TEAL, 0.4), (BARK, FAIR))
    standing(c, (1490, 760), 380, OLIVE, (INK, DARK))
    _seller(c, (880, 640))
    for x in (150, 1260):
        c.box((x, 200), (x + 22, 900), mix(WOOD, BARK, 0.3))
    _counter(c, rng)
    _awning(c)
    _scale(c, (1130, 330))
    _customer(c)


def _seller(c: Canvas, waist: Point) -> None:
    x, y = waist
    c.turned(x, [(20, y - 190), (80, y - 170), (112, y - 90), (116, y + 30)], mix(TEAL, DEEP, 0.3))
    c.turned(x, [(34, y - 150), (60, y - 90), (70, y + 30)], CREAM)
    face(c, (x, y - 236), 56, mix(MIST, INK, 0.3), DARK)
    c.blob([(x - 40, y - 206), (x, y - 222), (x + 40, y - 206), (x, y - 176)], mix(MIST, INK, 0.3))
    right = [(x + 92, y - 140), (x + 180, y - 110), (x + 232, y - 196)]
    sleeve(c, right, mix(TEAL, DEEP, 0.5), 46, DARK)
    sleeve(
        c, [(x - 92, y - 140), (x - 140, y - 60), (x - 90, y - 6)], mix(TEAL, DEEP, 0.5), 46, DARK
    )


def _counter(c: Canvas, rng: Random) -> None:
    c.box((110, 720), (1300, 930), mix(WOOD, BARK, 0.25))
    for x in range(110, 1300, 170):
        c.box((x, 720), (x + 5, 930), fade(INK, 0.25))
    goods = (BRICK, GOLD, mix(OLIVE, LEAF, 0.4), CLAY, mix(BRICK, INK, 0.35), LEAF)
    for number, tone in enumerate(goods):
        left = 120 + number * 196
        crate = [(left + 14, 620), (left + 176, 620), (left + 190, 730), (left, 730)]
        c.shape(crate, mix(WOOD, SAND, 0.35))
        for row in range(4):
            for column in range(6):
                at = (left + 24 + column * 28 + rng.uniform(-3, 3), 624 + row * 26 - (row == 0) * 8)
                c.disc(at, 19, mix(tone, INK, rng.uniform(0, 0.14)))
                c.disc((at[0] - 6, at[1] - 6), 5, fade(CREAM, 0.35))
        c.shape(
            [(left - 2, 706), (left + 192, 706), (left + 194, 752), (left - 4, 752)],
            mix(WOOD, SAND, 0.5),
        )
        c.box((left + 70, 700), (left + 124, 738), CREAM, radius=4)
        c.box((left + 82, 716), (left + 112, 721), mix(INK, MIST, 0.4))


def _awning(c: Canvas) -> None:
    for number in range(12):
        tone = BRICK if number % 2 else CREAM
        top, low = 190 + number * 86, 90 + number * 104
        c.shape([(top, 110), (top + 86, 110), (low + 104, 300), (low, 300)], tone)
        c.disc((low + 52, 300), 52, mix(tone, INK, 0.1), flat=0.6)
    c.shape([(90, 290), (1338, 290), (1338, 304), (90, 304)], fade(INK, 0.14))
    c.box((180, 96), (1232, 116), mix(WOOD, BARK, 0.3))


def _scale(c: Canvas, hook: Point) -> None:
    x, y = hook
    metal = mix(GOLD, BARK, 0.35)
    c.line([(x, y - 40), (x, y + 20)], BARK, 5)
    c.disc((x, y + 50), 38, metal)
    c.disc((x, y + 50), 29, CREAM)
    c.line([(x, y + 50), (x + 16, y + 34)], BRICK, 5)
    for side in (-1, 1):
        c.line([(x, y + 86), (x + side * 66, y + 170)], BARK, 4)
    c.turned(x, [(70, y + 168), (58, y + 192), (0, y + 204)], metal)
    for dx in (-30, 0, 30):
        c.disc((x + dx, y + 158), 22, GOLD)


def _customer(c: Canvas) -> None:
    behind(c, (330, 700), 128, mix(BRICK, CLAY, 0.2), BARK)
    sleeve(c, [(440, 760), (520, 860), (560, 760)], mix(BRICK, INK, 0.15), 52)
    c.shape([(90, 870), (300, 870), (270, 1010), (120, 1010)], mix(GOLD, WOOD, 0.35))
    for x in (120, 160, 200, 240):
        c.leaf((x + 20, 880), 110, -pi / 2 + (x - 190) / 130, mix(OLIVE, LEAF, (x % 3) / 3))
    c.box((80, 860), (310, 890), mix(GOLD, WOOD, 0.55), radius=8)


def lights(c: Canvas, rng: Random) -> None:
    c.sky(INK, mix(DEEP, SEA, 0.25), end=820)
    for _ in range(120):
        spot = rng.uniform(0, WIDTH), rng.uniform(0, 420)
        c.disc(spot, rng.choice((1.4, 2)), fade(CREAM, rng.uniform(0.3, 0.8)))
    for x, top, wide in ((-20, 420, 300), (280, 500, 220), (1080, 480, 240), (1320, 400, 320)):
        c.box((x, top), (x + wide, 860), mix(DEEP, INK, 0.55))
        for column in range(int(wide / 76)):
            for row in range(3):
                at = (x + 26 + column * 76, top + 50 + row * 100)
                tone = mix(GOLD, BRICK, 0.3) if rng.random() < 0.6 else mix(DEEP, SEA, 0.15)
                c.box(at, (at[0] + 34, at[1] + 54), tone, radius=16)
    _gate(c)
    c.box((796, 30), (804, 430), mix(BARK, INK, 0.4))
    c.glow((800, 760), 520, mix(GOLD, CLAY, 0.5), 0.5)
    c.sky(mix(CLAY, INK, 0.55), INK, start=800)
    for left, right, low, count in (
        ((-40, 120), (800, 50), 250, 9),
        ((800, 50), (1660, 140), 260, 9),
        ((-40, 330), (800, 210), 400, 7),
        ((800, 210), (1660, 330), 410, 7),
    ):
        _garland(c, (left, right), low, count, rng)
    _crowd(c, rng)


def _gate(c: Canvas) -> None:
    tone = mix(CLAY, INK, 0.5)
    c.box((560, 420), (1040, 820), tone)
    for x in (560, 990):
        c.box((x - 14, 330), (x + 64, 820), mix(tone, INK, 0.15))
        c.turned(x + 25, [(0, 240), (8, 276), (40, 310), (39, 334)], mix(TEAL, INK, 0.2))
    for half, top, shade in ((150, 480, mix(GOLD, CREAM, 0.2)), (128, 506, mix(GOLD, CLAY, 0.4))):
        outline = [(0, top), (half * 0.6, top + 50), (half, top + 130), (half, 820)]
        c.turned(800, outline, shade)
    c.glow((800, 700), 150, CREAM, 0.8)


def _garland(c: Canvas, ends: tuple[Point, Point], low: float, count: int, rng: Random) -> None:
    """Lanterns on a cord that hangs between two ends down to the height `low`."""
    (x, y), (u, v) = ends
    cord = [
        (x + (u - x) * t / 40, y + (v - y) * t / 40 + (low - (y + v) / 2) * sin(pi * t / 40))
        for t in range(41)
    ]
    c.line(cord, fade(CREAM, 0.4), 4)
    for number in range(count):
        at = cord[2 + number * (36 // count) + number // 3]
        tone = rng.choice((BRICK, GOLD, CLAY, mix(SEA, CREAM, 0.3), CREAM))
        size = rng.uniform(0.8, 1.15)
        c.glow((at[0], at[1] + 40), 92 * size, tone, 0.85)
        profile = [(10, 8), (30, 24), (36, 46), (28, 68), (10, 80)]
        body = [(half * size, at[1] + dy * size) for half, dy in profile]
        c.turned(at[0], body, mix(tone, CREAM, 0.25))
        c.turned(at[0], body, fade(CREAM, 0.5), span=(-0.4, 0.4))
        for dy in (2, 80):
            c.box(
                (at[0] - 12 * size, at[1] + dy * size),
                (at[0] + 12 * size, at[1] + (dy + 7) * size),
                mix(BARK, INK, 0.4),
            )


def _crowd(c: Canvas, rng: Random) -> None:
    for row, (base, size) in enumerate(((850, 40), (915, 60), (1000, 90))):
        for number in range(int(WIDTH / (size * 2.4)) + 1):
            x = number * size * 2.4 + rng.uniform(-16, 16)
            tone = mix(rng.choice((BRICK, TEAL, OLIVE, SEA, CLAY)), INK, 0.5 + row * 0.13)
            behind(c, (x, base + rng.uniform(-14, 14)), size, tone, mix(BARK, INK, 0.6))
            if (number + row) % 5 == 2:
                _hand_lantern(c, (x + size * 1.2, base - size * 1.9), size / 60)


def _hand_lantern(c: Canvas, top: Point, size: float) -> None:
    x, y = top
    c.line([(x, y), (x - 14 * size, y + 150 * size)], mix(WOOD, INK, 0.3), 6 * size)
    c.glow((x, y), 120 * size, GOLD, 0.8)
    for step in range(5):
        angle = -pi / 2 + step * 2 * pi / 5
        near, far = ((angle - pi / 5), (angle + pi / 5))
        inner = [(x + 20 * size * cos(a), y + 20 * size * sin(a)) for a in (near, far)]
        tip = (x + 48 * size * cos(angle), y + 48 * size * sin(angle))
        c.shape([inner[0], tip, inner[1], (x, y)], mix(GOLD, CREAM, 0.5 if step % 2 else 0.2))
