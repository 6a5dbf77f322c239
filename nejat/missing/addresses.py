"""Addresses below an edition as plain values. Knows nothing of the database."""

import unicodedata
from urllib.parse import quote, unquote, urlsplit

from django.http import HttpRequest

from nejat.editions.addresses import edition_of, resolved

LONGEST_PATH = 1000
LONGEST_REFERRER = 300
JOINERS = "\u200c\u200d"
"""They shape words and stay as they are; other invisible characters are written in percent."""
SHORT_LINKS = ("p", "page_id", "attachment_id")
"""Parameters by which short links of the old site name a post by its number."""


def normal_path(path: str) -> str:
    """Return the one form of a path that is kept and compared: decoded and in lower case.

    "/fa/Old%2DPage//" and "/fa/old-page" are the same. It begins with a slash and ends in none.
    What nobody can see, such as a space, NUL or a mark of direction, stays in percent, and so do
    the signs that would end a path.
    """
    while (decoded := unquote(path, errors="replace")) != path:
        path = decoded
    visible = "".join(map(_visible, unicodedata.normalize("NFC", path.lower())))
    return "/" + "/".join(part for part in visible.split("/") if part not in ("", "."))


def path_asked(request: HttpRequest) -> str:
    """Return the normal path that a request asks for; "" outside the editions or when too long.

    A short link, `/fa/?p=12`, asks for `/fa/posts/12`. Else the query means nothing.
    """
    if len(request.path_info) > LONGEST_PATH or not edition_of(request.path_info):
        return ""
    number = next((request.GET[name] for name in SHORT_LINKS if name in request.GET), "")
    if number.isdecimal() and number.isascii() and len(number) < 19:
        return f"/{request.edition.code}/posts/{int(number)}"
    path = normal_path(request.path_info)
    return path if path.count("/") > 1 and len(path) <= LONGEST_PATH else ""


def referring_page(request: HttpRequest) -> str:
    """Return the host and the path of the page that held the link, else "".

    Never a query, a name or a password, and no page of ours whose address is somebody's own.
    """
    try:
        page = urlsplit(request.headers.get("Referer", "")[:LONGEST_PATH])
    except ValueError:
        return ""
    host = page.netloc.rpartition("@")[2]
    if page.scheme not in ("http", "https") or not host:
        return ""
    if host == request.get_host() and is_private(page.path):
        return ""
    return normal_path(host + page.path)[1:][:LONGEST_REFERRER]


def _visible(sign: str) -> str:
    is_seen = (sign.isprintable() and sign not in " ?#") or sign in JOINERS
    return sign if is_seen else quote(sign, errors="replace")


def is_private(path: str) -> bool:
    """Say whether a path holds what is known to one person alone, such as a token of a mail."""
    match = resolved(unquote(path))
    return match is not None and "token" in match.kwargs
