"""The form of the code base: layers, migrations, sizes, words that must not be there."""

import ast
import re
import subprocess
import sys
import tomllib
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = PROJECT["tool"]["importlinter"]["root_packages"]
LONGEST = {".py": 250, ".html": 120, ".css": 150, ".js": 150}


def _tracked(*suffixes: str) -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    paths = [ROOT / name for name in names if not suffixes or name.endswith(suffixes)]
    return [path for path in paths if path.exists()]


def _ours(*suffixes: str) -> list[Path]:
    """Files of the product: no tests, no migrations."""
    return [
        path
        for path in _tracked(*suffixes)
        if path.relative_to(ROOT).parts[0] in (*PACKAGES, "templates")
        and "migrations" not in path.parts
    ]


def test_imports_point_downward_only():
    # A process of its own: the linter silences the loggers of the one that it runs in.
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], check=False, cwd=ROOT, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_files_are_short_enough_to_read_at_once():
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in _ours(*LONGEST)
    }

    assert {name: n for name, n in lengths.items() if n > LONGEST[Path(name).suffix]} == {}


def test_functions_are_short_enough_to_read_at_once():
    too_long = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in _ours(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 30
    ]

    assert too_long == []


def test_nothing_listens_to_save_signals():
    signals = re.compile(r"models\.signals|\bpost_save\b|m2m_changed|@receiver")

    assert [path for path in _ours(".py") if signals.search(path.read_text())] == []


def test_styles_know_start_and_end_but_not_left_and_right():
    physical = re.compile(
        r"(?:margin|padding|border)-(?:left|right|top|bottom)\b|\b(?:left|right|float)\s*:"
        r"|text-align:\s*(?:left|right)"
    )

    assert [p.name for p in _ours(".css") if physical.search(p.read_text())] == []


def test_templates_load_nothing_from_another_host():
    loading = re.compile(
        r"<(?:script|img|iframe|source|video|audio)\b[^>]*\b(?:src|srcset)=\"(?:https?:)?//"
    )
    linked = re.compile(r"<link\b[^>]*\bhref=\"(?:https?:)?//")

    pages = {path: path.read_text(encoding="utf-8") for path in _ours(".html")}
    assert [p for p, text in pages.items() if loading.search(text) or linked.search(text)] == []


def test_templates_hold_no_script_and_no_style_of_their_own():
    inline = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*json)|<style|\bstyle=\"|\son\w+=\"")

    # Mail programs read no style sheets, so what an issue looks like as a mail stands in its tags.
    mails = ROOT / "templates/publications/mail"
    pages = [path for path in _ours(".html") if path.parent != mails]
    assert [p for p in pages if inline.search(p.read_text(encoding="utf-8"))] == []


def test_no_file_names_a_package_registry():
    hosts = re.compile(r"(?:pypi|npmjs|pythonhosted|deb\.debian)\.(?:org|com)")

    named = [
        path
        for path in _tracked(".py", ".toml", ".lock", ".json", ".md", "Makefile", "run", ".html")
        if hosts.search(path.read_text(encoding="utf-8"))
    ]
    assert named == []


def test_only_querysets_and_managers_filter_by_state():
    allowed = {"states.py", "querysets.py"}
    filtering = re.compile(r"\.(?:filter|exclude)\([^)]*\bstate(?:_\w\w)?=")

    assert [
        str(p.relative_to(ROOT))
        for p in _ours(".py")
        if p.name not in allowed and "comments" not in p.parts and filtering.search(p.read_text())
    ] == []


def test_every_setting_from_the_environment_is_documented():
    settings = (ROOT / "nejat/settings.py").read_text() + (ROOT / "nejat/gunicorn.py").read_text()
    names = set(re.findall(r"(?:read|secret_key|environ\.get)\(\s*\"([A-Z_]+)\"", settings))
    documented = set(re.findall(r"`([A-Z_]+)`", (ROOT / "docs/running.md").read_text()))

    assert names - documented == set()


def test_every_command_is_documented():
    commands = {p.stem for p in _ours(".py") if p.parent.name == "commands"} - {"__init__"}
    docs = " ".join(p.read_text(encoding="utf-8") for p in (ROOT / "docs").glob("*.md"))

    assert {name for name in commands if name not in docs} == set()
