"""Sitemaps as search engines read them."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from django.test import Client

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOST = "http://testserver"


@dataclass(frozen=True)
class Line:
    """An entry of a sitemap; addresses without scheme and host."""

    path: str
    changed_at: str | None
    alternates: dict[str, str]


def read_xml(client: Client, path: str) -> ET.Element:
    """Return the XML at a path, which must be there."""
    response = client.get(path)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    return ET.fromstring(b"".join(response.streaming_content))


def read_index(client: Client) -> dict[str, str | None]:
    """Return the paths of all parts, and when each changed."""
    index = read_xml(client, "/sitemap.xml")
    assert index.tag == f"{SITEMAP}sitemapindex"
    parts = [(_path(part), part.findtext(f"{SITEMAP}lastmod")) for part in index]
    assert len(dict(parts)) == len(parts)
    return dict(parts)


def read_part(client: Client, path: str) -> list[Line]:
    """Return the entries of a part."""
    urls = read_xml(client, path)
    assert (urls.tag, {url.tag for url in urls}) == (f"{SITEMAP}urlset", {f"{SITEMAP}url"})
    return [_line(url) for url in urls]


def read_all(client: Client) -> Iterator[tuple[str, Line]]:
    """Yield every entry of every part, with the path of its part."""
    for path in read_index(client):
        for line in read_part(client, path):
            yield path, line


def _line(url: ET.Element) -> Line:
    links = url.findall(f"{XHTML}link")
    assert {link.attrib["rel"] for link in links} <= {"alternate"}
    alternates = {link.attrib["hreflang"]: _bare(link.attrib["href"]) for link in links}
    assert len(alternates) == len(links)
    return Line(_path(url), url.findtext(f"{SITEMAP}lastmod"), alternates)


def _path(element: ET.Element) -> str:
    return _bare(element.findtext(f"{SITEMAP}loc"))


def _bare(address: str) -> str:
    assert address.startswith(f"{HOST}/")
    assert address.isascii()
    return address.removeprefix(HOST)
