"""Films and subtitles are taken when they are whole and of our kinds, else refused and told why."""

import re
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_library import recordings
from media_library.recordings import RefusedRecording, check_subtitles, check_video

DAMAGED = "This film is damaged. Please export it again as MP4."
CUT_SHORT = "This film is cut short. Please upload it again, or export it again."
MISNAMED = "This file is not what its name says. Please export the film again as MP4."
NOT_UTF8 = "These subtitles are not in UTF-8. Please save them again in this encoding."
EMPTY = "There are no words in these subtitles."


def _box(kind: bytes, content: bytes = b"content") -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def _large_box(kind: bytes, length: int, content: bytes = b"") -> bytes:
    return b"\0\0\0\1" + kind + length.to_bytes(8, "big") + content


def _ftyp(major: bytes, *others: bytes) -> bytes:
    return _box(b"ftyp", major + b"\0\0\2\0" + b"".join(others))


def _webm(doc_type: bytes = b"\x42\x82\x84webm", size: bytes = b"\x85", body: bytes = b"films"):
    header = b"\x42\x86\x81\1" + doc_type
    length = bytes([0x80 | len(header)])
    return b"\x1a\x45\xdf\xa3" + length + header + b"\x18\x53\x80\x67" + size + body


FTYP, MOOV, MDAT = _ftyp(b"isom", b"isom", b"mp41"), _box(b"moov"), _box(b"mdat")
MP4, WEBM = FTYP + MOOV + MDAT, _webm()
OPEN = b"\x01" + b"\xff" * 7
KINDS = {"MOV": _ftyp(b"qt  ", b"isom"), "AVI": b"RIFF\0\0\0\0AVI LIST"}
KINDS["MKV"] = _webm(b"\x42\x82\x88matroska")


def _refusal(content: bytes, name: str = "film.mp4") -> str:
    with pytest.raises(RefusedRecording) as refused:
        check_video(BytesIO(content), name)
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("film.mp4", MP4),
        ("FILM.MP4", FTYP + _box(b"free", b"") + MDAT + _box(b"uuid") + MOOV),
        ("film.m4v", _ftyp(b"M4V ", b"M4V ") + MOOV + MDAT),
        ("film.mp4", _ftyp(b"XAVC", b"XAVC", b"mp42") + MOOV + MDAT),
        ("film.mp4", FTYP + MOOV + b"\0\0\0\0mdat to the end of the file"),
        ("film.mp4", FTYP + MOOV + _large_box(b"mdat", 20, b"film")),
        ("film.mp4", MP4 + b"\0\0\0"),
        ("film.webm", WEBM),
        ("film.webm", _webm(size=OPEN)),
        ("film.webm", _webm(size=b"\xff")),
        ("film.webm", _webm(b"\x42\x82\x40\x04webm")),
    ],
)
def test_a_whole_film_is_taken_and_left_at_its_beginning(name, content):
    file = BytesIO(content)

    check_video(file, name)

    assert file.read() == content


@pytest.mark.parametrize("suffix", [".mov", ".avi", ".mkv", ".WMV", ".flv"])
def test_a_film_of_another_kind_is_to_be_converted(suffix):
    assert _refusal(MP4, f"film{suffix}") == (
        f"This film is of the kind {suffix[1:].upper()}. Please convert it to MP4."
    )


@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
@pytest.mark.parametrize("kind", KINDS)
def test_another_name_does_not_make_another_kind(name, kind):
    assert _refusal(KINDS[kind], name) == (
        f"This film is of the kind {kind}. Please convert it to MP4."
    )


@pytest.mark.parametrize("name", ["film.pdf", "film", "film.mp4.html", ".mp4", ""])
def test_what_is_not_called_a_film_is_none(name):
    assert _refusal(MP4, name) == "This is no film. Please choose an MP4 or a WebM file."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp4", b""),
        ("a.mp4", b"<script>alert(1)</script>"),
        ("a.mp4", WEBM),
        ("a.mp4", MOOV + MDAT),
        ("a.mp4", _ftyp(b"avis", b"iso8", b"avif") + MOOV + MDAT),
        ("a.mp4", _ftyp(b"M4A ", b"isom") + MOOV + MDAT),
        ("a.mp4", _ftyp(b"what", b"ever") + MOOV + MDAT),
        ("a.mp4", _box(b"ftyp", b"") + MOOV + MDAT),
        ("a.mp4", _box(b"ftyp", b"whatisom") + MOOV + MDAT),  # a version, no brand
        ("a.webm", b""),
        ("a.webm", MP4),
        ("a.webm", _webm(b"\x42\x82\x84text")),
        ("a.webm", _webm(b"") + b"\x42\x82\x84webm"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name, content):
    assert _refusal(content, name) == MISNAMED


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp4", MP4[:-1]),
        ("a.mp4", FTYP + MOOV + b"\xff\xff\xff\xffmdat"),
        ("a.mp4", FTYP + MOOV + _large_box(b"mdat", 2**64 - 1)),
        ("a.mp4", FTYP + MOOV + _large_box(b"mdat", 17)),
        ("a.webm", WEBM[:-1]),
        ("a.webm", _webm(size=b"\x01" + b"\xff" * 6 + b"\xfe")),
    ],
)
def test_a_film_that_is_cut_short_is_refused(name, content):
    assert _refusal(content, name) == CUT_SHORT


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp4", FTYP),
        ("a.mp4", FTYP + MDAT),
        ("a.mp4", FTYP + MOOV),
        ("a.mp4", FTYP + _box(b"moov", b"") + MDAT),
        ("a.mp4", FTYP + _box(b"free", MOOV) + MDAT),  # hidden in another box
        ("a.mp4", FTYP + b"\0\0\0\0free" + MOOV + MDAT),
        ("a.mp4", FTYP + b"\0\0\0\7free" + MOOV + MDAT),
        ("a.mp4", FTYP + _large_box(b"free", 0) + MOOV + MDAT),  # would stand still
        ("a.mp4", FTYP + _large_box(b"free", 15) + MOOV + MDAT),
        ("a.mp4", FTYP + MOOV + b"\0\0\0\1mdat"),
        ("a.mp4", FTYP + MOOV + MDAT * 1000),
        ("a.webm", WEBM[:-10]),
        ("a.webm", WEBM[:4]),
        ("a.webm", b"\x1a\x45\xdf\xa3\0" + WEBM[5:]),
        ("a.webm", _webm(size=b"\0")),
    ],
)
def test_a_film_whose_frame_is_broken_is_refused(name, content):
    assert _refusal(content, name) == DAMAGED


def test_a_film_in_fragments_is_refused():
    assert _refusal(FTYP + MOOV + _box(b"moof") + MDAT) == (
        "This film is in fragments, for streaming. Please export it as a plain MP4."
    )


def test_a_film_may_have_a_gigabyte_but_no_byte_more(tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(FTYP + MOOV + b"\0\0\0\0mdat")

    with path.open("r+b") as file:
        file.truncate(recordings.MOST_BYTES)
        check_video(file, "film.mp4")
        file.truncate(recordings.MOST_BYTES + 1)
        with pytest.raises(RefusedRecording, match="larger than 1 GB"):
            check_video(file, "film.mp4")


def _changed(content: bytes) -> st.SearchStrategy[bytes]:
    """The content with some bytes replaced and its end cut or grown."""
    places = st.dictionaries(st.integers(0, len(content) - 1), st.integers(0, 255), max_size=6)
    return st.builds(
        lambda places, end, more: (
            bytes(places.get(i, b) for i, b in enumerate(content))[:end] + more
        ),
        places,
        st.integers(0, len(content)) | st.just(len(content)),
        st.binary(max_size=20),
    )


@given(
    st.one_of(st.binary(), *map(_changed, [MP4, WEBM, FTYP + _large_box(b"moov", 20, b"film")])),
    st.sampled_from(["a.mp4", "a.m4v", "a.webm"]),
)
def test_any_bytes_are_a_film_or_refused(content, name):
    with suppress(RefusedRecording):
        check_video(BytesIO(content), name)


TIME = "00:01.000 --> 00:02.500"
WRITTEN = "00:00:01.000 --> 00:00:02.500"


def _read(text: str, name: str = "film.vtt") -> str:
    return check_subtitles(BytesIO(text.encode()), name)


def _words(words: str) -> str:
    """Words as they come out of a cue of their own."""
    return _read(f"WEBVTT\n\n{TIME}\n{words}\n").removeprefix(f"WEBVTT\n\n{WRITTEN}\n")[:-1]


def _complaint(content: bytes, name: str = "film.vtt") -> str:
    with pytest.raises(RefusedRecording) as refused:
        check_subtitles(BytesIO(content), name)
    return str(refused.value)


def test_subtitles_of_srt_become_webvtt():
    srt = "\ufeff1\r\n0:00:01,000 --> 0:00:02,500 X1:40 X2:600\r\n{\\an8}<I>One</I>\r\n\r\n\r\n"
    srt += '2\r\n100:00:03,000-->100:00:04,000\r\n<font color="red">Two</font> & 3 < 4\r\n5'

    assert _read(srt, "FILM.SRT") == (
        f"WEBVTT\n\n{WRITTEN}\n<i>One</i>\n\n"
        "100:00:03.000 --> 100:00:04.000\nTwo &amp; 3 &lt; 4\n5\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_marks_of_order_and_ends_of_lines_make_no_difference(mark, end):
    vtt = f"{mark}WEBVTT\n\nid\n{TIME}\none\ntwo\n".replace("\n", end)

    assert _read(vtt) == f"WEBVTT\n\n{WRITTEN}\none\ntwo\n"


def test_only_times_places_and_words_of_webvtt_are_left():
    vtt = f"""WEBVTT - a film\rKind: captions\r\rSTYLE
::cue {{ background: url(https://example.org/) }}

REGION
id:one

NOTE
not to be seen

NOTE nor this

an id
{TIME} align:start  line:90% region:one onclick:alert(1)
One
  two\x07

{TIME}
"""

    assert _read(vtt) == f"WEBVTT\n\n{WRITTEN} align:start line:90%\nOne\n  two\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("<b.loud>a</b> <U>b</U>", "<b.loud>a</b> <u>b</u>"),
        ("<v.first  Ann &\nBob>Hello", "<v.first Ann &amp; Bob>Hello"),
        ("<lang fa>سلام</lang>", "<lang fa>سلام</lang>"),
        ("<ruby>a<rt>b</rt></ruby>", "<ruby>a<rt>b</rt></ruby>"),
        ("<i onclick=alert(1)>a</i>", "<i>a</i>"),
        ("<script>alert(1)</script>", "alert(1)"),
        ("<scr<b>ipt>a", "&lt;scr<b>ipt&gt;a"),
        ("a<br/>b<00:00:01.500>c<b/>", "abc"),
        ("a <- b > c <3 << <سلام>", "a &lt;- b &gt; c &lt;3 &lt;&lt; &lt;سلام&gt;"),
        (
            "a & b &amp; &lt;i&gt; &#60; &copy; &lrm;",
            "a &amp; b &amp; &lt;i&gt; &#60; &amp;copy; &lrm;",
        ),
        (
            "می\u200cرود \u200f\u2067الف\u2069 \u202b\u061c",
            "می\u200cرود \u200f\u2067الف\u2069 \u202b\u061c",
        ),
        ("one\n<p>\ntwo", "one\ntwo"),
    ],
)
def test_words_keep_the_tags_we_know_and_no_others(words, expected):
    assert _words(words) == expected


def test_clean_subtitles_stay_as_they_are():
    clean = f"WEBVTT\n\n{WRITTEN} size:80%\n<v Ann &amp; Bob>One &lt; <i>two</i>\n\n{WRITTEN}\nسه\n"

    assert _read(clean) == clean


@pytest.mark.parametrize(
    "content", ["سلام".encode("cp1256"), "WEBVTT".encode("utf-16"), b"WEBVTT\0"]
)
def test_subtitles_in_another_encoding_are_refused(content):
    assert _complaint(content) == NOT_UTF8


@pytest.mark.parametrize(
    "content", [b"", b"\nWEBVTT", b"WEBVTTER", b"webvtt", f"1\n{TIME}\na".encode()]
)
def test_subtitles_called_vtt_begin_with_its_word(content):
    assert _complaint(content) == "These subtitles do not begin with the word WEBVTT."


@pytest.mark.parametrize(
    "content", [b"WEBVTT", b"WEBVTT\n\nNOTE a", f"WEBVTT\n\n{TIME}\n<p>".encode()]
)
def test_subtitles_without_words_are_refused(content):
    assert _complaint(content) == EMPTY


@pytest.mark.parametrize(
    "line",
    [
        "one",
        "00:01.000 -> 00:02.000",
        "00:01.000 --> later",
        "00:01.00 --> 00:02.000",
        "00:61.000 --> 00:62.000",
        "۰۰:۰۱.۰۰۰ --> ۰۰:۰۲.۰۰۰",
        f"{'9' * 5000}:00:01.000 --> {'9' * 5001}:00:02.000",
    ],
)
def test_a_line_that_should_be_a_time_is_named(line):
    assert _complaint(f"WEBVTT\n\n{TIME}\na\n\n{line}\nb".encode()) == (
        "Line 6 should be a time, like this: 00:01:02.000 --> 00:01:04.500"
    )


@pytest.mark.parametrize("times", ["00:02.000 --> 00:02.000", "01:00:00.000 --> 59:59.999"])
def test_words_that_end_before_they_start_are_refused(times):
    assert _complaint(f"WEBVTT\n\nid\n{times}\na".encode()) == (
        "In line 4, the end of the words is not after their start."
    )


@pytest.mark.parametrize("text", [f"WEBVTT\n{TIME}\na", f"WEBVTT\n\n{TIME}\n{TIME}\na"])
def test_a_time_with_no_empty_line_above_it_is_named(text):
    line = text.split("\n").index("a")

    assert _complaint(text.encode()) == f"Above the time in line {line}, an empty line is missing."


def test_subtitles_may_have_a_megabyte_but_no_byte_more():
    longest = f"WEBVTT\n\n{TIME}\n".encode().ljust(recordings.MOST_BYTES_OF_SUBTITLES, b"a")

    assert check_subtitles(BytesIO(longest), "a.vtt").startswith(f"WEBVTT\n\n{WRITTEN}\naaa")
    assert _complaint(longest + b"a").startswith("These subtitles are larger than 1 MB.")


@pytest.mark.parametrize("name", ["film.txt", "film.vtt.exe", ""])
def test_what_is_not_called_subtitles_is_none(name):
    assert _complaint(b"WEBVTT", name) == "Please choose subtitles whose name ends in .vtt or .srt."


LINES = [
    "WEBVTT",
    "",
    TIME,
    "NOTE",
    "STYLE",
    "<v A&>",
    "<b",
    "{\\",
    "-->",
    "&",
    ">",
    "1",
    "\x1f",
    "سلام",
]
TEXTS = st.lists(st.sampled_from(LINES) | st.text(max_size=5), max_size=12).map("\n".join)


@given(st.binary() | TEXTS.map(str.encode) | TEXTS.map(lambda t: f"WEBVTT\n\n{TIME}\n{t}".encode()))
def test_any_bytes_are_clean_subtitles_or_refused(content):
    found = []
    for name in ("a.vtt", "a.srt"):
        with suppress(RefusedRecording):
            found.append(check_subtitles(BytesIO(content), name))

    for text in found:
        assert _read(text).startswith("WEBVTT\n\n00:")
        assert re.search(r"[\0\r\x1f]|<(?!/?(?:b|i|u|ruby|rt|lang|v|c)[ .>])", text) is None
