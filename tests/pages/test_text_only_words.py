"""What becomes of the elements of a page in the text-only view."""

import pytest
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser, LexborNode

from nejat.pages.text_only.page import text_only

ADDRESS = "https://example.org/en/articles/1/tea/"
PAGE = """<!doctype html><html lang="en" dir="ltr"><head><title>Tea</title>{head}</head>
<body id="top"><a class="skip-link" href="#content">Skip</a><header>{header}</header>
<div class="frame"><main id="content" tabindex="-1" class="x">{main}</main></div>
<footer>{footer}</footer></body></html>"""


def show(main: str = "", header: str = "", footer: str = "", head: str = "") -> LexborNode:
    """Return the body of a page as text."""
    with translation.override("en"):
        html = PAGE.format(main=main, header=header, footer=footer, head=head)
        return LexborHTMLParser(text_only(html, ADDRESS)).root


def main_of(main: str) -> str:
    """Return what becomes of the inside of `<main>`."""
    return show(main).css_first("main").inner_html


PICTURE = (
    '<picture><source type="image/avif" srcset="/files/a-320.avif 320w">'
    '<source type="image/webp" srcset="/files/a-160.webp 160w, /files/a-320.webp 320w,'
    ' /files/a-640.webp 640w"><img src="/files/a.jpg" alt="{}" width="640"></picture>'
)


def test_a_picture_becomes_its_words_with_a_link_to_a_small_file():
    assert main_of(PICTURE.format("A &amp; B")) == (
        '<a href="/files/a-320.webp">[Picture: A &amp; B]</a>'
    )


@pytest.mark.parametrize(
    ("widths", "chosen"), [((100, 200), 200), ((200, 330, 672), 330), ((672, 1008), 672)]
)
def test_a_small_file_is_still_worth_looking_at(widths, chosen):
    files = ", ".join(f"/files/{width}.webp {width}w" for width in widths)
    html = f'<picture><source type="image/webp" srcset="{files}"><img alt="x" src="/b"></picture>'

    assert main_of(html) == f'<a href="/files/{chosen}.webp">[Picture: x]</a>'


def test_a_picture_without_renditions_leads_to_its_file():
    assert main_of('<img alt="x" src="/files/a.jpg">') == (
        '<a href="/files/a.jpg">[Picture: x]</a>'
    )


def test_a_figure_keeps_its_caption_and_its_picture_without_words():
    figure = f"<figure>{PICTURE.format('')}<figcaption>Tea <b>pot</b></figcaption></figure>"

    assert main_of(figure) == (
        '<figure><a href="/files/a-320.webp">[Picture]</a>'
        "<figcaption>Tea <b>pot</b></figcaption></figure>"
    )


def test_a_decoration_leaves_nothing():
    decorations = (
        '<p><img src="/a.jpg" alt=""></p><svg><path d="M0"/></svg><b aria-hidden="true">·</b>'
    )

    assert main_of(decorations).strip() == ""


def test_a_link_around_a_picture_keeps_its_place_and_gets_words():
    linked = f'<a href="/en/articles/2/x/">{PICTURE.format("A pot")}<span>Read</span></a>'
    alone = f'<a href="https://example.com/">{PICTURE.format("")}</a>'

    assert main_of(linked) == '<a href="/en/articles/2/x/?text-only">[A pot] Read</a>'
    assert main_of(alone) == '<a href="https://example.com/">[Picture]</a>'


def test_a_link_to_the_large_picture_leads_to_the_small_one():
    zoom = f'<a href="/files/original.JPG?v=1">{PICTURE.format("A pot")}</a>'

    assert main_of(zoom) == '<a href="/files/a-320.webp">[A pot] </a>'


def test_a_drawing_that_says_something_is_said():
    assert main_of('<svg role="img"><title>A pot</title><path/></svg>') == (
        "<span>[Picture: A pot]</span>"
    )


def test_films_sound_and_frames_become_links():
    film = (
        '<video src="/files/tea.mp4" aria-label="Tea" poster="/p.jpg"><track src="/t.vtt">'
        '<a href="/files/tea.mp4">Download</a></video>'
    )
    sound = '<audio controls><source src="/files/tea.mp3"></audio>'
    frame = '<iframe src="https://example.com/1" title="Map"></iframe>'

    assert main_of(film) == (
        '<a href="/files/tea.mp4">[Video or sound: Tea]</a> <a href="/files/tea.mp4">Download</a>'
    )
    assert main_of(sound).strip() == '<a href="/files/tea.mp3">[Video or sound]</a>'
    assert main_of(frame).strip() == '<a href="https://example.com/1">[Video or sound: Map]</a>'


def test_what_needs_a_script_is_gone_and_what_replaces_it_is_there():
    scripted = (
        "<button>Play</button><p hidden>Later</p><dialog>Large</dialog><template>T</template>"
        "<noscript><p>Plain</p></noscript><script>x()</script><style>p{}</style>"
        '<a href="/en/" data-copy-link>Copy</a>'
    )

    assert main_of(scripted).strip() == "<p>Plain</p>"


def test_a_link_beside_the_form_it_leads_to_is_left_out():
    form = '<div><form role="search" action="/en/search/"><button>Search</button></form></div>'
    link = '<a href="/en/search/"><span>Search</span></a><a href="/en/">Home</a><b>Name</b>'

    header = show(header=form + link).css_first("header")

    assert len(header.css("form")) == 1
    assert [a.text() for a in header.css("a")] == ["Home", "Full page"]
    assert header.css_first("b") is not None
    assert "Search" in [a.text() for a in show(header=link).css("header a")]


def test_a_form_is_whole():
    form = (
        '<form method="post" class="f"><div hidden><label>No <input name="website"></label></div>'
        '<input type="hidden" name="stamp" value="1:a"><label for="n">Name</label>'
        '<input id="n" name="n" required maxlength="9" value="a&quot;b"><select name="s">'
        "<option selected>1</option></select><textarea name='t'>a\n  b</textarea>"
        '<button type="button">Clear</button><button>Send</button></form>'
    )

    assert main_of(form) == (
        '<form method="post"><div hidden=""><label>No <input name="website"></label></div>'
        '<input type="hidden" name="stamp" value="1:a"> <label for="n">Name</label> '
        '<input id="n" name="n" required="" maxlength="9" value="a&quot;b"><select name="s">'
        '<option selected="">1</option></select><textarea name="t">a\n  b</textarea>'
        "<button>Send</button></form>"
    )


@pytest.mark.parametrize(
    ("opening", "has_mode"),
    [
        ("<form>", True),
        ('<form action="/en/search/">', True),
        ('<form action="https://example.com/">', False),
        ('<form method="POST" action="/en/subscribe/">', False),
    ],
)
def test_a_form_that_is_sent_in_the_address_sends_the_mode(opening, has_mode):
    form = show(f'{opening}<input name="q"></form>').css_first("form")

    assert (form.css_first("[name=text-only]") is not None) == has_mode


def test_a_form_that_is_posted_to_a_page_of_ours_names_the_mode():
    form = show('<form method="post" action="/en/subscribe/"><button>A</button></form>')

    assert form.css_first("form").attributes["action"] == "/en/subscribe/?text-only"


def test_words_keep_their_language_and_their_space():
    assert main_of("<p><span>By</span><a href='/en/by/a/'>A</a><a href='/en/by/b/'>B</a></p>") == (
        '<p>By <a href="/en/by/a/?text-only">A</a> <a href="/en/by/b/?text-only">B</a></p>'
    )
    assert main_of(
        '<p class="a">ab<b>c</b><i>d</i>\n   <span lang="fa" dir="rtl">ه‌ا</span></p>'
    ) == ('<p>ab<b>c</b><i>d</i>\n<span lang="fa" dir="rtl">ه‌ا</span></p>')
    assert main_of("<pre>a\n   b</pre>") == "<pre>a\n   b</pre>"


def test_text_stays_text():
    assert main_of("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</p>") == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</p>"
    )
    link = show('<a href="/en/?q=&quot;&gt;&lt;script&gt;">x</a>').css_first("main a")
    assert link.attributes["href"] == '/en/?q="><script>&text-only'


def test_our_addresses_are_written_in_their_own_letters():
    link = show('<a href="/fa/topic/%D8%A8%D8%A7%D8%BA%2F/?a=%26#%D8%A8">x</a>').css_first("main a")

    assert link.attributes["href"] == "/fa/topic/باغ%2F/?a=%26&text-only#ب"


def test_ways_to_share_are_left_out_of_lists_and_kept_by_the_article():
    share = '<ul><li><a href="https://example.com/" rel="nofollow noopener">There</a></li></ul>'

    assert main_of(f"<details><summary>Share: Tea</summary>{share}</details>").strip() == ""
    assert main_of(share) == '<ul><li><a href="https://example.com/">There</a></li></ul>'


def test_what_opens_without_a_script_opens():
    warning = "<details><summary>Graphic</summary><p>Seen</p></details>"

    assert main_of(warning) == warning


def test_the_menu_stands_after_the_text_as_a_plain_list():
    menu = (
        '<p>Nejat</p><details class="drawer"><summary>Menu</summary><nav aria-label="Main">'
        '<ul><li><details name="m"><summary>Media</summary><ul><li><a href="/en/media/">All</a>'
        "</li></ul></details></li></ul></nav></details>"
    )
    body = show("<h1>Tea</h1>", header=menu, footer="<p>©</p>").css_first("body")

    assert [node.tag for node in body.iter()] == ["a", "header", "div", "nav", "footer"]
    assert body.css_first("header").inner_html == (
        f'<p>Nejat</p><p><a href="{ADDRESS}">Full page</a> · <a href="#menu">Menu</a></p>'
    )
    assert body.css_first("nav").html == (
        '<nav aria-label="Main" id="menu"><ul><li>Media<ul><li>'
        '<a href="/en/media/?text-only">All</a></li></ul></li></ul></nav>'
    )


def test_the_head_says_only_what_a_reader_needs():
    head = (
        '<meta name="description" content="x"><meta property="og:title" content="x">'
        '<link rel="canonical" href="https://example.org/en/articles/1/now/">'
        '<link rel="alternate" hreflang="fa" href="/fa/"><script type="application/ld+json">{}'
        '</script><link rel="preload" href="/f.woff2" as="font">'
    )
    found = show(head=head).css_first("head")

    assert [node.tag for node in found.iter()] == ["meta"] * 4 + ["title"] + ["link"] * 3
    assert [link.attributes["href"] for link in found.css("link")] == [
        "https://example.org/en/articles/1/now/",
        "/static/nejat/img/icon.svg",
        "/static/nejat/css/text.css",
    ]


def test_a_page_without_landmarks_keeps_its_words():
    with translation.override("en"):
        html = text_only("<html lang=en><h1>Wrong</h1><p>Again</p>", ADDRESS)

    page = LexborHTMLParser(html)
    assert page.css_first("h1").text() == "Wrong"
    assert page.css_first("header a").attributes["href"] == ADDRESS


@pytest.mark.parametrize("html", ["", "<", "<!-- -->", "text", "\x00", "<html><body></html>x"])
def test_what_is_no_page_at_all_makes_no_error(html):
    with translation.override("en"):
        assert text_only(html, ADDRESS).startswith("<!doctype html>")
