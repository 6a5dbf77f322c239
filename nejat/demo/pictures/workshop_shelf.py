"""A gallery: finished books at the bookbinder's."""

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


def finished(c: Canvas, rng: Random) -> None:
    """Finished books under the lamp, and the cat of the workshop."""
    c.sky(mix(DEEP, INK, 0.4), mix(TEAL, DEEP, 0.5))
    c.glow((1090, 330), 640, mix(GOLD, CREAM, 0.3), 0.75)
    c.sky(mix(WOOD, CLAY, 0.2), mix(WOOD, BARK, 0.6), start=760)
    c.box((0, 760), (WIDTH, 774), fade(CREAM, 0.3))
    c.disc((1080, 800), 420, fade(GOLD, 0.25), flat=0.12)
    _lamp(c)
    row = (
        (520, 84, 400, BRICK),
        (606, 66, 360, TEAL),
        (674, 96, 430, mix(OLIVE, INK, 0.2)),
        (772, 72, 380, mix(BRICK, INK, 0.4)),
    )
    for number, (x, wide, tall, tone) in enumerate(row):
        _spine(c, (x, 780), (wide, tall), tone, number)
    c.shape([(850, 780), (960, 440), (1030, 462), (922, 800)], mix(CLAY, BRICK, 0.3))
    c.shape([(870, 782), (972, 464), (984, 468), (884, 786)], fade(GOLD, 0.7))
    for step, tone in enumerate((mix(SEA, DEEP, 0.3), GOLD, BRICK)):
        x, y = 1130 - step * 14, 784 - step * 56
        c.box((x, y - 54), (x + 350 - step * 16, y), tone, radius=8)
        c.box((x + 20, y - 46), (x + 360 - step * 16, y - 8), mix(CREAM, SAND, 0.3))
        c.box((x, y - 54), (x + 60, y), mix(tone, INK, 0.15), radius=8)
    _cat(c, (260, 780))


def _lamp(c: Canvas) -> None:
    c.line([(1090, 0), (1090, 150)], INK, 8)
    c.shape([(1050, 140), (1130, 140), (1250, 270), (930, 270)], mix(OLIVE, DEEP, 0.4))
    c.disc((1090, 270), 160, mix(GOLD, CREAM, 0.6), flat=0.14)
    c.shape([(950, 274), (1230, 274), (1330, 780), (650, 780)], fade(CREAM, 0.08))


def _spine(c: Canvas, foot: Point, size: Point, tone: Colour, number: int) -> None:
    (x, y), (wide, tall) = foot, size
    c.box((x, y - tall), (x + wide, y), tone, radius=10)
    c.box((x + wide * 0.62, y - tall), (x + wide, y), fade(INK, 0.2), radius=10)
    gilt = mix(GOLD, CREAM, 0.2)
    for share in (0.08, 0.26, 0.44, 0.62, 0.8, 0.92):
        c.box(
            (x, y - tall * share - 12), (x + wide, y - tall * share), mix(tone, INK, 0.25), radius=4
        )
        c.box((x, y - tall * share - 16), (x + wide, y - tall * share - 13), gilt)
    for share in (0.2, 0.38, 0.74):
        middle = (x + wide / 2, y - tall * share)
        if number % 2:
            c.disc(middle, 11, gilt)
        c.shape(
            [
                (middle[0], middle[1] - 18),
                (middle[0] + 12, middle[1]),
                (middle[0], middle[1] + 18),
                (middle[0] - 12, middle[1]),
            ],
            gilt,
        )
    c.box((x + 12, y - tall * 0.56), (x + wide - 12, y - tall * 0.5), gilt)


def _cat(c: Canvas, foot: Point) -> None:
    coat = mix(INK, BARK, 0.35)

    def at(*places: Point) -> list[Point]:
        return [(foot[0] + dx, foot[1] + dy) for dx, dy in places]

    rounded(c, at((90, -10), (200, 10), (240, 60), (210, 110)), coat, 30)
    c.blob(at((-110, 4), (-90, -150), (-20, -230), (60, -160), (120, 4)), coat)
    c.disc(at((-30, -270))[0], 78, coat, flat=0.9)
    for side in (-1, 1):
        ear = ((side * 20 - 30, -330), (side * 62 - 30, -378), (side * 74 - 30, -290))
        c.shape(at(*ear), coat)
        eye = at((side * 30 - 30, -276))[0]
        c.disc(eye, 14, GOLD, flat=0.8)
        c.disc(eye, 5, INK, flat=2)
    c.shape(at((-40, -250), (-20, -250), (-30, -238)), CLAY)
    c.blob(at((-60, -190), (-20, -200), (10, -180), (-20, -120)), mix(CREAM, BARK, 0.1))
