"""A gallery: work in hand at the bookbinder's bench."""

from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.canvas import WIDTH, Canvas, Point, smooth
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

IRON = mix(DEEP, INK, 0.5)
INKS = (TEAL, CREAM, BRICK, MIST, GOLD, DEEP, CLAY, CREAM, SEA)


def sewing(c: Canvas, rng: Random) -> None:
    """A book on the sewing frame, half its sections sewn."""
    c.sky(mix(SEA, MIST, 0.35), mix(MIST, CREAM, 0.4), end=760)
    _daylight(c)
    c.sky(mix(WOOD, CLAY, 0.5), mix(WOOD, BARK, 0.2), start=740)
    c.box((0, 740), (WIDTH, 752), fade(CREAM, 0.3))
    c.box((300, 790), (1180, 850), mix(WOOD, SAND, 0.35), radius=8)
    c.box((300, 836), (1180, 880), mix(WOOD, BARK, 0.4), radius=8)
    for x in (350, 1130):
        _post(c, x)
    c.box((290, 230), (1190, 282), mix(WOOD, SAND, 0.25), radius=20)
    cords = (500, 640, 780, 920)
    for x in cords:
        c.box((x - 7, 256), (x + 7, 800), mix(SAND, CREAM, 0.3))
        c.box((x - 16, 226), (x + 16, 286), mix(SAND, CREAM, 0.1), radius=6)
        for y in range(300, 780, 16):
            c.line([(x - 7, y + 8), (x + 7, y)], fade(BARK, 0.35), 3)
    for level in range(11):
        _section(c, 790 - level * 22, cords, rng)
    thread = [(1010, 548), (1100, 480), (1210, 560), (1300, 700), (1420, 780)]
    c.line(smooth(thread), BRICK, 5)
    c.line([(1410, 790), (1500, 760)], mix(MIST, INK, 0.4), 6)
    for step in range(4):
        x, y = step * 5, 760 - step * 20
        c.box((60 + x, y), (250 - x, y + 20), mix(CREAM, SAND, step / 5), radius=8)


def _daylight(c: Canvas) -> None:
    c.box((1120, 0), (1520, 560), CREAM)
    for x in (1140, 1330):
        for y in (-60, 250):
            c.box((x, y), (x + 170, y + 290), mix(MIST, (255, 255, 255), 0.5))
    c.glow((1320, 250), 520, CREAM, 0.9)


def _post(c: Canvas, x: float) -> None:
    c.box((x - 20, 150), (x + 20, 800), mix(WOOD, SAND, 0.4), radius=8)
    for y in range(170, 700, 20):
        c.line([(x - 20, y + 10), (x + 20, y)], fade(BARK, 0.5), 5)
    c.box((x - 40, 284), (x + 40, 318), mix(WOOD, BARK, 0.3), radius=8)
    c.disc((x, 146), 26, mix(WOOD, BARK, 0.3))


def _section(c: Canvas, low: float, cords: tuple[int, ...], rng: Random) -> None:
    left = 426 + rng.uniform(-3, 3)
    c.box((left, low - 21), (left + 590, low), mix(CREAM, SAND, rng.uniform(0.1, 0.4)), radius=9)
    c.box((left + 4, low - 4), (left + 586, low - 1), fade(BARK, 0.3))
    for x in cords:
        c.box((x - 10, low - 20), (x + 10, low), mix(SAND, CLAY, 0.3), radius=3)
    for start, end in zip((446, *cords), (*cords, 1000), strict=True):
        c.box((start + 12, low - 12), (end - 12, low - 9), BRICK)


def press(c: Canvas, rng: Random) -> None:
    """The iron press with three books between its boards."""
    c.sky(mix(CLAY, SAND, 0.5), mix(CLAY, BRICK, 0.3), end=800)
    c.shape([(1200, 0), (1600, 0), (1000, 800), (520, 800)], fade(CREAM, 0.25))
    c.sky(mix(WOOD, BARK, 0.2), mix(WOOD, BARK, 0.6), start=800)
    c.box((0, 800), (WIDTH, 814), fade(CREAM, 0.25))
    c.disc((800, 900), 310, fade(INK, 0.35), flat=0.16)
    c.shape([(560, 830), (1040, 830), (1086, 920), (514, 920)], IRON)
    c.box((520, 880), (1080, 924), mix(IRON, INK, 0.5), radius=8)
    for x in (590, 970):
        c.box((x, 330), (x + 40, 840), mix(IRON, TEAL, 0.25))
        c.box((x + 4, 330), (x + 12, 840), fade(MIST, 0.25))
    crown = [(570, 350), (580, 280), (700, 236), (800, 226), (900, 236), (1020, 280), (1030, 350)]
    c.shape([*smooth(crown), (900, 360), (800, 330), (700, 360)], IRON)
    c.box((772, 130), (828, 620), mix(MIST, INK, 0.35))
    for y in range(360, 600, 18):
        c.line([(772, y + 10), (828, y)], fade(INK, 0.6), 6)
    _wheel(c, (800, 130))
    c.box((620, 590), (980, 630), mix(IRON, TEAL, 0.15), radius=8)
    for number, tone in enumerate((BRICK, mix(OLIVE, INK, 0.1), mix(SEA, TEAL, 0.5))):
        _pressed(c, 632 + number * 66, 24 + number * 6, tone)
    c.box((630, 830), (970, 850), mix(WOOD, SAND, 0.45), radius=5)
    c.glow((680, 260), 200, CREAM, 0.2 + 0.05 * rng.random())


def _pressed(c: Canvas, top: float, inset: float, tone: Colour) -> None:
    """A board and the book below it."""
    c.box((630, top), (970, top + 20), mix(WOOD, SAND, 0.45), radius=5)
    c.box((630 + inset, top + 20), (970 - inset, top + 66), tone, radius=5)
    c.box((660 + inset, top + 27), (976 - inset, top + 59), mix(CREAM, SAND, 0.3))


def _wheel(c: Canvas, centre: Point) -> None:
    x, y = centre
    rim = [(x + 200 * cos(a * pi / 30), y + 46 * sin(a * pi / 30)) for a in range(61)]
    c.line([(x - 200, y), (x + 200, y)], mix(IRON, INK, 0.4), 22)
    c.line([(x - 60, y - 42), (x + 60, y + 42)], mix(IRON, INK, 0.4), 18)
    c.line(rim, mix(IRON, TEAL, 0.3), 26)
    for side in (-1, 1):
        c.disc((x + side * 200, y), 26, mix(BRICK, BARK, 0.2))
        c.box(
            (x + side * 200 - 16, y - 76), (x + side * 200 + 16, y), mix(WOOD, CLAY, 0.3), radius=14
        )
    c.disc((x, y), 48, IRON, flat=0.5)
    c.disc((x, y - 6), 30, GOLD, flat=0.5)


def marbling(c: Canvas, rng: Random) -> None:
    """A tray of colours on water, half of it combed."""
    c.sky(mix(TEAL, DEEP, 0.2), mix(TEAL, DEEP, 0.6))
    c.box((110, 90), (1290, 930), fade(INK, 0.3), radius=20)
    c.box((130, 110), (1270, 910), mix(SAND, CREAM, 0.2))
    for row in range(38):
        _comb_line(c, row, rng)
    for _ in range(150):
        x, y = rng.uniform(760, 1250), rng.uniform(130, 890)
        radius = rng.uniform(14, 46) * min(1, (x - 700) / 260)
        tone = rng.choice(INKS)
        c.disc((x, y), radius, tone, flat=rng.uniform(0.75, 1))
        c.disc((x, y), radius * 0.6, mix(tone, CREAM, 0.45), flat=0.9)
        c.disc((x, y), radius * 0.3, rng.choice(INKS))
    frame = mix(WOOD, SAND, 0.2)
    for corner, far in (((90, 70), (1290, 122)), ((90, 898), (1290, 950))):
        c.box(corner, far, frame, radius=8)
    for corner, far in (((90, 70), (142, 950)), ((1250, 70), (1302, 950))):
        c.box(corner, far, mix(frame, BARK, 0.2), radius=8)
    c.box((1400, 90), (1450, 900), mix(WOOD, CLAY, 0.3), radius=8)
    for y in range(120, 880, 26):
        c.line([(1400, y), (1340, y + 4)], mix(SAND, CREAM, 0.5), 6)
    for number, tone in enumerate((BRICK, GOLD, CREAM, SEA)):
        c.disc((1536, 190 + number * 200), 58, mix(MIST, CREAM, 0.5))
        c.disc((1536, 190 + number * 200), 44, tone)


def _comb_line(c: Canvas, row: int, rng: Random) -> None:
    """One colour drawn into a row of narrow tongues."""
    base = 120 + row * 21
    edge: list[Point] = []
    for step in range(61):
        x = 130 + step * 19
        deep = (26 if step % 2 else -26) * (1 if x < 800 else max(0.0, 1 - (x - 800) / 160))
        edge.append((x, base + deep + 10 * sin(x / 130 + row / 5) + rng.uniform(-2, 2)))
    low = min(910, base + 110)
    c.shape([*smooth(edge, steps=4), (1270, low), (130, low)], INKS[row % len(INKS)])
