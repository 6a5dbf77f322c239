"""Searching in a real browser: as one types, with the keyboard, and without JavaScript."""

import re

from playwright.sync_api import expect


def test_results_come_as_one_types_and_the_address_follows(reader, site):
    reader.goto("/fa/search/")
    words = reader.locator("#search-q")
    words.press_sequentially("نامه", delay=20)

    expect(reader.locator(".hit").first).to_be_visible()
    assert reader.locator(".hit mark").first.inner_text() == "نامه"
    expect(reader).to_have_url(re.compile(r"/fa/search/\?q=%D9%86%D8%A7%D9%85%D9%87$"))
    expect(reader.locator("[data-search-status]")).to_have_text("۱۰ نتیجه در این صفحه")
    expect(words).to_be_focused()


def test_the_key_that_sends_leaves_out_of_the_address_what_is_empty(reader, site):
    reader.goto("/en/search/")
    reader.locator("#search-q").fill("garden")

    with reader.expect_navigation():
        reader.locator("#search-q").press("Enter")

    expect(reader).to_have_url(re.compile(r"/en/search/\?q=garden$"))


def test_what_finds_nothing_says_so_and_goes_on(reader, site):
    reader.goto("/en/search/?q=garden")
    reader.locator("#search-q").fill("gardn")

    offered = reader.locator(".search-advice a").first
    expect(offered).to_have_text("garden")
    offered.click()
    expect(reader.locator(".hit").first).to_be_visible()


def test_narrowing_needs_no_button(reader, site):
    reader.goto("/en/search/?q=garden")
    reader.locator(".search-filters summary").click()
    reader.get_by_label("Kind").select_option("books")

    expect(reader.locator(".hit .kicker").first).to_have_text("Books")
    kinds = set(reader.locator(".hit .kicker").all_inner_texts())
    assert kinds == {"Books"}


def test_a_reader_without_javascript_searches_and_goes_on(plain_reader, site):
    plain_reader.goto("/en/search/")
    plain_reader.locator("#search-q").fill("garden")
    plain_reader.locator("#search-q").press("Enter")
    first = plain_reader.locator(".hit h2").first.inner_text()
    plain_reader.locator(".pager a[rel=next]").click()

    expect(plain_reader).to_have_url(re.compile(r"\?q=garden&page=2$"))
    expect(plain_reader.locator("ol.hits")).to_have_attribute("start", "11")
    expect(plain_reader.locator(".hit h2").first).not_to_have_text(first)
