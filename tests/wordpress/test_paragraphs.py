import pytest

from nejat.wordpress.cleaner.paragraphs import paragraphs, settled


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one", "<p>one</p>\n"),
        ("one\n\ntwo\n \n\nthree", "<p>one</p>\n<p>two</p>\n<p>three</p>\n"),
        ("one\ntwo", "<p>one<br>\ntwo</p>\n"),
        ("one<br />\ntwo", "<p>one<br>\ntwo</p>\n"),
        ("one<br><br />two", "<p>one</p>\n<p>two</p>\n"),
        ("<h2>one</h2>\ntwo", "<h2>one</h2>\n<p>two</p>\n"),
        ("<p>one\ntwo</p>", "<p>one<br>\ntwo</p>"),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
        ("<ul><li>a\nb</li></ul>", "<ul><li>a\nb</li></ul>"),
        (
            "<table><tr><td>a\n\nb</td></tr></table>",
            "<table><tr><td>a\n\nb</td></tr></table>",
        ),
        (
            "<blockquote>a\n\nb</blockquote>",
            "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>",
        ),
        ("<div>a\n\nb</div>", "<div>\n<p>a</p>\n<p>b</p>\n</div>"),
        ("<a\nhref='x'>one</a>", "<p><a href='x'>one</a></p>\n"),
        ("a < b\nc", "<p>a < b<br>\nc</p>\n"),
        ("", ""),
    ],
)
def test_classic_bodies_get_their_paragraphs(text, shown):
    assert paragraphs(text, breaks=True) == shown


def test_newlines_of_the_block_editor_are_only_white_space():
    assert paragraphs("<p>a\nb</p>\nloose\n\ntext", breaks=False) == (
        "<p>a\nb</p>\n<p>loose\n\ntext</p>\n"
    )


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<div><div>one</div></div>", "<p>one</p>\n"),
        ("<center>one</center>two", "<p>one</p>\n<p>two</p>\n"),
        ('<div dir="ltr">one</div>', '<div dir="ltr">one</div>'),
        (
            "<p>one <figure>x</figure> two</p>",
            "<p>one</p><figure>x</figure>\n<p>two</p>\n",
        ),
        ("</div></p>one", "<p>one</p>\n"),
    ],
)
def test_settled_html_has_no_empty_boxes_and_no_loose_text(html, shown):
    assert settled(html) == shown
