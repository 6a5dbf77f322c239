import pytest


def test_a_caption_is_a_figure(html, library):
    library.add(20, "https://example.org/a.jpg", image=7)
    picture = (
        '<a href="https://example.org/a.jpg"><img src="https://example.org/a.jpg" alt="A"></a>'
    )
    shown = '<figure data-image="7">{}</figure>'

    assert html(f'[caption id="attachment_20" width="300"]{picture} Below <b>it</b>[/caption]') == (
        shown.format("<figcaption>Below <b>it</b></figcaption>")
    )
    assert html(f'[caption caption="Beside"]{picture}[/caption]') == (
        shown.format("<figcaption>Beside</figcaption>")
    )


def test_a_gallery_shows_its_pictures_in_order_and_names_the_missing(clean, library):
    library.add(20, "https://example.org/a.jpg", image=7, own="Ours", alt="A", caption="One")
    library.add(21, "https://example.org/b.jpg", alt="B")

    body = clean("[gallery columns=2 ids=”21,20,99”]")

    assert body.html == (
        '<div class="gallery"><figure class="missing-picture">'
        '<a href="https://example.org/b.jpg" rel="noopener">B</a></figure>'
        '<figure data-image="7"><figcaption>One</figcaption></figure></div>'
    )
    assert body.repairs == ("gallery picture missing: 99",)
    assert body.missing_media == ("https://example.org/b.jpg",)


def test_a_gallery_without_ids_shows_what_was_uploaded_to_the_post(clean, library):
    library.add(20, "https://example.org/a.jpg", image=7, parent=5)
    library.add(21, "https://example.org/b.jpg", image=8, parent=5)

    assert clean('[gallery exclude="20"]', old_id=5).html == (
        '<div class="gallery"><figure data-image="8"></figure></div>'
    )
    assert clean("x [gallery]", old_id=6).repairs == ("gallery without pictures left out",)


def test_recordings_play_from_our_files(html, library):
    library.add(1, "https://example.org/a.mp4", local="/files/a.mp4")
    library.add(2, "https://example.org/b.mp3", local="/files/b.mp3")

    assert html(
        '[video poster="https://example.org/p.jpg" mp4="https://example.org/a.mp4"][/video]'
        "[audio https://example.org/b.mp3]"
        '[playlist ids="2"]'
    ) == (
        '<figure><video controls="" preload="none" src="/files/a.mp4"></video></figure>\n'
        '<figure><audio controls="" preload="none" src="/files/b.mp3"></audio></figure>\n'
        '<figure><audio controls="" preload="none" src="/files/b.mp3"></audio></figure>'
    )


def test_recordings_that_are_not_ours_are_links(clean):
    body = clean('[video mp4="https://example.org/a.mp4"]')

    assert body.html == (
        '<figure><a href="https://example.org/a.mp4" rel="noopener">example.org/a.mp4</a></figure>'
    )
    assert body.missing_media == ("https://example.org/a.mp4",)


@pytest.mark.parametrize(
    "shortcode",
    [
        "[embed]https://youtu.be/abcdefghijk[/embed]",
        '[embed width="5"]https://youtu.be/abcdefghijk[/embed]',
        "[youtube]abcdefghijk[/youtube]",
        "[youtube abcdefghijk]",
        "[video:https://youtu.be/abcdefghijk|width=5]",
        '[youtube id="abcdefghijk"]',
        "[youtube=https://www.youtube.com/watch?v=abcdefghijk]",
        '[fancy_player src="https://www.youtube.com/embed/abcdefghijk"]',
    ],
)
def test_embeds_of_any_spelling_are_embeds(html, shortcode):
    assert html(shortcode) == (
        '<figure class="embed"><a href="https://www.youtube.com/watch?v=abcdefghijk"'
        ' rel="noopener">youtube.com/watch?v=abcdefghijk</a></figure>'
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a [[gallery]] b", "a [gallery] b"),
        ('[[caption id="1"]x[/caption]]', '[caption id="1"]x[/caption]'),
        ("[[escaped]]", "[escaped]"),
    ],
)
def test_escaped_shortcodes_show_as_they_are(clean, text, shown):
    body = clean(text)

    assert body.html == f"<p>{shown}</p>"
    assert body.unknown_shortcodes == ()


@pytest.mark.parametrize(
    "prose",
    [
        "as shown [1] and [12]",
        "they was [sic] there",
        "the [MEK leader] said",
        "[منبع]",
        "منبع [۱]: [خبرگزاری]",
        "[Video] the meeting",
        "[see note 3]",
        "[Source: agency]",
        "[video: a speech]",
        "the [anti-war] march",
        "[...] and […]",
        "where [n = 5] holds",
        "a < b [sic] > c",
        "[]",
    ],
)
def test_prose_in_brackets_stays(clean, prose):
    body = clean(prose)

    assert body.html == f"<p>{prose.replace('<', '&lt;').replace('>', '&gt;')}</p>"
    assert body.unknown_shortcodes == ()


@pytest.mark.parametrize(
    ("text", "left", "names"),
    [
        ('a [button url="/x" color=red]Read[/button] b', "a Read b", ("button",)),
        ("[row][half]One[/half] [half]Two[/half][/row]", "One Two", ("row", "half")),
        ("a [vc_separator] b", "a  b", ("vc_separator",)),
        ("a [line /] b", "a  b", ("line",)),
        ("a [/quote] b", "a  b", ("quote",)),
        ("a\n\n[contact-form-7]\n\nb", "a</p>\n<p>b", ("contact-form-7",)),
        ("a [gallery_x ids='1,2'] b", "a  b", ("gallery_x",)),
        ("a [b]bold[/b]", "a bold", ("b",)),
    ],
)
def test_unknown_shortcodes_vanish_and_are_named(clean, text, left, names):
    body = clean(text)

    assert body.html == f"<p>{left}</p>"
    assert body.unknown_shortcodes == names


def test_brackets_in_attributes_are_not_shortcodes(html):
    assert html('<a href="https://example.org/?a[x_y]=1" title="[video]">x</a>') == (
        '<p><a href="https://example.org/?a[x_y]=1" title="[video]" rel="noopener">x</a></p>'
    )
