"""Addresses in HTML that is read away from its page: in a feed, in a mail."""

from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

ADDRESSES = ("href", "src", "poster")


def absolute_html(html: str, page: str) -> str:
    """Return a clean body with every address in it whole, as seen from the address of its page."""
    tree = LexborHTMLParser(html, is_fragment=True)
    for name in ADDRESSES:
        for node in tree.css(f"[{name}]"):
            node.attrs[name] = _joined(page, node.attributes[name] or "")
    return tree.html or ""


def _joined(page: str, address: str) -> str:
    try:
        return urljoin(page, address)
    except ValueError:  # "http://[": what cannot be read stays as it is
        return address
