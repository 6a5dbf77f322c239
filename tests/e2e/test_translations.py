"""From a list to a translator's form, in the browsers of two people."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from nejat.staff.groups import EDITORS, TRANSLATORS
from tests.e2e.measure import broken_rules
from tests.factories import make_article
from tests.staff.making import make_staff

LIST = "/admin/articles/article/"


@pytest.fixture
def work(transactional_db) -> Article:
    """An English article whose Albanian translation is outdated."""
    work = make_article("en", title="Garden", body="<p>One.</p>", title_sq="Kopsht")
    work.title_en = "Gardens"
    work.save()
    return work


def _expect_tab(page: Page, name: str) -> None:
    expect(page.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")


def test_what_is_sent_to_translation_opens_at_its_edition(desk, work):
    editor = desk(make_staff(EDITORS, first_name="Mina"))
    editor.goto(LIST)
    editor.locator(".action-select").check()
    editor.locator("select[name=action]").select_option("ask_translations")
    editor.locator("button[name=index]").click()
    editor.get_by_label("فارسی").check()
    editor.get_by_label("Note").fill("For the anniversary")
    editor.get_by_role("button", name="Do it").click()
    expect(editor.locator(".messagelist .success")).to_have_text("Send to translation: 1 work.")

    translator = desk(make_staff(TRANSLATORS))
    translator.goto("/admin/")
    translator.get_by_role("region", name="Asked for translation").get_by_role("link").click()

    _expect_tab(translator, "فارسی")
    notice = translator.locator("#edition-fa")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("Mina asked for this translation")
    expect(notice.locator("q")).to_have_text("For the anniversary")
    translator.get_by_role("tab", name="Shqip").click()
    expect(notice).to_be_hidden()
    expect(translator.locator("#edition-sq")).to_contain_text("The source has changed since")


def test_the_tab_that_was_chosen_comes_back_whatever_the_address_named(desk, work):
    editor = desk(make_staff(EDITORS))
    editor.goto(f"{LIST}{work.pk}/change/#edition-sq")
    _expect_tab(editor, "Shqip")

    editor.get_by_role("tab", name="English").click()
    editor.reload()
    _expect_tab(editor, "English")
    editor.goto(f"{LIST}{work.pk}/change/#edition-sq")
    editor.get_by_role("tab", name="Shqip").press("Home")
    editor.locator("#id_title_en").fill("More gardens")
    editor.get_by_role("button", name="Save and continue editing").click()

    expect(editor.locator(".messagelist .success")).to_be_visible()
    _expect_tab(editor, "English")


def test_the_source_is_read_beside_its_translations_and_stays_open(desk, work):
    translator = desk(make_staff(TRANSLATORS))
    translator.goto(f"{LIST}{work.pk}/change/#edition-fa")
    source = translator.locator(".source-text")
    source.locator("summary").click()
    expect(source).to_contain_text("Gardens")
    assert broken_rules(translator, ".source-text") == []

    translator.locator("#id_title_fa").fill("باغ‌ها")
    translator.locator("#id_seo_title_fa").focus()
    expect(source).to_be_in_viewport()
    translator.get_by_role("button", name="Save and continue editing").click()
    expect(translator.locator(".messagelist .success")).to_be_visible()
    expect(source).to_have_attribute("open", "")
    translator.get_by_role("tab", name="English").click()
    expect(source).to_be_hidden()


def test_still_right_is_said_in_the_form_and_leads_back_to_its_edition(desk, work):
    translator = desk(make_staff(TRANSLATORS))
    translator.goto("/admin/")
    translator.get_by_role("region", name="Outdated translations").get_by_role("link").click()
    _expect_tab(translator, "Shqip")

    translator.locator("#edition-sq").get_by_role("button", name="Still right").click()

    expect(translator.locator(".messagelist .success")).to_be_visible()
    _expect_tab(translator, "Shqip")
    expect(translator.locator("#edition-sq")).to_have_count(0)
    assert work.translations.get().outdated_since is None
