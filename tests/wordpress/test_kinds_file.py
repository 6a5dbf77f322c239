"""The mapping file: what it may say, what is wrong in it, and what its rules decide."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.models import Article
from media_library.models import Cartoon, NewsPicture, PhotoGallery
from nejat.wordpress.kinds import KindsError, default_kinds, read_kinds
from nejat.wordpress.models import ImportRecord
from tests.wordpress.media import UPLOADS, draw, picture
from tests.wordpress.wxr import HEAD, Importer, item, link, term

pytestmark = pytest.mark.django_db

RULE = '[[rule]]\nkind = "{}"\n'
ALL = "article, book, cartoon, newsletter, newspicture, pars-brief, photogallery, video"
TWO = f'<img src="{UPLOADS}a.png"><img src="{UPLOADS}b.png">'


@pytest.fixture
def kinds(tmp_path):
    """Write a mapping file; gives its path."""

    def write(text):
        path = tmp_path / "kinds.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(tmp_path, kinds):
    draw(tmp_path / "uploads/a.png")
    draw(tmp_path / "uploads/b.png", "red")
    run = Importer(tmp_path)
    pictures = picture(3), picture(4, "b.png")
    return lambda text, *parts: (
        run(*pictures, *parts, media=tmp_path / "uploads", kinds=str(kinds(text))) and run
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[rule]", "Expected ']]' at the end of an array declaration"),
        ("", "It has no [[rule]]."),
        ("rule = 1", "It has no [[rule]]."),
        ("rule = [1]", "Rule 1 is no table: write [[rule]] above it."),
        (f"kinds = 1\n{RULE.format('cartoon')}", "It knows only [[rule]], not kinds."),
        (
            RULE.format("cartoon") + 'words = ["a"]',
            "Rule 1 has kind, terms and body, not words.",
        ),
        (
            RULE.format("poster"),
            f"Rule 1: kind is one of {ALL}, not 'poster'.",
        ),
        (
            '[[rule]]\nbody = "film"',
            f"Rule 1: kind is one of {ALL}, not None.",
        ),
        (
            RULE.format("cartoon") + 'body = "drawing"',
            "Rule 1: body is one of film, gallery, picture, not 'drawing'.",
        ),
        (
            RULE.format("cartoon"),
            "Rule 1 names neither terms nor body, so it would fit every post.",
        ),
        (
            RULE.format("cartoon") + 'terms = ["cartoons"]',
            "Rule 1: terms is a table of taxonomies, each with a list of words.",
        ),
        (
            RULE.format("cartoon") + 'terms.ctype = "cartoons"',
            "Rule 1: the terms of 'ctype' are a list of words.",
        ),
        (
            f"{RULE.format('video')}body = 'film'\n{RULE.format('cartoon')}terms.ctype = ['…']",
            "Rule 2: the terms of 'ctype' are a list of words.",
        ),
    ],
)
def test_what_is_wrong_in_a_file_is_said_before_anything_is_written(kinds, tmp_path, text, reason):
    path = kinds(text)
    export = tmp_path / "export.xml"
    export.write_text(HEAD + item(1) + "</channel></rss>")

    with pytest.raises(CommandError) as refused:
        call_command("import_wordpress", str(export), edition="fa", kinds=str(path))

    assert str(refused.value).startswith(f"{path} cannot be used: {reason}")
    assert not ImportRecord.objects.exists()


def test_a_file_that_is_not_there_or_not_utf8_is_said(tmp_path):
    (tmp_path / "latin.toml").write_bytes(b"\xe9")

    for name in ("nothing.toml", "latin.toml"):
        with pytest.raises(KindsError):
            read_kinds(tmp_path / name)


def test_the_file_that_comes_along_is_whole():
    kinds = default_kinds()

    assert kinds.taxonomies == {"ctype", "module", "category", "post_format"}
    words = ("videos", "Photo-Gallery", "کاریکاتور", "newsletter", "پارس-بریف", "Libra", "poster")
    assert [kinds.of_term("ctype", word) for word in words] == [
        "video",
        "photogallery",
        "cartoon",
        "newsletter",
        "pars-brief",
        "book",
        "",
    ]


def test_the_example_in_the_documents_is_one(kinds):
    documents = Path(__file__).parents[2] / "docs/importing.md"
    [example] = re.findall(r"```toml\n(.*?)```", documents.read_text(encoding="utf-8"), re.DOTALL)

    rules = read_kinds(kinds(example)).rules

    assert [(rule.kind, rule.body, len(rule.terms)) for rule in rules] == [
        ("cartoon", "", 4),
        ("photogallery", "gallery", 0),
    ]


def test_another_file_replaces_the_one_that_comes_along(run):
    drawings = RULE.format("cartoon") + 'terms.section = ["Drawings"]'

    run(drawings, item(1, link("section", "drawings"), body=TWO),
        item(2, link("ctype", "cartoons"), body=TWO))  # fmt: skip

    assert (Cartoon.objects.get().title_fa, Article.objects.get().title_fa) == (
        "Letter 1",
        "Letter 2",
    )


def test_the_first_rule_that_fits_decides(run):
    rules = "".join(
        RULE.format(kind) + f'terms.ctype = ["{word}"]\n'
        for kind, word in (("article", "kept"), ("cartoon", "seen"), ("photogallery", "seen"))
    )

    done = run(rules, item(1, link("ctype", "seen"), link("ctype", "kept"), body=TWO),
               item(2, link("ctype", "seen"), body=TWO))  # fmt: skip

    assert Article.objects.get().title_fa == "Letter 1"
    assert Cartoon.objects.get().title_fa == "Letter 2"
    assert done.report["repaired"] == []


def test_a_rule_whose_kind_lacks_something_lets_the_next_one_decide(run):
    rules = "".join(
        RULE.format(kind) + 'terms.ctype = ["photos"]\n' for kind in ("photogallery", "newspicture")
    )

    done = run(rules, item(1, link("ctype", "photos"), body=f'<img src="{UPLOADS}a.png">'))

    assert NewsPicture.objects.get().image.original_name == "a.png"
    assert done.report["repaired"] == []


def test_a_rule_may_ask_for_the_shape_of_the_body_alone(run):
    done = run(RULE.format("photogallery") + 'body = "gallery"',
               item(1, body=TWO), item(2, body=f'<img src="{UPLOADS}a.png">'))  # fmt: skip

    assert PhotoGallery.objects.get().title_fa == "Letter 1"
    assert Article.objects.get().title_fa == "Letter 2"
    assert done.report["repaired"] == []


def test_a_rule_may_ask_for_both(run):
    rule = RULE.format("cartoon") + 'body = "gallery"\nterms.ctype = ["cartoons"]'

    done = run(rule, item(1, link("ctype", "cartoons"), body=TWO),
               item(2, link("ctype", "cartoons"), body=f'<img src="{UPLOADS}a.png">'))  # fmt: skip

    assert Cartoon.objects.get().title_fa == "Letter 1"
    assert done.repairs(2) == [
        "a cartoon by its terms, but it has neither a gallery nor two pictures here: an article"
    ]


def test_taxonomies_of_the_rules_are_not_named_as_left_out(run):
    rule = RULE.format("cartoon") + 'terms.section = ["drawings"]'

    done = run(rule, term(8, "section", "other", "Other"), term(9, "shelf", "x", "X"))

    assert [skip["title"] for skip in done.report["skipped"]] == ["X"]
