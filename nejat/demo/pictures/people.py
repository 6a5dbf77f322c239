"""People of the scenes: flat figures without a face, as seen from a little way off."""

from collections.abc import Sequence
from math import hypot

from nejat.demo.pictures.canvas import Canvas, Point, smooth
from nejat.demo.pictures.palette import BRICK, CLAY, CREAM, INK, SAND, Colour, fade, mix

FAIR = mix(SAND, CLAY, 0.45)
DARK = mix(CLAY, BRICK, 0.35)


def standing(
    c: Canvas, foot: Point, height: float, coat: Colour, looks: tuple[Colour, Colour] = (INK, FAIR)
) -> None:
    """A figure on its feet in a long coat, arms at its sides; `looks` are its hair and skin."""
    (x, y), (hair, skin) = foot, looks
    unit = height / 100
    c.disc((x, y), 20 * unit, fade(INK, 0.2), flat=0.18)
    for leg in (-7, 3):
        c.box((x + leg * unit, y - 34 * unit), (x + (leg + 5) * unit, y), mix(coat, INK, 0.6))
        c.disc((x + (leg + 3.5) * unit, y - unit), 4.4 * unit, INK, flat=0.5)
    profile = [(0, -86), (9, -84), (14, -70), (14, -50), (17, -26), (0, -24)]
    outline = [(half * unit, y + dy * unit) for half, dy in profile]
    c.turned(x, outline, coat)
    c.turned(x, outline, mix(coat, INK, 0.18), span=(0.3, 1))
    for side in (-1, 1):
        arm = [(x + side * 11 * unit, y - 80 * unit), (x + side * 17 * unit, y - 60 * unit)]
        sleeve(
            c, [*arm, (x + side * 16 * unit, y - 42 * unit)], mix(coat, INK, 0.1), 7 * unit, skin
        )
    face(c, (x, y - 92 * unit), 8 * unit, hair, skin)


def face(c: Canvas, centre: Point, radius: float, hair: Colour, skin: Colour = FAIR) -> None:
    """A head without features; hair of the colour of the skin makes it bald."""
    x, y = centre
    c.box((x - radius * 0.4, y), (x + radius * 0.4, y + radius * 1.5), mix(skin, INK, 0.15))
    c.disc((x, y - radius * 0.12), radius * 1.1, hair)
    c.disc((x, y + radius * 0.16), radius * 0.92, skin)
    cap = [(-1.04, 0.1), (-0.9, -0.9), (0, -1.24), (0.9, -0.9), (1.04, 0.1), (0.4, -0.46)]
    c.blob([(x + radius * dx, y + radius * dy) for dx, dy in cap], hair)


def nape(c: Canvas, centre: Point, radius: float, hair: Colour, skin: Colour = FAIR) -> None:
    """A head seen from behind."""
    x, y = centre
    c.box((x - radius * 0.42, y), (x + radius * 0.42, y + radius * 1.6), mix(skin, INK, 0.15))
    c.disc((x, y), radius, hair, flat=1.12)


def sleeve(
    c: Canvas, path: Sequence[Point], colour: Colour, width: float, skin: Colour = FAIR
) -> None:
    """An arm along a path from the shoulder, with a hand at its end."""
    (a, b), (x, y) = path[-2], path[-1]
    reach = width * 0.4 / (hypot(x - a, y - b) or 1)
    c.disc((x + (x - a) * reach, y + (y - b) * reach), width * 0.46, skin)
    rounded(c, path, colour, width)


def rounded(c: Canvas, path: Sequence[Point], colour: Colour, width: float) -> None:
    """A smooth stroke with round ends."""
    c.line(smooth(path), colour, width)
    for end in (path[0], path[-1]):
        c.disc(end, width / 2, colour)


def behind(c: Canvas, shoulders: Point, size: float, coat: Colour, hair: Colour = INK) -> None:
    """A person seen from behind down to the waist; `size` is half the width of the shoulders."""
    x, y = shoulders
    profile = [(0.3, -0.12), (0.62, 0.02), (0.94, 0.3), (1.06, 1.0), (1.1, 2.4)]
    outline = [(half * size, y + dy * size) for half, dy in profile]
    c.turned(x, outline, coat)
    c.turned(x, outline, fade(CREAM, 0.08), span=(-1, -0.5))
    nape(c, (x, y - 0.62 * size), 0.46 * size, hair)
