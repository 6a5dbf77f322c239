"""Readers' journeys in a real browser."""

from django.utils import translation
from playwright.sync_api import expect


def test_a_reader_without_javascript_finds_the_oldest_article(plain_reader, site):
    plain_reader.goto("/fa/")
    plain_reader.goto("/fa/articles/")
    plain_reader.get_by_role("link", name="قدیمی‌تر").first.click()
    plain_reader.wait_for_url("**/fa/articles/?page=2")
    oldest = plain_reader.locator("main h2 a").last
    title = oldest.inner_text()
    oldest.click()

    expect(plain_reader.locator("h1")).to_have_text(title)


def test_the_switcher_leads_to_the_same_article_in_the_other_edition(plain_reader, site):
    with translation.override("fa"):
        address = site.article.get_absolute_url()
    plain_reader.goto(address)
    href = plain_reader.locator("header a[hreflang=sq]").first.get_attribute("href")
    plain_reader.goto(href)

    expect(plain_reader.locator("html")).to_have_attribute("lang", "sq")
    expect(plain_reader.locator("h1")).to_have_text(site.article.title_sq)


def test_a_reader_is_told_that_an_article_is_not_in_the_other_edition(reader, site):
    site.article.set_in("sq", state="withdrawn")
    site.article.save()
    with translation.override("fa"):
        reader.goto(site.article.get_absolute_url())
    href = reader.locator("header a[hreflang=sq]").first.get_attribute("href")
    reader.goto(href)

    assert reader.locator("html").get_attribute("lang") == "sq"
    assert reader.locator("#not-in-this-edition").is_visible()
    reader.goto("/sq/articles/")
    assert not reader.locator("#not-in-this-edition").is_visible()


def test_the_root_remembers_the_edition_a_reader_chose(reader, site):
    reader.goto("/en/")
    reader.locator("header a[hreflang=fa]").first.evaluate("link => link.click()")
    reader.wait_for_url("**/fa/")
    reader.goto("/")

    assert reader.url.endswith("/fa/")


def test_escape_closes_a_submenu_and_gives_the_focus_back(reader, site):
    reader.set_viewport_size({"width": 1280, "height": 800})
    reader.goto("/fa/")
    media = reader.locator(".menu summary").first
    media.focus()
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    assert reader.locator(".menu details[open]").count() == 1
    reader.keyboard.press("Escape")

    assert reader.locator(".menu details[open]").count() == 0
    assert media.evaluate("summary => summary === document.activeElement")
