"""Each recipe of CONTRIBUTING.md is followed to the letter in a copy of the tree.

A fenced block below a line that begins with a path is a file to write. A `diff` block there is
a change to an existing file, or several parted by `@@`. Lines of `sh` blocks are run where they
stand, but for `make`.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
STEP = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`[^\n]*\n\n)?^```(?P<kind>\w+)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
PYTHON = ".venv/bin/python"

A_POEM_IS_READ = """
from datetime import UTC, datetime
from django.test import Client
from poems.models import Poem

poem = Poem(title_fa="باران", body_fa="<p>باران آمد.</p>", state_fa="published")
poem.published_at_fa = datetime(2024, 5, 10, tzinfo=UTC)
poem.full_clean()
poem.save()
reader = Client(headers={"host": "localhost"})
pages = [reader.get(path) for path in ("/fa/poems/", poem.url_in("fa"), f"/fa/poems/{poem.pk}/")]
print([page.status_code for page in pages])
print([page.content.decode().count("<h1") for page in pages[:2]])
print("باران آمد." in pages[1].content.decode(), poem.url_in("fa") in pages[0].content.decode())
print(reader.get(poem.url_in("sq")).status_code)
"""

TURKISH_IS_READ = """
import re
from django.test import Client
from nejat.editions.calendars import format_date, format_weekday_date
from nejat.editions.numbers import format_number
from nejat.editions.registry import get_edition
from datetime import date

reader = Client(headers={"host": "localhost"})
home = reader.get("/tr/")
html = home.content.decode()
print(home.status_code, home.headers["Content-Language"])
print(re.search(r"<html[^>]*>", html)[0].count('lang="tr"'), html.count('dir="ltr"') > 0)
print('href="/tr/"' in reader.get("/sq/").content.decode())
turkish = get_edition("tr")
print(format_date(date(2021, 10, 10), turkish), format_weekday_date(date(2021, 10, 10), turkish))
print(format_number(-1234.5, turkish))
"""


A_BANNER_IS_SHOWN = """
from io import BytesIO
from PIL import Image
from media_library.library import add_image, make_renditions
from media_library.presets import PRESETS
from media_library.showing import picture_html

buffer = BytesIO()
Image.new("RGB", (1000, 600), "teal").save(buffer, "PNG")
buffer.seek(0)
image = add_image(buffer, "sea.png").image
make_renditions(image)
html = picture_html(image, "banner")
print(list(PRESETS)[-1], html.count("banner-960"), 'width="960" height="240"' in html)
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the tree as it stands on disk, with what git does not ignore."""
    list_files = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(list_files, cwd=ROOT, check=True, capture_output=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).exists():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_recipe_for_a_content_type_makes_pages(copy):
    follow("Add a content type", copy)

    assert shell(copy, A_POEM_IS_READ) == [
        "[200, 200, 301]",
        "[1, 1]",
        "True True",
        "404",
    ]


def test_the_recipe_for_a_rendition_preset_makes_pictures(copy):
    follow("Add a rendition preset", copy)

    assert shell(copy, A_BANNER_IS_SHOWN) == ["banner 3 True"]


def test_the_recipe_for_an_edition_makes_a_site(copy):
    follow("Add an edition", copy)

    assert shell(copy, TURKISH_IS_READ) == [
        "200 tr",
        "1 True",
        "True",
        "10 Ekim 2021 10 Ekim 2021 Pazar",
        "-1.234,5",
    ]


def follow(recipe: str, copy: Path) -> None:
    """Do in `copy` what the recipe says, step by step, in its order."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {recipe}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[1]
    for step in STEP.finditer(section):
        if step["kind"] == "sh":
            for line in step["code"].splitlines():
                if not line.startswith("make "):
                    run(copy, line)
        elif step["kind"] == "diff":
            change(copy / step["path"], step["code"])
        else:
            write(copy / step["path"], step["code"])


def write(path: Path, code: str) -> None:
    """Make a new file."""
    assert not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code, encoding="utf-8")


def change(path: Path, diff: str) -> None:
    """Apply a diff; the lines of each part without `+` must stand in the file exactly once."""
    text = path.read_text(encoding="utf-8")
    for part in re.split(r"^@@.*\n", diff, flags=re.MULTILINE):
        lines = [(line[:1], line[1:] + "\n") for line in part.splitlines()]
        before = "".join(line for sign, line in lines if sign != "+")
        after = "".join(line for sign, line in lines if sign != "-")
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def run(copy: Path, command: str) -> str:
    """Run a shell command in the copy, on a database of its own, and return what it prints."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    done = subprocess.run(
        ["bash", "-c", command.replace(PYTHON, shlex.quote(sys.executable))],
        cwd=copy,
        env={**kept, "DEBUG": "1", "DATA_DIR": "var", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def shell(copy: Path, script: str) -> list[str]:
    """Run a Python script inside the copied site, and return the lines it prints."""
    command = f"{PYTHON} manage.py shell --no-imports -c {shlex.quote(script)}"
    return run(copy, command).splitlines()
