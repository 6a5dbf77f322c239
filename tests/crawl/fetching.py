"""Plain requests to one site, by some threads that keep their connections."""

import http.client
import threading
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

SAFE = "/%:@!$&'()*+,;=~?"


@dataclass(frozen=True)
class Answer:
    """What the site said to a request for an address."""

    address: str
    status: int
    headers: http.client.HTTPMessage
    body: bytes = field(repr=False)

    @property
    def kind(self) -> str:
        """The type of what was sent, such as text/html."""
        return self.headers.get_content_type()

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


class Host:
    """The site at an address like http://127.0.0.1:8000."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self.name = urlsplit(address).netloc
        self._of_thread = threading.local()

    def own(self, link: str, page: str = "/") -> str | None:
        """Return path and query of a link that stands on a page; None if it leads elsewhere."""
        target = urlsplit(urljoin(self.address + page, link.strip()))
        if target.scheme not in ("http", "https") or target.netloc != self.name:
            return None
        query = f"?{target.query}" if target.query else ""
        return quote((target.path or "/") + query, safe=SAFE)

    def ask(self, address: str, *, method: str = "GET") -> Answer:
        """Send one request; a connection that the site has closed meanwhile is opened again."""
        for again in (True, False):
            connection = self._connection()
            try:
                connection.request(method, address)
                response = connection.getresponse()
                return Answer(address, response.status, response.headers, response.read())
            except (http.client.HTTPException, ConnectionError):
                connection.close()
                if not again:
                    raise
        raise AssertionError("unreachable")

    def _connection(self) -> http.client.HTTPConnection:
        if not hasattr(self._of_thread, "connection"):
            self._of_thread.connection = http.client.HTTPConnection(self.name, timeout=30)
        return self._of_thread.connection
