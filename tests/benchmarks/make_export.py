"""A synthetic export of any size: `python tests/benchmarks/make_export.py 20000 export.xml`.

The same number gives the same file. It is written post by post, so its size is bound by the disk.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

SENTENCES = (
    "The reading room opens at nine, and the first visitors bring old letters with them.",
    "A photograph found between two pages shows the market on a rainy morning.",
    "Whoever remembers the names on the back of it is asked to write to the archive.",
    "The translation keeps the order of the lines, so both texts can be read side by side.",
    "In the afternoon the families met in the garden and listened to the recordings.",
    "Two boxes of newspapers were sorted by year and put on the shelf near the window.",
    "The next part tells how the catalogue was made and who copied the cards by hand.",
    "A list of the sources stands at the end, with the date on which each was read.",
)
TOPICS, TAGS, PARAGRAPHS = 40, 400, 13
HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Reading room</title><link>https://example.org/en</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://example.org/en</wp:base_site_url>
<wp:base_blog_url>https://example.org/en</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>keeper</wp:author_login>
<wp:author_display_name>Keeper of the room</wp:author_display_name></wp:author>
"""
TAIL = "</channel>\n</rss>\n"


def make_export(path: Path, posts: int) -> None:
    """Write an export of so many posts of about 4 kB, half of them of blocks.

    Every fourth post has a picture, an attachment of its own; every third has comments.
    """
    with path.open("w", encoding="utf-8") as file:
        file.writelines(_parts(posts))


def _parts(posts: int) -> Iterator[str]:
    yield HEAD
    for number in range(TOPICS):
        parent = f"topic-{number % 8}" if number >= 8 else ""
        yield (
            f"<wp:category><wp:term_id>{number + 1}</wp:term_id>"
            f"<wp:category_nicename>topic-{number}</wp:category_nicename>"
            f"<wp:category_parent>{parent}</wp:category_parent>"
            f"<wp:cat_name>Topic {number}</wp:cat_name></wp:category>\n"
        )
    for number in range(TAGS):
        yield (
            f"<wp:tag><wp:term_id>{number + 1000}</wp:term_id>"
            f"<wp:tag_slug>tag-{number}</wp:tag_slug>"
            f"<wp:tag_name>Tag {number}</wp:tag_name></wp:tag>\n"
        )
    for number in range(posts):
        yield _post(number, Random(number))
        if number % 4 == 0:
            yield _attachment(number)
    yield TAIL


def _post(number: int, random: Random) -> str:
    day = f"{2003 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02} 08:30:00"
    body = _blocks(number, random) if number % 2 else _classic(number, random)
    terms = [("category", f"topic-{random.randrange(TOPICS)}") for _ in range(2)]
    terms += [("post_tag", f"tag-{random.randrange(TAGS)}") for _ in range(3)]
    categories = "".join(
        f'<category domain="{taxonomy}" nicename="{slug}"><![CDATA[{slug}]]></category>\n'
        for taxonomy, slug in terms
    )
    comments = "".join(_comment(number, place) for place in range(2 if number % 3 == 0 else 0))
    return f"""<item>
<title>Letter {number} from the reading room</title>
<link>https://example.org/en/posts/{_id(number)}</link>
<dc:creator><![CDATA[keeper]]></dc:creator>
<content:encoded><![CDATA[{body}]]></content:encoded>
<excerpt:encoded><![CDATA[{random.choice(SENTENCES)}]]></excerpt:encoded>
<wp:post_id>{_id(number)}</wp:post_id>
<wp:post_date>{day}</wp:post_date><wp:post_date_gmt>{day}</wp:post_date_gmt>
<wp:comment_status>open</wp:comment_status><wp:post_name>letter-{number}</wp:post_name>
<wp:status>publish</wp:status><wp:post_parent>0</wp:post_parent>
<wp:post_type>post</wp:post_type><wp:is_sticky>0</wp:is_sticky>
{categories}{comments}</item>
"""


def _id(number: int) -> int:
    return 100 + number * 2


def _paragraphs(random: Random) -> list[str]:
    return [" ".join(random.sample(SENTENCES, 4)) for _ in range(PARAGRAPHS)]


def _classic(number: int, random: Random) -> str:
    paragraphs = _paragraphs(random)
    if number % 4 == 0:
        paragraphs.insert(
            1,
            f'[caption id="attachment_{_id(number) + 1}" width="300"]'
            f'<img class="wp-image-{_id(number) + 1}" src="{_upload(number, "-300x200")}" alt="" />'
            " The garden[/caption]",
        )
    return "\n\n".join(paragraphs)


def _blocks(number: int, random: Random) -> str:
    link = f'<a href="https://example.org/en/posts/{_id(number - 1)}">Earlier</a>'
    texts = [*_paragraphs(random), link]
    return "\n".join(f"<!-- wp:paragraph -->\n<p>{t}</p>\n<!-- /wp:paragraph -->" for t in texts)


def _upload(number: int, variant: str = "") -> str:
    return f"https://example.org/en/wp-content/uploads/2020/05/garden-{number}{variant}.jpg"


def _attachment(number: int) -> str:
    return f"""<item>
<title>garden-{number}</title><link>https://example.org/en/posts/{_id(number) + 1}</link>
<wp:post_id>{_id(number) + 1}</wp:post_id><wp:post_date_gmt>2020-05-01 08:30:00</wp:post_date_gmt>
<wp:status>inherit</wp:status><wp:post_parent>{_id(number)}</wp:post_parent>
<wp:post_type>attachment</wp:post_type>
<wp:attachment_url>{_upload(number)}</wp:attachment_url>
</item>
"""


def _comment(number: int, place: int) -> str:
    own = number * 10 + place + 1
    return (
        f"<wp:comment><wp:comment_id>{own}</wp:comment_id>"
        f"<wp:comment_author>Reader {place}</wp:comment_author>"
        "<wp:comment_date_gmt>2021-03-01 10:00:00</wp:comment_date_gmt>"
        f"<wp:comment_content>{SENTENCES[place]}</wp:comment_content>"
        "<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type>"
        f"<wp:comment_parent>{own - 1 if place else 0}</wp:comment_parent></wp:comment>\n"
    )


if __name__ == "__main__":
    make_export(Path(sys.argv[2]), int(sys.argv[1]))
