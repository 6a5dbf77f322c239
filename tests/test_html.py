"""Every page is valid HTML, says the Nu checker (Java; `make html` fetches it with npm)."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from nejat.editions.registry import CODES
from tests.site import Site
from tests.walk import error_pages, pages_to_read

CHECKER = Path(__file__).parent.parent / "node_modules/vnu-jar/build/dist/vnu.jar"

pytestmark = [
    pytest.mark.html,
    pytest.mark.skipif(not shutil.which("java"), reason="Java is not installed."),
    pytest.mark.skipif(not CHECKER.exists(), reason="The checker is not there: make html."),
]


def _check(folder: Path) -> list[dict]:
    """Return what the checker has to say of the pages in a folder; it starts once for all."""
    command = ["java", "-Xss8m", "-jar", str(CHECKER), "--stdout"]
    command += ["--format", "json", "--exit-zero-always", str(folder)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)["messages"]


def _write(pages: dict[str, str], folder: Path) -> dict[str, str]:
    """Write each page into a file of a number; return their addresses by the file's name."""
    folder.mkdir()
    names = {}
    for number, (address, html) in enumerate(pages.items()):
        name = f"{number:04}.html"
        (folder / name).write_text(html, encoding="utf-8")
        names[name] = address
    return names


def test_every_page_is_valid_html(db, tmp_path, capsys):
    site = Site(12)
    pages = {"500": render_to_string("500.html")}
    for code in CODES:
        pages |= pages_to_read(site, code, every_form=True) | error_pages(code)
    names = _write(pages, tmp_path / "pages")

    found: dict[bool, dict[str, str]] = {True: {}, False: {}}
    for message in _check(tmp_path / "pages"):
        address, line = names[Path(message["url"]).name], message.get("lastLine")
        place = f"{address}, line {line}: {message.get('extract', '').strip()}"
        found[message["type"] == "info"].setdefault(message["message"], place)
    with capsys.disabled():
        warnings = [f"Warning: {words} {place}" for words, place in found[True].items()]
        sys.stdout.write("\n".join([f"{len(pages)} pages.", *warnings, ""]))

    errors = [f"{words} {place}" for words, place in found[False].items()]
    assert errors == [], "\n".join(errors)
