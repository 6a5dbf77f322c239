"""Small exports for tests of the import, and the command that imports them."""

import json
from io import StringIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from django.core.management import call_command

HOST = "https://example.org"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Archive</title><link>https://example.org/fa</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://example.org/fa</wp:base_site_url>
<wp:base_blog_url>https://example.org/fa</wp:base_blog_url>
"""


def element(name: str, text: object) -> str:
    return f"<{name}>{escape(str(text))}</{name}>"


def item(old_id: int, *inside: str, **said: Any) -> str:
    """An item; `said` are the names of its `wp:` elements, and title, link, body, excerpt."""
    outer = {
        "title": said.pop("title", f"Letter {old_id}"),
        "link": said.pop("link", f"{HOST}/fa/posts/{old_id}"),
        "dc:creator": said.pop("creator", ""),
        "content:encoded": said.pop("body", f"<p>Text {old_id}</p>"),
        "excerpt:encoded": said.pop("excerpt", ""),
    }
    wp = {
        "post_id": old_id,
        "post_date_gmt": "2024-05-14 06:00:00",
        "post_type": "post",
        "status": "publish",
        "comment_status": "open",
        **said,
    }
    parts = [element(name, text) for name, text in outer.items()]
    parts += [element(f"wp:{name}", text) for name, text in wp.items()]
    return f"<item>{''.join(parts)}{''.join(inside)}</item>\n"


def attachment(old_id: int, address: str, *inside: str, **said: Any) -> str:
    kind = {"post_type": "attachment", "status": "inherit", "attachment_url": address}
    return item(old_id, *inside, **kind, **said)


def meta(key: str, value: object) -> str:
    inside = element("wp:meta_key", key) + element("wp:meta_value", value)
    return f"<wp:postmeta>{inside}</wp:postmeta>"


def link(taxonomy: str, slug: str, name: str = "") -> str:
    return f'<category domain="{taxonomy}" nicename="{slug}">{escape(name or slug)}</category>'


def category(old_id: int, slug: str, name: str, parent: str = "") -> str:
    inside = element("wp:term_id", old_id) + element("wp:category_nicename", slug)
    inside += element("wp:category_parent", parent) + element("wp:cat_name", name)
    return f"<wp:category>{inside}</wp:category>\n"


def term(old_id: int, taxonomy: str, slug: str, name: str, description: str = "") -> str:
    inside = element("wp:term_id", old_id) + element("wp:term_taxonomy", taxonomy)
    inside += element("wp:term_slug", slug) + element("wp:term_name", name)
    return f"<wp:term>{inside}{element('wp:term_description', description)}</wp:term>\n"


def author(login: str, name: str) -> str:
    inside = element("wp:author_id", 1) + element("wp:author_login", login)
    return f"<wp:author>{inside}{element('wp:author_display_name', name)}</wp:author>\n"


def comment(old_id: int, text: str = "Thanks.", **said: Any) -> str:
    wp = {"author": "Reader", "date_gmt": "2024-05-15 10:00:00", "approved": "1", "parent": 0}
    parts = {"id": old_id, "content": text, "type": "comment"} | wp | said
    inside = "".join(element(f"wp:comment_{name}", value) for name, value in parts.items())
    return f"<wp:comment>{inside}</wp:comment>"


class Importer:
    """Writes exports and imports them; what the command said is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.report: dict[str, Any] = {}
        self.output = ""
        self.exit_code = 0

    def __call__(self, *parts: str, name: str = "export.xml", **options: Any) -> dict[str, Any]:
        """Import an export of these parts; gives the report."""
        path = self.folder / name
        path.write_text(HEAD + "".join(parts) + "</channel></rss>", encoding="utf-8")
        return self.files(path, **options)

    def files(self, *paths: Path, **options: Any) -> dict[str, Any]:
        """Import these files; gives the report."""
        report, output = self.folder / "report.json", StringIO()
        self.exit_code = 0
        try:
            call_command(
                "import_wordpress",
                *map(str, paths),
                **{"edition": "fa", "report": report, "stdout": output, **options},
            )
        except SystemExit as ended:
            self.exit_code = int(ended.code or 0)
        self.output = output.getvalue()
        self.report = json.loads(report.read_text(encoding="utf-8"))
        return self.report

    def totals(self, kind: str) -> dict[str, int]:
        """How many of a kind had which outcome in the last run; zeros are left out."""
        return {name: number for name, number in self.report["totals"][kind].items() if number}

    def repairs(self, old_id: int) -> list[str]:
        """What was repaired of one item in the last run."""
        return [entry["what"] for entry in self.report["repaired"] if entry["old_id"] == old_id]
