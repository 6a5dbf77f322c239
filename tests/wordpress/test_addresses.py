"""What an old address asks for, before anything is looked up."""

import pytest

from nejat.wordpress.addresses import normalise, path_below, read_address


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [
        ("/posts/12", {}, "posts/12"),
        ("/posts/12/", {"amp": "1"}, "posts/12"),
        ("/posts/12/amp/", {}, "posts/12"),
        ("/posts/12/amp/page/3", {}, "posts/12"),
        ("/posts/12/comment-page-2", {}, "posts/12"),
        ("/", {"p": "12"}, "posts/12"),
        ("/", {"p": "012"}, "posts/12"),
        ("/", {"p": "twelve"}, ""),
        ("/page/1200", {}, ""),
        ("/topic/Rain/page/7/", {}, "topic/rain"),
        ("/topic/%d8%a8%d8%a7%d8%b1", {}, "topic/بار"),
        ("/wp-content/uploads/./a.jpg", {}, "wp-content/uploads/a.jpg"),
        ("//topic///rain//", {}, "topic/rain"),
        ("/topic/rain%d8", {}, "topic/rain"),
        ("/%ff%fe/", {}, "%ff%fe"),
    ],
)
def test_all_forms_mean_one_path(path, query, expected):
    assert read_address(path, query).path == expected


@pytest.mark.parametrize("path", ["/feed", "/feed/rss2/", "/page/2/feed", "/amp/feed/atom"])
def test_feeds_are_told_apart(path):
    assert (read_address(path, {}).path, read_address(path, {}).feed) == ("", True)


@pytest.mark.parametrize(
    ("path", "candidates"),
    [
        ("tag/amp", ("tag/amp", "tag")),
        ("posts/12/rain", ("posts/12/rain", "posts/12")),
        ("wp-content/uploads/a-300x200.jpg", None),
        ("wp-content/uploads/a-scaled.jpg", None),
    ],
)
def test_what_it_may_be_known_as_is_tried_from_the_most_literal(path, candidates):
    expected = candidates or (path, "wp-content/uploads/a.jpg")
    assert read_address(path, {}).candidates == expected


@pytest.mark.parametrize("path", ["\x00", "%00", "/" * 5000, "%", "%d8", "a" * 5000])
def test_nonsense_is_survived(path):
    assert len(normalise(path)) <= 1000
    assert "\x00" not in normalise(path)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://example.org/fa/posts/12", "posts/12"),
        ("https://example.org/posts/12", "posts/12"),
        ("https://example.org/fairy/12", "fairy/12"),
        ("https://[broken", ""),
        ("", ""),
    ],
)
def test_the_path_of_an_address_stands_below_the_edition(address, path):
    assert path_below(address, "fa") == path
