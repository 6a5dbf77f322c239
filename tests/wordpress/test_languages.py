from nejat.wordpress.reader import Item, Languages, Placement, Term, by_language, read_export

CODES = ("en", "ar", "fa", "sq")


def placements(path):
    records = list(read_export(path))
    languages = Languages((r for r in records if isinstance(r, Term)), CODES)
    return {r.old_id: languages.place(r) for r in records if isinstance(r, Item)}


def an_item(read, wxr, post, **changes):
    (item,) = (record for record in read(wxr(post(**changes))) if isinstance(record, Item))
    return item


def test_polylang_joins_the_translations_of_a_work(exports):
    assert placements(exports / "rtl-4lang-polylang.xml") == {
        201: Placement("en", "polylang:pll_p1"),
        202: Placement("ar", "polylang:pll_p1"),
        203: Placement("fa", "polylang:pll_p1"),
        204: Placement("sq", "polylang:pll_p1"),
        211: Placement("en", "polylang:pll_p2"),
        212: Placement("fa", "polylang:pll_p2"),
        213: Placement(None, None),
    }


def test_polylang_joins_terms_too(exports):
    terms = [r for r in read_export(exports / "rtl-4lang-polylang.xml") if isinstance(r, Term)]
    languages = Languages(terms, CODES)

    places = {term.slug: languages.place_term(term) for term in terms if term.old_id in (120, 122)}

    assert places == {
        "news-en": Placement("en", "polylang:pll_t1"),
        "اخبار": Placement("fa", "polylang:pll_t1"),
    }


def test_polylang_knows_an_item_only_its_group_names(read, wxr, post):
    group = Term(1, "post_translations", "g", "g", description='a:1:{s:2:"sq";s:2:"41";}')
    item = an_item(read, wxr, post, old_id=41)

    assert Languages([group], CODES).place(item) == Placement("sq", "polylang:g")


def test_a_language_of_another_slug_is_known_by_its_locale(read, wxr, post):
    persian = Term(1, "language", "per", "فارسی", description='a:1:{s:6:"locale";s:5:"fa_IR";}')
    item = an_item(
        read, wxr, post, inside='<category domain="language" nicename="per">فارسی</category>'
    )

    assert Languages([persian], CODES).place(item).edition == "fa"


def test_both_generations_of_wpml_metas_are_read(exports):
    assert placements(exports / "ar-wpml.xml") == {
        1: Placement("en", "wpml:rain-1"),
        2: Placement("ar", "wpml:rain-1"),
        3: Placement("fa", "wpml:rain-1"),
        4: Placement("en", "trid:77"),
        5: Placement("ar", "trid:77"),
    }


def test_the_address_tells_when_nothing_else_does(read, wxr, post):
    addresses = (
        "https://example.org/sq/posts/1",
        "https://example.org/sqaure/1",
        "https://example.org/?p=1",
        "http://[broken/fa/",
    )
    items = [an_item(read, wxr, post, inside=f"<link>{address}</link>") for address in addresses]

    assert [Languages([], CODES).place(item).edition for item in items] == ["sq", None, None, None]


def test_qtranslate_texts_are_split_by_language(read, wxr, post):
    item = an_item(
        read,
        wxr,
        post,
        title="<![CDATA[[:fa]باران[:en]Rain[:]]]>",
        body="<![CDATA[<!--:fa--><p>الف</p><!--:--><!--:en--><p>a</p><!--:--><hr>]]>",
        inside="<link>https://example.org/fa/1</link>",
    )

    parts = {code: (part.title, part.body) for code, part in by_language(item).items()}

    assert parts == {"fa": ("باران", "<p>الف</p><hr>"), "en": ("Rain", "<p>a</p><hr>")}
    assert Languages([], CODES).place(item) == Placement(None, None)


def test_an_item_in_one_language_is_not_split(read, wxr, post):
    assert by_language(an_item(read, wxr, post)) == {}
