"""Films of other sites are known by host and id, and by nothing that only looks like them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media_library.providers import NAMES, Provided, canonical, find_provided

VIDEO = Provided(
    "YouTube",
    "https://www.youtube.com/watch?v=abcdefghijk",
    "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1",
)
FACEBOOK = "https%3A%2F%2Fwww.facebook.com%2F"
# What a player's address may look like, whatever address it was made of.
PLAYER = re.compile(
    r"https://(?:www\.youtube-nocookie\.com/embed/[\w-]+\?[\w=&-]+|player\.vimeo\.com/video/\d+\?"
    r"dnt=1&autoplay=1|www\.aparat\.com/video/video/embed/videohash/\w+/vt/frame"
    r"|www\.facebook\.com/plugins/(?:video|post)\.php\?href=https%3A%2F%2F(?:www\.facebook\.com"
    r"|fb\.watch)%2F[\w.%-]+|www\.instagram\.com/[\w-]+/[\w-]+/embed/|t\.me/\w+/\d+\?embed=1)",
    re.ASCII,
)


def test_the_providers_are_named_once_each():
    assert NAMES == ("YouTube", "Aparat", "Vimeo", "Facebook", "Instagram", "Telegram")


@pytest.mark.parametrize(
    ("given", "provider", "address", "player"),
    [
        (
            "https://youtu.be/abcdefghijk?t=5",
            "YouTube",
            "https://www.youtube.com/watch?v=abcdefghijk",
            "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1",
        ),
        (
            "https://www.youtube.com/playlist?list=PL-1_a",
            "YouTube",
            "https://www.youtube.com/playlist?list=PL-1_a",
            "https://www.youtube-nocookie.com/embed/videoseries?list=PL-1_a&autoplay=1",
        ),
        (
            "https://www.aparat.com/v/Xy12z?playlist=1",
            "Aparat",
            "https://www.aparat.com/v/Xy12z",
            "https://www.aparat.com/video/video/embed/videohash/Xy12z/vt/frame",
        ),
        (
            "https://vimeo.com/channels/staff/123",
            "Vimeo",
            "https://vimeo.com/123",
            "https://player.vimeo.com/video/123?dnt=1&autoplay=1",
        ),
        (
            "https://fa-ir.facebook.com/page.one/videos/title/123/?ref=x",
            "Facebook",
            "https://www.facebook.com/page.one/videos/title/123/",
            "https://www.facebook.com/plugins/video.php"
            f"?href={FACEBOOK}page.one%2Fvideos%2Ftitle%2F123%2F",
        ),
        (
            "https://www.facebook.com/watch/?ref=x&v=123",
            "Facebook",
            "https://www.facebook.com/watch/?v=123",
            f"https://www.facebook.com/plugins/video.php?href={FACEBOOK}watch%2F%3Fv%3D123",
        ),
        (
            f"https://www.facebook.com/v3.2/plugins/video.php?href={FACEBOOK}reel%2F12%2F&amp;width=5",
            "Facebook",
            "https://www.facebook.com/reel/12",
            f"https://www.facebook.com/plugins/video.php?href={FACEBOOK}reel%2F12",
        ),
        (
            "https://m.facebook.com/reel/123",
            "Facebook",
            "https://www.facebook.com/reel/123",
            f"https://www.facebook.com/plugins/video.php?href={FACEBOOK}reel%2F123",
        ),
        (
            "https://www.facebook.com/page/posts/نامه-123",
            "Facebook",
            "https://www.facebook.com/page/posts/نامه-123",
            "https://www.facebook.com/plugins/post.php"
            f"?href={FACEBOOK}page%2Fposts%2F%D9%86%D8%A7%D9%85%D9%87-123",
        ),
        (
            "https://fb.watch/aB-1_c/",
            "Facebook",
            "https://fb.watch/aB-1_c/",
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Ffb.watch%2FaB-1_c%2F",
        ),
        (
            "https://www.instagram.com/somebody/reel/AbC-1/?igsh=x",
            "Instagram",
            "https://www.instagram.com/reel/AbC-1/",
            "https://www.instagram.com/reel/AbC-1/embed/",
        ),
        (
            "https://t.me/s/channel/12",
            "Telegram",
            "https://t.me/channel/12",
            "https://t.me/channel/12?embed=1",
        ),
    ],
)
def test_a_film_has_a_provider_a_page_and_a_player(given, provider, address, player):
    assert find_provided(given) == Provided(provider, address, player)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=abcdefghijk",
        "  HTTPS://WWW.YOUTUBE.COM/watch?v=abcdefghijk\n",
        "youtube.com/watch?v=abcdefghijk",
        "www.youtube.com/watch?v=abcdefghijk",
        "//m.youtube.com/watch?feature=share&amp;v=abcdefghijk",
        "https://youtube.com/live/abcdefghijk#t=5",
        "https://www.youtube-nocookie.com/embed/abcdefghijk",
    ],
)
def test_all_ways_to_write_an_address_mean_one_film(address):
    assert find_provided(address) == VIDEO


@pytest.mark.parametrize(
    "address",
    [
        "https://youtube.com.evil.org/watch?v=abcdefghijk",
        "https://evil-youtube.com/watch?v=abcdefghijk",
        "https://youtu.be.evil.org/abcdefghijk",
        "https://evil.org/youtube.com/watch?v=abcdefghijk",
        "https://evil.org/?u=https://youtube.com/watch?v=abcdefghijk",
        "https://evil.org/#//youtube.com/watch?v=abcdefghijk",
        "https://evil.org\\@youtube.com/watch?v=abcdefghijk",
        "https://youtube.com\\.evil.org/watch?v=abcdefghijk",
        "https://youtube.com@evil.org/watch?v=abcdefghijk",
        "https://youtube.com:pass@evil.org/watch?v=abcdefghijk",
        "https://evil.org@youtube.com/watch?v=abcdefghijk",
        "https://youtube.com:8080/watch?v=abcdefghijk",
        "https://youtube.com./watch?v=abcdefghijk",
        "https:///youtube.com/watch?v=abcdefghijk",
        "https:youtube.com/watch?v=abcdefghijk",
        "javascript:alert(1)",
        "javascript://youtube.com/watch?v=abcdefghijk",
        "javascript:youtube.com/watch?v=abcdefghijk//%0aalert(1)",
        "data:text/html,youtube.com/watch?v=abcdefghijk",
        "ftp://youtube.com/watch?v=abcdefghijk",
        "file://youtube.com/watch?v=abcdefghijk",
        "view-source:https://youtube.com/watch?v=abcdefghijk",
    ],
)
def test_an_address_of_another_host_or_scheme_is_no_film(address):
    assert find_provided(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://уoutube.com/watch?v=abcdefghijk",  # a Cyrillic letter
        "https://ｙｏｕｔｕｂｅ.com/watch?v=abcdefghijk",  # wide letters
        "https://faceboo\u212a.com/reel/123",  # the sign of Kelvin, a k in small letters
        "https://www.in\u017ftagram.com/p/AbC/",  # a long s, an S in capitals
        "https://xn--outube-6fd.com/watch?v=abcdefghijk",
        "https://youtube\u3002com/watch?v=abcdefghijk",  # browsers take it for a full stop
        "https://youtube.com\u2215watch?v=abcdefghijk",
    ],
)
def test_letters_that_look_alike_are_not_the_same(address):
    assert find_provided(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://youtube.com%2fwatch?v=abcdefghijk",
        "https://youtube.com%2f@evil.org/watch?v=abcdefghijk",
        "https://evil.org%2f@youtube.com/watch?v=abcdefghijk",
        "https://www.youtube.com/embed/abcdefghijk%2f..%2flogout",
        "https://www.youtube.com/embed/..%2flogout",
        "https://www.youtube.com/embed/abcdefghijkنامه",
        "https://www.youtube.com/embed/videoseries",
        "https://www.youtube.com/embed/live_stream?channel=UC1",
        "https://vimeo.com/123abc",
        "https://www.facebook.com/a/videos/../../logout.php",
        "https://www.facebook.com/../videos/1",
        "https://www.facebook.com/a/videos/%2e%2e/1",
        "https://www.facebook.com/plugins/video.php?href=https://evil.org/a/videos/1",
        "https://www.facebook.com/plugins/video.php?href=javascript:alert(1)",
        "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com"
        "%2Fplugins%2Fvideo.php%3Fhref%3Dhttps%253A%252F%252Ffb.watch%252Fa",
        "https://www.facebook.com/plugins/video.php",
        "https://t.me/joinchat/AbC",
        "https://t.me/channel/۱۲",
        "https://[::1/watch?v=abcdefghijk",
        "",
    ],
)
def test_a_path_that_hides_something_is_no_film(address):
    assert find_provided(address) is None


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\0", "\x7f", "\x85", "\u2028", "&#10;", "\\"])
def test_an_address_with_a_control_character_is_no_film(sign):
    addresses = [
        f"https://www.you{sign}tube.com/watch?v=abcdefghijk",
        f"https://www.youtube.com/watch?v=abcdefghijk{sign}&x=1",
        f"java{sign}script://youtube.com/watch?v=abcdefghijk",
    ]

    assert [find_provided(address) for address in addresses] == [None, None, None]


def test_an_endless_address_is_no_film():
    assert find_provided(f"https://www.youtube.com/watch?{'&a=b' * 500}&v=abcdefghijk") is None


def test_markup_after_an_id_gets_nowhere():
    given = 'https://youtu.be/abcdefghijk"><script>alert(1)</script>'

    assert find_provided(given) == VIDEO


HOSTS = ["youtube.com", "youtu.be", "vimeo.com", "aparat.com", "facebook.com", "instagram.com"]
PATHS = [
    "/watch?v=",
    "/embed/",
    "/videos/",
    "/posts/",
    "/v/",
    "/p/",
    "/reel/",
    "abcdefghijk",
    "123",
]
ODD = [
    "evil.org",
    "javascript:",
    "%2f",
    "%0a",
    "&amp;",
    "\n",
    '"',
    "<",
    "نامه",
    "{}",
    "{page}",
    "..",
]
PIECES = st.sampled_from(
    ["https://", "www.", "t.me", "fb.watch", *HOSTS, *PATHS, *ODD, *"/@?#&=%\\"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=9).map("".join)))
def test_any_address_is_no_film_or_has_a_player_of_the_known_form(address):
    provided = find_provided(address)

    assert provided is None or PLAYER.fullmatch(provided.player)
    assert provided is None or find_provided(provided.address) == provided
    assert canonical(address) == (provided.address if provided else None)
