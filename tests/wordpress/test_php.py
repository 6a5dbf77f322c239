import pytest

from nejat.wordpress.reader import unserialize


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("i:-5;", -5),
        ("d:0.5;", 0.5),
        ("b:1;", True),
        ("b:0;", False),
        ("N;", None),
        ('s:4:"سل";', "سل"),
        ('s:3:"a";";', 'a";'),
        ("a:0:{}", {}),
        ('a:2:{i:0;s:1:"a";s:1:"k";a:1:{i:0;b:1;}}', {0: "a", "k": {0: True}}),
    ],
)
def test_scalars_and_arrays_are_read(text, value):
    assert unserialize(text) == value


@pytest.mark.parametrize("length", [0, 3, 99, 10**30])
def test_a_wrong_length_does_not_matter(length):
    text = f'a:1:{{s:4:"file";s:{length}:"2024/cover.jpg";}}'

    assert unserialize(text) == {"file": "2024/cover.jpg"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain text",
        'O:8:"stdClass":1:{s:1:"a";i:1;}',
        'a:1:{s:1:"a";O:8:"stdClass":0:{}}',
        'a:1:{i:0;s:5:"cut',
        "a:1:{i:0;i:1;",
        "i:one;",
        "R:1;",
        "a:1:{a:0:{}i:1;}",
        "a:1:{i:0;" * 1000,
    ],
)
def test_all_else_is_refused(text):
    assert unserialize(text) is None
