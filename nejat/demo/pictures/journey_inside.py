"""A gallery: a journey by train, seen from inside."""

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
from nejat.demo.pictures.people import standing
from nejat.demo.pictures.plants import cypress

BRASS = mix(GOLD, BARK, 0.3)


def window(c: Canvas, rng: Random) -> None:
    """Tea on the small table of the compartment, and fields outside."""
    _fields(c, rng)
    for x in (420, 1010):
        c.box((x, 150), (x + 14, 700), mix(BARK, OLIVE, 0.4))
    wire = [(200, 250), (420, 190), (720, 240), (1010, 190), (1400, 250)]
    c.line(smooth(wire), fade(INK, 0.5), 4)
    _compartment(c)
    _curtain(c, 240, 1)
    _curtain(c, 1360, -1)
    c.shape([(480, 760), (1120, 760), (1180, 850), (420, 850)], mix(WOOD, CLAY, 0.5))
    c.box((420, 848), (1180, 874), mix(WOOD, BARK, 0.3))
    c.shape([(760, 874), (840, 874), (820, 1000), (780, 1000)], mix(WOOD, BARK, 0.5))
    _tea_holder(c, (700, 812))
    c.shape([(880, 790), (1040, 780), (1070, 826), (900, 838)], BRICK)
    c.shape([(884, 780), (1040, 770), (1064, 812), (904, 826)], CREAM)
    c.line([(962, 775), (984, 819)], fade(BARK, 0.5), 4)


def _fields(c: Canvas, rng: Random) -> None:
    c.sky(mix(SEA, MIST, 0.45), mix(CREAM, GOLD, 0.3), end=520)
    c.glow((1000, 250), 340, CREAM)
    c.ridge(400, 40, mix(SEA, MIST, 0.3), rng)
    for base, tone in ((470, LEAF), (530, mix(GOLD, LEAF, 0.3)), (590, mix(LEAF, OLIVE, 0.6))):
        c.ridge(base, 12, tone, rng)
        for x in range(300, 1320, 130) if base < 560 else ():
            foot = (x + rng.uniform(-50, 50), base + 20)
            cypress(c, foot, rng.uniform(70, 120), mix(OLIVE, TEAL, 0.4))
    for _ in range(26):
        x, y = rng.uniform(250, 1200), rng.uniform(560, 700)
        c.box((x, y), (x + rng.uniform(80, 240), y + 5), fade(CREAM, 0.3), radius=2)


def _compartment(c: Canvas) -> None:
    wall = mix(WOOD, CLAY, 0.2)
    for corner, far in (
        ((0, 0), (230, 1000)),
        ((1370, 0), (1600, 1000)),
        ((0, 0), (1600, 90)),
        ((0, 720), (1600, 1000)),
    ):
        c.box(corner, far, wall)
    for corner, far in (
        ((210, 70), (230, 740)),
        ((1370, 70), (1390, 740)),
        ((210, 70), (1390, 92)),
        ((210, 716), (1390, 740)),
    ):
        c.box(corner, far, mix(CREAM, SAND, 0.3))
    c.box((230, 210), (1370, 224), mix(CREAM, SAND, 0.3))
    for left, seat in ((-120, -60), (1420, 1360)):
        c.box((left, 480), (left + 300, 1000), mix(BRICK, INK, 0.2), radius=40)
        c.box((seat, 860), (seat + 300, 1010), BRICK, radius=40)
        for y in (560, 660, 760):
            c.disc((left + (210 if left < 0 else 90), y), 9, GOLD)
    c.box((0, 30), (1600, 42), BRASS)


def _curtain(c: Canvas, edge: float, side: int) -> None:
    for fold in range(5):
        x = edge + side * fold * 34
        low = 640 - fold * 30
        pleat = [
            (x, 42),
            (x + side * 40, 42),
            (x + side * (40 - fold * 6), low),
            (x - side * fold * 14, low + 10),
        ]
        c.shape(pleat, mix(TEAL, DEEP, 0.2 + 0.3 * (fold % 2)))
    left, right = sorted((edge - side * 8, edge + side * 158))
    c.box((left, 470), (right, 492), GOLD, radius=8)


def _tea_holder(c: Canvas, foot: Point) -> None:
    x, y = foot
    c.disc((x, y), 78, fade(INK, 0.25), flat=0.25)
    c.turned(x, [(46, y - 190), (46, y - 4)], fade(CREAM, 0.5))
    c.box((x - 42, y - 150), (x + 42, y - 8), mix(BRICK, GOLD, 0.25))
    handle = [(x + 46, y - 100), (x + 104, y - 96), (x + 96, y - 30), (x + 46, y - 20)]
    c.line(smooth(handle), BRASS, 12)
    c.box((x - 52, y - 104), (x + 52, y), BRASS, radius=8)
    for step in range(4):
        at = x - 39 + step * 26
        lozenge = [(at, y - 84), (at + 12, y - 54), (at, y - 24), (at - 12, y - 54)]
        c.shape(lozenge, mix(BRICK, BARK, 0.3))
    c.line([(x + 16, y - 120), (x + 40, y - 250)], mix(MIST, CREAM, 0.4), 7)
    for shift in (-16, 12):
        bends = ((0, -200), (-20, -250), (14, -300), (-6, -350))
        steam = [(x + shift + dx, y + dy) for dx, dy in bends]
        c.line(smooth(steam), fade(CREAM, 0.6), 9)


def corridor(c: Canvas, rng: Random) -> None:
    """The corridor of a sleeping car, evening light on the left."""
    c.box((0, 0), (WIDTH, HEIGHT), mix(WOOD, BARK, 0.45))
    _plane(c, ((240, 0), (1360, 0)), mix(CREAM, SAND, 0.5))
    _plane(c, ((520, 0), (1080, 0)), mix(CREAM, SAND, 0.15))
    _plane(c, ((240, 0), (240, 1120)), mix(WOOD, CLAY, 0.25))
    _plane(c, ((1360, 0), (1360, 1120)), mix(WOOD, BARK, 0.2))
    _plane(c, ((240, 1120), (1360, 1120)), mix(BRICK, BARK, 0.5))
    _plane(c, ((520, 1120), (1080, 1120)), BRICK)
    for far in (1.25, 0.9, 0.65, 0.47, 0.34, 0.25):
        near = far + far * 0.22
        _pane(c, (240, 120, 640), (far, near), mix(GOLD, CLAY, 0.25))
        _pane(c, (240, 120, 640), (far * 1.05, near * 0.96), mix(GOLD, CREAM, 0.35))
        _pane(c, (1360, 60, 1110), (far, near), mix(WOOD, SAND, 0.15))
        _pane(c, (1360, 130, 560), (far * 1.03, near * 0.98), mix(TEAL, GOLD, 0.3))
        spot = (800, 430 - 410 * far)
        c.disc(spot, 66 * far, mix(CREAM, (255, 255, 255), 0.7), flat=0.3)
        light = ((240, 1080, near), (760, 1080, near), (760, 1080, far), (240, 1080, far))
        c.shape([_seen(x, y, share) for x, y, share in light], fade(GOLD, 0.3))
    c.box((726, 350), (874, 560), mix(WOOD, BARK, 0.6))
    c.box((762, 376), (838, 470), mix(MIST, GOLD, 0.5))
    c.line([_seen(240, 700, 2.5), _seen(240, 700, 0.2)], BRASS, 10)
    standing(c, (700, 660), 340, mix(DEEP, TEAL, 0.4), (BARK, mix(CLAY, SAND, 0.4)))
    for _ in range(2):
        c.glow((560 + rng.uniform(-20, 20), 320), 180, GOLD, 0.12)


def _seen(x: float, y: float, share: float) -> Point:
    """Where a point of the corridor is seen: the nearer it is, the larger its share."""
    return 800 + (x - 800) * share, 430 + (y - 430) * share


def _plane(c: Canvas, edge: tuple[Point, Point], colour: Colour) -> None:
    """A wall, floor or ceiling between two edges that run to the end of the corridor."""
    first, second = edge
    corners = [_seen(*first, 2.5), _seen(*second, 2.5), _seen(*second, 0.2), _seen(*first, 0.2)]
    c.shape(corners, colour)


def _pane(
    c: Canvas, upright: tuple[float, float, float], span: tuple[float, float], colour: Colour
) -> None:
    """A window or door in a side wall: its x, top and foot, and the shares it spans."""
    x, top, low = upright
    far, near = span
    corners = [_seen(x, top, far), _seen(x, top, near), _seen(x, low, near), _seen(x, low, far)]
    c.shape(corners, colour)
