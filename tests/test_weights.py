"""What pages weigh on the line: the first view of each, and its text."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser
from whitenoise.compress import Compressor

from nejat.editions.registry import CODES
from tests.site import page_addresses

pytestmark = pytest.mark.django_db

KB = 1_000
STATIC = "/static/"
IMPORTED = re.compile(r"@import\s+\"([^\"]+)\"")
MODULES = re.compile(r"^import [^\"]*\"([^\"]+)\"", re.MULTILINE)
# Compressed by gzip: brotli, which most browsers take over https, makes them smaller still.
GZIP = {"accept-encoding": "gzip"}


@cache
def files_of(address: str) -> dict[str, int]:
    """Return what a style sheet or module weighs with all it imports, by address."""
    path = finders.find(address.removeprefix(STATIC))
    if path is None:  # such as the faces, when npm has not fetched them
        return {}
    source = Path(path).read_bytes()
    files = {address: len(Compressor.compress_gzip(source))}
    imports = IMPORTED if address.endswith(".css") else MODULES
    for name in imports.findall(source.decode()):
        files |= files_of(urljoin(address, name))
    return files


def loaded_by(page: LexborHTMLParser) -> dict[str, int]:
    """Return what the style sheets and modules of a page weigh."""
    tags = page.css("link[rel=stylesheet], script[src], link[rel=modulepreload]")
    addresses = [tag.attributes.get("href") or tag.attributes.get("src") for tag in tags]
    return {name: size for address in addresses for name, size in files_of(address).items()}


@pytest.mark.parametrize("code", CODES)
def test_the_first_view_of_every_page_is_lighter_than_100_kb_without_pictures(
    client, standing_site, code
):
    with translation.override(code):
        addresses = [a for name, a in page_addresses(standing_site) if "feed" not in name]

    views, sheets, modules, faces = {}, {}, {}, {}
    for address in addresses:
        plain, packed = client.get(address), client.get(address, headers=GZIP)
        page = LexborHTMLParser(plain.content.decode())
        loaded = loaded_by(page)
        views[address] = len(packed.content) + sum(loaded.values())
        sheets |= {name: size for name, size in loaded.items() if name.endswith(".css")}
        modules |= {name: size for name, size in loaded.items() if name.endswith(".js")}
        preloaded = [face.attributes["href"] for face in page.css("link[as=font]")]
        faces[address] = sum(map(file_size, preloaded))

    assert {address: size for address, size in views.items() if size >= 100 * KB} == {}
    assert sum(sheets.values()) < 30 * KB
    assert sum(modules.values()) < 15 * KB
    assert max(faces.values()) <= 120 * KB


def file_size(address: str) -> int:
    """Return the bytes of a file that is sent as it is."""
    return Path(finders.find(address.removeprefix(STATIC))).stat().st_size


def test_all_modules_of_readers_together_are_lighter_than_15_kb():
    folder = settings.BASE_DIR / "nejat/static/nejat/js"
    templates = " ".join(
        path.read_text(encoding="utf-8")
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
        if "admin" not in path.parts
    )
    workers = {"service-worker.js"}  # which no template names
    names = set(re.findall(r"nejat/js/([\w-]+\.js)", templates)) | workers

    sizes = {name: len(Compressor.compress_gzip((folder / name).read_bytes())) for name in names}

    assert not any(name.startswith("admin-") for name in names)
    assert sum(sizes.values()) < 15 * KB, sizes
