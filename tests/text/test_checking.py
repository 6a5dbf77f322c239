"""Checks of a text, in four languages."""

import pytest

from nejat.text import checking


@pytest.mark.parametrize(
    ("check", "code", "html", "marked"),
    [
        (checking.skipped_headings, "en", "<h2>A</h2><h4>B</h4><h2>C</h2><h3>D</h3>", ["B"]),
        (checking.skipped_headings, "en", "<h3>A</h3>", ["A"]),
        (checking.empty_headings, "fa", "<h2> </h2><h3>باغ</h3>", ["h2"]),
        (checking.vague_links, "en", '<a href="/x">Click here.</a>', ["Click here."]),
        (checking.vague_links, "fa", '<a href="/x">این‌جا</a>', ["این‌جا"]),
        (checking.vague_links, "ar", '<a href="/x">اضغط هنا</a>', ["اضغط هنا"]),
        (checking.vague_links, "sq", '<a href="/x">Këtu</a>', ["Këtu"]),
        (checking.vague_links, "en", '<a href="/x">https://example.org/a</a>',
         ["https://example.org/a"]),
        (checking.vague_links, "en", '<a href="/x">The garden in March</a>', []),
        (checking.vague_links, "en", '<a data-work="articles.article:1">here</a>', ["here"]),
        (checking.empty_links, "en", '<a href="/x"></a><a href="/y"><img alt="A tree"></a>',
         ["/x"]),
        (checking.unmarked_phrases, "en", "<p>He said دستت درد نکنه مادر again.</p>",
         ["دستت درد نکنه مادر"]),
        (checking.unmarked_phrases, "en", '<p>He said <i lang="fa">دستت درد نکنه</i>.</p>', []),
        (checking.unmarked_phrases, "fa", "<p>در The New York Times آمد.</p>",
         ["The New York Times"]),
        (checking.unmarked_phrases, "fa", "<p>نسخهٔ PDF در www.example.org/gardens</p>", []),
        (checking.mixed_words, "fa", "<p>کتابhا و کتاب PDF</p>", ["کتابhا"]),
        (checking.arabic_letters, "fa", "<p>كتاب علي و کتاب علی</p>", ["كتاب", "علي"]),
        (checking.latin_digits, "fa", "<p>سال 1403 و ۱۴۰۴ و mp3 و 10:30</p>", ["1403"]),
        (checking.arabic_digits, "fa", "<p>٤٥ و ۴۵ و ١٢</p>", ["٤٥"]),
        (checking.straight_quotes, "fa", '<p>گفت "سلام" و «خوبی»</p>', ['"سلام"']),
        (checking.capitals, "sq", "<p>LAJM I FUNDIT NGA TIRANA. NATO dhe BE.</p>",
         ["LAJM I FUNDIT NGA TIRANA"]),
    ],
)  # fmt: skip
def test_what_is_marked(check, code, html, marked):
    assert list(check(html, code)) == marked


def test_paragraphs_left_as_in_the_source_are_marked_and_short_ones_are_not():
    long = "<p>From the bakers’ gate to the bridge it is nine hundred steps.</p>"
    short = "<p>Nejat Society</p>"

    assert list(checking.untranslated_paragraphs(long + short, long + short)) == [
        "From the bakers’ gate to the bridge it is nine hundred steps."
    ]
