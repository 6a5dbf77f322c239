"""Whatever the markup, what is left is safe, and cleaning it again changes nothing."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nejat.text import clean_html

ALLOWED_TAGS = (
    "p br hr h2 h3 h4 h5 h6 blockquote cite q ul ol li dl dt dd a strong em b i u s del ins sub sup"
    " small mark code pre kbd samp var abbr time span bdi figure figcaption div img video audio"
    " source track table caption thead tbody tfoot tr th td"
)
ALLOWED = set(ALLOWED_TAGS.split())
LOADED = ("src", "poster", "srcset", "data", "background", "style", "ping", "action")
ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='/files/a.jpg' onload='alert(1)' style='background:url(//evil.example)'>",
    '<img src="/files/a.jpg" srcset="//evil.example/a.jpg 2x">',
    '<img src="/files/../../evil">',
    '<img src="/files/%2e%2E/evil">',
    '<img src="/\\evil.example/files/a.jpg">',
    '<img src="//evil.example/files/a.jpg">',
    '<img src="/\t/evil.example/a.jpg">',
    '<img src=" https://evil.example/a.jpg">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    "<image src=//evil.example/a.jpg>",
    "<input type=image src=//evil.example/a.jpg>",
    "<picture><source srcset=//evil.example/a.jpg><img src=/files/a.jpg></picture>",
    "<video src=//evil.example/a.mp4 autoplay></video>",
    "<video poster=//evil.example/a.jpg src=/files/a.mp4></video>",
    "<video src=/files/a.mp4><source src=//evil.example/b><track src=//evil.example/c></video>",
    "<audio><source src=//evil.example/a.mp3><source src=/files/a.mp3></audio>",
    "<video><video src=//evil.example/a></video><img src=//evil.example/a></video>",
    "<source src=//evil.example/a><track src=//evil.example/b>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href=' \x01javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:x' target=_blank ping=//evil.example>x</a>",
    "<iframe src=//evil.example></iframe><object data=//evil.example></object>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe><embed src=//evil.example>",
    "<form action=//evil.example><button formaction=javascript:alert(1)>x</button></form>",
    "<svg onload=alert(1)><script>alert(1)</script><use href=//evil.example/x#y /></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=1 onerror=alert(1)>'>",
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<style>@import '//evil.example/x.css';</style><link rel=stylesheet href=//evil.example/x>",
    "<p style='background:url(//evil.example/x)' background=//evil.example/x>x</p>",
    "<table background=//evil.example/x><td background=//evil.example/y>x</table>",
    "<meta http-equiv=refresh content='0;url=//evil.example'><base href=//evil.example/>",
    "<body onload=alert(1)><p onclick=alert(1)>x</p></body>",
    "<!--[if IE]><script>alert(1)</script><![endif]--><!-- <img src=x onerror=alert(1)> -->",
    "<template><script>alert(1)</script></template><xmp><script>alert(1)</script></xmp>",
    "<textarea></textarea><title><img src=x onerror=alert(1)></title>",
    "<figure class='picture\" onmouseover=\"alert(1)'><img src=/files/a.jpg></figure>",
    "<![CDATA[<script>alert(1)</script>]]><?php echo 1 ?>",
    "<p>\x00<scr\x00ipt>alert(1)</script>",
    "<plaintext><script>alert(1)</script>",
]
FRAGMENTS = [
    *ATTACKS,
    *(f"<{tag}>" for tag in sorted(ALLOWED)),
    *(f"</{tag}>" for tag in sorted(ALLOWED)),
    "<h1 lang=fa dir=rtl>",
    "</h1 >",
    "<pre>\n\n",
    "<pre lang=fa>\r\n\n",
    "<p>&nbsp;</p>",
    "<a href=https://other.example/>",
    "<a href=/fa/ rel=nofollow>",
    "<a data-work=articles.article:12 rel=x>",
    "<a data-work=articles.article:x href=//evil.example>",
    "<figure class='alignleft embed'>",
    "<div class='gallery wide'>",
    "<img src=https://other.example/a%20b.jpg alt='A &amp; B'>",
    "<img alt=x>",
    "<svg>",
    "</svg>",
    "<math><mi>",
    "<select><option>",
    "<font color=red>",
    "<form>",
    "<details><summary>",
    "&lt;script&gt;",
    "\u200c",
    " ",
    "\n",
    "text",
    "متن",
]
markup = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), max_size=14).map(
    "".join
)


class Reader(HTMLParser):
    """Gathers every element and attribute of a text, by another parser than the cleaner's."""

    def __init__(self, html):
        super().__init__()
        self.elements = set()
        self.attributes = []
        self.comments = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.attributes += attrs

    def handle_comment(self, data):
        self.comments.append(data)


def unsafe_parts(html):
    """Return what of `html` would run, load from elsewhere, or is not on the list."""
    read = Reader(html)
    return [
        *(read.elements - ALLOWED),
        *read.comments,
        *(name for name, _ in read.attributes if name.startswith("on")),
        *(
            value
            for name, value in read.attributes
            if name in LOADED and not value.startswith(("/files/", "/static/"))
        ),
        *(
            value
            for name, value in read.attributes
            if name == "href" and "script:" in "".join(value.lower().split())
        ),
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_of_an_attack_is_left(attack):
    cleaned = clean_html(f"<p>before</p>{attack}<p>after</p>")

    loaded = {value for name, value in Reader(cleaned).attributes if name in LOADED}
    assert unsafe_parts(cleaned) == []
    assert loaded <= {"/files/a.jpg", "/files/a.mp4", "/files/a.mp3"}


@settings(deadline=None)
@given(markup)
def test_nothing_unsafe_is_left_of_any_markup(html):
    assert unsafe_parts(clean_html(html)) == []


@settings(deadline=None)
@given(markup)
def test_cleaning_twice_is_cleaning_once(html):
    once = clean_html(html)

    assert clean_html(once) == once


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_cleaned_once(attack):
    once = clean_html(attack)

    assert clean_html(once) == once
