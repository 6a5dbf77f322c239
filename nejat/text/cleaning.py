"""The one allow-list of HTML in bodies."""

import re
from urllib.parse import unquote

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

PLAIN_TAGS = (
    "p br hr h2 h3 h4 h5 h6 blockquote cite q ul li dl dt dd strong em b i u s del ins sub sup"
    " small mark code pre kbd samp var span bdi figure figcaption div"
    " table caption thead tbody tfoot tr"
)
ATTRIBUTES: dict[str, set[str]] = {
    **{tag: set() for tag in PLAIN_TAGS.split()},
    # An image of the media library, by its number; or a film or gallery of it, as links name works.
    "figure": {"data-image", "data-work"},
    "*": {"lang", "dir"},
    "ol": {"start", "reversed", "type"},
    "a": {"href", "title", "hreflang", "data-work"},  # a work of ours, by its kind and number
    "abbr": {"title"},
    "time": {"datetime"},
    "img": {"src", "alt", "width", "height"},
    "video": {"src", "poster", "width", "height", "controls", "preload"},
    "audio": {"src", "controls", "preload"},
    "source": {"src", "type"},
    "track": {"src", "kind", "srclang", "label"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
OUR_IMAGE = re.compile(r"[1-9]\d{0,17}", re.ASCII)
OUR_WORK = re.compile(r"[a-z][a-z0-9_]{0,49}\.[a-z][a-z0-9_]{0,49}:[1-9]\d{0,17}", re.ASCII)
IN_FIGURES = {"data-image": OUR_IMAGE, "data-work": OUR_WORK}
CLASSES = {
    "figure": {"embed", "missing-picture", "picture"},
    "div": {"gallery"},
    "blockquote": {"pull"},  # words of the text itself, set large
    "ol": {"sources"},
}
# Their text is code, or means nothing without the element around it.
GONE_TAGS = "script style iframe svg math template noscript noembed noframes title"

OUR_MEDIA = re.compile(r"/(?:files|static)/(?!(?:.*/)?(?:\.|%2[eE]){2}(?:[/?#]|$))[^\\\x00-\x1f]*")
FOREIGN_HOST = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
NOT_THE_WEB = re.compile(r"\s*(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
H1 = re.compile(r"(</?)h1(?=[\s/>])", re.IGNORECASE)
# A parser swallows the first newline in <pre>, so each reading would take one more away.
PRE_NEWLINES = re.compile(r"(<pre\b[^>]*>)[\r\n]+", re.IGNORECASE)
MOST_PASSES = 10


def clean_html(html: str) -> str:
    """Return the part of `html` that a body may hold, ready to be shown as it is.

    Nothing in it runs, and nothing in it makes a browser contact another host: a picture, film or
    sound from elsewhere becomes a link to its address. `clean_html(clean_html(x))` equals
    `clean_html(x)`: misnested markup may read differently once written out, so passes are
    repeated until nothing changes.
    """
    for _ in range(MOST_PASSES):
        cleaned = CLEANER.clean(_rewrite(html))
        if cleaned == html:
            break
        html = cleaned
    return html


def _own_media_only(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "data-image":
        return value if OUR_IMAGE.fullmatch(value) else None
    if attribute == "data-work":
        return value if OUR_WORK.fullmatch(value) else None
    loads = attribute in {"src", "poster"}
    return None if loads and not OUR_MEDIA.fullmatch(value) else value


CLEANER = nh3.Cleaner(
    tags=set(ATTRIBUTES) - {"*"},
    attributes=ATTRIBUTES,
    attribute_filter=_own_media_only,
    tag_attribute_values={"a": {"rel": {"noopener"}}},
    allowed_classes=CLASSES,
    clean_content_tags=set(GONE_TAGS.split()),
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def _rewrite(html: str) -> str:
    """Say in allowed elements what would be lost, and drop what is empty.

    Nothing here has to be safe: the allow-list is applied to the result.
    """
    html = PRE_NEWLINES.sub(r"\1", H1.sub(r"\1h2", html))
    tree = LexborHTMLParser(html, is_fragment=True)
    _rewrite_figures(tree)
    _rewrite_media(tree)
    for tag, known in CLASSES.items():
        for node in tree.css(f"{tag}[class]"):
            _keep_known_classes(node, known)
    for node in tree.css("a"):
        _lead_somewhere(node)
    for node in tree.css("p, source:not([src]), track:not([src])"):
        if _is_empty(node):
            node.decompose()
    return tree.html or ""


def _rewrite_figures(tree: LexborHTMLParser) -> None:
    """A figure that names what it shows holds its caption alone; the rest is put in when shown."""
    for figure in tree.css("figure[data-image], figure[data-work]"):
        given = figure.attributes
        meant = [name for name, form in IN_FIGURES.items() if form.fullmatch(given.get(name) or "")]
        for name in IN_FIGURES.keys() & given.keys() - set(meant[:1]):
            del figure.attrs[name]
        children = list(figure.iter(include_text=True)) if meant else []
        for child in children:
            if child.tag != "figcaption":
                child.decompose()


def _rewrite_media(tree: LexborHTMLParser) -> None:
    for node in tree.css("img, video, audio"):
        if not any(OUR_MEDIA.fullmatch(address) for address in _addresses(node)):
            _replace_with_link(node, tree)
    for player in tree.css("video, audio"):
        player.attrs["controls"] = ""
        player.attrs["preload"] = "none"


def _addresses(node: LexborNode) -> list[str]:
    """Return what a picture or player would load, its `<source>` elements included."""
    return [src for part in (node, *node.css("source")) if (src := part.attributes.get("src"))]


def _replace_with_link(node: LexborNode, tree: LexborHTMLParser) -> None:
    address = next((src for src in _addresses(node) if not NOT_THE_WEB.match(src)), "")
    text = node.attributes.get("alt") or _file_name(address)
    if figure := _ancestor(node, "figure"):
        figure.attrs["class"] = "missing-picture"
    if not address or _ancestor(node, "a"):
        node.replace_with(text)
        return
    link = tree.create_node("a")
    link.attrs["href"] = address
    link.insert_child(text)
    node.replace_with(link)


def _file_name(address: str) -> str:
    path = re.split(r"[?#]", address)[0]
    return unquote(path.rstrip("/").rpartition("/")[2]) or address


def _ancestor(node: LexborNode, tag: str) -> LexborNode | None:
    parent = node.parent
    while parent is not None and parent.tag != tag:
        parent = parent.parent
    return parent


def _keep_known_classes(node: LexborNode, known: set[str]) -> None:
    classes = (node.attributes["class"] or "").split()
    if kept := [name for name in classes if name in known]:
        node.attrs["class"] = " ".join(kept)
    else:
        del node.attrs["class"]


def _lead_somewhere(link: LexborNode) -> None:
    """A link to a work of ours gets its address when it is shown; others have one, or are none."""
    if OUR_WORK.fullmatch(link.attributes.get("data-work") or ""):
        for name in {"href", "hreflang", "rel"} & link.attributes.keys():
            del link.attrs[name]
        return
    if "data-work" in link.attributes:
        del link.attrs["data-work"]
    href = link.attributes.get("href")
    if href is None:
        link.unwrap(delete_empty=True)
    elif FOREIGN_HOST.match(href):
        link.attrs["rel"] = "noopener"
    elif "rel" in link.attributes:
        del link.attrs["rel"]


def _is_empty(node: LexborNode) -> bool:
    return not node.text().strip() and node.css_first("img, video, audio") is None
