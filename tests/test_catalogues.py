"""The words of the interface: complete, in the right letters, compiled, and all collected."""

import os
import re
import shutil
import subprocess
import sys
from gettext import c2py
from pathlib import Path

import polib
import pytest
from django.utils import translation

from nejat.pages.menu import MENU

ROOT = Path(__file__).resolve().parent.parent
CODES = ("ar", "fa", "sq")
LEFT_OUT = shutil.ignore_patterns(".*", "var", "tests", "docs", "__pycache__", "node_modules")

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
NUMBERS = {"%(number)s", "%(numbers)s", "%(count)s"}
PLURAL_FORMS = {"ar": 6, "fa": 2, "sq": 2}
FOREIGN_LETTERS = {
    "ar": re.compile("[یکگچپژ\u200c۰-۹]"),
    "fa": re.compile("[يىكة٠-٩]|(^|[ «])ن?می | ها([ .،؛:]|$)"),
    "sq": re.compile(r"[^\W\d_A-Za-zËëÇç]"),
}

# What the publisher calls the parts of the site, in each edition.
LABELS = {
    "Nejat Society": ("جمعية النجاة", "انجمن نجات", "Shoqata Nejat"),
    "Home": ("الرئيسية", "خانه", "Kreu"),
    "Articles": ("مقالات", "مقالات", "Artikuj"),
    "Media": ("الوسائط", "رسانه", "Media"),
    "Cartoons": ("كاريكاتير", "کاریکاتور", "Karikatura"),
    "NewsPics": ("صور إخبارية", "عکس خبری", "Foto lajmesh"),
    "Photo Gallery": ("معرض الصور", "گالری تصاویر", "Galeria e fotove"),
    "Videos": ("فيديو", "ویدئو", "Video"),
    "Publications": ("إصدارات", "انتشارات", "Botime"),
    "Books": ("كتب", "کتاب", "Libra"),
    "Nejat NewsLetter": ("نشرة النجاة", "خبرنامه نجات", "Buletini Nejat"),
    "Pars Brief": ("بارس بريف", "پارس بریف", "Pars Brief"),
    "About Us": ("من نحن", "درباره ما", "Rreth nesh"),
    "Contact us": ("اتصل بنا", "تماس با ما", "Kontakt"),
    "Editions": ("النسخ", "نسخه‌ها", "Edicionet"),
    "Latest Posts": ("آخر الأخبار", "جدیدترین مطالب", "Lajmet e fundit"),
    "Newer Posts": ("الأحدث", "جدیدتر", "Më të reja"),
    "Older Posts": ("الأقدم", "قدیمی‌تر", "Më të vjetra"),
    "Back To Top": ("العودة إلى الأعلى", "بازگشت به بالا", "Kthehu lart"),
    "You may also like": ("مقالات ذات صلة", "مطالب مرتبط", "Mund t'ju pëlqejë"),
    "Source": ("المصدر", "منبع", "Burimi"),
}


def _path(code: str, suffix: str, root: Path = ROOT) -> Path:
    return root / "locale" / code / "LC_MESSAGES" / f"django.{suffix}"


def _catalogue(code: str) -> polib.POFile:
    return polib.pofile(str(_path(code, "po")))


def _translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _numbers_of_forms(catalogue: polib.POFile) -> list[list[int]]:
    """Return, for each plural form, which of the numbers to 200 take it."""
    count, rule = re.fullmatch(
        r"nplurals=(\d); plural=(.+);", catalogue.metadata["Plural-Forms"]
    ).groups()
    form_of = c2py(rule)
    return [[n for n in range(201) if form_of(n) == form] for form in range(int(count))]


def _entries(catalogue) -> set[tuple]:
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural, *_translations(entry))
        for entry in catalogue
    }


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_is_complete_and_certain(code):
    catalogue = _catalogue(code)

    assert [e.msgid for e in catalogue if not all(t.strip() for t in _translations(e))] == []
    assert [e.msgid for e in catalogue if e.fuzzy or e.obsolete] == []
    assert not catalogue.metadata_is_fuzzy


@pytest.mark.parametrize("code", CODES)
def test_a_translation_keeps_the_placeholders(code):
    catalogue = _catalogue(code)
    for entry in catalogue:
        if not entry.msgid_plural:
            wanted = sorted(PLACEHOLDER.findall(entry.msgid))
            assert sorted(PLACEHOLDER.findall(entry.msgstr)) == wanted, entry.msgid


@pytest.mark.parametrize("code", CODES)
def test_a_plural_form_leaves_out_its_number_only_where_it_stands_for_one(code):
    catalogue = _catalogue(code)
    numbers = _numbers_of_forms(catalogue)
    for entry in catalogue:
        wanted = PLACEHOLDER.findall(entry.msgid_plural)
        without_number = [name for name in wanted if name not in NUMBERS]
        for form, text in entry.msgstr_plural.items():
            lone = len(numbers[form]) == 1
            allowed = [wanted, without_number] if lone else [wanted]
            assert PLACEHOLDER.findall(text) in allowed, text


@pytest.mark.parametrize("code", CODES)
def test_a_plural_has_the_forms_of_its_language(code):
    catalogue = _catalogue(code)

    assert len(_numbers_of_forms(catalogue)) == PLURAL_FORMS[code]
    for entry in catalogue:
        if entry.msgid_plural:
            assert sorted(entry.msgstr_plural) == list(range(PLURAL_FORMS[code])), entry.msgid


@pytest.mark.parametrize("code", CODES)
def test_letters_are_those_of_the_language(code):
    texts = [text for entry in _catalogue(code) for text in _translations(entry)]

    assert [text for text in texts if FOREIGN_LETTERS[code].search(text)] == []


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_ends_with_a_full_stop_where_its_original_does(code):
    catalogue = _catalogue(code)
    differing = [
        entry.msgid
        for entry in catalogue
        if any(entry.msgid.endswith(".") != text.endswith(".") for text in _translations(entry))
    ]

    assert differing == []


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_catalogue_is_in_step(code):
    compiled = polib.mofile(str(_path(code, "mo")))

    assert _entries(compiled) == _entries(_catalogue(code))


def test_a_fresh_collection_finds_no_other_word(tmp_path):
    if not shutil.which("xgettext"):
        pytest.skip("gettext is not installed")
    tree = tmp_path / "tree"
    shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
    shutil.rmtree(tree / "locale")
    (tree / "locale" / "sq").mkdir(parents=True)

    collect = ["makemessages", "--locale", "sq", "--no-location", "--no-wrap"]
    environment = os.environ | {"DEBUG": "1", "DATA_DIR": str(tmp_path)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run(
        [sys.executable, "manage.py", *collect],
        cwd=tree,
        env=environment,
        check=True,
        capture_output=True,
    )

    fresh = polib.pofile(str(_path("sq", "po", tree)))
    for code in CODES:
        assert {(e.msgctxt, e.msgid) for e in fresh} == {
            (e.msgctxt, e.msgid) for e in _catalogue(code)
        }, code


@pytest.mark.parametrize("code", CODES)
def test_the_parts_of_the_site_are_called_as_the_publisher_calls_them(code):
    with translation.override(code):
        shown = {label: translation.gettext(label) for label in LABELS}

    assert shown == {label: names[CODES.index(code)] for label, names in LABELS.items()}


@pytest.mark.parametrize("code", CODES)
def test_the_menu_says_nothing_but_those_labels(code):
    entries = [below for entry in MENU for below in (entry, *entry.entries)]
    with translation.override(code):
        labels = {str(entry.label) for entry in entries}

    assert labels <= {names[CODES.index(code)] for names in LABELS.values()}
