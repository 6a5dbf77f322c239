"""Two people at the desk, each in a browser of their own, in the same article."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from nejat.staff.groups import EDITORS, TRANSLATORS
from tests.factories import make_article
from tests.staff.making import make_staff


@pytest.fixture
def work(transactional_db) -> Article:
    return make_article("en", title="Garden", standfirst="Quiet.", body="<p>One.</p>")


def _open(page: Page, work: Article, edition: str) -> None:
    page.goto(f"/admin/articles/article/{work.pk}/change/")
    page.get_by_role("tab", name=edition).click()


def _save(page: Page) -> None:
    page.locator(".action-bar [name=_continue]").click()


def test_an_editor_and_a_translator_save_at_once_and_both_are_kept(desk, work):
    editor = desk(make_staff(EDITORS))
    translator = desk(make_staff(TRANSLATORS, editions=["fa"]))
    _open(editor, work, "English")
    _open(translator, work, "فارسی")
    editor.fill("#id_title_en", "The garden")
    translator.fill("#id_title_fa", "باغ")
    translator.get_by_role("tabpanel", name="فارسی").locator(".rich-text").fill("یک.")

    for page in (translator, editor):
        _save(page)
        expect(page.locator(".messagelist .success")).to_be_visible()

    work.refresh_from_db()
    assert (work.title_en, work.title_fa, work.body_fa) == ("The garden", "باغ", "<p>یک.</p>")
    assert work.state_en == "published"


def test_a_second_editor_of_one_edition_sees_both_texts_before_one_is_lost(desk, work):
    first, second = desk(make_staff(EDITORS)), desk(make_staff(EDITORS))
    for page, words in ((first, "Theirs."), (second, "Ours.")):
        _open(page, work, "English")
        page.fill("#id_standfirst_en", words)
    _save(first)
    expect(first.locator(".messagelist .success")).to_be_visible()

    _save(second)
    expect(second.locator(".field-standfirst_en .theirs")).to_have_text("Theirs.")
    expect(second.locator("#id_standfirst_en")).to_have_value("Ours.")
    assert Article.objects.get().standfirst_en == "Theirs."
    _save(second)
    expect(second.locator(".messagelist .success")).to_be_visible()

    assert Article.objects.get().standfirst_en == "Ours."


def test_a_translator_finds_the_source_locked_and_no_way_to_publish(desk, work):
    translator = desk(make_staff(TRANSLATORS, editions=["fa"]))
    _open(translator, work, "English")
    for name in ("title_en", "body_en", "lead_image"):
        expect(translator.locator(f"#id_{name}")).to_be_disabled()
    translator.get_by_role("tab", name="فارسی").click()
    expect(translator.locator("#id_title_fa")).to_be_editable()

    buttons = translator.locator(".steps:visible button")
    assert buttons.all_inner_texts() == ["Submit for review"]
