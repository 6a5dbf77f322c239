"""The one palette of the drawn pictures: teal, sand, brick, ink and olive."""

Colour = tuple[int, ...]

INK, DEEP, TEAL, SEA = (24, 36, 48), (18, 56, 64), (34, 88, 94), (84, 140, 138)
MIST, CREAM, SAND, GOLD = (176, 204, 196), (249, 240, 219), (234, 214, 176), (232, 184, 92)
BRICK, CLAY, OLIVE, LEAF = (170, 76, 56), (208, 134, 96), (92, 106, 56), (146, 156, 86)
WOOD, BARK = (150, 98, 66), (92, 66, 52)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour that lies `share` (0..1) of the way from the first to the second."""
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))


def fade(colour: Colour, opacity: float) -> Colour:
    """The colour with an alpha value; `opacity` runs from 0 to 1."""
    return (*colour[:3], round(255 * opacity))
