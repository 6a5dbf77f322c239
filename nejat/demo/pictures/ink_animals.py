"""The animals of the cartoons."""

from nejat.demo.pictures.canvas import Canvas, Point, turn
from nejat.demo.pictures.ink import LINE, curve, outlined, outlined_blob, outlined_disc, stroke
from nejat.demo.pictures.palette import (
    BARK,
    BRICK,
    CLAY,
    CREAM,
    GOLD,
    INK,
    MIST,
    SAND,
    Colour,
    mix,
)

GREY = mix(MIST, INK, 0.25)
GINGER = mix(CLAY, GOLD, 0.3)


def sleeping_cat(c: Canvas, centre: Point, size: float, coat: Colour = GINGER) -> None:
    """A cat curled up, its head to the right, its tail around its feet."""
    x, y = centre

    def at(*places: Point) -> list[Point]:
        return [(x + dx * size, y + dy * size) for dx, dy in places]

    body = at((-150, 60), (-160, -10), (-90, -86), (20, -96), (120, -50), (160, 30), (120, 66))
    outlined_blob(c, body, coat)
    for share in (-70, -20, 30):
        curve(c, at((share, -88), (share - 14, -60), (share - 10, -34)), mix(coat, BARK, 0.5))
    for ear in (at((52, -22), (54, -76), (98, -46)), at((128, -46), (170, -72), (172, -16))):
        outlined(c, ear, coat)
    outlined_disc(c, at((112, 8))[0], 66 * size, coat, flat=0.86)
    for eye in (86, 142):
        curve(c, at((eye - 13, 0), (eye, 10), (eye + 13, 0)), width=LINE * 0.8)
    outlined(c, at((106, 22), (122, 22), (114, 31)), BRICK, width=3)
    for way in (-1, 1):
        curve(c, at((114, 32), (114 + way * 8, 42), (114 + way * 18, 38)), width=5)
        for dip in (26, 36):
            stroke(c, at((114 + way * 34, dip), (114 + way * 78, dip + way * 2 - 4)), width=3)
    tail = at((-140, 40), (-90, 78), (10, 84), (84, 74))
    curve(c, tail, width=40 * size)
    curve(c, tail, coat, width=26 * size)


def pigeon(c: Canvas, foot: Point, size: float, facing: int, *, pecking: bool = False) -> None:
    """A pigeon on its two feet; one that pecks holds its head to the ground."""

    def at(*places: Point) -> list[Point]:
        return [(foot[0] + facing * dx * size, foot[1] + dy * size) for dx, dy in places]

    for leg in (-6, 22):
        stroke(c, at((leg, -40), (leg, -4), (leg + 16, 0)), BRICK, width=6)
    nose = at((118, -34))[0] if pecking else at((70, -168))[0]
    neck = (
        at((20, -110), (88, -86), (108, -52)) if pecking else at((34, -80), (56, -130), (66, -160))
    )
    outlined(c, at((-60, -90), (-150, -62), (-140, -40), (-50, -50)), mix(GREY, INK, 0.3))
    curve(c, neck, width=62 * size)
    outlined_disc(c, nose, 32 * size, mix(GREY, INK, 0.2))
    body = at((-80, -70), (-30, -124), (50, -116), (82, -72), (30, -30), (-40, -34))
    outlined_blob(c, body, GREY)
    curve(c, neck, mix(GREY, INK, 0.2), width=50 * size)
    wing = at((-110, -66), (-40, -104), (30, -86), (0, -56))
    outlined_blob(c, wing, mix(GREY, CREAM, 0.3), width=5)
    tip = (26, 30) if pecking else (54, 6)
    beak = [(nose[0] + facing * dx * size, nose[1] + dy * size) for dx, dy in _beak(pecking, tip)]
    outlined(c, beak, GOLD, width=4)
    c.disc((nose[0] + facing * 8 * size, nose[1] - 6 * size), 5 * size + 1, INK)


def _beak(pecking: bool, tip: Point) -> list[Point]:
    return [(6, 26), tip, (26, 12)] if pecking else [(28, -6), tip, (26, 14)]


def snail(c: Canvas, foot: Point, size: float, skin: Colour = SAND) -> None:
    """A snail on its way to the right; the shell's centre is 150 above its foot."""

    def at(*places: Point) -> list[Point]:
        return [(foot[0] + dx * size, foot[1] + dy * size) for dx, dy in places]

    for horn in ((268, -190), (318, -180)):
        stroke(c, at((272, -90), horn), width=26 * size)
        stroke(c, at((272, -90), horn), skin, width=26 * size - 2 * LINE)
        outlined_disc(c, at(horn)[0], 20 * size, CREAM)
        c.disc((at(horn)[0][0] + 6, at(horn)[0][1]), 7 * size, INK)
    body = at((-250, 0), (-160, -34), (60, -60), (180, -66), (240, -120), (310, -96), (316, -30))
    outlined_blob(c, [*body, *at((250, 0))], skin)
    curve(c, at((262, -52), (288, -44), (304, -60)), width=6)
    outlined_disc(c, at((0, -150))[0], 140 * size, mix(BRICK, CLAY, 0.4))
    coil = [(0.0, 0.0)]
    for step in range(46):
        radius = 4 + step * 2.6
        coil.append(turn([(radius, 0)], (0, 0), 0.42 * step)[0])
    curve(c, at(*((px, py - 150) for px, py in coil)), mix(BRICK, INK, 0.3), width=9 * size)


def dog(c: Canvas, foot: Point, facing: int, coat: Colour = CREAM) -> None:
    """A sitting dog that looks up."""

    def at(*places: Point) -> list[Point]:
        return [(foot[0] + facing * dx, foot[1] + dy) for dx, dy in places]

    curve(c, at((-56, -16), (-104, -30), (-112, -80)), width=26)
    curve(c, at((-56, -16), (-104, -30), (-112, -80)), coat, width=12)
    outlined_blob(c, at((-70, 0), (-64, -70), (-10, -140), (40, -120), (46, 0)), coat)
    outlined_blob(
        c, at((-14, -130), (0, -200), (60, -214), (124, -196), (118, -160), (50, -120)), coat
    )
    outlined_blob(c, at((-6, -190), (-34, -160), (-30, -110), (2, -130)), mix(BARK, CLAY, 0.3))
    c.disc(at((120, -192))[0], 11, INK)
    c.disc(at((52, -184))[0], 7, INK)
    stroke(c, at((22, -4), (22, -60)), width=5)
