"""What real exports break, each survived and each said."""

import pytest

from nejat.wordpress.reader import Item, Problem, Site


def items(records):
    return [record for record in records if isinstance(record, Item)]


def problems(records):
    return [record for record in records if isinstance(record, Problem)]


def test_control_characters_are_removed_and_said(read, wxr, post):
    body = "<![CDATA[a" + "".join(map(chr, range(0x20))) + "b]]>"

    (item,) = items(read(wxr(post(body=body))))

    assert item.body == "a\t\n\nb"
    assert item.repairs == ("control characters removed",)


def test_control_characters_written_as_references_are_removed(read, wxr, post):
    (item,) = items(read(wxr(post(title="a&#0;&#x1f;b&#233;"))))

    assert item.title == "abé"
    assert item.repairs == ("control characters removed",)


def test_persian_in_an_arabic_codepage_is_read(read, wxr, post):
    body = b"<![CDATA[" + "سلام و درود".encode("cp1256") + " سلام".encode() + b"]]>"
    before, after = post(body="BODY").encode().split(b"BODY")

    (item,) = items(read(wxr(before + body + after)))

    assert item.body == "سلام و درود سلام"
    assert item.repairs == ("bytes read as cp1256",)


def test_a_lone_western_byte_is_read(read, wxr, post):
    before, after = post(body="BODY").encode().split(b"BODY")

    (item,) = items(read(wxr(before + b"Tirana\x92s caf\xe9" + after)))

    assert item.body == "Tirana’s café"
    assert item.repairs == ("bytes read as cp1252",)


def test_a_letter_torn_in_two_is_replaced(read, wxr, post):
    before, after = post(body="BODY").encode().split(b"BODY")

    (item,) = items(read(wxr(before + "سلام".encode()[:-1] + after)))

    assert item.body == "سلا\ufffd"
    assert item.repairs == ("torn UTF-8 characters replaced",)


def test_a_mark_and_blank_lines_before_the_declaration_are_said(read, wxr, post):
    site, item = read(b"\xef\xbb\xbf\n\n" + wxr(post()))

    assert site.title == "Archive"
    assert site.repairs == (
        "byte order mark before the XML declaration",
        "blank lines before the XML declaration",
    )
    assert item.title == "T"


def test_undefined_entities_become_their_characters(read, wxr, post):
    (item,) = items(read(wxr(post(title="a&nbsp;&laquo;b&raquo; &amp; c"))))

    assert item.title == "a\xa0«b» & c"
    assert item.repairs == ("undefined entities resolved",)


def test_bare_ampersands_and_brackets_are_text(read, wxr, post):
    (item,) = items(read(wxr(post(title="A & B&C < D &unknown; 3<4"))))

    assert item.title == "A & B&C < D &unknown; 3<4"
    assert item.repairs == ("bare angle brackets escaped", "bare ampersands escaped")


def test_cdata_inside_cdata_is_joined(read, wxr, post):
    body = "<![CDATA[<p>a <![CDATA[ b ]]></p> & c ]]> d]]>"

    (item,) = items(read(wxr(post(body=body))))

    assert item.body == "<p>a  b </p> & c  d"
    assert item.repairs == ("CDATA inside CDATA joined",)


def test_several_cdata_runs_are_one_text(read, wxr, post):
    (item,) = items(read(wxr(post(body="<![CDATA[a ]]]]><![CDATA[> b]]> and <![CDATA[c]]>"))))

    assert item.body == "a ]]> b and c"
    assert item.repairs == ()


def test_the_end_of_an_item_inside_cdata_is_text(read, wxr, post):
    body = "<![CDATA[<item>x</item>\n</channel>]]>"

    first, second = items(read(wxr(post(1, body=body), post(2))))

    assert first.body == "<item>x</item>\n</channel>"
    assert second.old_id == 2


def test_a_missing_or_unknown_version_is_said(read, wxr, post):
    export = wxr(post())
    missing = export.replace(b"<wp:wxr_version>1.2</wp:wxr_version>", b"")
    unknown = export.replace(b"version>1.2<", b"version>9.x<")

    said = [read(data)[0].repairs for data in (export, missing, unknown)]

    message = "missing or unknown version of the export format"
    assert said == [(), (message,), (message,)]


def test_missing_elements_have_safe_values(read, wxr):
    bare = '<item><guid isPermaLink="false">https://example.org/?p=77</guid></item>'

    (item,) = items(read(wxr(bare)))

    assert (item.old_id, item.post_type, item.status) == (77, "post", "draft")
    assert (item.title, item.body, item.published, item.meta) == ("", "", None, {})
    assert item.repairs == (
        "no id: taken from its address",
        "no post type: read as a post",
        "no status: read as a draft",
        "no readable date",
    )


@pytest.mark.parametrize("year", ["0202", "1403", "1899"])
def test_a_date_from_before_there_were_such_posts_is_no_date(read, wxr, post, year):
    (item,) = items(read(wxr(post().replace("2024-", f"{year}-"))))

    assert item.published is None
    assert item.repairs == ("no readable date",)


def test_an_item_without_any_id_is_a_problem(read, wxr):
    records = read(wxr("<item><title>Lost</title></item>"))

    assert problems(records) == [Problem("item", None, "Lost", "it has no id")]


def test_a_file_cut_inside_an_item_gives_what_is_whole(read, wxr, post):
    export = wxr(post(1), post(2, title="<![CDATA[Cut & off]]>"))
    cut = export[: export.rindex(b"<wp:status>")]

    site, whole, item, file = read(cut)

    assert (type(site), whole.old_id) == (Site, 1)
    assert item == Problem("item", 2, "Cut & off", "the file ends in the middle of it")
    assert file.reason == "the file ends before </channel>: what is whole was read"


def test_a_file_cut_between_items_is_said(read, wxr, post):
    export = wxr(post(1)).removesuffix(b"</channel></rss>")

    assert [type(record) for record in read(export)] == [Site, Item, Problem]


def test_an_item_without_its_end_does_not_take_the_next_one_along(read, wxr, post):
    records = read(wxr(post(1).removesuffix("</item>"), post(2), post(3)))

    assert [item.old_id for item in items(records)] == [1, 2, 3]


def test_cdata_never_closed_costs_one_item(read, wxr, post):
    records = read(wxr(post(1), post(2, body="<![CDATA[open"), post(3)))

    assert [item.old_id for item in items(records)] == [1, 3]
    assert [(problem.old_id, problem.title) for problem in problems(records)] == [(2, "T")]


def test_an_item_beyond_repair_is_named_and_the_rest_is_read(read, wxr, post):
    records = read(wxr(post(1), post(2, inside="<wp:a></wp:b>"), post(3)))

    assert [item.old_id for item in items(records)] == [1, 3]
    assert [(problem.old_id, problem.title) for problem in problems(records)] == [(2, "T")]


def test_a_file_of_something_else_is_a_problem(read):
    (problem, _) = read(b"\x89PNG\r\n" + bytes(range(256)) * 10)

    assert problem.reason == "it holds no <channel>: not a WordPress export"


def test_entities_of_a_document_type_are_never_expanded(read, wxr, post):
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    export = wxr(post(1, title="&b;"), f"{bomb.decode()}", post(2))

    first, second = items(read(bomb + export))

    assert (first.title, second.old_id) == ("&b;", 2)


def test_foreign_prefixes_need_no_declaration(read, wxr, post):
    (item,) = items(read(wxr(post(inside="<media:rating media:kind='x'>5</media:rating>"))))

    assert (item.title, item.repairs) == ("T", ())
