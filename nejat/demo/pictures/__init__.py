"""Drawn pictures of the sample content: named scenes in one restrained palette."""

from collections.abc import Callable
from random import Random

from PIL import Image

from nejat.demo.pictures import (
    book_covers,
    book_covers_table,
    cartoon_outdoors,
    cartoon_rooms,
    cartoon_strips,
    cartoon_weather,
    evenings,
    garden_harvest,
    garden_pond,
    garden_year,
    journey_inside,
    journey_outside,
    journey_waiting,
    landscapes,
    news_open_air,
    news_rooms,
    news_streets,
    news_weather,
    rooms,
    still_lifes,
    workshop,
    workshop_bench,
    workshop_shelf,
)
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
    "cartoon-cat": cartoon_rooms.cat,
    "cartoon-pigeons": cartoon_outdoors.pigeons,
    "cartoon-rain": cartoon_weather.rain,
    "cartoon-scarf": cartoon_weather.scarf,
    "cartoon-snail": cartoon_outdoors.slow_post,
    "cartoon-stairs": cartoon_rooms.librarian,
    "cartoon-tea": cartoon_strips.tea,
    "news-bookbinder": news_rooms.bookbinder,
    "news-harbour": news_weather.harbour,
    "news-lights": news_streets.lights,
    "news-market": news_streets.market,
    "news-planting": news_open_air.planting,
    "news-reading-room": news_rooms.reading_room,
    "news-snow": news_weather.snow,
    "news-station": news_open_air.station,
    "gallery-garden-january": garden_year.january,
    "gallery-garden-march": garden_year.march,
    "gallery-garden-may": garden_year.may,
    "gallery-garden-july": garden_pond.july,
    "gallery-garden-september": garden_harvest.september,
    "gallery-garden-november": garden_harvest.november,
    "gallery-workshop-door": workshop.door,
    "gallery-workshop-tools": workshop.tools,
    "gallery-workshop-sewing": workshop_bench.sewing,
    "gallery-workshop-press": workshop_bench.press,
    "gallery-workshop-marbling": workshop_bench.marbling,
    "gallery-workshop-finished": workshop_shelf.finished,
    "gallery-journey-luggage": journey_waiting.luggage,
    "gallery-journey-corridor": journey_inside.corridor,
    "gallery-journey-window": journey_inside.window,
    "gallery-journey-viaduct": journey_outside.viaduct,
    "gallery-journey-night": journey_outside.night,
    "gallery-journey-arrival": journey_outside.arrival,
    "book-tea-tin": book_covers.tea_tin,
    "book-ducks": book_covers.walking_ducks,
    "book-shared-pot": book_covers_table.shared_pot,
    "book-kept-place": book_covers_table.kept_place,
}


def draw(name: str, size: tuple[int, int] = (1600, 1000)) -> Image.Image:
    """The named scene as an RGB image of `size` pixels; the same pixels every time.

    Raises KeyError for a name that is not in `SCENES`.
    """
    canvas = Canvas(size)
    SCENES[name](canvas, Random(name))
    return canvas.finish()
