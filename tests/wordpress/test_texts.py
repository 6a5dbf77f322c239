import pytest

from nejat.wordpress.cleaner import plain_excerpt, seo_title


@pytest.mark.parametrize(
    ("excerpt", "words"),
    [
        ("one <b>two</b>\n\nthree &amp; four", "one two three & four"),
        ("a [button url='x']b[/button] [1]", "a b [1]"),
        ("<script>x</script>", ""),
        ("..خلاصه", "..خلاصه"),
    ],
)
def test_an_excerpt_is_words(excerpt, words):
    assert plain_excerpt(excerpt) == words


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("%%title%% %%page%% %%sep%% %%sitename%%", "Rain – Archive"),
        ("خبرنامه %%sep%% %%sitename%%", "خبرنامه – Archive"),
        ("%%title%% %%sep%% %%primary_category%% %%sep%% %%sitename%%", "Rain – Archive"),
        ("%%title%% %%sep%%", "Rain"),
        ("%%page%%", ""),
        ("100%% of Rain", "100%% of Rain"),
        ("", ""),
    ],
)
def test_a_yoast_title_is_filled_in(template, shown):
    assert seo_title(template, "Rain", "Archive") == shown
