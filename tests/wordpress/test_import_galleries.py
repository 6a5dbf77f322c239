"""Posts that are photo galleries: their pictures in order, their words in each edition."""

import pytest

from articles.models import Article
from media_library.models import ImageAsset, PhotoGallery
from nejat.wordpress.models import ImportRecord
from tests.wordpress.media import UPLOADS, draw, picture, shown
from tests.wordpress.wxr import Importer, item, link, meta, term

pytestmark = pytest.mark.django_db

PHOTOS = link("ctype", "photos")
COLOURS = {3: "red", 4: "green", 5: "blue"}
PICTURES = tuple(picture(number, f"{colour}.png") for number, colour in COLOURS.items())
POLYLANG = (
    term(0, "language", "fa", "fa", 'a:1:{s:6:"locale";s:5:"fa_IR";}'),
    term(0, "language", "sq", "sq", 'a:1:{s:6:"locale";s:5:"sq_AL";}'),
    term(0, "post_translations", "pll_1", "pll_1", 'a:2:{s:2:"fa";i:1;s:2:"sq";i:2;}'),
)


@pytest.fixture
def media(tmp_path):
    for colour in COLOURS.values():
        draw(tmp_path / f"uploads/{colour}.png", colour)
    return tmp_path / "uploads"


@pytest.fixture
def run(tmp_path, media):
    run = Importer(tmp_path)
    return lambda *parts, **options: run(*parts, **{"media": media, **options}) and run


def img(colour, caption=""):
    shown = f'<img src="{UPLOADS}{colour}.png">'
    return f"<figure>{shown}<figcaption>{caption}</figcaption></figure>" if caption else shown


def number(colour):
    return ImageAsset.objects.get(original_name=f"{colour}.png").pk


def colours(gallery):
    rows = gallery.gallery_pictures.select_related("image")
    return [row.image.original_name.removesuffix(".png") for row in rows]


def captions(gallery, code):
    return [row.get_in("caption", code) or "" for row in gallery.gallery_pictures.all()]


@pytest.mark.parametrize(
    "body",
    [
        '[gallery ids="4,3"]',
        f'<!-- wp:gallery --><figure class="wp-block-gallery">{img("green")}{img("red")}</figure>'
        "<!-- /wp:gallery -->",
        f"{img('green')}{img('red')}",
    ],
)
def test_its_pictures_come_in_order_and_leave_the_body(run, body):
    done = run(*PICTURES, item(1, PHOTOS, body=f"Before\n\n{body}\n\nAfter"))

    gallery = PhotoGallery.objects.get()
    assert (colours(gallery), gallery.picture_count) == (["green", "red"], 2)
    assert gallery.image_id == number("green")
    assert gallery.body_fa.split() == ["<p>Before</p>", "<p>After</p>"]
    assert done.totals("photogallery") == {"read": 1, "created": 1}
    assert done.report["repaired"] == []


def test_pictures_beside_a_gallery_stay_in_the_body(run):
    run(*PICTURES, item(1, PHOTOS, body=f'{img("blue")}[gallery ids="3"]'))

    gallery = PhotoGallery.objects.get()
    assert (colours(gallery), gallery.body_fa) == (["red"], shown(number("blue")))


def test_a_gallery_without_ids_is_of_what_was_uploaded_to_the_post(run):
    uploaded = (picture(3, "red.png", post_parent=1), picture(4, "green.png", post_parent=1))

    run(*uploaded, item(1, PHOTOS, body="[gallery]"))

    assert colours(PhotoGallery.objects.get()) == ["red", "green"]


def test_captions_stand_in_the_gallery_where_they_differ(run):
    own = picture(3, "red.png", excerpt="Own")
    body = "".join((img("red", "Own"), img("green", "Here <b>too</b>"), img("blue")))

    run(own, *PICTURES[1:], item(1, PHOTOS, body=body))

    assert captions(PhotoGallery.objects.get(), "fa") == ["", "Here too", ""]


def test_a_picture_twice_in_a_gallery_is_in_it_once(run):
    run(*PICTURES, item(1, PHOTOS, body='[gallery ids="3,4,3"]'))

    assert colours(PhotoGallery.objects.get()) == ["red", "green"]


@pytest.mark.parametrize("body", ["Text", img("red"), "[gallery ids=99]"])
def test_without_two_pictures_it_stays_an_article_and_the_report_says_why(run, body):
    done = run(*PICTURES, item(1, PHOTOS, body=body))

    assert Article.objects.count() == 1
    reason = "it has neither a gallery nor two pictures here"
    assert f"a photogallery by its terms, but {reason}: an article" in done.repairs(1)


def test_without_media_it_stays_an_article(run):
    run(*PICTURES, item(1, PHOTOS, body='[gallery ids="3,4"]'), media=None)

    assert not PhotoGallery.objects.exists()


def test_pictures_that_come_later_join_the_gallery(run, media):
    (media / "blue.png").rename(media.parent / "blue.png")
    parts = (*PICTURES, item(1, PHOTOS, body='[gallery ids="3,4,5"]'))
    run(*parts)
    gallery = PhotoGallery.objects.get()
    assert colours(gallery) == ["red", "green"]
    assert 'class="missing-picture"' in gallery.body_fa

    (media.parent / "blue.png").rename(media / "blue.png")
    done = run(*parts)

    gallery.refresh_from_db()
    assert (colours(gallery), gallery.picture_count) == (["red", "green", "blue"], 3)
    assert gallery.body_fa == ""
    assert done.totals("photogallery") == {"read": 1, "updated": 1}


def test_an_update_adds_pictures_and_takes_none_away(run):
    run(*PICTURES, item(1, PHOTOS, body='[gallery ids="3,4"]'))
    gallery = PhotoGallery.objects.get()
    gallery.gallery_pictures.get(image=number("red")).delete()
    gallery.count_pictures()

    run(*PICTURES, item(1, PHOTOS, body='[gallery ids="3,5"]'))

    gallery.refresh_from_db()
    assert (colours(gallery), gallery.picture_count) == (["green", "blue"], 2)
    assert gallery.image_id == number("green")


def polylang(old_id, code, body, *inside, **said):
    place = link("language", code), link("post_translations", "pll_1")
    return item(old_id, *place, *inside, body=body, **said)


@pytest.mark.parametrize("is_split", [False, True])
def test_translations_of_a_gallery_are_one(run, is_split):
    fa = polylang(1, "fa", f"متن{img('red', 'سرخ')}{img('green')}", PHOTOS, title="باغ")
    sq = polylang(2, "sq", f"Tekst{img('red', 'E kuqe')}{img('blue', 'Blu')}", PHOTOS)
    if is_split:
        run(*POLYLANG, *PICTURES, fa)
        run(*POLYLANG, *PICTURES, sq)
    else:
        run(*POLYLANG, *PICTURES, fa, sq)

    gallery = PhotoGallery.objects.get()
    assert (gallery.title_fa, gallery.title_sq) == ("باغ", "Letter 2")
    assert (gallery.body_fa, gallery.body_sq) == ("<p>متن</p>", "<p>Tekst</p>")
    assert (colours(gallery), gallery.picture_count) == (["red", "green", "blue"], 3)
    assert captions(gallery, "fa") == ["سرخ", "", ""]
    assert captions(gallery, "sq") == ["E kuqe", "", "Blu"]


def test_wpml_groups_become_one_gallery(run):
    def of(old_id, code):
        place = (
            meta("_wpml_import_language_code", code),
            meta("_wpml_import_translation_group", "g1"),
        )
        return item(old_id, *place, PHOTOS, body='[gallery ids="3,4"]')

    done = run(*PICTURES, of(1, "fa"), of(2, "ar"))

    gallery = PhotoGallery.objects.get()
    assert (gallery.title_fa, gallery.title_ar) == ("Letter 1", "Letter 2")
    assert done.totals("photogallery") == {"read": 2, "created": 2}


@pytest.mark.parametrize("is_split", [False, True])
def test_the_first_translation_decides_of_which_kind_all_are(run, is_split):
    fa = polylang(1, "fa", img("red"), link("ctype", "cartoons"))
    sq = polylang(2, "sq", f"{img('red')}{img('green')}", PHOTOS)
    if is_split:
        run(*POLYLANG, *PICTURES, fa)
        done = run(*POLYLANG, *PICTURES, sq)
    else:
        done = run(*POLYLANG, *PICTURES, fa, sq)

    kinds = {record.content_type.model for record in ImportRecord.objects.filter(kind="post")}
    assert (kinds, PhotoGallery.objects.exists()) == ({"cartoon"}, False)
    reason = "a photogallery by itself, but its translations are a cartoon: one with them"
    assert done.repairs(2) == [reason]


def test_a_translation_without_pictures_joins_its_gallery(run):
    fa = polylang(1, "fa", f"{img('red')}{img('green')}", PHOTOS)

    done = run(*POLYLANG, *PICTURES, fa, polylang(2, "sq", "Tekst", PHOTOS))

    gallery = PhotoGallery.objects.get()
    assert (colours(gallery), gallery.body_sq) == (["red", "green"], "<p>Tekst</p>")
    assert not any("neither a gallery" in repair for repair in done.repairs(2))


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_changes_nothing(run, resume):
    parts = (*PICTURES, item(1, PHOTOS, body=f"{img('red', 'C')}{img('green')}"))
    run(*parts)
    gallery = PhotoGallery.objects.get()
    before = gallery.updated_at, list(gallery.gallery_pictures.values_list("pk", flat=True))

    done = run(*parts, resume=resume)

    gallery.refresh_from_db()
    after = gallery.updated_at, list(gallery.gallery_pictures.values_list("pk", flat=True))
    assert after == before
    assert done.totals("photogallery") == {"read": 1, "unchanged": 1}
