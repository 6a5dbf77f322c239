import pytest

from nejat.text import first_words, plain_text, reading_minutes, word_count


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("no markup at all", "no markup at all"),
        ("<p>one</p><p>two</p>", "one two"),
        ("one<br>two<li>three", "one two three"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("in<b>side</b> a <em>w</em>ord", "inside a word"),
        ("a<abbr>b</abbr><blockquote>c</blockquote>", "ab c"),
        ("  a \n\t b&nbsp;&nbsp;c ", "a b c"),
        ("R&amp;D &lt;b&gt; &quot;x&quot; &#1575;&zwnj;", 'R&D <b> "x" ا\u200c'),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("a<script>b</script><style>c</style><!-- d -->e", "a e"),
        ("<p>کتاب‌های <b>خوب</b></p>", "کتاب‌های خوب"),
    ],
)
def test_plain_text_is_what_a_reader_would_read(html, text):
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("one two three", "one two three"),
        ("one two three four", "one two three…"),
        ("<p>one</p><p>two, three, four</p>", "one two, three…"),
        ("یک دو سه، چهار", "یک دو سه…"),
        ("<p> one <b>two</b> </p>", "one two"),
    ],
)
def test_first_words_say_where_they_were_cut(text, words):
    assert first_words(text, 3) == words


def test_first_words_are_eight_by_default():
    assert first_words("a b c d e f g h i j") == "a b c d e f g h…"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("… — « » , . !", 0),
        ("Annual report, 2021.", 3),
        ("don't re-read the well-known part", 5),
        ("1,234.5 and 3.5", 3),
        ("before—after", 2),
        ("Të drejtat e njeriut s’ka kush t’i mohojë", 8),
        ("e\u0308 c\u0327a", 2),
        ("حُقُوقُ الإنسانِ في العـــراق", 4),
        ("قال: «نعم»، ثم خرج؟", 4),
        ("٣٬٥٠٠ معتقل", 2),
        ("کتاب‌های ممنوعه را نمی‌خوانند", 4),
        ("می‌خواهم‌شان؛ خانهٔ ما", 3),
        ("۱٬۲۳۴ نفر، ۲٫۵ درصد", 4),
    ],
)
def test_words_are_counted_in_all_four_languages(text, count):
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (1, 1), (184, 1), (368, 2), (900, 5), (1840, 10)]
)
def test_reading_takes_a_minute_for_184_words(words, minutes):
    assert reading_minutes("<p>" + "<b>word</b> " * words + "</p>") == minutes
