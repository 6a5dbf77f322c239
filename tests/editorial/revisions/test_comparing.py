"""Two texts, word by word."""

import time

import pytest

from nejat.editorial.revisions.comparing import compare_html, compare_texts

GARDEN = "در باغ درختان بلند بودند و ما زیر آنها می\u200cنشستیم"


def _marked(side) -> str:
    return " ".join(f"[{p.text}]" if p.is_own else p.text for p in side.pieces)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("", "a b", "", "[a b]"),
        ("a b", "", "[a b]", ""),
        ("a b c", "a x c", "a [b] c", "a [x] c"),
        ("a b c", "a b c", "a b c", "a b c"),
        ("b", "a b", "b", "[a] b"),
        ("b b", "b b b", "b b", "b b [b]"),
        ("به خانه\u200cها رفت", "به خانه رفت", "به [خانه\u200cها] رفت", "به [خانه] رفت"),
        ("a\n\nb", "a b", "a [\n\n] b", "a b"),
    ],
)
def test_what_is_its_own_is_marked_on_each_side(old, new, before, after):
    one, other = compare_texts(old, new)

    assert (_marked(one), _marked(other)) == (before, after)


def test_what_lies_far_from_a_change_is_left_out():
    words = [f"w{number}" for number in range(100)]
    changed = [*words[:50], "new", *words[51:]]

    old, _new = compare_texts(" ".join(words), " ".join(changed))

    expected = " ".join(["…", *words[38:50], "[w50]", *words[51:63], "…"])
    assert _marked(old) == expected
    assert [piece.is_gap for piece in old.pieces] == [True, False, False, False, True]


def test_html_is_compared_by_its_words_and_its_tags():
    old, new = compare_html(
        f"<p>{GARDEN}</p><p>دوم</p>",
        f'<p>{GARDEN}</p><p><strong>دوم</strong> <a href="/fa/">سوم</a></p>',
    )

    assert (_marked(old).split()[-1], _marked(new).split()[-1]) == ("دوم", "[سوم]")
    assert old.own_tags == []
    assert new.own_tags == ["<strong>", '<a href="/fa/">']


@pytest.mark.parametrize("other", [1, 2, 7919])
def test_five_thousand_words_take_no_time_whatever_was_done_to_them(other):
    words = [f"w{number * number % 997}" for number in range(5000)]
    changed = [f"w{number * other * number % 991}" for number in range(5000)]

    start = time.process_time()
    compare_texts(" ".join(words), " ".join(changed))
    compare_texts(" ".join(["x", "y"] * 2500), " ".join(["y", "x", "x"] * 1700))

    assert time.process_time() - start < 2
