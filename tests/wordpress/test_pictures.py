import re

import pytest

from nejat.wordpress.cleaner import attachment_keys, upload_key

UPLOADS = "https://example.org/fa/wp-content/uploads"


@pytest.mark.parametrize(
    "src",
    [
        f"{UPLOADS}/cover.jpg",
        f"{UPLOADS}/./cover.jpg",
        f"{UPLOADS}/./cover-300x200.jpg",
        f"{UPLOADS}/cover-scaled.jpg",
        f"{UPLOADS}/cover-scaled-300x200.jpg?w=300",
        "http://www.example.org/fa/wp-content/uploads/cover-1024x768.jpg",
        "//example.org/fa/wp-content/uploads/cover.jpg",
    ],
)
def test_any_form_of_an_upload_finds_our_image(html, library, src):
    library.add(20, f"{UPLOADS}/./cover-scaled.jpg", image=7)

    assert html(f'<img src="{src}" alt="A" srcset="https://example.org/x 2x" onload="x()">') == (
        '<figure data-image="7"></figure>'
    )


def test_a_picture_whose_own_name_looks_like_a_size_is_itself(html, library):
    library.add(1, f"{UPLOADS}/map-600x400.jpg", image=7)
    library.add(2, f"{UPLOADS}/map-300x200.jpg", image=8)

    assert html(f'<img src="{UPLOADS}/map-600x400.jpg">') == '<figure data-image="7"></figure>'


def test_the_keys_of_an_upload():
    assert upload_key("http://www.example.org/a/./%D8%A8.jpg?x=1") == "example.org/a/ب.jpg"
    assert attachment_keys("https://example.org/a-scaled.jpg") == (
        "example.org/a-scaled.jpg",
        "example.org/a.jpg",
    )


def test_the_old_id_of_a_picture_helps_when_its_address_does_not(html, library):
    library.add(20, f"{UPLOADS}/new.jpg", image=7)

    assert html('<img class="alignleft wp-image-20" src="https://cdn.example.net/x.jpg">') == (
        '<figure data-image="7"></figure>'
    )


def test_links_to_old_files_lead_to_ours(html, library):
    library.add(20, f"{UPLOADS}/issue-108.pdf", local="/files/issue-108.pdf")

    assert html(f'<a href="{UPLOADS}/./issue-108.pdf">PDF</a>') == (
        '<p><a href="/files/issue-108.pdf">PDF</a></p>'
    )


@pytest.mark.parametrize("name", ["%D8%A8.jpg", "x.jpg"])
def test_a_picture_of_another_host_is_a_link(clean, name):
    body = clean(
        f'<p>a <a href="https://example.net/"><img src="https://example.net/{name}"></a> b</p>'
    )

    shown = {"%D8%A8.jpg": "ب.jpg"}.get(name, name)
    assert body.html == (
        '<p>a</p><figure class="missing-picture">'
        f'<a href="https://example.net/{name}" rel="noopener">{shown}</a></figure>\n<p>b</p>'
    )
    assert body.missing_media == (f"https://example.net/{name}",)


def test_a_captioned_picture_of_another_host_keeps_its_caption(html):
    assert html(
        '<figure class="wp-block-image"><img src="https://example.net/x.jpg" alt="A">'
        "<figcaption>C</figcaption></figure>"
    ) == (
        '<figure class="missing-picture"><a href="https://example.net/x.jpg" rel="noopener">A</a>'
        "<figcaption>C</figcaption></figure>"
    )


@pytest.mark.parametrize(
    "box",
    [
        '<dl class="wp-caption"><dt>{}</dt><dd>C</dd></dl>',
        '<div class="wp-caption alignleft">{}<p class="wp-caption-text">C</p></div>',
    ],
)
def test_captions_of_older_themes_are_figures(html, library, box):
    library.add(1, f"{UPLOADS}/a.jpg", image=7)

    assert html(box.format(f'<img src="{UPLOADS}/a.jpg" alt="A">')) == (
        '<figure data-image="7"><figcaption>C</figcaption></figure>'
    )


@pytest.mark.parametrize(
    "gallery",
    [
        '<!-- wp:gallery --><figure class="wp-block-gallery has-nested-images">'
        '<!-- wp:image --><figure class="wp-block-image">{}<figcaption>C</figcaption></figure>'
        "<!-- /wp:image --></figure><!-- /wp:gallery -->",
        '<ul class="wp-block-gallery"><li class="blocks-gallery-item"><figure>{}'
        "<figcaption>C</figcaption></figure></li></ul>",
        '<div id="gallery-1" class="gallery galleryid-5"><dl class="gallery-item"><dt>{}</dt>'
        "<dd>C</dd></dl></div>",
    ],
)
def test_galleries_of_all_ages_are_one_thing(html, library, gallery):
    library.add(1, f"{UPLOADS}/a.jpg", image=7)

    assert html(gallery.format(f'<img src="{UPLOADS}/a.jpg" alt="A">')) == (
        '<div class="gallery"><figure data-image="7"><figcaption>C</figcaption></figure></div>'
    )


def test_a_lazy_picture_is_shown_once(html, library):
    library.add(1, f"{UPLOADS}/a.jpg", image=7)

    assert (
        html(
            f'<img src="data:image/gif;base64,R0" data-src="{UPLOADS}/a.jpg">'
            f'<noscript><img src="{UPLOADS}/a.jpg"></noscript>'
        )
        == '<figure data-image="7"></figure>'
    )


def test_emoji_are_letters_and_counting_pixels_are_nothing(html):
    assert (
        html(
            'a <img class="wp-smiley" alt="🙂" src="https://s.w.org/images/core/emoji/1f642.png">'
            '<img width="1" height="1" src="https://stats.example.net/p.gif">'
        )
        == "<p>a 🙂</p>"
    )


def test_a_picture_without_an_address_is_said(clean):
    assert clean('<p>a</p><img src="data:image/png;base64,AA">').repairs == (
        "left out: a picture without an address",
    )


def test_the_picture_of_a_cover_stays(html, library):
    library.add(1, f"{UPLOADS}/a.jpg", image=7)

    assert (
        html(
            "<!-- wp:cover -->"
            f'<div class="wp-block-cover" style="background-image:url({UPLOADS}/a.jpg)">'
            "<p>Over</p></div><!-- /wp:cover -->"
        )
        == '<figure data-image="7"></figure><p>Over</p>'
    )


def test_a_recording_in_a_figure_keeps_its_caption(html, library):
    library.add(1, f"{UPLOADS}/a.mp4", local="/files/a.mp4")

    assert html(
        f'<figure class="wp-block-video"><video controls src="{UPLOADS}/a.mp4"></video>'
        "<figcaption>C</figcaption></figure>"
    ) == (
        '<figure><video controls="" preload="none" src="/files/a.mp4"></video>'
        "<figcaption>C</figcaption></figure>"
    )


def test_pictures_in_one_link_keep_their_order_and_the_link_its_words(clean):
    body = clean(
        '<a href="https://example.net/read"><img src="https://example.net/1.jpg">'
        '<img src="https://example.net/2.jpg">Read</a>'
    )

    assert re.findall(r'href="([^"]*)"', body.html) == [
        "https://example.net/read",
        "https://example.net/1.jpg",
        "https://example.net/2.jpg",
    ]
    assert body.repairs == ()


def test_a_link_lost_with_its_picture_is_said(clean):
    body = clean('<a href="https://example.net/read"><img src="https://example.net/1.jpg"></a>')

    assert body.repairs == (
        "left out: the link around a missing picture, https://example.net/read",
    )


def test_a_heading_made_of_a_picture_is_that_picture(html, library):
    library.add(1, f"{UPLOADS}/a.jpg", image=7)

    assert html(f'<h3><img src="{UPLOADS}/a.jpg" alt="A"></h3>') == (
        '<figure data-image="7"></figure>'
    )
    assert html('<h3><img src="https://example.net/x.jpg" alt="A"></h3>') == (
        '<figure class="missing-picture">'
        '<a href="https://example.net/x.jpg" rel="noopener">A</a></figure>'
    )
