"""Galleries of the library in a text, in a real browser."""

import re

from playwright.sync_api import expect

from tests.factories import make_article


def test_two_in_a_text_have_a_lightbox_each(reader, site):
    placed = f'<figure data-work="media_library.photogallery:{site.photogallery.pk}"></figure>'
    work = make_article("en", body=f"<p>One</p>{placed}<p>two</p>{placed}")
    reader.goto(work.url_in("en"))
    figure = reader.locator(".placed .gallery").nth(1).locator("figure").nth(1)
    figure.locator("[data-lightbox-open]").click()

    opened = reader.locator("dialog[open]")
    expect(opened.locator("figure p")).to_have_text(figure.get_attribute("data-counter"))
    expect(reader).to_have_url(re.compile("#gallery-2-2$"))
    names = reader.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert sorted(set(names)) == sorted(names)
    reader.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(reader).to_have_url(work.url_in("en"))
