"""Every kind of page in every edition, looked at in every way by one browser."""

from urllib.parse import unquote

import pytest

from nejat.editions.registry import CODES
from tests.e2e.measure import broken_rules, loss, loss_in_large_text, motion
from tests.walk import pages_to_read

SMALLEST = 320
"""Also what a window of 1280 has room for at 400 %; 640 is the same window at 200 %."""

WIDTHS = (SMALLEST, 640, 1280)


def _faults(page) -> list[str]:
    found = [fault for width in WIDTHS for fault in loss(page, width)]
    return found + loss_in_large_text(page, WIDTHS[-1]) + motion(page) + broken_rules(page)


@pytest.mark.parametrize("code", CODES)
def test_every_page_is_for_every_reader_and_asks_no_other_host(reader, site, code):
    reader.emulate_media(reduced_motion="reduce")
    found = []
    for address in pages_to_read(site, code):
        reader.goto(address)
        found += [f"{unquote(address)} {fault}" for fault in _faults(reader)]

    assert found == [], "\n".join(found)
    assert reader.foreign == []
