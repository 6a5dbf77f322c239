"""The direction of the lines of plain text."""

from nejat.text import directed


def test_marks_stand_only_where_they_are_needed():
    text = "سلام\nNejat سلام\n12\nhttps://example.org/"

    assert directed(text, "rtl") == "سلام\n\u200fNejat سلام\n12\nhttps://example.org/"
    assert directed(text, "ltr") == "\u200eسلام\nNejat سلام\n12\nhttps://example.org/"
