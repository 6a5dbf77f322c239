"""Drawn pictures of the sample content: named scenes in one restrained palette."""

from collections.abc import Callable
from random import Random

from PIL import Image

from nejat.demo.pictures import evenings, landscapes, rooms, still_lifes
from nejat.demo.pictures.canvas import Canvas

Scene = Callable[[Canvas, Random], None]

SCENES: dict[str, Scene] = {
    "bookshelf": rooms.bookshelf,
    "bridge": landscapes.bridge,
    "city-at-dusk": evenings.city,
    "courtyard": rooms.courtyard,
    "garden": landscapes.garden,
    "lantern": still_lifes.lantern,
    "lemon-tree": rooms.lemon_tree,
    "letters": still_lifes.letters,
    "mountains": landscapes.mountains,
    "night-sky": evenings.night,
    "paper-cranes": still_lifes.paper_cranes,
    "sea": landscapes.sea,
    "tea": still_lifes.tea,
    "window": rooms.window,
}


def draw(name: str, size: tuple[int, int] = (1600, 1000)) -> Image.Image:
    """The named scene as an RGB image of `size` pixels; the same pixels every time.

    Raises KeyError for a name that is not in `SCENES`.
    """
    canvas = Canvas(size)
    SCENES[name](canvas, Random(name))
    return canvas.finish()
