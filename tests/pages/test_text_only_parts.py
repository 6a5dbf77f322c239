"""A text that is too long for one page of the text-only view comes in parts."""

import re

import pytest
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from nejat.pages.text_only.page import LIMIT, text_only
from tests.factories import make_article
from tests.pages.test_text_only import LIMIT as LIMIT_WITH_STYLE
from tests.pages.test_text_only import weight
from tests.pages.test_text_only_words import PAGE

ADDRESS = "https://example.org/fa/articles/1/?a=1"
SENTENCE = "باغ آرام بود & نامه‌ها را می‌خواندیم. "
HEADER = "<p>نجات</p><nav><ul><li><a href='/fa/'>خانه</a></li></ul></nav>"

ROW = f"<tr><td>1</td><td>{SENTENCE * 10}</td></tr>"

BODIES = {
    "paragraphs": "".join(
        f"<h2 id='h{n}'>{n}</h2><p>{SENTENCE * 30}<a href='#h{n * 7 % 90}'>{n}</a></p>"
        for n in range(90)
    ),
    "one paragraph": f"<p>{SENTENCE * 2_700}</p>",
    "one word": f"<p>{'ب' * 90_000}</p>",
    "a numbered list": f"<ol>{f'<li>{SENTENCE * 10}</li>' * 270}</ol>",
    "a table": f"<table><tbody>{ROW * 260}</tbody></table>",
    "links": "".join(f"<a href='#l{n}' id='l{n}'>{n}</a> " for n in range(5_000)),
    "signs": f"<p>{'&amp;' * 40_000}</p>",
    "lines": f"<pre>{chr(10).join(['a  &lt; b'] * 20_000)}</pre>",
    "nested without end": f"{'<blockquote>' * 5_000}{SENTENCE * 2_400}{'</blockquote>' * 5_000}",
    "a long link": f"<a href='https://example.org/{'x' * 1_900}'>{SENTENCE * 2_700}</a>",
    "a long form": f"<form><select>{f'<option>{SENTENCE}</option>' * 2_400}</select></form>",
}


def parts_of(body: str, heading: str = "<h1>باغ</h1>") -> list[str]:
    """Return all the parts of a page, in their order; a part that is none is the last one."""
    main = f"{heading}<article>{body}</article>"
    html = PAGE.format(head="", header=HEADER, main=main, footer="<p>©</p>")
    with translation.override("fa"):
        parts = [text_only(html, ADDRESS)]
        while (part := text_only(html, ADDRESS, len(parts) + 1)) != parts[-1]:
            parts.append(part)
    return parts


def words_of(html: str) -> str:
    """Return the words of an article, without what stands between them."""
    articles = LexborHTMLParser(html).css("article")
    return re.sub(r"\s", "", "".join(article.text() for article in articles))


@pytest.mark.parametrize("name", BODIES)
def test_every_part_fits_and_is_a_page_of_its_own_and_nothing_is_lost(name):
    parts = parts_of(BODIES[name])

    assert len(BODIES[name].encode()) > 150_000
    assert len(parts) > 3
    assert max(len(part.encode()) for part in parts) <= LIMIT
    assert min(len(part.encode()) for part in parts[:-1]) > LIMIT // 2
    whole = PAGE.format(head="", header="", main=f"<article>{BODIES[name]}</article>", footer="")
    assert "".join(map(words_of, parts)) == words_of(whole)
    for page in map(LexborHTMLParser, parts):
        assert [len(page.css(tag)) for tag in ("h1", "main", "body > header")] == [1, 1, 1]
        assert page.css_first("main h1").text() == "باغ"
        assert page.css_first("html").attributes == {"lang": "en", "dir": "ltr"}
        assert page.css_first("body > a").attributes["href"] == "#content"
        assert page.css_first("main").attributes["id"] == "content"


def test_parts_lead_to_one_another_and_to_the_menu():
    parts = [LexborHTMLParser(part) for part in parts_of(BODIES["paragraphs"])]
    count = len(parts)

    steps = [[a.attributes["href"] for a in part.css("body > nav > p a")] for part in parts]
    address = ["?a=1&text-only", *(f"?a=1&text-only={n}" for n in range(2, count + 1))]
    assert steps == [
        [address[1]],
        *([address[n - 1], address[n + 1]] for n in range(1, count - 1)),
        [address[-2]],
    ]
    menus = {part.css("header a")[-1].attributes["href"] for part in parts}
    assert menus == {f"{address[-1]}#menu"}
    assert [len(part.css("#menu")) for part in parts] == [*[0] * (count - 1), 1]


def test_a_link_to_a_place_on_the_page_leads_to_its_part():
    parts = [LexborHTMLParser(part) for part in parts_of(BODIES["paragraphs"])]
    places = {
        heading.attributes["id"]: number
        for number, part in enumerate(parts, start=1)
        for heading in part.css("h2")
    }

    assert len(places) == 90
    for part in parts:
        for link in part.css("article a"):
            address, _, place = link.attributes["href"].partition("#")
            number = places[place]
            mode = "text-only" if number == 1 else f"text-only={number}"
            assert address == f"?a=1&{mode}"


def test_no_part_ends_with_a_heading():
    for part in parts_of(BODIES["paragraphs"]):
        last = [node.tag for node in LexborHTMLParser(part).css_first("article").iter()][-1]

        assert last == "p"


def test_a_numbered_list_goes_on_counting():
    parts = parts_of(BODIES["a numbered list"])

    numbers = [int(n) for part in parts for n in re.findall(r'<li value="(\d+)">', part)]
    assert numbers == list(range(1, 271))
    assert len(parts) > 1


def test_a_short_page_is_whole_and_numbers_nothing():
    (part,) = parts_of("<ol><li>a</li></ol><p><a href='#x'>x</a><a id='x'></a></p>")

    assert "<li>a</li>" in part
    assert '<a href="#x">' in part


def test_a_page_without_heading_is_cut_too():
    parts = parts_of(BODIES["one paragraph"], heading="")

    assert [part.count("<h1") for part in parts] == [0] * len(parts)
    assert max(len(part.encode()) for part in parts) <= LIMIT


@pytest.mark.django_db
def test_an_article_of_500_kb_is_read_part_by_part(client):
    article = make_article("fa", body=f"<p>{SENTENCE * 30}</p>" * 250)
    assert len(article.body_fa.encode()) > 500_000
    with translation.override("fa"):
        address = article.get_absolute_url()

    first = client.get(f"{address}?text-only")
    count = int(re.search(r"text-only=(\d+)#menu", first.content.decode())[1])
    parts = [first, *(client.get(f"{address}?text-only={n}") for n in range(2, count + 1))]

    assert {part.status_code for part in parts} == {200}
    assert max(map(weight, parts)) < LIMIT_WITH_STYLE
    words = "".join(part.content.decode() for part in parts)
    assert words.count(SENTENCE.strip().replace("&", "&amp;")) == 30 * 250
