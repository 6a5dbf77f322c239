"""A small canvas for flat drawings: shapes in a 1600 x 1000 frame, drawn at twice the size."""

from collections.abc import Sequence
from math import ceil, cos, hypot, pi, sin
from random import Random

from PIL import Image, ImageChops, ImageDraw

from nejat.demo.pictures.palette import Colour, mix

Point = tuple[float, float]

WIDTH, HEIGHT = 1600, 1000
OVERSAMPLING = 2


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> list[Point]:
    """A Catmull-Rom spline through the points, `steps` samples to a segment."""
    ring = [points[-1], *points, *points[:2]] if closed else [points[0], *points, points[-1]]
    spans = zip(ring, ring[1:], ring[2:], ring[3:], strict=False)
    curve = [_between(span, step / steps) for span in spans for step in range(steps)]
    return curve if closed else [*curve, points[-1]]


def _between(span: tuple[Point, ...], t: float) -> Point:
    def along(a: float, b: float, c: float, d: float) -> float:
        cubic = 3 * b - 3 * c + d - a
        square = 2 * a - 5 * b + 4 * c - d
        return b + t * (c - a + t * (square + t * cubic)) / 2

    x, y = (along(*values) for values in zip(*span, strict=True))
    return x, y


class Canvas:
    """Covers an image of `size` pixels with the frame; what overhangs is cut at the edges."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.scale = OVERSAMPLING * max(size[0] / WIDTH, size[1] / HEIGHT)
        self.image = Image.new("RGB", (ceil(WIDTH * self.scale), ceil(HEIGHT * self.scale)))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def finish(self) -> Image.Image:
        """The drawing at its asked size."""
        width, height = (side * OVERSAMPLING for side in self.size)
        left, top = (self.image.width - width) // 2, (self.image.height - height) // 2
        return self.image.crop((left, top, left + width, top + height)).reduce(OVERSAMPLING)

    def sky(self, top: Colour, bottom: Colour, *, start: float = 0, end: float = HEIGHT) -> None:
        """A vertical gradient over the whole width, from `start` to `end`."""
        first, last = round(start * self.scale), round(end * self.scale)
        for row in range(first, last):
            colour = mix(top, bottom, (row - first) / (last - first))
            self.pen.line((0, row, self.image.width, row), fill=colour)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        self.pen.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=colour)

    def blob(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled shape with a smooth outline through the points."""
        self.shape(smooth(points, closed=True), colour)

    def box(self, corner: Point, far: Point, colour: Colour, *, radius: float = 0) -> None:
        """A rectangle between two corners."""
        corners = [value * self.scale for value in (*corner, *far)]
        self.pen.rounded_rectangle(corners, radius * self.scale, fill=colour)

    def disc(self, centre: Point, radius: float, colour: Colour, *, flat: float = 1) -> None:
        """A circle, or an ellipse whose height is `flat` times its width."""
        (x, y), tall = centre, radius * flat
        corners = (x - radius, y - tall, x + radius, y + tall)
        self.pen.ellipse([value * self.scale for value in corners], fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """An open stroke, drawn as one shape so that a faded colour stays even."""
        left, right = [], []
        neighbours = zip([points[0], *points[:-1]], points, [*points[1:], points[-1]], strict=True)
        for before, (x, y), after in neighbours:
            along = after[0] - before[0], after[1] - before[1]
            half = width / 2 / (hypot(*along) or 1)
            left.append((x - along[1] * half, y + along[0] * half))
            right.append((x + along[1] * half, y - along[0] * half))
        self.shape(left + right[::-1], colour)

    def glow(self, centre: Point, radius: float, colour: Colour, strength: float = 1) -> None:
        """Soft light that fades to nothing at the radius."""
        side = round(2 * radius * self.scale)
        light = ImageChops.invert(Image.radial_gradient("L"))
        light = light.point(
            [round(strength * (max(0, v - 74) / 181) ** 1.6 * 255) for v in range(256)]
        )  # 74: where the inscribed circle ends
        corner = (
            round((centre[0] - radius) * self.scale),
            round((centre[1] - radius) * self.scale),
        )
        self.image.paste(colour, corner, light.resize((side, side)))

    def turned(
        self,
        x: float,
        profile: Sequence[Point],
        colour: Colour,
        *,
        span: tuple[float, float] = (-1, 1),
    ) -> None:
        """A vessel as from a potter's wheel: (half width, height) pairs mirrored around `x`.

        A `span` narrower than -1..1 draws only that part of the width, for light and shade.
        """
        edge = smooth(profile)
        left, right = ([(x + half * share, y) for half, y in edge] for share in span)
        self.shape(left + right[::-1], colour)

    def leaf(self, stem: Point, length: float, angle: float, colour: Colour) -> None:
        """An almond-shaped leaf that grows from `stem` at an angle in radians."""
        (x, y), across = stem, length * 0.24
        dx, dy = cos(angle), sin(angle)
        middle = x + dx * length * 0.45, y + dy * length * 0.45
        side = (-dy * across, dx * across)
        upper = (middle[0] + side[0], middle[1] + side[1])
        lower = (middle[0] - side[0], middle[1] - side[1])
        self.blob([stem, upper, (x + dx * length, y + dy * length), lower], colour)

    def ridge(self, base: float, height: float, colour: Colour, rng: Random) -> None:
        """A range of hills across the frame, filled to the bottom edge."""
        waves = [(rng.uniform(0.6, 1.3) * 2**n, rng.uniform(0, 2 * pi), 0.55**n) for n in range(4)]
        tops = [
            (
                x,
                base
                - height
                * sum(
                    part * sin(x / WIDTH * turns * 2 * pi + shift) for turns, shift, part in waves
                ),
            )
            for x in range(-20, WIDTH + 40, 10)
        ]
        self.shape([(-20, HEIGHT), *tops, (WIDTH + 40, HEIGHT)], colour)


def turn(points: Sequence[Point], centre: Point, angle: float) -> list[Point]:
    """The points, given around the origin, turned by `angle` radians and moved to the centre."""
    return [
        (centre[0] + x * cos(angle) - y * sin(angle), centre[1] + x * sin(angle) + y * cos(angle))
        for x, y in points
    ]
