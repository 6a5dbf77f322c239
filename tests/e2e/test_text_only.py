"""The text-only view in a browser: its few lines of style say what stands where."""

import pytest

from nejat.editions.registry import CODES

NUMERALS = {"en": "decimal", "sq": "decimal", "ar": "arabic-indic", "fa": "persian"}

# Which of the elements reach further than the text of their form.
STICKING_OUT = """(main) => {
  const edge = main.getBoundingClientRect();
  return [...main.querySelectorAll("input, textarea, select, button")]
    .filter((control) => control.checkVisibility())
    .map((control) => [control.name, control.getBoundingClientRect()])
    .filter(([, box]) => box.left < edge.left - 0.5 || box.right > edge.right + 0.5)
    .map(([name]) => name);
}"""

# For each pair, whether the second stands below the first.
ONE_BELOW_ANOTHER = """(pairs) => pairs.map(([first, second]) => {
  const [above, below] = [first, second].map((s) => document.querySelector(s));
  return above.getBoundingClientRect().bottom <= below.getBoundingClientRect().top + 0.5;
})"""


@pytest.mark.parametrize("code", CODES)
def test_lists_are_numbered_as_the_edition_writes(plain_reader, site, code):
    plain_reader.goto(f"{site.article.url_in(code)}?text-only")

    styles = plain_reader.locator("ol").evaluate_all(
        "lists => lists.map((list) => getComputedStyle(list).listStyleType)"
    )

    assert set(styles) == {NUMERALS[code]}


@pytest.mark.parametrize("width", [320, 1200])
def test_fields_end_where_the_text_ends_and_help_stands_below_them(plain_reader, site, width):
    plain_reader.set_viewport_size({"width": width, "height": 800})
    plain_reader.goto(f"{site.article.url_in('fa')}?text-only")

    assert plain_reader.locator("main").evaluate(STICKING_OUT) == []
    help_of_name = ["#id_author_name", "#id_author_name_helptext"]
    assert plain_reader.evaluate(ONE_BELOW_ANOTHER, [help_of_name]) == [True]


def test_the_next_and_the_previous_article_stand_on_lines_of_their_own(plain_reader, site):
    plain_reader.goto(f"{site.articles[-2].url_in('fa')}?text-only")

    links = [f"main article > nav:last-of-type > a:{end}-child" for end in ("first", "last")]

    words = {plain_reader.locator(link).inner_text() for link in links}
    assert len(words) == 2
    assert plain_reader.evaluate(ONE_BELOW_ANOTHER, [links]) == [True]
