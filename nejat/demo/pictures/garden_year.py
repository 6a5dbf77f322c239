"""A gallery: a garden from January to June."""

from math import cos, pi, sin
from random import Random

from nejat.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Point, smooth
from nejat.demo.pictures.palette import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
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

SNOW = mix(CREAM, (255, 255, 255), 0.65)
PINK = mix(CLAY, CREAM, 0.62)


def january(c: Canvas, rng: Random) -> None:
    """A bird table under a snowy branch."""
    c.sky(mix(SEA, MIST, 0.45), mix(MIST, SNOW, 0.75))
    for x, size in ((120, 1.0), (330, 0.7), (1290, 0.8), (1500, 1.15)):
        _bare(c, (x, 830), size, mix(SEA, MIST, 0.55))
    ground = smooth([(-20, 800), (400, 770), (900, 810), (1300, 770), (1620, 800)])
    c.shape([*ground, (1620, 1020), (-20, 1020)], SNOW)
    c.shape(
        [*smooth([(-20, 900), (700, 870), (1620, 920)]), (1620, 1020), (-20, 1020)],
        mix(SNOW, SEA, 0.14),
    )
    bough = [(1640, 40), (1200, 130), (760, 120), (380, 200), (150, 170)]
    for path, width in ((bough, 40), ([(900, 116), (700, 220), (560, 330)], 16)):
        rounded(c, path, mix(BARK, INK, 0.35), width)
        rounded(c, [(x, y - width * 0.45) for x, y in path], SNOW, width * 0.5)
    for x in (690, 1010):
        c.line([(850, 140), (x, 420)], BARK, 5)
    _bird_table(c, (850, 640))
    bird(c, (730, 610), 1.1, 1, BRICK)
    bird(c, (1000, 620), 1.0, -1, GOLD)
    bird(c, (590, 318), 0.8, -1, BRICK)
    for _ in range(110):
        c.disc((rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)), rng.uniform(3, 8), fade(SNOW, 0.85))


def _bare(c: Canvas, foot: Point, size: float, colour: Colour) -> None:
    x, y = foot
    for path, width in (
        ([(0, 0), (4, -260), (0, -520)], 26),
        ([(2, -180), (-110, -300), (-140, -440)], 15),
        ([(2, -240), (90, -340), (130, -480)], 15),
        ([(-90, -280), (-180, -320), (-220, -400)], 9),
        ([(70, -320), (170, -360), (200, -430)], 9),
        ([(2, -360), (-50, -440), (-60, -540)], 9),
    ):
        rounded(c, [(x + dx * size, y + dy * size) for dx, dy in path], colour, width * size)


def _bird_table(c: Canvas, tray: Point) -> None:
    x, y = tray
    c.box((x - 200, y), (x + 200, y + 34), WOOD, radius=6)
    c.box((x - 200, y - 14), (x + 200, y + 6), SNOW, radius=10)
    for seed in range(26):
        c.disc((x - 120 + seed * 9.3, y - 12 - (seed * 7) % 5), 5, mix(GOLD, BARK, 0.4))
    for side in (-170, 150):
        c.box((x + side, y - 180), (x + side + 20, y), mix(WOOD, BARK, 0.3))
    c.shape(
        [(x - 260, y - 170), (x - 130, y - 270), (x + 130, y - 270), (x + 260, y - 170)],
        mix(BRICK, BARK, 0.2),
    )
    cap = [
        (-270, -180),
        (-200, -240),
        (-120, -310),
        (0, -322),
        (130, -312),
        (210, -236),
        (272, -176),
    ]
    drips = [(190, -204), (100, -190), (20, -214), (-90, -192), (-180, -210)]
    c.blob([(x + dx, y + dy) for dx, dy in cap + drips], SNOW)


def bird(c: Canvas, feet: Point, size: float, facing: int, breast: Colour) -> None:
    """A small round bird with a coloured breast."""

    def at(*places: Point) -> list[Point]:
        return [(feet[0] + facing * dx * size, feet[1] + dy * size) for dx, dy in places]

    back = mix(BARK, OLIVE, 0.35)
    for leg in (-8, 14):
        c.line(at((leg, -22), (leg + 4, 4)), INK, 4)
    c.shape(at((-40, -60), (-120, -40), (-112, -22), (-30, -36)), mix(back, INK, 0.3))
    c.blob(
        at((-54, -50), (-30, -94), (20, -126), (66, -112), (70, -64), (30, -18), (-26, -22)), back
    )
    c.blob(at((30, -90), (62, -98), (72, -62), (40, -22), (10, -24), (22, -60)), breast)
    c.blob(at((-60, -52), (-20, -82), (16, -70), (-14, -40)), mix(back, INK, 0.25))
    c.shape(at((66, -104), (92, -96), (68, -90)), mix(GOLD, BARK, 0.4))
    c.disc(at((46, -104))[0], 5 * size, INK)


def march(c: Canvas, rng: Random) -> None:
    """Almond blossom against the sky."""
    c.sky(mix(SEA, TEAL, 0.2), mix(MIST, CREAM, 0.5))
    c.glow((980, 240), 420, CREAM, 0.7)
    tone = mix(BARK, INK, 0.25)
    boughs = (
        ([(430, 1060), (620, 800), (700, 560), (880, 330), (920, -40)], 46),
        ([(650, 740), (560, 560), (560, 340), (500, 180)], 24),
        ([(700, 580), (880, 560), (1000, 470), (1160, 430)], 26),
        ([(820, 420), (740, 260), (720, 80)], 18),
        ([(580, 860), (800, 820), (960, 840), (1120, 760)], 26),
        ([(930, 520), (1010, 620), (1090, 640)], 12),
        ([(890, 300), (1000, 200), (1040, 90)], 16),
    )
    for path, width in boughs:
        rounded(c, path, tone, width)
    for path, width in boughs:
        for x, y in smooth(path, steps=5)[2:]:
            if rng.random() < 0.75:
                spot = (x + rng.uniform(-34, 34), y + rng.uniform(-34, 34))
                _blossom(c, spot, rng.uniform(20, 40) - width * 0.1, rng)
    for _ in range(24):
        spot = rng.uniform(420, 1180), rng.uniform(40, 980)
        c.leaf(spot, 22, rng.uniform(0, 6), fade(mix(PINK, CREAM, 0.4), 0.9))


def _blossom(c: Canvas, centre: Point, radius: float, rng: Random) -> None:
    turned = rng.uniform(0, 2)
    tone = mix(PINK, CREAM, rng.uniform(0.1, 0.9))
    for shade, share in ((mix(tone, CLAY, 0.3), 1.1), (tone, 1.0)):
        for petal in range(5):
            angle = turned + petal * 2 * pi / 5
            spot = (centre[0] + radius * 0.62 * cos(angle), centre[1] + radius * 0.62 * sin(angle))
            c.disc(spot, radius * 0.46 * share, shade)
    c.disc(centre, radius * 0.3, mix(BRICK, CLAY, 0.3))
    for stamen in range(6):
        angle = turned + 0.4 + stamen * pi / 3
        spot = (centre[0] + radius * 0.42 * cos(angle), centre[1] + radius * 0.42 * sin(angle))
        c.disc(spot, radius * 0.08, GOLD)


def may(c: Canvas, rng: Random) -> None:
    """A bench under an arch of roses."""
    c.sky(mix(MIST, SEA, 0.25), CREAM, end=520)
    c.glow((800, 330), 380, CREAM, 0.8)
    for step, tone in enumerate((mix(SEA, LEAF, 0.5), mix(OLIVE, LEAF, 0.5))):
        base = 430 + step * 70
        for x in range(-40, WIDTH + 80, 90):
            c.disc((x + rng.uniform(-20, 20), base + 20), rng.uniform(64, 90), tone)
        c.box((0, base + 20), (WIDTH, 700), tone)
    c.sky(mix(LEAF, OLIVE, 0.2), mix(OLIVE, TEAL, 0.15), start=640)
    c.shape(
        smooth([(680, 660), (560, 800), (300, 1020)])
        + smooth([(1300, 1020), (1040, 800), (920, 660)]),
        mix(SAND, CREAM, 0.3),
    )
    for _ in range(34):
        y = rng.uniform(690, 990)
        x = 800 + rng.uniform(-1, 1) * (90 + (y - 660) * 1.0)
        c.disc((x, y), 12 + (y - 660) / 16, fade(mix(SAND, BARK, 0.3), 0.5), flat=0.4)
    _arch(c, rng)
    _bench(c, (800, 760))
    for x, y in ((160, 930), (380, 880), (1240, 880), (1450, 930)):
        _bush(c, (x, y), rng)


def _bench(c: Canvas, middle: Point) -> None:
    x, y = middle
    c.disc((x, y + 10), 230, fade(INK, 0.25), flat=0.13)
    wood = mix(WOOD, SAND, 0.25)
    for side in (-1, 1):
        for at in (190, 150):
            c.box(
                (x + side * at - 9, y - 100),
                (x + side * at + 9, y + (16 if at > 160 else 0)),
                mix(wood, BARK, 0.5),
            )
        c.box((x + side * 190 - 8, y - 250), (x + side * 190 + 8, y - 90), mix(wood, BARK, 0.4))
        c.box((x + side * 190 - 12, y - 170), (x + side * 190 + 12, y - 150), wood, radius=6)
    for row in range(3):
        c.box(
            (x - 200, y - 250 + row * 44),
            (x + 200, y - 222 + row * 44),
            mix(wood, BARK, 0.12 * row),
            radius=6,
        )
    c.shape([(x - 196, y - 116), (x + 196, y - 116), (x + 214, y - 84), (x - 214, y - 84)], wood)
    c.box((x - 214, y - 84), (x + 214, y - 70), mix(wood, BARK, 0.5))
    c.box((x + 40, y - 128), (x + 140, y - 112), BRICK, radius=3)
    c.box((x + 46, y - 140), (x + 134, y - 128), CREAM, radius=3)


def _arch(c: Canvas, rng: Random) -> None:
    for side in (-1, 1):
        c.box((800 + side * 290 - 10, 330), (800 + side * 290 + 10, 780), mix(CREAM, MIST, 0.3))
    for step in range(150):
        share = step / 149
        if share < 0.3 or share > 0.7:
            way = min(share, 1 - share) / 0.3
            x, y = 800 + (-290 if share < 0.5 else 290), 780 - way * 450
        else:
            angle = pi - (share - 0.3) / 0.4 * pi
            x, y = 800 + 290 * cos(angle), 330 - 230 * sin(angle)
        for _ in range(3):
            spot = (x + rng.gauss(0, 24), y + rng.gauss(0, 24))
            c.leaf(spot, rng.uniform(34, 54), rng.uniform(0, 6), mix(OLIVE, LEAF, rng.random()))
        if step % 4 == 0:
            _rose(c, (x + rng.gauss(0, 26), y + rng.gauss(0, 26)), rng.uniform(17, 28), rng)


def _rose(c: Canvas, centre: Point, radius: float, rng: Random) -> None:
    tone = rng.choice((BRICK, CLAY, PINK, mix(BRICK, CLAY, 0.5)))
    c.disc(centre, radius, mix(tone, INK, 0.15))
    c.disc((centre[0] - radius * 0.12, centre[1] - radius * 0.12), radius * 0.82, tone)
    c.disc(centre, radius * 0.5, mix(tone, INK, 0.12))
    c.disc(
        (centre[0] + radius * 0.1, centre[1] - radius * 0.08), radius * 0.36, mix(tone, CREAM, 0.3)
    )


def _bush(c: Canvas, foot: Point, rng: Random) -> None:
    for _ in range(46):
        spot = (foot[0] + rng.gauss(0, 62), foot[1] - abs(rng.gauss(0, 50)))
        c.leaf(
            spot, rng.uniform(36, 60), rng.uniform(-3.1, 0), mix(OLIVE, TEAL, rng.uniform(0, 0.5))
        )
    for _ in range(9):
        _rose(
            c,
            (foot[0] + rng.gauss(0, 60), foot[1] - 20 - abs(rng.gauss(0, 50))),
            rng.uniform(15, 24),
            rng,
        )
