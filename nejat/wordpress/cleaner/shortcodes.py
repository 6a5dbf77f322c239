"""WordPress shortcodes: the known ones rendered, the others taken out, prose left alone.

The syntax: https://codex.wordpress.org/Shortcode_API
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .figures import figure, gallery, media
from .model import Picture, Work
from .uploads import PICTURE_ENDINGS, ending

_NAME = r"[A-Za-z][\w-]*"
_ESCAPED = re.compile(rf"\[\[({_NAME})([^\[\]]*)\](?:([^\[\]]*)\[/\1\])?\]", re.ASCII)
_PAIRED = "caption|wp_caption|embed|video|audio|youtube|vimeo|aparat"
_KNOWN = re.compile(
    rf"\[(?P<name>{_PAIRED}|gallery|playlist)(?P<given>(?:(?:[\s=]|:(?=http))[^\]]*)?)\]"
    rf"(?:(?P<inner>(?:(?!\[(?P=name)\b).)*?)\[/(?P=name)\])?",
    re.DOTALL,
)
_ANY = re.compile(rf"\[(?P<closing>/)?(?P<name>{_NAME})(?P<given>(?:[\s=][^\[\]]*)?)\]", re.ASCII)
# Bare names that many themes and plugins register and nobody writes in brackets.
_ALWAYS_NAMES = (
    "gallery playlist caption embed video audio youtube vimeo aparat"
    " toc clear divider spacer separator hr br sitemap"
)
_ALWAYS = set(_ALWAYS_NAMES.split())
_ATTRIBUTE = re.compile(
    r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)"""
)
_GIVES_VALUE = re.compile(r"""(?:^|\s)[\w-]+(?:=\S|\s*=\s*["'])|^=\S""")
_STRAIGHT = str.maketrans(dict.fromkeys("“”″„«»", '"') | {"\xa0": " "})
_QUOTE_ENTITIES = re.compile(r"&(?:quot|#8220|#8221|#8243|#34);")
_ADDRESS = re.compile(r"(?:https?:)?//[^\s<>\"'|]+")
_CAPTIONED = re.compile(
    r"\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?|<(iframe|object|video)\b.*?</\2>)(.*)",
    re.DOTALL | re.IGNORECASE,
)
_SHORT_IDS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "aparat": "https://www.aparat.com/v/{}",
}
_Attributes = dict[str, str]


def render_shortcodes(text: str, work: Work) -> str:
    """The body without shortcodes.

    Known ones become HTML. Others vanish, keep the text they enclose, and are named in
    `work.unknown_shortcodes`. `[[name]]` shows as [name]; prose such as [1] or [sic] stays.
    """
    text = _ESCAPED.sub(_unescape, text)
    text = _KNOWN.sub(lambda match: _render(match, text, work), text)
    closed = set(re.findall(rf"\[/({_NAME})\]", text))
    return _ANY.sub(lambda match: _remove(match, closed, work), text)


def attributes(given: str) -> _Attributes:
    """The attributes of a shortcode by name; those without a name by "0", "1" ..."""
    given = _QUOTE_ENTITIES.sub('"', given).translate(_STRAIGHT)
    found: _Attributes = {}
    for match in _ATTRIBUTE.finditer(given):
        name, *values = match.groups()
        value = next((value for value in values if value is not None), "")
        found[name.lower() if name else str(len(found))] = value
    return found


def _unescape(match: re.Match[str]) -> str:
    name, given, inner = match.groups()
    closing = "" if inner is None else f"{inner}&#91;/{name}&#93;"
    return f"&#91;{name}{given}&#93;{closing}"


def _render(match: re.Match[str], text: str, work: Work) -> str:
    if _in_tag(text, match.start()):
        return match[0]
    inner = match["inner"] or ""
    html = _RENDERERS[match["name"]](attributes(match["given"]), inner, work)
    return f"\n\n{html}\n\n"


def _remove(match: re.Match[str], closed: set[str], work: Work) -> str:
    if not _is_shortcode(match, closed) or _in_tag(match.string, match.start()):
        return match[0]
    if match["name"] not in _ALWAYS:
        work.unknown_shortcodes[match["name"]] = None
    address = _ADDRESS.search(match["given"])
    return f"\n\n{media(work, address[0])}\n\n" if address else ""


def _is_shortcode(match: re.Match[str], closed: set[str]) -> bool:
    name, given = match["name"], match["given"].strip()
    if match["closing"] or name in _ALWAYS or name in closed or "_" in name:
        return True
    if given:
        return given.endswith("/") or bool(_GIVES_VALUE.search(given.translate(_STRAIGHT)))
    return "-" in name and name.islower() and _is_alone(match)


def _is_alone(match: re.Match[str]) -> bool:
    """Whether nothing else stands on its line."""
    before = match.string[: match.start()].rpartition("\n")[2]
    after = match.string[match.end() :].partition("\n")[0]
    return not re.sub(r"<[^<>]*>", "", before + after).strip()


def _in_tag(text: str, position: int) -> bool:
    start = text.rfind("<", 0, position)
    return bool(re.match(r"</?[A-Za-z][^<>]*$", text[start:position])) if start >= 0 else False


def _caption(given: _Attributes, inner: str, _work: Work) -> str:
    match = _CAPTIONED.match(inner)
    shown, _, below = match.groups() if match else (inner, "", "")
    return figure(shown, caption=below.strip() or given.get("caption", ""))


def _gallery(given: _Attributes, _: str, work: Work) -> str:
    named = given.get("ids") or given.get("include")
    if named:
        return gallery(work, _pictures(named, work))
    pictures = work.resolve.attached(work.old_id)
    excluded = {picture.address for picture in _pictures(given.get("exclude", ""), work)}
    html = gallery(work, (picture for picture in pictures if picture.address not in excluded))
    if not html:
        work.say("gallery without pictures left out")
    return html


def _pictures(ids: str, work: Work) -> list[Picture]:
    found = []
    for old_id in re.findall(r"\d{1,18}", ids):
        picture = work.resolve.attachment(int(old_id))
        if picture:
            found.append(picture)
        else:
            work.say(f"gallery picture missing: {old_id}")
    return found


def _embed(given: _Attributes, inner: str, work: Work) -> str:
    return _media_of([inner, *given.values()], "embed", work)


def _player(given: _Attributes, inner: str, work: Work) -> str:
    player = _media_of([*given.values(), inner], "player", work)
    return player if _ADDRESS.search(inner) else f"{player}\n\n{inner}"


def _media_of(values: list[str], name: str, work: Work) -> str:
    """The first address among the values. [video] names its poster too, so recordings go first."""
    addresses = [match[0] for value in values if (match := _ADDRESS.search(value))]
    if not addresses:
        work.say(f"{name} without an address left out")
        return ""
    return media(work, min(addresses, key=lambda address: ending(address) in PICTURE_ENDINGS))


def _playlist(given: _Attributes, _: str, work: Work) -> str:
    players = (media(work, item.address) for item in _pictures(given.get("ids", ""), work))
    return "\n\n".join(players)


def _provider(name: str) -> Callable[[_Attributes, str, Work], str]:
    def render(given: _Attributes, inner: str, work: Work) -> str:
        told = inner.strip() or given.get("id") or given.get("url") or given.get("0", "")
        told = told.lstrip("=")
        if not told:
            work.say(f"{name} without an address left out")
            return ""
        return media(work, told if "//" in told else _SHORT_IDS[name].format(told))

    return render


_RENDERERS: dict[str, Callable[[_Attributes, str, Work], str]] = {
    "caption": _caption,
    "wp_caption": _caption,
    "gallery": _gallery,
    "embed": _embed,
    "video": _player,
    "audio": _player,
    "playlist": _playlist,
    **{name: _provider(name) for name in _SHORT_IDS},
}
