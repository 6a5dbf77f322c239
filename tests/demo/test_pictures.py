"""The drawn pictures of the sample content."""

from collections import Counter

import pytest

from nejat.demo.pictures import SCENES, draw

NAMES = sorted(SCENES)


def test_there_are_scenes_for_articles_and_for_each_kind_of_media():
    groups = Counter(name.partition("-")[0] for name in NAMES)
    media = {kind: groups[kind] for kind in ("cartoon", "news", "gallery", "book")}

    assert media == {"cartoon": 7, "news": 8, "gallery": 18, "book": 4}
    assert len(NAMES) - sum(media.values()) == 14


@pytest.mark.parametrize("name", NAMES)
def test_a_scene_is_the_same_every_time(name):
    assert draw(name, (160, 100)).tobytes() == draw(name, (160, 100)).tobytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_scene_has_many_tones_and_no_empty_corner(name):
    picture = draw(name, (160, 100))
    corners = [(0, 0), (159, 0), (0, 99), (159, 99)]

    assert len(picture.getcolors(maxcolors=16000)) > 100
    assert (0, 0, 0) not in [picture.getpixel(corner) for corner in corners]


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("gallery")])
def test_a_scene_of_a_gallery_fills_a_portrait_as_well(name):
    picture = draw(name, (100, 160))
    corners = [(0, 0), (99, 0), (0, 159), (99, 159)]

    assert len(picture.getcolors(maxcolors=16000)) > 100
    assert (0, 0, 0) not in [picture.getpixel(corner) for corner in corners]


@pytest.mark.parametrize("size", [(1600, 1000), (400, 400), (90, 300), (333, 111)])
def test_a_picture_has_the_size_that_was_asked_for(size):
    picture = draw("garden", size)

    assert (picture.size, picture.mode) == (size, "RGB")


def test_no_two_scenes_are_alike():
    assert len({draw(name, (80, 50)).tobytes() for name in NAMES}) == len(NAMES)


def test_an_unknown_scene_is_refused():
    with pytest.raises(KeyError, match="volcano"):
        draw("volcano")
