"""Pictures of ours in bodies: figures that name their image, wherever the picture stood."""

import re

import pytest

from tests.wordpress.media import shown

A = '<img src="https://example.org/a-300x200.jpg" alt="Alt">'
B = '<img src="https://example.org/b.jpg">'
ELSEWHERE = "https://example.net/read"
LINK = '<a href="https://example.net/read" rel="noopener">{}</a>'


@pytest.fixture(autouse=True)
def _two_pictures(library):
    library.add(20, "https://example.org/a.jpg", image=7, own="Own")
    library.add(21, "https://example.org/b.jpg", image=8)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (A, shown(7)),
        (f"one {A} two", f"<p>one</p>{shown(7)}\n<p>two</p>"),
        (f"<p>one {A}{B} two</p>", f"<p>one</p>{shown(7)}{shown(8)}\n<p>two</p>"),
        (
            f"<p>a <strong>b {A} c</strong> d</p>",
            f"<p>a <strong>b </strong></p>{shown(7)}\n<p><strong> c</strong> d</p>",
        ),
        (f"<b><i>{A}</i></b>", shown(7)),
        (f"<h3>{A} Title</h3>", f"<h3> Title</h3>{shown(7)}"),
        (f"<pre>a {A} b</pre>", f"<pre>a  b</pre>{shown(7)}"),
        (f"<ul><li>a {A}</li></ul>", f"<ul><li>a {shown(7)}</li></ul>"),
        (
            f"<table><tr><td>{A}</td></tr></table>",
            f"<table><tbody><tr><td>{shown(7)}</td></tr></tbody></table>",
        ),
        (f'<div style="text-align:center">{A}</div>', shown(7)),
    ],
)
def test_a_picture_ends_its_line_and_its_paragraph(html, body, expected):
    assert html(body) == expected


@pytest.mark.parametrize(
    ("caption", "kept"),
    [
        ("Own", ""),
        ("  <em>Own</em> ", ""),
        ("Another", "Another"),
        ("In <b>spring</b>", "In <b>spring</b>"),
        ('<a href="/fa/">Own</a>', '<a href="/fa/">Own</a>'),
    ],
)
def test_a_caption_stands_in_the_body_when_it_is_not_the_images_own(html, caption, kept):
    assert html(f"[caption]{A} {caption}[/caption]") == shown(7, kept)


@pytest.mark.parametrize(
    "attributes",
    [
        'href="https://example.org/a.jpg"',
        'href="http://www.example.org/./a-1024x768.jpg?w=1"',
        'href="https://cdn.example.net/a-scaled.jpg"',
        'href="https://example.org/?attachment_id=20" rel="attachment wp-att-20"',
        'href="#big"',
        'href="javascript:alert(1)"',
        'name="here"',
    ],
)
def test_a_link_to_the_picture_itself_is_dropped(html, attributes):
    assert html(f"<a {attributes}>{A}</a>") == shown(7)


def test_a_link_to_the_page_of_the_picture_is_dropped(html, library):
    library.images["example.org/fa/posts/1/garden"] = library.images["example.org/a.jpg"]

    assert html(f'<a href="https://example.org/fa/posts/1/garden">{A}</a>') == shown(7)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f'<a href="{ELSEWHERE}">{A}</a>', shown(7, LINK.format("Own"))),
        (f'<a href="{ELSEWHERE}">{B}</a>', shown(8, LINK.format("example.net/read"))),
        (
            f'[caption]<a href="{ELSEWHERE}">{A}</a> In <b>spring</b>[/caption]',
            shown(7, LINK.format("In <b>spring</b>")),
        ),
        (
            f'<a href="{ELSEWHERE}">{A}{B}</a>',
            shown(7, LINK.format("Own")) + shown(8, LINK.format("example.net/read")),
        ),
        (
            f'<a href="{ELSEWHERE}">{A}Read</a>',
            shown(7) + f"\n<p>{LINK.format('Read')}</p>",
        ),
    ],
)
def test_a_link_to_elsewhere_goes_around_the_caption(html, body, expected):
    assert html(body) == expected


def test_a_link_that_finds_no_place_in_a_caption_is_said(clean):
    body = clean(f'[caption]<a href="{ELSEWHERE}">{A}</a> See <a href="/fa/">home</a>[/caption]')

    assert body.html == shown(7, 'See <a href="/fa/">home</a>')
    assert body.repairs == (f"left out: the link around a picture, {ELSEWHERE}",)


def test_pictures_in_one_figure_become_figures_of_their_own(html):
    assert html(f"<figure>{A}{B}<figcaption>C</figcaption></figure>") == shown(7, "C") + shown(8)


def test_what_a_figure_holds_besides_its_picture_stays(html):
    assert html(f"<figure>{A} text<figcaption>C {B}</figcaption></figure>") == (
        f"{shown(7, 'C')}\n<p>text</p>\n{shown(8)}"
    )


def test_a_gallery_of_blocks_keeps_captions_of_its_own(html):
    blocks = "".join(
        f"<!-- wp:image --><figure>{picture}<figcaption>{caption}</figcaption></figure>"
        "<!-- /wp:image -->"
        for picture, caption in ((A, "Own"), (B, "B"))
    )

    assert html(f'<!-- wp:gallery --><figure class="wp-block-gallery">{blocks}</figure>') == (
        f'<div class="gallery">{shown(7)}{shown(8, "B")}</div>'
    )


def test_alternative_texts_are_told_by_the_number_of_the_image(clean):
    body = clean(f"{A} {A.replace('Alt', 'Second')} {B} [gallery ids=20]")

    assert dict(body.alts) == {7: "Alt", 8: ""}


@pytest.mark.parametrize(
    "hostile",
    [
        '<figure data-image="9"><figcaption>E</figcaption></figure>',
        '<FIGURE DATA-IMAGE="9">E</FIGURE>',
        '<figure data-image=" 7">E</figure>',
        '<div data-image="9">E</div>',
        '<[b]figure data-[c]image="9"><figcaption>E',
    ],
)
def test_an_old_body_cannot_name_images_by_itself(html, hostile):
    assert not re.search(r"<[^<>]*data-image", html(hostile))


def test_an_image_that_is_gone_is_a_link_to_where_it_was(clean, library):
    library.add(22, "https://example.org/c.jpg")

    body = clean('<img class="wp-image-22" src="https://example.org/c.jpg" alt="C">')

    assert body.missing_media == ("https://example.org/c.jpg",)
    assert 'class="missing-picture"' in body.html
