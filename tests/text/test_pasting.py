"""What is pasted from Word, Google Docs and pages of the web comes out as a body may hold it."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from nejat.text import clean_html, clean_pasted
from tests.text.test_cleaning_properties import ATTACKS, markup, unsafe_parts

CLIPBOARD = Path(__file__).with_name("clipboard")
SAMPLES = sorted(path.name for path in CLIPBOARD.iterdir() if ".clean." not in path.name)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_of_a_clipboard_comes_out_plain(name):
    pasted = (CLIPBOARD / name).read_text(encoding="utf-8")
    clean = (CLIPBOARD / name.replace(".html", ".clean.html")).read_text(encoding="utf-8")

    assert clean_pasted(pasted) == clean.strip()
    assert clean_html(clean.strip()) == clean.strip()


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("<b>a</b><i>b</i>", "<strong>a</strong><em>b</em>"),
        ('<span style="font-weight:700">a</span><b>b</b>', "<strong>ab</strong>"),
        ('<b style="font-weight:normal">a</b>', "a"),
        ("<h2><b>a</b></h2>", "<h2>a</h2>"),
        ("<p>a\u00a0b\u00a0\u00a0 c</p>", "<p>a&nbsp;b c</p>"),
        ("<p>می\u200cرود «باغ»</p>", "<p>می\u200cرود «باغ»</p>"),
        ('<p><a href="#_ftn1" name="x">1</a></p>', "<p>1</p>"),
        (
            '<a href="https://www.google.com/url?sa=D&amp;q=/fa/&amp;ust=1">a</a>',
            '<a href="/fa/">a</a>',
        ),
        ("<ul><li>a</li><ol><li>b</li></ol></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
        ("<div>a</div><div><div>b</div></div>", "<p>a</p><p>b</p>"),
        ("<p>a</p><br><p>b</p>", "<p>a</p><p>b</p>"),
        (
            '<p><span lang="fa" dir="rtl">باغ</span></p>',
            '<p><span lang="fa" dir="rtl">باغ</span></p>',
        ),
        ("</p></div><p>a", "<p>a</p>"),
        ("<p>5 &lt; 6</p>", "<p>5 &lt; 6</p>"),
        ('<img src="data:image/png;base64,AAAA" alt="">', ""),
        (
            '<p><a data-work="articles.article:12">a</a></p>',
            '<p><a data-work="articles.article:12">a</a></p>',
        ),
    ],
)
def test_habits_of_programs_are_said_plainly(pasted, clean):
    assert clean_pasted(pasted) == clean


def test_a_list_of_word_goes_down_and_up_again():
    levels = [1, 3, 2, 1]
    lines = (
        f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>"
        f"<span style='mso-list:Ignore'>·</span>{number}</p>"
        for number, level in enumerate(levels)
    )

    assert clean_pasted("".join(lines)) == (
        "<ul><li>0<ul><li><ul><li>1</li></ul></li><li>2</li></ul></li><li>3</li></ul>"
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_of_an_attack_is_pasted(attack):
    assert unsafe_parts(clean_pasted(f"<p>before</p>{attack}<p>after</p>")) == []


@settings(deadline=None)
@given(markup)
def test_whatever_is_pasted_is_as_a_body_may_hold_it(html):
    clean = clean_pasted(html)

    assert unsafe_parts(clean) == []
    assert clean_html(clean) == clean
