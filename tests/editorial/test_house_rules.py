"""The rules that keep a column an edition safe; breaking one shows wrong pages silently.

Rule by rule: 1, 2, 4, 6, 8, 13, 14 here; 3 in test_base_columns; 5 in test_database; 7 in
tests/test_paging; 9 and 11 in tests/admin/test_forms; 10 in tests/admin/test_lists.
"""

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import Q
from django.template import Context, Template
from django.utils import translation
from modeltranslation.translator import translator

from articles.models import Article
from nejat.editions.registry import CODES
from nejat.editorial.columns import columns, real_fields, translated_fields
from nejat.editorial.models import EditionsModel
from tests.factories import make_article, make_topic
from tests.sql import captured

ROOT = Path(__file__).resolve().parents[2]
REGISTERED = sorted(translator.get_registered_models(abstract=False), key=str)


@pytest.mark.django_db
def test_rule_1_nothing_falls_back_to_another_edition():
    pk = make_article("en", title="Only in English", body="<p>Words.</p>").pk

    with translation.override("fa"):
        article = Article.objects.get(pk=pk)

        assert [article.title, article.body, article.published_at] == ["", "", None]
        assert article.state == "draft"
        assert not article.is_published_in("fa")


def test_rule_1_the_settings_switch_fallbacks_and_copying_off():
    assert settings.MODELTRANSLATION_ENABLE_FALLBACKS is False
    assert settings.MODELTRANSLATION_AUTO_POPULATE is False


@pytest.mark.django_db
def test_rule_1_saving_in_one_language_fills_no_other_edition():
    with translation.override("sq"):
        article = make_article("fa", title="فقط فارسی")

    article.refresh_from_db()
    assert [article.title_en, article.title_ar, article.title_sq] == ["", "", ""]


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model.__name__)
def test_rule_2_translated_fields_may_be_empty_and_are_neither_unique_nor_indexed(model):
    fields = [model._meta.get_field(name) for name in translated_fields(model)]
    fields += [model._meta.get_field(name) for f in fields for name in columns(f.name)]
    required = [f.name for f in fields if not (f.null or f.has_default())]

    assert required == []
    assert [f.name for f in fields if not f.blank and f.editable] == []
    assert [f.name for f in fields if f.unique or f.db_index] == []


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model.__name__)
def test_rule_2_indexes_constraints_and_ordering_name_no_base_column(model):
    base = translated_fields(model)
    named = {name.lstrip("-") for name in model._meta.ordering}
    for index in model._meta.indexes:
        named |= {name for name, _ in index.fields_orders} | _fields_of(index.condition)
    for constraint in model._meta.constraints:
        named |= set(getattr(constraint, "fields", ())) | _fields_of(constraint.condition)

    assert named & base == set()
    assert named != set()


@pytest.mark.django_db
def test_rule_4_a_template_reads_the_active_edition():
    article = make_article("fa", title="نامه", title_sq="Letra")
    shown = {}
    for code in CODES:
        with translation.override(code):
            shown[code] = Template("{{ article.title }}").render(Context({"article": article}))

    assert shown == {"en": "", "ar": "", "fa": "نامه", "sq": "Letra"}


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["for_card", "for_link"])
def test_rule_6_lists_load_no_body_and_no_text_of_another_edition(verb):
    make_article("fa", body="<p>متن</p>", primary_topic=make_topic("fa"))

    with captured() as statements:
        list(getattr(Article.objects.published("fa").newest_first("fa"), verb)("fa"))

    [sql] = statements
    selected = sql.split(" FROM ")[0]
    others = [code for code in CODES if code != "fa"]
    assert [name for name in columns("body") if name in selected] == []
    assert [c for c in others if f"title_{c}" in selected or f"standfirst_{c}" in selected] == []
    assert '"title_fa"' in selected


@pytest.mark.django_db
def test_rule_6_a_card_needs_no_further_query():
    make_article("fa", primary_topic=make_topic("fa"), standfirst="کوتاه")
    [article] = Article.objects.published("fa").for_card("fa")

    with translation.override("fa"), captured() as statements:
        _ = [article.title, article.standfirst, article.primary_topic.name, article.comment_count]
        _ = [article.get_absolute_url(), article.primary_topic.get_absolute_url()]
        _ = [article.addresses, article.lead_image, article.published_at]

    assert statements == []


@pytest.mark.django_db
def test_rule_8_update_fields_writes_that_column_and_no_other():
    article = make_article("fa", title="پیش از این", title_en="Before")
    article.title_fa, article.title_en = "پس از این", "After"

    with translation.override("en"), captured() as statements:
        article.save(update_fields=["title_fa"])

    [sql] = [sql for sql in statements if sql.startswith('UPDATE "articles_')]
    assert sql.startswith("""UPDATE "articles_article" SET "title_fa" = 'پس از این' WHERE""")
    article.refresh_from_db()
    assert (article.title_fa, article.title_en) == ("پس از این", "Before")


def test_rule_13_only_our_own_models_are_registered():
    rooms = {"articles", "media_library", "publications"}
    rooms |= {"nejat.contact", "nejat.pages", "nejat.tags"}
    assert {model._meta.app_config.name for model in REGISTERED} == rooms
    assert all(issubclass(model, EditionsModel) for model in REGISTERED)


def test_rule_14_no_queryset_is_a_class_attribute():
    frozen = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in _python_files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and any(map(_asks_the_database, node.body))
    ]

    assert frozen == []


def test_every_stored_field_but_the_base_columns_is_loaded():
    names = {field.name for field in real_fields(Article)}

    assert names & translated_fields(Article) == set()
    assert {"title_fa", "state_sq", "primary_topic", "id"} <= names


def _fields_of(condition: Q | tuple) -> set[str]:
    """The fields that a condition names."""
    if isinstance(condition, tuple):
        return {condition[0].split("__")[0]}
    return {name for child in condition.children for name in _fields_of(child)}


def _python_files() -> list[Path]:
    rooms = ("articles", "media_library", "nejat", "publications")
    return [path for room in rooms for path in (ROOT / room).rglob("*.py")]


def _asks_the_database(statement: ast.stmt) -> bool:
    """Whether a line of a class body starts a query: `x = Model.objects.…`."""
    if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
        return False
    return any(
        isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
        for node in ast.walk(statement.value)
    )
