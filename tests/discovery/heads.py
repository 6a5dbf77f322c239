"""What the head of a page says."""

from django.http import HttpResponse
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

ROOT = "http://testserver"


class Head:
    """The head of a page that was asked for."""

    def __init__(self, response: HttpResponse) -> None:
        self.status = response.status_code
        is_page = response.headers["Content-Type"].startswith("text/html")
        page = LexborHTMLParser(response.content.decode() if is_page else "")
        self.page, self.title = page, page.css_first("title").text() if is_page else ""

    def links(self, selector: str) -> list[str]:
        return [link.attributes["href"] for link in self.page.css(f"head link[{selector}]")]

    def meta(self, name: str) -> list[str]:
        found = self.page.css(f'head meta[property="{name}"], head meta[name="{name}"]')
        return [tag.attributes["content"] for tag in found]

    @property
    def canonical(self) -> list[str]:
        return self.links("rel=canonical")

    @property
    def alternates(self) -> list[tuple[str, str]]:
        found = self.page.css("head link[rel=alternate][hreflang]")
        return [(link.attributes["hreflang"], link.attributes["href"]) for link in found]

    @property
    def is_hidden(self) -> bool:
        return self.meta("robots") == ["noindex"]


def head_at(client: Client, address: str) -> Head:
    """Return the head of the page at an address of ours."""
    return Head(client.get(address.removeprefix(ROOT)))
