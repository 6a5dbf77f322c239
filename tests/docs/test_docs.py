"""The documents say what is so: their links, paths, versions and shapes."""

import re
import subprocess
import tomllib
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *DECISIONS,
]
FENCE = re.compile(r"^ *```(?P<kind>\w*)\n(?P<code>.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
# `nejat/urls.py`, `docs/decisions/`: a path of the tree, not an address and not a pattern.
NAMED_PATH = re.compile(r"`(?P<path>[\w.-]+(?:/[\w.-]+)*/?)`")

# Made by the recipes and by running the site, so not in the tree.
MADE = ("locale/tr", "poems", "templates/poems", "var", ".venv")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _prose(path: Path) -> str:
    return FENCE.sub("", _read(path))


def _anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", _prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _tree() -> set[str]:
    """The files that git does not ignore and their folders, by their paths from the top."""
    list_files = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(list_files, cwd=ROOT, check=True, capture_output=True, text=True)
    files = map(Path, listed.stdout.splitlines())
    return {str(path) for file in files for path in (file, *file.parents)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_documents_resolve(page):
    broken = []
    for link in LINK.finditer(_prose(page)):
        target = (page.parent / unquote(link["path"])) if link["path"] else page
        if not target.exists() or (link["anchor"] and link["anchor"] not in _anchors(target)):
            broken.append(link[0])

    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_named_in_the_documents_exist(page):
    tree = _tree()
    tops = {name.split("/")[0] for name in tree}
    named = {match["path"].rstrip("/") for match in NAMED_PATH.finditer(_prose(page))}
    inside = {path for path in named if "/" in path and path.split("/")[0] in tops}

    assert {path for path in inside - tree if not path.startswith(MADE)} == set()


def test_the_readme_is_short():
    assert len(_read(ROOT / "README.md").splitlines()) <= 120


def test_the_readme_begins_with_exactly_two_commands():
    first = FENCE.search(_read(ROOT / "README.md"))
    commands = [line.split("#")[0].strip() for line in first["code"].splitlines()]

    assert commands == ["make run", "make test"]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_three_parts_on_one_page(decision):
    text = _read(decision)
    number = int(decision.stem.split("-")[0])

    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert text.startswith(f"# {number}. ")
    assert len(text.splitlines()) <= 60


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(decision.stem.split("-")[0]) for decision in DECISIONS]

    assert numbers == list(range(1, len(DECISIONS) + 1))


def test_the_changelog_begins_with_the_version_of_the_project():
    version = tomllib.loads(_read(ROOT / "pyproject.toml"))["project"]["version"]
    newest = re.search(r"^## (\S+)", _read(ROOT / "CHANGELOG.md"), re.MULTILINE)

    assert newest[1] == version


def test_make_targets_named_in_the_documents_exist():
    targets = set(re.findall(r"^([a-z-]+):", _read(ROOT / "Makefile"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z-]+)", _read(page))}

    assert named - targets == set()
