"""What an entry of a feed holds: the whole text, who wrote it, its picture and its files."""

from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles.models import Byline
from media_library.library import make_renditions
from nejat.editions.registry import CODES, get_edition
from tests.factories import make_article, make_contributor, make_image, make_tag, make_topic
from tests.feeds import ATOM, read_atom, read_json, relative_addresses
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db


def _content(client, code: str = "fa") -> LexborHTMLParser:
    [item] = read_json(client, f"/{code}/articles/feed.json")["items"]
    return LexborHTMLParser(item["content_html"], is_fragment=True)


@pytest.mark.parametrize("code", CODES)
def test_both_formats_say_the_same(client, code):
    for number in range(3):
        make_article(
            code,
            title=f"نامه & <{number}>",
            standfirst="A & B",
            body="<p>One &amp; two</p>",
            lead_image=make_image(code),
            by=[make_contributor(code)],
            tags=[make_tag(code), make_tag("sq" if code == "en" else "en")],
        )

    atom = read_atom(client, f"/{code}/articles/feed/")
    feed = read_json(client, f"/{code}/articles/feed.json")

    entries = [
        {
            "id": entry.findtext(f"{ATOM}id"),
            "url": entry.find(f"{ATOM}link[@rel='alternate']").attrib["href"],
            "title": entry.findtext(f"{ATOM}title"),
            "summary": entry.findtext(f"{ATOM}summary"),
            "content_html": entry.findtext(f"{ATOM}content"),
            "image": entry.find(f"{ATOM}link[@rel='enclosure']").attrib["href"],
            "date_published": entry.findtext(f"{ATOM}published"),
            "date_modified": entry.findtext(f"{ATOM}updated"),
            "authors": [
                {"name": author.findtext(f"{ATOM}name"), "url": author.findtext(f"{ATOM}uri")}
                for author in entry.findall(f"{ATOM}author")
            ],
            "tags": [tag.attrib["term"] for tag in entry.findall(f"{ATOM}category")],
            "language": code,
        }
        for entry in atom.findall(f"{ATOM}entry")
    ]
    assert feed["items"] == entries
    assert (len(entries), len(entries[0]["tags"])) == (3, 1)
    assert (feed["language"], feed["feed_url"], feed["home_page_url"]) == (
        code,
        f"http://testserver/{code}/articles/feed.json",
        f"http://testserver/{code}/articles/",
    )


@pytest.mark.parametrize("code", CODES)
def test_the_text_says_its_language_and_its_direction(client, code):
    make_article(code, body="<p>A</p>")

    frame = _content(client, code).css_first("div")

    assert frame.attributes == {"lang": code, "dir": get_edition(code).direction}
    assert frame.css_first("p").text() == "A"


def test_every_address_in_the_text_is_whole(client):
    lead, image = make_image("fa"), make_image("fa", colour="red", alt_text="باغ")
    make_renditions(image)
    work = make_article(
        "fa",
        lead_image=lead,
        body=(
            f'<figure data-image="{image.pk}"><figcaption>در <a href="/fa/about/">باغ</a>'
            '</figcaption></figure><p><a href="#note">1</a> <a href="../2/">2</a>'
            ' <a href="https://example.org/?a=1&amp;b=2">3</a>'
            ' <a href="mailto:a@example.org">4</a></p>'
            '<video src="/files/a.mp4" poster="/files/a.jpg"></video><p>src="/files/b.jpg"</p>'
        ),
    )

    content = _content(client)

    page = f"http://testserver{work.url_in('fa')}"
    assert [link.attributes["href"] for link in content.css("a")] == [
        "http://testserver/fa/about/",
        f"{page}#note",
        f"http://testserver/fa/articles/{work.pk}/2/",
        "https://example.org/?a=1&b=2",
        "mailto:a@example.org",
    ]
    shown = [img.attributes["src"] for img in content.css("img")]
    assert shown[0] == f"http://testserver{lead.file.url}"
    assert shown[1].startswith(f"http://testserver/files/renditions/{image.pk}/")
    assert shown[1].endswith(".jpg")
    assert all(b"".join(client.get(urlsplit(src).path).streaming_content) for src in shown)
    assert content.css("source, picture") == []
    assert content.css_first("video").attributes["poster"] == "http://testserver/files/a.jpg"
    assert 'src="/files/b.jpg"' in content.text()
    assert relative_addresses(content.html) == []


def test_the_picture_stands_first_with_its_own_caption(client):
    image = make_image("fa", caption="باغ", credit="م. ن.")
    make_article("fa", lead_image=image, lead_image_caption="در <بهار>", body="<p>A</p>")

    figure, text = _content(client).css("div > *")

    assert figure.css_first("figcaption").text() == "در <بهار> م. ن."
    assert (figure.tag, text.text()) == ("figure", "A")


def test_a_graphic_picture_is_not_sent_to_where_no_warning_opens(client):
    image = make_image("fa", is_graphic=True)
    make_article("fa", lead_image=image, body=f'<figure data-image="{image.pk}"></figure>')

    content = _content(client)
    entry = read_atom(client, "/fa/articles/feed/").find(f"{ATOM}entry")

    assert content.css("img, picture, details") == []
    assert len(content.css(".graphic-sign")) == 2
    assert entry.findall(f"{ATOM}link[@rel='enclosure']") == []


def test_a_text_without_a_picture_and_a_picture_without_a_file_are_entries_too(client):
    image = make_image("fa")
    image.file = ""
    image.save()
    make_article("fa", lead_image=image, body="")
    make_article("fa", body='<figure data-image="999999"></figure>')

    feed = read_json(client, "/fa/articles/feed.json")

    assert [item.get("image") for item in feed["items"]] == [None, None]
    assert [relative_addresses(item["content_html"]) for item in feed["items"]] == [[], []]


def test_the_authors_are_those_who_wrote_and_have_a_name_here(client):
    people = [make_contributor("fa", name=f"نام {number}") for number in range(3)]
    work = make_article("fa", by=[people[0], make_contributor("en")])
    Byline.objects.create(article=work, contributor=people[1], role="translator", position=3)
    Byline.objects.create(article=work, contributor=people[2], role="interviewer", position=4)

    [item] = read_json(client, "/fa/articles/feed.json")["items"]

    assert item["authors"] == [
        {"name": person.name_fa, "url": f"http://testserver{person.url_in('fa')}"}
        for person in (people[0], people[2])
    ]


def test_the_keywords_are_the_topic_and_the_tags_that_have_a_name_here(client):
    topic = make_topic("fa", name="باغ")
    tags = [make_tag("fa", name="چای"), make_tag("en"), make_tag("fa", name="نان")]
    make_article("fa", primary_topic=topic, tags=tags)
    make_article("fa", primary_topic=make_topic("en"))

    feed = read_json(client, "/fa/articles/feed.json")

    assert [item.get("tags") for item in feed["items"]] == [None, ["باغ", "چای", "نان"]]


def test_a_correction_and_the_source_follow_the_text(client):
    make_article(
        "en",
        body="<p>A</p>",
        correction="It was <not> so.",
        source_name="The Paper",
        source_address="https://example.org/",
    )

    content = _content(client, "en")

    assert [node.text(strip=True) for node in content.css("div > *")] == [
        "A",
        "Correction",
        "It was <not> so.",
        "Source:The Paper",
    ]


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("form", ["feed/", "feed.json"])
def test_a_feed_takes_five_queries_however_long(client, code, form, count):
    topic, person, tag = make_topic(code), make_contributor(code), make_tag(code)
    image = make_image(code)
    client.get(f"/{code}/articles/feed/")  # content types are cached from now on
    for _ in range(count):
        body = f'<figure data-image="{image.pk}"></figure>' * 2
        more = {"lead_image": image, "primary_topic": topic, "by": [person], "tags": [tag]}
        make_article(code, body=body, source_name="A", **more)

    with captured() as statements:
        response = client.get(f"/{code}/articles/{form}")

    assert response.content.decode().count(f"tag:nejatngo.org,2003:{code}/articles/") == count
    assert len(statements) == 5
    assert base_columns_read(statements) == set()
