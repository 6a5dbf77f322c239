import io
from pathlib import Path

import pytest

from nejat.wordpress.cleaner import Image, Picture, attachment_keys, clean_body, upload_key
from nejat.wordpress.reader import read_stream

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="{ns}excerpt/" xmlns:wp="{ns}"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Archive</title><link>https://example.org/fa</link><language>fa-IR</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://example.org</wp:base_site_url>
<wp:base_blog_url>https://example.org/fa</wp:base_blog_url>
"""
TAIL = "</channel></rss>"


@pytest.fixture
def exports():
    return Path(__file__).parent / "exports"


@pytest.fixture
def wxr():
    """An export of the elements given, as bytes."""

    def build(*elements, ns="http://wordpress.org/export/1.2/"):
        parts = [HEAD.format(ns=ns), *elements, TAIL]
        return b"".join(part.encode() if isinstance(part, str) else part for part in parts)

    return build


@pytest.fixture
def post():
    """The XML of a post; `inside` is put in as it is."""

    def build(old_id=1, title="<![CDATA[T]]>", body="<![CDATA[<p>B</p>]]>", inside=""):
        return (
            f"<item><title>{title}</title><content:encoded>{body}</content:encoded>"
            f"<wp:post_id>{old_id}</wp:post_id><wp:post_date>2024-05-14 09:30:00</wp:post_date>"
            f"<wp:post_date_gmt>2024-05-14 06:00:00</wp:post_date_gmt>"
            f"<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>{inside}</item>"
        )

    return build


@pytest.fixture
def read():
    """All records of an export given as bytes."""
    return lambda data: list(read_stream(io.BytesIO(data), "export.xml"))


class Library:
    """An export's attachments, answering as the importer does."""

    def __init__(self):
        self.pictures = {}
        self.images = {}
        self.files = {}
        self.children = {}
        self.blocks = {}

    def add(self, old_id, address, *, image=None, own="", local=None, parent=0, **words):
        """An attachment: `image` is the number of its image, `own` the caption of that."""
        found = Image(image, own) if image else None
        picture = Picture(address, image=found, **words)
        self.pictures[old_id] = picture
        self.children.setdefault(parent, []).append(picture)
        for key in attachment_keys(address):
            self.images[key], self.files[key] = found, local

    def attachment(self, old_id):
        return self.pictures.get(old_id)

    def attached(self, old_id):
        return self.children.get(old_id, [])

    def image(self, address):
        return self.images.get(upload_key(address))

    def local_url(self, address):
        return self.files.get(upload_key(address))

    def block(self, old_id):
        return self.blocks.get(old_id)


@pytest.fixture
def library():
    return Library()


@pytest.fixture
def clean(library):
    """Clean a body against the library and give the whole answer."""
    return lambda body, old_id=0: clean_body(body, library, old_id=old_id)


@pytest.fixture
def html(clean):
    """The cleaned HTML of a body."""
    return lambda body: clean(body).html
