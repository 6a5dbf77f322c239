"""Line and flat colour: the pen of the cartoons, and the people it draws."""

from collections.abc import Sequence

from nejat.demo.pictures.canvas import Canvas, Point, smooth
from nejat.demo.pictures.palette import BRICK, CLAY, CREAM, INK, SAND, Colour, fade, mix

LINE = 7
SKIN = mix(SAND, CLAY, 0.4)
TAN = mix(CLAY, BRICK, 0.15)
WHITE = mix(CREAM, (255, 255, 255), 0.6)


def stroke(
    c: Canvas, points: Sequence[Point], colour: Colour = INK, *, width: float = LINE
) -> None:
    """A line of even width with round ends and corners."""
    corners = [(x * c.scale, y * c.scale) for x, y in points]
    c.pen.line(corners, fill=colour, width=max(1, round(width * c.scale)), joint="curve")
    for end in (points[0], points[-1]):
        c.disc(end, width / 2, colour)


def curve(c: Canvas, points: Sequence[Point], colour: Colour = INK, *, width: float = LINE) -> None:
    """A stroke that swings through the points."""
    stroke(c, smooth(points, steps=8), colour, width=width)


def outlined(c: Canvas, points: Sequence[Point], colour: Colour, *, width: float = LINE) -> None:
    """A polygon with a line around it."""
    c.shape(points, colour)
    stroke(c, [*points, points[0], points[1]], width=width)


def outlined_blob(
    c: Canvas, points: Sequence[Point], colour: Colour, *, width: float = LINE
) -> None:
    """A smooth shape with a line around it."""
    outlined(c, smooth(points, closed=True, steps=8), colour, width=width)


def outlined_disc(
    c: Canvas, centre: Point, radius: float, colour: Colour, *, flat: float = 1
) -> None:
    """A circle or ellipse with a line around it."""
    c.disc(centre, radius + LINE / 2, INK, flat=(radius * flat + LINE / 2) / (radius + LINE / 2))
    c.disc(centre, radius - LINE / 2, colour, flat=(radius * flat - LINE / 2) / (radius - LINE / 2))


def outlined_box(
    c: Canvas, corner: Point, far: Point, colour: Colour, *, radius: float = 0
) -> None:
    """A rectangle with a line around it."""
    half = LINE / 2
    (x, y), (u, v) = corner, far
    c.box((x - half, y - half), (u + half, v + half), INK, radius=radius + half)
    c.box((x + half, y + half), (u - half, v - half), colour, radius=max(0, radius - half))


def limb(c: Canvas, points: Sequence[Point], colour: Colour, width: float = 40) -> None:
    """An arm or a leg: a thick stroke with a line around it."""
    curve(c, points, width=width + LINE)
    curve(c, points, colour, width=width - LINE)


def hand(c: Canvas, centre: Point, skin: Colour = SKIN, radius: float = 22) -> None:
    outlined_disc(c, centre, radius, skin)


def shoe(c: Canvas, heel: Point, facing: int, colour: Colour = INK) -> None:
    """A shoe whose sole stands at the height of `heel`, its tip towards `facing`."""
    x, y = heel
    upper = [(-24, 0), (-26, -34), (16, -38), (52, -22), (66, 0)]
    outlined(c, [(x + facing * dx, y + dy) for dx, dy in upper], colour)


def head(c: Canvas, centre: Point, radius: float, facing: int, skin: Colour = SKIN) -> None:
    """A round head that looks left (-1) or right (1), without hair, eyes or mouth."""
    x, y = centre
    outlined_disc(c, centre, radius, skin)
    tip = (x + facing * radius * 1.22, y + radius * 0.12)
    nose = [(x + facing * radius * 0.86, y - radius * 0.08), tip]
    curve(c, [*nose, (x + facing * radius * 0.9, y + radius * 0.24)], skin, width=radius * 0.26)
    curve(c, [*nose, (x + facing * radius * 0.88, y + radius * 0.26)], width=6)
    c.disc((x + facing * radius * 0.2, y + radius * 0.28), radius * 0.2, fade(BRICK, 0.22))


def eyes(c: Canvas, centre: Point, radius: float, facing: int, *, shut: bool = False) -> None:
    """The eyes of a head drawn with the same centre and radius."""
    for share in (0.16, 0.62):
        x, y = centre[0] + facing * radius * share, centre[1] - radius * 0.12
        dip = radius * 0.1
        if shut:
            curve(c, [(x - dip, y), (x, y + dip), (x + dip, y)], width=5)
        else:
            c.disc((x, y), dip * 0.85, INK)


def smile(c: Canvas, centre: Point, radius: float, facing: int) -> None:
    """The mouth of a head drawn with the same centre and radius."""
    x, y = centre
    points = [(0.2, 0.5), (0.45, 0.6), (0.68, 0.46)]
    curve(c, [(x + facing * radius * dx, y + radius * dy) for dx, dy in points], width=6)


def hair(c: Canvas, centre: Point, radius: float, facing: int, colour: Colour = INK) -> None:
    """A cap of hair for a head drawn with the same centre and radius."""
    x, y = centre
    crown = [(-1.04, 0.42), (-1.12, -0.3), (-0.66, -1.0), (0.16, -1.14), (0.84, -0.66)]
    fringe = [(0.3, -0.56), (-0.3, -0.44), (-0.5, 0.1), (-0.74, 0.5)]
    points = [(x + facing * radius * dx, y + radius * dy) for dx, dy in crown + fringe]
    outlined_blob(c, points, colour)
