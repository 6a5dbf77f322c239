"""The reader under load and under fire."""

import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nejat.wordpress.reader import Item, Site, read_stream
from nejat.wordpress.reader import chunks as chunks_module

EXPORT = (Path(__file__).parent / "exports" / "fa-edition-quirks.xml").read_bytes()
MARKS = [b"<", b"&", b"]]>", b"<![CDATA[", b"</item>", b"<item>", b"\x00", b"\xff", b"<!DOCTYPE x>"]

changes = st.lists(
    st.tuples(
        st.integers(0, len(EXPORT)),
        st.integers(0, 400),
        st.sampled_from(MARKS) | st.binary(max_size=8),
    ),
    max_size=6,
)


class Repeated:
    """A stream of one long export that is never held as a whole."""

    def __init__(self, head, item, times):
        self.parts = iter([head, *([item] * times), b"</channel></rss>"])

    def read(self, _size, /):
        return next(self.parts, b"")


@given(changes)
def test_no_damage_makes_the_reader_raise(changes):
    data = EXPORT
    for position, length, instead in changes:
        data = data[:position] + instead + data[position + length :]

    for record in read_stream(io.BytesIO(data)):
        assert record is not None


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_raise(data):
    assert len(list(read_stream(io.BytesIO(data)))) > 0


def test_memory_does_not_grow_with_the_file(wxr, post):
    head, _ = wxr("SPLIT").split(b"SPLIT")
    block = post(body="<![CDATA[" + "متن " * 1000 + "]]>").encode() * 140
    times = 50_000_000 // len(block)

    tracemalloc.start()
    count = sum(isinstance(r, Item) for r in read_stream(Repeated(head, block, times)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == times * 140
    assert peak < 20_000_000


@pytest.mark.parametrize("junk", [b"<item><title>endless</title>", b"<item><![CDATA[", b"text "])
def test_an_element_without_end_is_given_up(wxr, post, monkeypatch, junk):
    monkeypatch.setattr(chunks_module, "MAX_CHUNK", 1 << 20)
    head, _ = wxr("SPLIT").split(b"SPLIT")
    stream = Repeated(head + junk, b"x" * (1 << 20), 8)

    records = list(read_stream(stream))

    assert isinstance(records[0], Site)
    assert len(records) <= 3
