"""Renditions as values: names, widths and crops, for pictures of every shape."""

from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media_library.presets import (
    CHOSEN,
    FORMATS,
    PRESETS,
    SIGNATURE,
    Preset,
    UnknownPreset,
    digest,
    preset,
    signature,
)
from media_library.renditions import (
    TALLEST,
    all_renditions,
    by_format,
    crop,
    fallback,
    renditions_of,
)

CARD = digest(PRESETS["card"])


class Picture(NamedTuple):
    """What renditions need to know of an original."""

    width: int = 4000
    height: int = 3000
    focal_x: float = 0.5
    focal_y: float = 0.5
    key: str = "5e1f"
    pk: int = 7


LENGTHS = st.integers(1, 5000)
SHARES = st.floats(0, 1) | st.sampled_from([0.0, 1.0])
PICTURES = st.builds(Picture, LENGTHS, LENGTHS, SHARES, SHARES)
EXTREME = [(1, 1), (1, 5000), (5000, 1), (2, 5000), (5000, 3), (1, 40_000), (40_000, 1)]


def _widths(original: Picture, name: str) -> dict[str, list[int]]:
    made = by_format(original, PRESETS[name])
    return {format_: [rendition.width for rendition in same] for format_, same in made.items()}


def test_a_name_tells_image_key_preset_width_and_format():
    names = [rendition.name for rendition in renditions_of(Picture(), PRESETS["card"])]

    assert names == [
        f"renditions/7/5e1f/card-320-{CARD}.avif",
        f"renditions/7/5e1f/card-640-{CARD}.avif",
        f"renditions/7/5e1f/card-960-{CARD}.avif",
        f"renditions/7/5e1f/card-320-{CARD}.webp",
        f"renditions/7/5e1f/card-640-{CARD}.webp",
        f"renditions/7/5e1f/card-960-{CARD}.webp",
        f"renditions/7/5e1f/card-640-{CARD}.jpg",
    ]


def test_equal_pictures_have_equal_renditions():
    assert set(all_renditions(Picture())) == set(all_renditions(Picture()))


@pytest.mark.parametrize("change", [{"key": "0b2d"}, {"pk": 8}])
def test_another_file_or_focal_point_or_image_has_other_names(change):
    names = {rendition.name for rendition in all_renditions(Picture())}

    others = {rendition.name for rendition in all_renditions(Picture()._replace(**change))}

    assert names & others == set()


def test_a_preset_of_another_shape_or_width_has_names_of_its_own():
    card = PRESETS["card"]
    names = {r.name for r in renditions_of(Picture(), card)}
    for other in (replace(card, ratio=(4, 3)), replace(card, widths=(320, 640, 960, 1280))):
        assert {r.name for r in renditions_of(Picture(), other)} & names == set()


def test_a_large_picture_has_few_files_each_with_a_name_of_its_own():
    names = [rendition.name for rendition in all_renditions(Picture())]

    assert (len(names), len(set(names))) == (35, 35)


def test_all_renditions_are_those_of_each_preset():
    assert all_renditions(Picture()) == [
        rendition for preset in PRESETS.values() for rendition in renditions_of(Picture(), preset)
    ]


@pytest.mark.parametrize(
    ("width", "given"),
    [
        (5000, [320, 640, 960]),
        (960, [320, 640, 960]),
        (959, [320, 640]),
        (640, [320, 640]),
        (639, [320]),
        (320, [320]),
        (319, [319]),
        (1, [1]),
    ],
)
def test_a_picture_has_the_widths_that_its_crop_has(width, given):
    assert _widths(Picture(width, 5000), "card")["avif"] == given


def test_widths_are_those_of_the_crop_and_not_of_the_picture():
    assert _widths(Picture(4000, 400), "card") == {
        "avif": [320, 640],
        "webp": [320, 640],
        "jpeg": [640],
    }


def test_the_fallback_is_a_jpeg_for_plain_screens():
    fallbacks = {name: fallback(Picture(), preset) for name, preset in PRESETS.items()}

    assert {rendition.format for rendition in fallbacks.values()} == {"jpeg"}
    assert {name: rendition.width for name, rendition in fallbacks.items()} == {
        "thumb": 320,
        "card": 640,
        "lead": 672,
        "hero": 768,
        "portrait": 512,
        "inline": 672,
        "share": 1200,
    }


def test_a_preset_of_large_pictures_falls_back_to_the_smallest():
    poster = Preset("poster", (1000, 2000), None, "100vw")

    assert fallback(Picture(), poster).width == 1000


@pytest.mark.parametrize(
    ("focal", "box"),
    [
        ((0.5, 0.5), (250, 0, 750, 500)),
        ((0.3, 0.9), (50, 0, 550, 500)),
        ((0.0, 0.0), (0, 0, 500, 500)),
        ((1.0, 1.0), (500, 0, 1000, 500)),
        ((0.249, 0.5), (0, 0, 500, 500)),
        ((0.251, 0.5), (1, 0, 501, 500)),
    ],
)
def test_a_crop_stands_around_the_focal_point_as_far_as_edges_allow(focal, box):
    assert crop(Picture(1000, 500, *focal), PRESETS["thumb"]) == box


def test_a_preset_without_a_ratio_shows_the_whole_picture():
    rendition = fallback(Picture(3000, 2000, 0.1, 0.9), PRESETS["lead"])

    assert (rendition.box, rendition.width, rendition.height) == ((0, 0, 3000, 2000), 672, 448)


@settings(deadline=None)
@given(PICTURES)
def test_the_focal_pixel_is_in_every_crop_and_every_crop_in_the_picture(picture):
    x = min(int(picture.focal_x * picture.width), picture.width - 1)
    y = min(int(picture.focal_y * picture.height), picture.height - 1)

    for left, upper, right, lower in (rendition.box for rendition in all_renditions(picture)):
        assert 0 <= left <= x < right <= picture.width
        assert 0 <= upper <= y < lower <= picture.height


@settings(deadline=None)
@given(PICTURES)
def test_a_crop_is_the_largest_of_its_shape(picture):
    for known in PRESETS.values():
        left, upper, right, lower = crop(picture, known)
        across, down = known.ratio or (picture.width, picture.height)

        assert right - left == picture.width or lower - upper == picture.height
        assert abs((right - left) * down - (lower - upper) * across) < max(across, down) or (
            1 in (right - left, lower - upper)
        )


@settings(deadline=None)
@given(PICTURES)
def test_no_rendition_is_larger_than_its_crop_or_empty(picture):
    for rendition in all_renditions(picture):
        left, upper, right, lower = rendition.box

        assert 1 <= rendition.width <= right - left
        assert 1 <= rendition.height <= lower - upper


@settings(deadline=None)
@given(PICTURES)
def test_every_rendition_has_the_shape_of_its_preset_to_the_pixel(picture):
    for rendition in all_renditions(picture):
        ratio = PRESETS[rendition.preset].ratio
        across, down = ratio or (picture.width, picture.height)

        assert abs(rendition.height - rendition.width * down / across) <= 1


@pytest.mark.parametrize(("width", "height"), EXTREME)
def test_pictures_like_a_thread_are_given_in_every_preset(width, height):
    made = all_renditions(Picture(width, height, 1.0, 1.0))

    assert {rendition.preset for rendition in made} == set(PRESETS)
    assert all(rendition.width > 0 and rendition.height > 0 for rendition in made)


@pytest.mark.parametrize(("width", "height"), [*EXTREME, (1500, 40_000), (700, 16_384)])
def test_no_rendition_is_taller_than_webp_can_be(width, height):
    assert max(rendition.height for rendition in all_renditions(Picture(width, height))) <= TALLEST


def test_a_picture_like_a_ribbon_is_narrower_and_not_squeezed():
    lead = fallback(Picture(1500, 40_000), PRESETS["lead"])

    assert (lead.width, lead.height) == (614, 16_373)


@pytest.mark.parametrize("known", PRESETS.values(), ids=PRESETS)
def test_a_preset_is_made_up_as_the_others_expect(known):
    assert PRESETS[known.name] == known
    assert list(known.widths) == sorted(set(known.widths))
    assert [format_ for format_ in FORMATS if format_ in known.formats] == list(known.formats)
    assert "jpeg" in known.formats


def test_presets_are_asked_for_by_name():
    assert preset("hero").ratio == (16, 9)


def test_an_unknown_preset_is_answered_with_those_there_are():
    with pytest.raises(
        UnknownPreset, match="“hreo”, only thumb, card, lead, hero, portrait, inline, share"
    ):
        preset("hreo")


def test_the_signature_changes_with_every_preset_and_setting():
    changed = {
        signature([*PRESETS.values()][1:], CHOSEN),
        signature(PRESETS.values(), replace(CHOSEN, avif_quality=61)),
        signature(PRESETS.values(), replace(CHOSEN, draft=False)),
        *(
            signature(
                [
                    replace(p, widths=(*p.widths, 3000)) if p is known else p
                    for p in PRESETS.values()
                ],
                CHOSEN,
            )
            for known in PRESETS.values()
        ),
    }

    assert len(changed) == 3 + len(PRESETS)
    assert SIGNATURE not in changed
    assert signature(PRESETS.values(), CHOSEN) == SIGNATURE
