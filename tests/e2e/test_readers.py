"""Readers' journeys in a real browser."""

import re
from itertools import pairwise

import pytest
from django.utils import translation
from playwright.sync_api import expect

from nejat.editions.registry import CODES


def test_a_reader_without_javascript_finds_the_oldest_article(plain_reader, site):
    plain_reader.goto("/fa/")
    plain_reader.goto("/fa/articles/")
    plain_reader.get_by_role("link", name="قدیمی‌تر").first.click()
    plain_reader.wait_for_url(re.compile(r"\?before="))
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
    submenu = reader.locator(".menu details").first.locator("ul")
    expect(submenu).to_be_visible()
    reader.keyboard.press("Escape")

    expect(submenu).to_be_hidden()
    assert media.evaluate("summary => summary === document.activeElement")


def test_a_submenu_closes_when_tab_leads_out_of_it_and_is_put_away_from_the_pointer(reader, site):
    reader.set_viewport_size({"width": 1280, "height": 800})
    reader.goto("/fa/")
    media = reader.locator(".menu details").first
    submenu = media.locator("ul")
    media.locator("summary").focus()
    reader.keyboard.press("Enter")
    for _ in submenu.locator("a").all():
        reader.keyboard.press("Tab")
    expect(submenu).to_be_visible()
    reader.keyboard.press("Tab")
    expect(submenu).to_be_hidden()

    media.locator("summary").hover()
    expect(submenu).to_be_visible()
    reader.keyboard.press("Escape")
    expect(submenu).to_be_hidden()
    reader.locator("h1").first.hover(force=True)
    media.locator("summary").hover()
    expect(submenu).to_be_visible()


def test_in_the_drawer_the_word_that_is_touched_is_the_one_that_works(phone, site):
    phone.goto("/fa/")
    phone.locator(".drawer > summary").tap()
    submenus = phone.locator(".menu details")
    submenus.nth(0).locator("summary").tap()
    submenus.nth(1).locator("summary").tap()
    expect(submenus.nth(1).locator("ul")).to_be_visible()
    expect(submenus.nth(0).locator("ul")).to_be_hidden()
    phone.locator(".menu a[href='/fa/contact/']").tap()

    phone.wait_for_url("**/fa/contact/")


def test_a_finger_on_the_page_closes_the_drawer(phone, site):
    phone.goto(site.article.url_in("fa"))
    phone.evaluate("document.body.addEventListener('click', (event) => event.stopPropagation())")
    phone.locator(".drawer > summary").tap()  # as on phones that tell of no click on text
    expect(phone.locator(".drawer nav")).to_be_visible()
    phone.touchscreen.tap(200, 840)

    expect(phone.locator(".drawer nav")).to_be_hidden()


@pytest.mark.parametrize("code", CODES)
def test_in_the_largest_type_nothing_of_the_header_lies_over_the_rest(phone, site, code):
    phone.set_viewport_size({"width": 320, "height": 800})
    phone.goto(f"/{code}/")
    phone.evaluate("document.documentElement.dataset.size = 'larger'")
    parts = [phone.locator(part) for part in (".brand", ".to-search", ".drawer > summary")]
    edges = [(box["x"], box["x"] + box["width"]) for part in parts if (box := part.bounding_box())]

    assert len(edges) == 3
    ordered = sorted(edges)
    assert all(end <= start for (_, end), (start, _) in pairwise(ordered))
    assert phone.locator(".brand").evaluate("brand => brand.scrollWidth <= brand.clientWidth")
