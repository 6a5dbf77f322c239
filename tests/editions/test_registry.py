import dataclasses

import pytest
from django.utils import translation

from nejat.editions.registry import CODES, EDITIONS, UnknownEdition, active_edition, get_edition


def test_the_editions_stand_in_the_order_of_the_menu():
    assert CODES == ("en", "ar", "fa", "sq")
    assert [edition.native_name for edition in EDITIONS] == ["English", "عربي", "فارسی", "Shqip"]


def test_two_editions_run_right_to_left():
    assert [edition.code for edition in EDITIONS if edition.direction == "rtl"] == ["ar", "fa"]


def test_the_persian_edition_alone_counts_by_the_jalali_calendar():
    assert [edition.code for edition in EDITIONS if edition.calendar == "jalali"] == ["fa"]


@pytest.mark.parametrize("edition", EDITIONS, ids=CODES)
def test_an_edition_writes_zero_to_nine_in_order(edition):
    assert [int(digit) for digit in edition.digits] == list(range(10))


@pytest.mark.parametrize("edition", EDITIONS, ids=CODES)
def test_an_edition_is_found_by_its_code(edition):
    assert get_edition(edition.code) is edition


def test_an_edition_lives_below_its_code():
    assert get_edition("fa").home == "/fa/"


@pytest.mark.parametrize("code", CODES)
def test_the_active_edition_is_that_of_the_language(code):
    with translation.override(code):
        assert active_edition().code == code


def test_without_a_language_the_edition_of_the_settings_is_active(settings):
    with translation.override(None):
        assert active_edition().code == settings.LANGUAGE_CODE


@pytest.mark.parametrize("code", ["", "de", "FA", "fa-IR"])
def test_an_unknown_code_is_no_edition(code):
    with pytest.raises(UnknownEdition):
        get_edition(code)


def test_an_edition_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        get_edition("en").code = "de"
