"""Exports in several languages: one work in several editions."""

import pytest

from articles.models import Article, Topic
from tests.wordpress.wxr import Importer, category, item, link, meta, term

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


def language(code, locale):
    return term(0, "language", code, code, f'a:1:{{s:6:"locale";s:{len(locale)}:"{locale}";}}')


def group(slug, **ids):
    members = "".join(f's:2:"{code}";i:{old_id};' for code, old_id in ids.items())
    return term(0, "post_translations", slug, slug, f"a:{len(ids)}:{{{members}}}")


POLYLANG = (language("fa", "fa_IR"), language("en", "en_US"), group("pll_1", fa=1, en=2))
FA = item(1, link("language", "fa"), link("post_translations", "pll_1"), title="باران")
EN = item(2, link("language", "en"), link("post_translations", "pll_1"), title="Rain")


def titles():
    return sorted(Article.objects.values_list("title_fa", "title_en"))


def test_translations_become_one_article(run):
    run(*POLYLANG, FA, EN)

    assert titles() == [("باران", "Rain")]
    assert run.totals("post") == {"read": 2, "created": 2}


def test_a_translation_in_a_later_file_joins_its_article(run, tmp_path):
    run(*POLYLANG, FA)

    run(*POLYLANG, EN)

    assert titles() == [("باران", "Rain")]
    article = Article.objects.get()
    assert (article.state_fa, article.state_en) == ("published", "published")


def test_one_command_takes_a_split_export(run, tmp_path):
    run(*POLYLANG, FA, name="first.xml")
    Article.objects.all().delete()

    run(*POLYLANG, EN, name="second.xml", dry_run=True)
    run.files(tmp_path / "first.xml", tmp_path / "second.xml")

    assert run.totals("post") == {"read": 2, "created": 1, "unchanged": 1}


def test_editing_one_edition_does_not_hold_the_other_back(run):
    run(*POLYLANG, FA, EN)
    article = Article.objects.get()
    article.title_fa = "ویراسته"
    article.save()

    run(*POLYLANG, FA, EN.replace("Rain", "Heavy rain"))

    assert titles() == [("ویراسته", "Heavy rain")]


def test_a_second_text_of_one_edition_in_a_group_stands_alone(run):
    other = item(3, link("language", "fa"), link("post_translations", "pll_1"), title="باد")

    run(*POLYLANG, FA, EN, other)

    assert titles() == [("باد", ""), ("باران", "Rain")]
    assert run.repairs(3) == [
        "its group of translations has a text in this edition already: a work of its own"
    ]


def test_categories_that_are_translations_become_one_topic(run):
    members = 'a:2:{s:2:"fa";i:11;s:2:"en";i:12;}'
    run(
        *POLYLANG,
        term(0, "term_translations", "pll_t", "pll_t", members),
        category(11, "akhbar", "اخبار"),
        category(12, "news", "News"),
        FA,
    )

    assert list(Topic.objects.values_list("name_fa", "name_en", "slug_fa", "slug_en")) == [
        ("اخبار", "News", "akhbar", "news")
    ]
    assert run.totals("topic") == {"read": 2, "created": 2}


def test_a_category_used_in_another_edition_is_named_there(run):
    run(
        *POLYLANG,
        category(11, "letters", "Letters"),
        EN.replace("</item>", link("category", "letters", "Letters") + "</item>"),
    )

    topic = Topic.objects.get()
    assert (topic.slug_fa, topic.slug_en) == ("letters", "letters")
    assert Article.objects.get().primary_topic == topic


def test_wpml_groups_become_one_article(run):
    def of(code):
        return (
            meta("_wpml_import_language_code", code),
            meta("_wpml_import_translation_group", "g1"),
        )

    run(item(1, *of("fa"), title="باران"), item(2, *of("en"), title="Rain"))

    assert titles() == [("باران", "Rain")]


def test_languages_inside_one_text_become_its_editions(run):
    run(
        item(
            1,
            title="<!--:fa-->باران<!--:--><!--:en-->Rain<!--:-->",
            body="[:fa]متن[:en]Text[:]",
        )
    )

    article = Article.objects.get()
    assert (article.title_fa, article.body_fa) == ("باران", "<p>متن</p>")
    assert (article.title_en, article.body_en) == ("Rain", "<p>Text</p>")


@pytest.mark.parametrize(
    "inside", [link("language", "de"), meta("_wpml_import_language_code", "de")]
)
def test_other_languages_are_skipped_and_named(run, inside):
    report = run(item(1, inside, title="Regen"))

    assert not Article.objects.exists()
    assert report["skipped"] == [
        {
            "kind": "post",
            "old_id": 1,
            "title": "Regen",
            "reason": "its language is not among the editions: de",
        }
    ]


def test_the_address_names_the_edition_of_an_item_that_does_not(run):
    run(item(1, title="Shi", link="https://example.org/sq/posts/1"))

    assert Article.objects.get().title_sq == "Shi"


def test_installs_with_the_same_ids_and_groups_stay_apart(run):
    trid = meta("trid", 7)
    run(item(1, trid, title="باران"))
    path = run.folder / "export.xml"
    other = path.read_text().replace("example.org/fa", "example.net/en").replace("باران", "Rain")
    path.write_text(other)

    run.files(path, edition="en")

    assert titles() == [("", "Rain"), ("باران", "")]
