import pytest

from nejat.wordpress.cleaner.embeds import canonical

YOUTUBE = "https://www.youtube.com/watch?v=abcdefghijk"
APARAT = "https://www.aparat.com/v/Xy12z"
EMBED = '<figure class="embed"><a href="{}" rel="noopener">{}</a></figure>'


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://youtu.be/abcdefghijk?t=5", YOUTUBE),
        ("http://m.youtube.com/watch?feature=share&amp;v=abcdefghijk", YOUTUBE),
        ("//www.youtube.com/embed/abcdefghijk?rel=0", YOUTUBE),
        ("https://www.youtube-nocookie.com/embed/abcdefghijk", YOUTUBE),
        ("https://youtube.com/shorts/abcdefghijk", YOUTUBE),
        ("http://www.youtube.com/v/abcdefghijk&hl=en", YOUTUBE),
        (
            "https://www.youtube.com/playlist?list=PL-1_a",
            "https://www.youtube.com/playlist?list=PL-1_a",
        ),
        ("https://www.aparat.com/v/Xy12z", APARAT),
        ("https://www.aparat.com/video/video/embed/videohash/Xy12z/vt/frame", APARAT),
        ("https://www.aparat.com/embed/Xy12z?data[rnddiv]=1", APARAT),
        ("https://player.vimeo.com/video/123?h=1", "https://vimeo.com/123"),
        ("https://vimeo.com/channels/staff/123", "https://vimeo.com/123"),
        (
            "https://fa-ir.facebook.com/page/videos/123/",
            "https://www.facebook.com/page/videos/123/",
        ),
        (
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com"
            "%2Fpage%2Fvideos%2F123%2F&width=500",
            "https://www.facebook.com/page/videos/123/",
        ),
        ("https://www.facebook.com/watch/?v=123", "https://www.facebook.com/watch/?v=123"),
        ("https://www.instagram.com/p/AbC-1/embed/", "https://www.instagram.com/p/AbC-1/"),
        ("https://telegram.me/channel/12", "https://t.me/channel/12"),
        ("https://t.me/channel/12?embed=1", "https://t.me/channel/12"),
        ("https://www.facebook.com/page", None),
        ("https://example.org/watch?v=abcdefghijk", None),
        ("https://example.org/youtu.be/abcdefghijk", None),
        ("javascript:alert(1)", None),
    ],
)
def test_each_form_of_an_address_has_one_canonical_form(address, expected):
    assert canonical(address) == expected


def test_a_bare_video_address_is_an_embed(html):
    embed = EMBED.format(APARAT, "aparat.com/v/Xy12z")

    assert html(f"a\n{APARAT}\nb") == f"<p>a</p>\n{embed}\n<p>b</p>"
    assert html(f"<p>{APARAT}</p>") == embed


def test_an_address_inside_a_sentence_stays(html):
    assert html(f"see {YOUTUBE} there") == f"<p>see {YOUTUBE} there</p>"


def test_a_bare_address_of_another_site_is_a_link(html):
    assert html("https://example.org/%D8%A8/") == (
        '<p><a href="https://example.org/%D8%A8/" rel="noopener">example.org/ب</a></p>'
    )


@pytest.mark.parametrize(
    "code",
    [
        '<iframe width="5" src="https://www.aparat.com/embed/Xy12z"></iframe>',
        '<p><iframe src="about:blank" data-src="//www.aparat.com/embed/Xy12z"></iframe></p>',
        '<div id="1"><script src="https://www.aparat.com/embed/Xy12z?data[r]=1"></script></div>',
        '<object><param name="movie" value="https://www.aparat.com/v/Xy12z">'
        '<embed src="https://www.aparat.com/v/Xy12z"></object>',
        '<!-- wp:embed {"url":"https://www.aparat.com/v/Xy12z"} /-->',
    ],
)
def test_embed_codes_become_embeds(html, code):
    assert html(code) == EMBED.format(APARAT, "aparat.com/v/Xy12z")


def test_posts_of_social_networks_become_embeds(html):
    telegram = (
        '<script async src="https://telegram.org/js/telegram-widget.js?22" '
        'data-telegram-post="chan/1" data-width="100%"></script>'
    )
    instagram = (
        '<blockquote class="instagram-media" '
        'data-instgrm-permalink="https://www.instagram.com/p/Ab/?utm=1"><p>x</p></blockquote>'
    )

    assert html(telegram) == (EMBED.format("https://t.me/chan/1", "t.me/chan/1"))
    assert html(instagram) == (
        EMBED.format("https://www.instagram.com/p/Ab/", "instagram.com/p/Ab")
    )


def test_a_frame_of_another_site_is_a_link(html):
    assert html('<iframe src="https://maps.example.org/x?a=1&amp;b=2"></iframe>') == (
        '<figure><a href="https://maps.example.org/x?a=1&amp;b=2" rel="noopener">'
        "maps.example.org/x?a=1&amp;b=2</a></figure>"
    )


def test_a_frame_that_runs_code_is_left_out_and_said(clean):
    body = clean('<p>a</p><iframe src="javascript:alert(1)"></iframe><iframe></iframe>')

    assert body.html == "<p>a</p>"
    assert body.repairs == (
        "left out: iframe without an address",
        "left out: media at javascript:alert(1)",
    )


def test_a_captioned_frame_keeps_its_caption(html):
    assert html('[caption]<iframe src="//www.aparat.com/embed/Xy12z"></iframe> C[/caption]') == (
        EMBED.format(APARAT, "aparat.com/v/Xy12z").replace(
            "</figure>", "<figcaption>C</figcaption></figure>"
        )
    )
