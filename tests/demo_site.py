"""The site with its sample content, served by gunicorn for a browser to look at."""

import os
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
PATIENCE = 60
"""Seconds that the server may take to start."""

WORDS_TO_SEARCH = {"en": "garden", "ar": "حديقة", "fa": "باغ", "sq": "kopsht"}
LISTS = {
    "article": "articles/",
    "topic": "",
    "gallery": "media/photos/",
    "video": "media/videos/",
    "issue": "publications/newsletter/",
}
FIRST_LINK = {"topic": r"topic/[^/\"]+/"}
"""What leads from a list to one of its works, where that is not a number and a slug."""


@contextmanager
def demo_site(*, production: bool) -> Iterator[str]:
    """Serve the site in DATA_DIR, with sample content if it is empty; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = os.environ | {"DEBUG": "0" if production else "1", "HTTPS": "0", "PORT": str(port)}
    env["SITE_ADDRESS"] = f"http://127.0.0.1:{port}"
    env.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    _manage(env, "migrate", "--verbosity", "0")
    _manage(env, "load_demo", "--if-empty")
    _manage(env, "make_renditions")
    if production:
        _manage(env, "collectstatic", "--noinput", "--verbosity", "0")
    command = ["-m", "gunicorn", "nejat.wsgi", "--config", "python:nejat.gunicorn"]
    server = subprocess.Popen([sys.executable, *command, "--log-level", "error"], env=env, cwd=ROOT)
    try:
        yield _answering(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


def addresses(site: str, code: str) -> dict[str, str]:
    """Return one address of each of ten kinds of page of an edition, by the kind's name.

    A work is the newest one that all editions have, where there is one.
    """
    home = f"{site}/{code}/"
    works = {kind: site + _work(site, code, kind) for kind in LISTS}
    return {
        "home": home,
        "list": f"{home}articles/",
        "article": works["article"],
        "topic": works["topic"],
        "gallery": works["gallery"],
        "video": works["video"],
        "books": f"{home}publications/books/",
        "issue": works["issue"],
        "search": f"{home}search/?q={quote(WORDS_TO_SEARCH[code])}",
        "contact": f"{home}contact/",
    }


def _work(site: str, code: str, kind: str) -> str:
    links = _links(site, code, kind)
    if kind != "topic":
        others = [_links(site, other, kind) for other in WORDS_TO_SEARCH]
        common = [number for number in links if all(number in other for other in others)]
        return links[common[0]] if common else next(iter(links.values()))
    return next(iter(links.values()))


def _links(site: str, code: str, kind: str) -> dict[str, str]:
    """Addresses of the works in a list, by their number, or what stands for it."""
    path = f"/{code}/{LISTS[kind]}"
    rest = FIRST_LINK.get(kind, r"(?P<key>\d+)/[^/\"]+/")
    html = urlopen(site + path).read().decode()
    found = re.finditer(rf'href="(?P<link>{path}{rest})"', html)
    return {match.groupdict().get("key", match["link"]): match["link"] for match in found}


def _answering(address: str) -> str:
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(f"{address}/en/").close()
        except (URLError, ConnectionError):
            if time.monotonic() > ends:
                raise
            time.sleep(0.2)
        else:
            return address


def _manage(env: dict[str, str], *command: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], env=env, cwd=ROOT, check=True)
