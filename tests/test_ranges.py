"""Which bytes of a file a Range header asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nejat.ranges import find_range


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-99", range(100)),
        ("bytes=0-0", range(1)),
        ("bytes=100-", range(100, 1000)),
        ("bytes=999-", range(999, 1000)),
        ("bytes=900-5000", range(900, 1000)),
        ("bytes=-50", range(950, 1000)),
        ("bytes=-5000", range(1000)),
        ("Bytes= 0-99 ", range(100)),
    ],
)
def test_one_range_is_a_part_of_the_file(header, expected):
    assert find_range(header, 1000) == expected


@pytest.mark.parametrize(
    "header", ["bytes=1000-", "bytes=1000-1001", "bytes=-0", f"bytes={'9' * 20}-"]
)
def test_a_range_beyond_the_file_is_empty(header):
    assert find_range(header, 1000) == range(0)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=--5",
        "bytes=5-2",
        "bytes=a-b",
        "bytes=0x0-0x9",
        "bytes=+1-2",
        "bytes=1_0-2_0",
        "bytes=0-9\n",
        "bytes=۰-۹",
        "bytes=0-1,5-9",
        "bytes=0-9,",
        "pages=1-2",
        f"bytes=0-{'9' * 5000}",
        f"bytes={'9' * 5000}-",
    ],
)
def test_what_is_malformed_or_asks_for_more_means_the_whole_file(header):
    assert find_range(header, 1000) is None


@pytest.mark.parametrize(
    ("header", "expected"), [("bytes=0-", range(0)), ("bytes=-5", None), ("bytes=-0", range(0))]
)
def test_an_empty_file_has_no_part_but_itself(header, expected):
    assert find_range(header, 0) == expected


@given(st.text("bytes=-0123456789, \t", max_size=40).map("bytes={}".format), st.integers(0, 10**12))
def test_a_part_lies_always_inside_the_file(header, size):
    part = find_range(header, size)

    assert part is None or not part or 0 <= part.start < part.stop <= size
