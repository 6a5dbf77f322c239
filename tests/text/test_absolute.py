"""Addresses in HTML that is read away from its page are whole."""

import pytest

from nejat.text import clean_html
from nejat.text.absolute import absolute_html
from nejat.text.printing import printable

PAGE = "https://example.org/fa/articles/1/%D8%A8/"


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("/fa/about/", "https://example.org/fa/about/"),
        ("#note", f"{PAGE}#note"),
        ("?a=1&amp;b=2", f"{PAGE}?a=1&amp;b=2"),
        ("../2/", "https://example.org/fa/articles/1/2/"),
        ("//elsewhere.org/a", "https://elsewhere.org/a"),
        ("http://elsewhere.org", "http://elsewhere.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("", PAGE),
        ("//[", "//["),
    ],
)
def test_an_address_is_joined_to_that_of_its_page(address, whole):
    html = clean_html(f'<p>/a <a href="{address}">href="/a"</a></p>')

    assert absolute_html(html, PAGE).replace(' rel="noopener"', "") == (
        f'<p>/a <a href="{whole}">href="/a"</a></p>'
    )


def test_pictures_films_and_sound_are_found_too():
    html = '<video src="/files/a.mp4" poster="/files/a.jpg"><source src="/files/a.webm"></video>'

    assert absolute_html(html, PAGE).count('"https://example.org/files/a.') == 3


@pytest.mark.parametrize("html", ["", "A & B", "<p>&lt;b&gt; ]]&gt; \u202e🕊</p>"])
def test_all_else_stays_as_it_is(html):
    assert absolute_html(clean_html(html), PAGE) == clean_html(html)


def test_what_xml_cannot_hold_is_left_out():
    assert printable("a\x00\x08\tb\n\x0bc\x1f\ufffe\uffff🕊]]>") == "a\tb\nc🕊]]>"
