import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nejat.wordpress.cleaner import clean_body
from nejat.wordpress.reader import Item, read_export

BRICKS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<svg onload=alert(1)>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table><td>",
    "<figure>",
    "</figure>",
    "[caption]",
    "[/caption]",
    "[gallery ids='1']",
    "[video src=https://example.org/a.mp4]",
    "[x y='",
    "[[a]]",
    '<figure data-image="1">',
    '<[b]figure data-[c]image="1">',
    "<!-- wp:query -->",
    "<!-- /wp:query -->",
    '<!-- wp:block {"ref":1} /-->',
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "\n\n",
    "متن",
    "https://youtu.be/abcdefghijk\n",
    "<iframe src='https://example.org/?a'>",
    "<object><embed src=https://example.org/x.swf></object>",
    "<pre>",
    "<",
    "&#91;",
]
bodies = st.lists(st.sampled_from(BRICKS) | st.text(max_size=8), max_size=14).map("".join)
RUNS = re.compile(r"<(script|iframe|object|embed|svg|form)\b|\son\w+=|javascript:[^<]*\"", re.I)


class SelfReferring:
    """A library in which a reusable block holds itself."""

    def attachment(self, _):
        return None

    def attached(self, _):
        return ()

    def image(self, _):
        return None

    def local_url(self, _):
        return None

    def block(self, _):
        return '<p>b</p><!-- wp:block {"ref":1} /--><script>alert(1)</script>'


@given(bodies)
def test_nothing_that_runs_or_loads_survives(body):
    cleaned = clean_body(body, SelfReferring())

    assert not RUNS.search(re.sub(r">[^<]*<", "><", f">{cleaned.html}<"))
    assert not re.search(r"<img|<[^<>]*\bdata-image=", cleaned.html)
    assert "<!--" not in cleaned.html
    assert cleaned.html or cleaned.repairs


@given(bodies)
def test_cleaning_what_is_clean_stays_safe(body):
    again = clean_body(clean_body(body, SelfReferring()).html, SelfReferring())

    assert not RUNS.search(re.sub(r">[^<]*<", "><", f">{again.html}<"))


def test_pages_and_excerpt_marks_are_joined_into_one_body(html):
    assert html("one<!--more Read on-->two\n<!--nextpage-->\nthree") == (
        "<p>one</p>\n<p>two</p>\n<p>three</p>"
    )
    assert (
        html(
            "<!-- wp:paragraph --><p>one</p><!-- /wp:paragraph -->"
            "<!-- wp:more --><!--more--><!-- /wp:more -->"
            '<!-- wp:paragraph {"a":{"b":"--\\u003e"}} --><p>two</p><!-- /wp:paragraph -->'
        )
        == "<p>one</p>\n<p>two</p>"
    )


def test_dynamic_blocks_vanish_and_are_named(clean):
    body = clean(
        "<!-- wp:paragraph --><p>one</p><!-- /wp:paragraph -->"
        '<!-- wp:latest-posts {"postsToShow":3} /-->'
        "<!-- wp:query --><div><!-- wp:post-template --><!-- wp:post-title /-->"
        "<!-- wp:query --><p>inner</p><!-- /wp:query --><!-- /wp:post-template --></div>"
        "<!-- /wp:query --><p>two</p>"
    )

    assert body.html == "<p>one</p><p>two</p>"
    assert body.repairs == ("block left out: latest-posts", "block left out: query")


def test_a_dynamic_block_without_its_end_takes_nothing_along(html):
    assert html("<!-- wp:query --><p>one</p>") == "<p>one</p>"


def test_reusable_blocks_are_put_in_and_missing_ones_named(clean, library):
    library.blocks[7] = "<!-- wp:paragraph --><p>shared</p><!-- /wp:paragraph -->"

    body = clean('<p>a</p><!-- wp:block {"ref":7} /--><!-- wp:block {"ref":8} /-->')

    assert body.html == "<p>a</p><p>shared</p>"
    assert body.repairs == ("reusable block missing: 8",)


def test_a_block_in_itself_ends():
    assert (
        "reusable block missing: 1"
        in clean_body('<!-- wp:block {"ref":1} /-->', SelfReferring()).repairs
    )


@pytest.mark.parametrize(
    ("body", "repair"),
    [
        ("", "the body is empty in the export"),
        (" \n ", "the body is empty in the export"),
        ("<script>x</script>", "nothing is left of the body"),
        ("<p>&nbsp;</p>", "nothing is left of the body"),
        ("<!-- wp:latest-posts /-->", "nothing is left of the body"),
    ],
)
def test_an_empty_body_says_why(clean, body, repair):
    cleaned = clean(body)

    assert cleaned.html == ""
    assert cleaned.repairs[-1] == repair


def test_forms_scripts_and_styles_go_with_all_they_hold(html):
    assert (
        html(
            "<p>a</p><form><label>Name</label><input></form><style>p{}</style><script>x()</script>"
        )
        == "<p>a</p>"
    )


def test_a_page_has_one_first_heading_and_it_is_not_in_the_body(html):
    assert html("<h1>A</h1>") == "<h2>A</h2>"


def test_a_comment_never_closed_hides_no_text(html):
    assert html("one <!-- two") == "<p>one  two</p>"


def test_marks_of_cdata_hide_no_text(html):
    assert html("a <![CDATA[ b ]]> c ]]> d") == "<p>a  b  c ]]&gt; d</p>"


def test_direction_and_language_of_a_passage_stay(html):
    assert html('<div dir="ltr" lang="en">one</div>') == '<div dir="ltr" lang="en">one</div>'


def test_the_bodies_of_one_edition_come_out_whole(exports, clean):
    items = [r for r in read_export(exports / "fa-edition-quirks.xml") if isinstance(r, Item)]
    bodies = {item.old_id: clean(item.body) for item in items if item.body}

    assert all(body.html for body in bodies.values())
    assert not any("[" in body.html or "wp:" in body.html for body in bodies.values())
    assert bodies[33].html.startswith("<p>متن ]]&gt; و پایان</p>")
