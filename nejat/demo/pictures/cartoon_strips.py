"""Cartoons told in more than one frame."""

from collections.abc import Sequence
from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point
from nejat.demo.pictures.ink import (
    SKIN,
    TAN,
    WHITE,
    curve,
    hand,
    limb,
    outlined,
    outlined_blob,
    outlined_box,
    outlined_disc,
    stroke,
)
from nejat.demo.pictures.palette import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    GOLD,
    INK,
    MIST,
    SAND,
    SEA,
    TEAL,
    fade,
    mix,
)


def tea(c: Canvas, rng: Random) -> None:
    """A glass of tea that waits through three frames while the talk goes on."""
    c.box((0, 0), (WIDTH, HEIGHT), mix(SAND, CREAM, 0.4))
    walls = (mix(MIST, CREAM, 0.4), mix(CLAY, CREAM, 0.45), mix(SEA, INK, 0.25))
    for number, hour in enumerate((4.1, 5.4, 8.7)):
        left = 56 + number * 504
        outlined_box(c, (left, 90), (left + 480, 910), walls[number])
        _clock(c, (left + 240, 190), hour)
        _talk(c, left, 3 + number * 2, rng)
        c.box((left + 4, 780), (left + 476, 906), mix(CLAY, BARK, 0.35))
        c.box((left + 4, 774), (left + 476, 784), INK)
        _glass(c, (left + 240, 806), number)
    for x, far in ((0, 52), (540, 556), (1044, 1060), (1548, WIDTH)):
        c.box((x, 80), (far, 920), mix(SAND, CREAM, 0.4))


def _clock(c: Canvas, centre: Point, hour: float) -> None:
    outlined_disc(c, centre, 68, GOLD)
    outlined_disc(c, centre, 54, WHITE)
    for share, length, width in ((hour / 12, 26, 9), (hour % 1, 42, 6)):
        angle = share * 2 * pi - pi / 2
        far = (centre[0] + length * cos(angle), centre[1] + length * sin(angle))
        stroke(c, [centre, far], width=width)


def _talk(c: Canvas, left: float, lines: int, rng: Random) -> None:
    """Two hands and two bubbles full of unreadable words, from both edges of a frame."""
    for side, skin, sleeve in ((-1, SKIN, BRICK), (1, TAN, TEAL)):
        edge = left + 240 + side * 248
        near = left + 240 + side * 20
        top = 320 if side < 0 else 372 + lines * 22
        low = top + 30 + lines * 20
        start, end = sorted((edge, near + side * 30 - side * lines * 12))
        tail = left + 240 + side * 170
        outlined(
            c, [(tail - 34, low - 8), (tail + side * 40, low + 52), (tail + 14, low - 8)], WHITE
        )
        outlined_box(c, (start, top), (end, low), WHITE, radius=30)
        c.box((tail - 26, low - 12), (tail + 6, low - 4), WHITE)
        for row in range(lines - 1):
            _scribble(
                c, (max(start, left) + 24, top + 26 + row * 20), min(end, left + 480) - 24, rng
            )
        reach = left + 240 + side * (132 + lines * 3)
        limb(
            c,
            [(edge - side * 16, 730), (edge - side * 70, 700), (reach, 640 + side * 26)],
            sleeve,
            44,
        )
        hand(c, (reach, 640 + side * 26), skin, 26)


def _scribble(c: Canvas, start: Point, end: float, rng: Random) -> None:
    x, y = start
    while x < end - 30:
        long = min(rng.uniform(24, 70), end - x)
        stroke(c, [(x, y), (x + long, y)], mix(INK, MIST, 0.35), width=6)
        x += long + 20


def _glass(c: Canvas, foot: Point, stage: int) -> None:
    x, y = foot
    outlined_disc(c, (x, y), 104, CREAM, flat=0.22)
    shape = [(44, -6), (62, -44), (58, -84), (44, -124), (56, -184), (64, -214)]
    left = [(x - half, y + dy) for half, dy in shape]
    right = [(x + half, y + dy) for half, dy in reversed(shape)]
    outlined(c, left + right, mix(WHITE, MIST, 0.25))
    liquid = [(side * half, dy) for side in (-1, 1) for half, dy in shape[:5][::-side]]
    c.shape(
        [(x - dx * 0.88, y + dy - 2) for dx, dy in liquid],
        (BRICK, mix(BRICK, BARK, 0.4), BARK)[stage],
    )
    _face(c, (x, y - 66), stage)
    for shift in (-26, 0, 26)[: 3 - 2 * stage] if stage < 2 else ():
        steam = [(shift, -240), (shift + 16, -270), (shift - 14, -300), (shift + 8, -336)]
        curve(c, [(x + dx, y + dy) for dx, dy in steam], fade(WHITE, 1), width=9)
    if stage == 2:
        _scarf(c, (x, y - 122))


def _scarf(c: Canvas, centre: Point) -> None:
    x, y = centre
    outlined(c, [(x + 30, y), (x + 74, y + 6), (x + 92, y + 86), (x + 50, y + 92)], GOLD)
    for share in (30, 58):
        stroke(c, [(x + 40 + share * 0.2, y + share), (x + 74 + share * 0.2, y + share)], BRICK)
    outlined_blob(
        c,
        [
            (x - 64, y - 14),
            (x, y - 6),
            (x + 64, y - 16),
            (x + 66, y + 20),
            (x, y + 28),
            (x - 66, y + 18),
        ],
        GOLD,
    )
    for dx in (-40, -12, 16, 44):
        stroke(c, [(x + dx, y - 4), (x + dx + 6, y + 18)], BRICK)


def _face(c: Canvas, centre: Point, stage: int) -> None:
    x, y = centre
    for side in (-20, 20):
        if stage < 2:
            c.disc((x + side, y), 8, CREAM)
            c.disc((x + side, y), 4, INK)
        else:
            curve(c, [(x + side - 11, y), (x + side, y + 9), (x + side + 11, y)], CREAM, width=5)
        if stage == 1:
            stroke(c, [(x + side - 13, y - 10), (x + side + 13, y - 8)], CREAM, width=5)
    mouth: Sequence[Point] = ((-14, 20), (0, (32, 20, 20)[stage]), (14, 20))
    curve(c, [(x + dx, y + dy) for dx, dy in mouth], CREAM, width=5)
