import io
from datetime import UTC, datetime

import pytest

from nejat.wordpress.reader import (
    Author,
    Comment,
    Item,
    Problem,
    Site,
    Term,
    TermLink,
    read_export,
    read_stream,
)


def of(kind, records):
    return [record for record in records if isinstance(record, kind)]


def test_the_site_comes_first(read, wxr):
    (site,) = read(wxr())

    assert site == Site(
        title="Archive",
        link="https://example.org/fa",
        base_site_url="https://example.org",
        base_blog_url="https://example.org/fa",
        language="fa-IR",
        version="1.2",
    )


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("version", ["1.0/", "1.1/", "1.2/", "1.2", "next/", ""])
def test_any_address_of_the_namespace_is_known(read, wxr, post, scheme, version):
    _, item = read(wxr(post(), ns=f"{scheme}://wordpress.org/export/{version}"))

    assert (item.old_id, item.repairs) == (1, ())


def test_any_prefix_of_the_namespace_is_known(read, wxr, post):
    term = "<wp:tag><wp:term_id>5</wp:term_id><wp:tag_slug>x</wp:tag_slug></wp:tag>"
    export = wxr(term, post()).replace(b"<wp:", b"<ns0:").replace(b"</wp:", b"</ns0:")

    site, tag, item = read(export.replace(b"xmlns:wp=", b"xmlns:ns0="))

    assert (site.version, tag.slug, item.old_id) == ("1.2", "x", 1)


def test_every_field_of_an_item_is_read(read, wxr):
    meta = (
        "<wp:postmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>{}</wp:meta_value></wp:postmeta>"
    )
    _, item = read(
        wxr(
            "<item><title><![CDATA[A <em>b</em>]]></title><link>https://example.org/fa/posts/9</link>"
            "<dc:creator><![CDATA[editor]]></dc:creator><content:encoded>body</content:encoded>"
            "<excerpt:encoded>excerpt</excerpt:encoded><wp:post_id>9</wp:post_id>"
            "<wp:post_date>2024-05-14 09:30:00</wp:post_date>"
            "<wp:post_date_gmt>2024-05-14 06:00:00</wp:post_date_gmt>"
            "<wp:post_modified_gmt>2024-05-15 06:00:00</wp:post_modified_gmt>"
            "<wp:comment_status>open</wp:comment_status><wp:post_name>%d8%a8%d9%87</wp:post_name>"
            "<wp:status>private</wp:status><wp:post_parent>3</wp:post_parent>"
            "<wp:menu_order>4</wp:menu_order><wp:post_type>page</wp:post_type>"
            "<wp:post_password>secret</wp:post_password><wp:is_sticky>1</wp:is_sticky>"
            "<wp:attachment_url>https://example.org/a.jpg</wp:attachment_url>"
            '<category domain="category" nicename="%d8%a8"><![CDATA[ب]]></category>'
            '<category domain="tag" nicename="t">T</category><category>T</category>'
            + meta.format("1")
            + meta.format("2")
            + "</item>"
        )
    )

    assert item == Item(
        old_id=9,
        post_type="page",
        title="A <em>b</em>",
        slug="به",
        link="https://example.org/fa/posts/9",
        creator="editor",
        status="private",
        published=datetime(2024, 5, 14, 6, tzinfo=UTC),
        modified=datetime(2024, 5, 15, 6, tzinfo=UTC),
        body="body",
        excerpt="excerpt",
        parent_id=3,
        menu_order=4,
        password="secret",
        sticky=True,
        attachment_url="https://example.org/a.jpg",
        comment_status="open",
        terms=(TermLink("category", "ب", "ب"), TermLink("post_tag", "t", "T")),
        meta={"k": ["1", "2"]},
    )


def test_a_draft_has_its_local_date(read, wxr, post):
    draft = post().replace("2024-05-14 06:00:00", "0000-00-00 00:00:00")
    undated = draft.replace("2024-05-14 09:30:00", "0000-00-00 00:00:00")

    _, first, second = read(wxr(draft, undated))

    assert first.published == datetime(2024, 5, 14, 9, 30, tzinfo=UTC)
    assert second.published is None


def test_a_slug_cut_inside_a_letter_loses_that_letter(read, wxr, post):
    whole = "%d8%a8%d9%87"
    slugs = [whole, whole[:-1], whole[:-3], "plain-100"]

    records = read(wxr(*(post(inside=f"<wp:post_name>{slug}</wp:post_name>") for slug in slugs)))

    assert [item.slug for item in of(Item, records)] == ["به", "ب", "ب", "plain-100"]


def test_terms_of_all_kinds_are_read_once(read, wxr):
    category = (
        "<wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>%d8%a8</wp:category_nicename>"
        "<wp:category_parent>%d9%87</wp:category_parent><wp:cat_name>ب</wp:cat_name>"
        "<wp:category_description>about</wp:category_description></wp:category>"
    )
    tag = "<wp:tag><wp:tag_slug>t</wp:tag_slug><wp:tag_name>T</wp:tag_name></wp:tag>"
    term = (
        "<wp:term><wp:term_id>{}</wp:term_id><wp:term_taxonomy>{}</wp:term_taxonomy>"
        "<wp:term_slug>{}</wp:term_slug><wp:term_parent></wp:term_parent><wp:term_name>N</wp:term_name>"
        "<wp:termmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:termmeta>"
        "</wp:term>"
    )
    repeated = term.format(2, "category", "%d8%a8")

    records = read(wxr(category, tag, repeated, term.format(7, "module", "news")))

    assert of(Term, records) == [
        Term(2, "category", "ب", "ب", parent_slug="ه", description="about"),
        Term(0, "post_tag", "t", "T"),
        Term(7, "module", "news", "N", meta={"k": ["v"]}),
    ]


def test_an_author_is_read(read, wxr):
    said = (
        "<wp:author><wp:author_id>3</wp:author_id><wp:author_login>e</wp:author_login>"
        "<wp:author_email>e@example.org</wp:author_email>"
        "<wp:author_display_name><![CDATA[E & F]]></wp:author_display_name></wp:author>"
    )

    assert of(Author, read(wxr(said))) == [Author(3, "e", "e@example.org", "E & F")]


def test_comments_are_read_without_what_would_trace_their_writers(read, wxr, post):
    said = (
        "<wp:comment><wp:comment_id>8</wp:comment_id><wp:comment_author>A</wp:comment_author>"
        "<wp:comment_author_email>a@example.org</wp:comment_author_email>"
        "<wp:comment_author_url>https://example.net</wp:comment_author_url>"
        "<wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>"
        "<wp:comment_date>2024-01-01 03:30:00</wp:comment_date>"
        "<wp:comment_date_gmt>2024-01-01 00:00:00</wp:comment_date_gmt>"
        "<wp:comment_content>C</wp:comment_content><wp:comment_approved>spam</wp:comment_approved>"
        "<wp:comment_type></wp:comment_type><wp:comment_parent>7</wp:comment_parent></wp:comment>"
    )

    _, item = read(wxr(post(inside=said)))

    assert item.comments == (
        Comment(
            old_id=8,
            author="A",
            email="a@example.org",
            url="https://example.net",
            date=datetime(2024, 1, 1, tzinfo=UTC),
            body="C",
            approved="spam",
            type="comment",
            parent_id=7,
        ),
    )
    assert "192.0.2.1" not in repr(item)


def test_children_before_parents_and_twins_are_all_read(read, wxr, post):
    parent = "<wp:post_parent>2</wp:post_parent>"

    records = read(wxr(post(1, inside=parent), post(2), post(3)))

    assert [(item.old_id, item.parent_id) for item in of(Item, records)] == [(1, 2), (2, 0), (3, 0)]


def test_the_quirks_of_one_edition_are_read(exports):
    records = list(read_export(exports / "fa-edition-quirks.xml"))
    items = {item.old_id: item for item in of(Item, records)}

    assert sorted(items) == list(range(20, 37))
    assert [term.slug for term in of(Term, records)][:2] == ["گزارش", "گزارش-ویژه"]
    assert of(Term, records)[1].parent_slug == "گزارش"
    assert [comment.parent_id for comment in items[22].comments][:2] == [0, 1]
    assert {item.status for item in items.values()} == {
        *("publish", "draft", "future", "private", "pending", "trash", "inherit"),
    }
    assert of(Problem, records) == []


def test_a_broken_export_gives_two_items_and_the_title_of_the_third(exports):
    records = list(read_export(exports / "fa-broken-chars.xml"))

    assert [(item.old_id, item.title, item.body) for item in of(Item, records)] == [
        (1, "x", "<p>کنترل </p>"),
        (2, "A & B", "a  b  c"),
    ]
    assert [problem.title for problem in of(Problem, records)] == ["cut", "fa-broken-chars.xml"]


def test_items_longer_than_a_block_and_tags_on_its_edge_are_read(wxr, post):
    class Drop(io.BytesIO):
        def read(self, size=-1):
            return super().read(min(size, 7))

    records = read_stream(Drop(wxr(post(1), post(2, body="x" * 3000), post(3))))

    assert [item.old_id for item in of(Item, records)] == [1, 2, 3]
