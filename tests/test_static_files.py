"""Style sheets and faces as production serves them."""

import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings
from django.utils import translation
from django.utils.functional import empty

from nejat.editions.registry import CODES
from nejat.pages.templatetags.pages import face_files
from nejat.static_files import bundled

MOST_STYLES = 30_000
MOST_FACES = 120_000
# Loaded besides the faces that are preloaded, where a text has italics.
ITALICS = {"ltr": ["source-serif-4-latin-wght-italic.woff2"], "rtl": []}


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The static files of production, collected once."""
    folder = tmp_path_factory.mktemp("static")
    storages = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "nejat.static_files.BundlingStorage"},
    }
    with override_settings(STATIC_ROOT=folder, STORAGES=storages):
        staticfiles_storage._wrapped = empty
        call_command("collectstatic", interactive=False, verbosity=0, ignore=["admin", "*admin-*"])
        yield folder
    staticfiles_storage._wrapped = empty


def test_the_style_sheet_of_production_is_one_small_file_in_layers(collected):
    address = staticfiles_storage.url("nejat/css/site.css")
    sheet = (collected / address.removeprefix("/static/")).read_text(encoding="utf-8")

    assert "@import" not in sheet
    assert re.findall(r"@layer ([\w, ]+);", sheet) == [
        "reset, tokens, base, layout, components, utilities"
    ]
    assert set(re.findall(r"@layer (\w+) \{", sheet)) == {
        "reset",
        "tokens",
        "base",
        "layout",
        "components",
        "utilities",
    }
    assert len(brotli.compress(sheet.encode())) <= MOST_STYLES


def test_the_faces_in_the_style_sheet_are_files_that_are_served(collected):
    if not settings.HAS_FACES:
        pytest.skip("npm has not fetched the faces")
    address = staticfiles_storage.url("nejat/css/site.css")
    sheet = (collected / address.removeprefix("/static/")).read_text(encoding="utf-8")

    faces = re.findall(r'url\("\.\./fonts/([^"]+)"\)', sheet)

    assert len(faces) == 4
    assert [name for name in faces if not (collected / "nejat/fonts" / name).is_file()] == []


@pytest.mark.parametrize("code", CODES)
def test_a_page_loads_few_faces(collected, code):
    if not settings.HAS_FACES:
        pytest.skip("npm has not fetched the faces")
    with translation.override(code):
        names = [Path(address).name for address in face_files()]
    direction = "rtl" if code in ("ar", "fa") else "ltr"

    folder = collected / "nejat/fonts"
    plain = [folder / f"{name.partition('.')[0]}.woff2" for name in names]
    italics = [folder / name for name in ITALICS[direction]]
    assert sum(path.stat().st_size for path in [*plain, *italics]) <= MOST_FACES


def test_without_the_faces_there_is_no_word_of_them(settings):
    settings.STATICFILES_DIRS = []
    settings.HAS_FACES = False

    assert "@font-face" not in bundled()
    assert face_files() == []
