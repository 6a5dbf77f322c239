"""A hub on this machine that takes pings, or behaves badly when it is told to."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs


class Hub(HTTPServer):
    """Keeps what it was told, and answers with `status`; 0 hangs up, None says nothing."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.told: list[dict[str, list[str]]] = []
        self.refused: set[str] = set()
        self.status: int | None = 202
        self.is_over = Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/push?a=1"

    @property
    def topics(self) -> list[str]:
        """The addresses of the feeds that it was told of."""
        return [told["hub.topic"][0] for told in self.told]


class _Handler(BaseHTTPRequestHandler):
    server: Hub

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        fields = parse_qs(body)
        status = self.server.status
        if status is None:
            self.server.is_over.wait(10)
            return
        if status == 0:
            return
        if fields["hub.topic"][0] in self.server.refused:
            status = 503
        elif status < 300:
            self.server.told.append(fields)
        self.send_response(status)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def running_hub() -> Iterator[Hub]:
    """Run a hub inside the block."""
    with Hub() as hub:
        thread = Thread(target=hub.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield hub
        finally:
            hub.is_over.set()
            hub.shutdown()
            thread.join()
