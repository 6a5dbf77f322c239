"""Films and posts of other sites: which they are, their page there, the player of that site.

Nothing here asks another site. Addresses are built of ids that were matched letter by letter,
never of an address as it was given.
"""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qs, quote


@dataclass(frozen=True)
class Provided:
    """One film or post of a provider.

    `address` is its page, the same for all the forms in which it may be given. `player` tells the
    provider who looks at which page of ours: a browser may load it only after a click.
    """

    provider: str
    address: str
    player: str


@dataclass(frozen=True)
class _Form:
    """One way to write an address: its host and what follows, and what comes of the id in it."""

    provider: str
    pattern: re.Pattern[str]
    address: str
    player: str

    def read(self, place: str) -> Provided | None:
        match = self.pattern.match(place)
        if match is None:
            return None
        address = self.address.format(match["id"])
        player = self.player.format(match["id"], page=quote(address, safe=""))
        return Provided(self.provider, address, player)


_LONGEST = 2000
# Readers of addresses disagree on what these mean in one.
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029]")
_START = re.compile(
    r"^(?:(?:https?:)?//)?(?:(?:www|m|mobile|web|[a-z]{2}-[a-z]{2})\.)?", re.IGNORECASE | re.ASCII
)
_FACEBOOK_PLUGIN = re.compile(
    r"facebook\.com/(?:v[\d.]+/)?plugins/(?:video|post)\.php\?", re.IGNORECASE | re.ASCII
)

_YOUTUBE = (
    "https://www.youtube.com/watch?v={}",
    "https://www.youtube-nocookie.com/embed/{}?autoplay=1",
)
_PLAYLIST = (
    "https://www.youtube.com/playlist?list={}",
    "https://www.youtube-nocookie.com/embed/videoseries?list={}&autoplay=1",
)
_APARAT = (
    "https://www.aparat.com/v/{}",
    "https://www.aparat.com/video/video/embed/videohash/{}/vt/frame",
)
_VIMEO = ("https://vimeo.com/{}", "https://player.vimeo.com/video/{}?dnt=1&autoplay=1")
_FACEBOOK = "https://www.facebook.com/{}"
_FILM = "https://www.facebook.com/plugins/video.php?href={page}"
_POST = "https://www.facebook.com/plugins/post.php?href={page}"
_INSTAGRAM = ("https://www.instagram.com/{}/", "https://www.instagram.com/{}/embed/")
_TELEGRAM = ("https://t.me/{}", "https://t.me/{}?embed=1")

# Read from the share and embed codes of each. Hosts stand at the beginning and end in a slash, and
# `[\w-]++` takes all of an id, so that what follows cannot hide in it. Letters are those of ASCII:
# others look like them, or fold into them. Titles in addresses of Facebook may have any letters.
_FORMS = tuple(
    _Form(name, re.compile(rf"{pattern}(?![\w%]|[^\x00-\x7f])", re.I | re.A), address, player)
    for name, pattern, (address, player) in (
        ("YouTube", r"youtube(?:-nocookie)?\.com/(?:embed/videoseries|playlist)"
         r"\?(?:[^#]*&)?list=(?P<id>[\w-]++)", _PLAYLIST),
        ("YouTube", r"youtube(?:-nocookie)?\.com/(?:embed|shorts|live|v|e)/"
         r"(?!videoseries|live_stream)(?P<id>[\w-]{6,}+)", _YOUTUBE),
        ("YouTube", r"youtube(?:-nocookie)?\.com/watch/?\?(?:[^#]*&)?v=(?P<id>[\w-]{6,}+)",
         _YOUTUBE),
        ("YouTube", r"youtu\.be/(?P<id>[\w-]{6,}+)", _YOUTUBE),
        ("Aparat", r"aparat\.com/(?:v|embed|video/video/embed/videohash)/(?P<id>\w++)", _APARAT),
        ("Vimeo", r"(?:player\.)?vimeo\.com/(?:video/|channels/[\w-]+/|groups/[\w-]+/videos/)?"
         r"(?P<id>\d++)", _VIMEO),
        ("Facebook", r"facebook\.com/(?![^?#]*\.\.)(?P<id>[\w.-]+/videos/(?u:[\w./-]++))",
         (_FACEBOOK, _FILM)),
        ("Facebook", r"facebook\.com/(?![^?#]*\.\.)(?P<id>[\w.-]+/posts/(?u:[\w./-]++))",
         (_FACEBOOK, _POST)),
        ("Facebook", r"facebook\.com/(?:watch/?|video\.php)\?(?:[^#]*&)?v=(?P<id>\d++)",
         ("https://www.facebook.com/watch/?v={}", _FILM)),
        ("Facebook", r"facebook\.com/(?P<id>reel/\d++)", (_FACEBOOK, _FILM)),
        ("Facebook", r"fb\.watch/(?P<id>[\w-]++)", ("https://fb.watch/{}/", _FILM)),
        ("Instagram", r"instagram\.com/(?:[\w.]+/)?(?P<id>(?:p|reel|tv)/[\w-]++)", _INSTAGRAM),
        ("Telegram", r"(?:t|telegram)\.me/(?:s/)?(?P<id>[a-z]\w{3,}/\d++)", _TELEGRAM),
    )
)  # fmt: skip
NAMES: tuple[str, ...] = tuple(dict.fromkeys(form.provider for form in _FORMS))


def find_provided(address: str) -> Provided | None:
    """Return the film or post at an address of a provider we can show; None for all others."""
    place = _place(address)
    if _FACEBOOK_PLUGIN.match(place):
        place = _place(parse_qs(place.partition("?")[2]).get("href", [""])[0])
    return next(filter(None, (form.read(place) for form in _FORMS)), None)


def canonical(address: str) -> str | None:
    """Return the one address of a film or post of a provider we can show; None for all others."""
    provided = find_provided(address)
    return provided.address if provided else None


def _place(address: str) -> str:
    """Return host and path of an address as it stands in HTML; "" for one that is a trap."""
    plain = unescape(address.strip())
    if len(plain) > _LONGEST or _ODD.search(plain):
        return ""
    return _START.sub("", plain)
