"""Pictures beside a link: drawn once, in the right script, for public works alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone, translation
from PIL import Image, ImageChops

from media_library.library import make_renditions
from media_library.models import ImageAsset
from nejat.discovery.share.drawing import draw
from nejat.discovery.share.keeping import keep
from nejat.discovery.share.picture import SharePicture, picture_of_site, picture_of_work
from nejat.discovery.share.views import DRAWINGS
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.models import Content
from nejat.guard.throttle import may_ask
from tests.factories import (
    TITLES,
    make_article,
    make_book,
    make_cartoon,
    make_gallery,
    make_image,
    make_issue,
    make_news_picture,
    make_page,
    make_video,
)
from tests.publications.pdfs import needs_fonts

pytestmark = [pytest.mark.django_db, needs_fonts]

TEAL = (15, 76, 79)
MAKERS = {
    "article": make_article,
    "book": make_book,
    "cartoon": make_cartoon,
    "issue": make_issue,
    "newspicture": make_news_picture,
    "page": make_page,
    "photogallery": make_gallery,
    "video": make_video,
}


def _address(work: Content, code: str) -> str:
    found = type(work).objects.for_card(code).get(pk=work.pk)
    with translation.override(code):
        return picture_of_work(found).address


def _content(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, address
    return b"".join(response)


def _opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def _drawn(code: str, title: str) -> Image.Image:
    return _opened(draw(SharePicture(get_edition(code), title, site="")))


def _ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around the letters of a title on plain ground."""
    bright = image.convert("L").point(lambda value: 255 if value > 180 else 0)
    return bright.crop((0, 150, 1200, 630)).getbbox()


def _pieces(image: Image.Image) -> int:
    """How many parts of a title have nothing but ground between them."""
    left, _, right, _ = _ink(image)
    gray = image.convert("L").crop((left, 150, right, 630))
    columns = (gray.crop((x, 0, x + 1, gray.height)) for x in range(gray.width))
    inked = [column.getextrema()[1] > 180 for column in columns]
    return sum(now and not before for before, now in zip([False, *inked], inked, strict=False))


def _with_renditions(**fields) -> ImageAsset:
    image = make_image(**{"size": (1280, 800), **fields})
    make_renditions(image)
    return image


def _differ(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one, other).getbbox() is not None


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_of_work_has_a_picture_of_the_right_size_in_each_edition(client, kind, code):
    address = _address(MAKERS[kind](code), code)

    image = _opened(_content(client, address))

    assert address.startswith(f"/share/{kind}/")
    assert (image.size, image.format, image.mode) == ((1200, 630), "JPEG", "RGB")


@pytest.mark.parametrize("code", CODES)
def test_pages_that_are_no_works_share_one_picture(client, code):
    with translation.override(code):
        address = picture_of_site().address

    image = _opened(_content(client, address))

    assert image.size == (1200, 630)
    assert client.get(address.replace("/0/", "/1/")).status_code == 404


def test_the_pictures_of_a_work_differ_by_script_and_are_drawn_alike_each_time():
    work = make_article("en", **{f"title_{code}": TITLES[code] for code in CODES})

    def drawn(code: str) -> bytes:
        with translation.override(code):
            return draw(picture_of_work(work))

    pictures = {drawn(code) for code in CODES}

    assert len(pictures) == len(CODES)
    assert {drawn(code) for code in CODES} == pictures


@pytest.mark.parametrize(("code", "title"), [("ar", "رسالة"), ("fa", "نامه")])
def test_a_title_of_arabic_script_begins_at_the_other_side(code, title):
    start, _, end, _ = _ink(_drawn(code, title))

    assert (start > 600, 1080 < end < 1140) == (True, True)


@pytest.mark.parametrize(("code", "title"), [("en", "Letter"), ("sq", "Letër")])
def test_a_title_of_latin_script_begins_where_it_always_does(code, title):
    start, _, end, _ = _ink(_drawn(code, title))

    assert (60 < start < 100, end < 600) == (True, True)


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_letters_are_joined_unless_something_parts_them(code):
    joined, apart = "ههه", "ه\u200cه\u200cه"

    pictures = _drawn(code, joined), _drawn(code, apart)

    assert [_pieces(picture) for picture in pictures] == [1, 3]


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_latin_words_and_brackets_stand_right_amid_arabic_script(code):
    plain, mixed = _drawn(code, "خ (Iran 2026)"), _drawn(code, "خ (Iran 2026)\u200f")

    assert not _differ(plain, mixed)


@pytest.mark.parametrize("code", CODES)
def test_a_long_title_stays_inside_and_is_set_smaller(code):
    words = {"en": "letter", "ar": "رسالة", "fa": "نامه‌ها", "sq": "letra"}
    long = " ".join([words[code]] * 60)[:300]

    start, upper, end, lower = _ink(_drawn(code, long))

    assert start > 50
    assert end < 1150
    assert upper > 0
    assert lower < 480 - 50


@pytest.mark.parametrize(
    "title",
    [
        "W" * 300,
        "#set page(fill: red) $x$ \\ ] #panic()",
        "Roses 🌹 and \U0001f9ff",
        "one\nline\x0b\x07 \u2028 here",
        'a "quoted" \\"title\\" {"json": 1}',
        "…",
    ],
)
def test_whatever_a_title_holds_is_drawn_as_words(title):
    image = _drawn("en", title)

    assert (image.size, image.getpixel((5, 5))) == ((1200, 630), TEAL)


def test_the_image_of_the_work_lies_below_its_title_and_darker(client):
    work = make_article("en", lead_image=_with_renditions(colour="white"))

    image = _opened(_content(client, _address(work, "en")))

    upper, lower = (image.getpixel((1190, y))[0] for y in (5, 625))
    assert TEAL[0] < lower < upper < 160


def test_a_cover_stands_beside_the_title_as_it_is(client):
    cover = _with_renditions(colour="red", size=(600, 800))
    pages = {code: make_book(code, cover=cover) for code in ("en", "fa")}

    shown = {c: _opened(_content(client, _address(book, c))) for c, book in pages.items()}

    reds = {
        code: [image.getpixel((x, 315))[0] > 200 for x in (200, 1000)]
        for code, image in shown.items()
    }
    assert reds == {"en": [False, True], "fa": [True, False]}


@pytest.mark.parametrize(
    "make",
    [
        lambda: make_article("en", lead_image=_with_renditions(colour="red", is_graphic=True)),
        lambda: make_video("en", image=_with_renditions(colour="red"), is_graphic=True),
        lambda: make_article("en", lead_image=make_image(colour="red")),
    ],
    ids=["graphic image", "graphic film", "no renditions yet"],
)
def test_an_image_that_cannot_be_shown_leaves_plain_ground(client, make):
    image = _opened(_content(client, _address(make(), "en")))

    assert image.getpixel((1190, 315)) == TEAL


def test_an_image_that_is_gone_leaves_plain_ground(client):
    work = make_article("en", lead_image=_with_renditions(colour="red"))
    address = _address(work, "en")
    with translation.override("en"):
        default_storage.delete(picture_of_work(work).ground)

    image = _opened(_content(client, address))

    assert image.getpixel((1190, 315)) == TEAL


def test_an_address_is_another_one_when_what_is_drawn_is(client):
    image = _with_renditions(colour="red")
    work = make_article("fa", lead_image=image)
    seen = [_address(work, "fa")]
    assert _address(work, "fa") == seen[0]

    work.title_fa = "عنوان تازه"
    work.save()
    seen.append(_address(work, "fa"))
    image.focal_x = 0.1
    image.save()
    make_renditions(image)
    seen.append(_address(work, "fa"))

    assert len(set(seen)) == 3
    for former in seen[:2]:
        response = client.get(former)
        assert (response.status_code, response["Location"]) == (302, seen[2])
    assert _content(client, seen[2])


def test_a_picture_is_drawn_once_and_kept_by_browsers_for_a_day(client):
    work = make_article("fa")
    address = _address(work, "fa")
    _content(client, address)
    [name] = default_storage.listdir(f"share/article/{work.pk}")[1]
    default_storage.delete(f"share/article/{work.pk}/{name}")
    default_storage.save(f"share/article/{work.pk}/{name}", ContentFile(b"kept"))

    response = client.get(address)

    assert b"".join(response) == b"kept"
    assert response["Cache-Control"] == "public, max-age=86400"
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Language"] == "fa"
    again = client.get(address, headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_new_picture_takes_the_place_of_the_former_one_of_its_edition(client):
    work = make_article("fa", title_en="A", state_en="published")
    _content(client, _address(work, "en"))
    for title in ("یک", "دو"):
        work.title_fa = title
        work.save()
        _content(client, _address(work, "fa"))

    kept = default_storage.listdir(f"share/article/{work.pk}")[1]

    assert sorted(name[:3] for name in kept) == ["en-", "fa-"]


def test_readers_who_come_together_get_one_drawing():
    picture = SharePicture(get_edition("fa"), "نامه", "نجات", "article", 1)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(keep, [picture] * 4))

    assert default_storage.listdir("share/article/1")[1] == [picture.name.rpartition("/")[2]]


def test_who_waited_for_a_drawing_does_not_draw_it_again():
    picture = SharePicture(get_edition("fa"), "نامه", "نجات", "article", 1)
    default_storage.save(picture.name, ContentFile(b"drawn by another"))

    keep(picture)

    with default_storage.open(picture.name) as file:
        assert file.read() == b"drawn by another"


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "draft"},
        {"state": "in_review"},
        {"state": "withdrawn"},
        {"published_at": timezone.now() + timedelta(hours=1)},
        {"expires_at": timezone.now() - timedelta(hours=1)},
    ],
)
def test_what_is_not_public_has_no_picture(client, admin_client, fields):
    work = make_article("fa", **fields)

    for reader in (client, admin_client):
        response = reader.get(_address(work, "fa"))
        assert response.status_code == 404
        assert b"<main" not in response.content
    assert not default_storage.exists("share")


def test_a_picture_is_read_nowhere_else_and_goes_with_its_work(client):
    work = make_article("fa", title_en="A", state_en="published")
    for code in ("fa", "en"):
        _content(client, _address(work, code))
    folder = f"share/article/{work.pk}"
    kept = sorted(default_storage.listdir(folder)[1])
    assert [client.get(f"/files/{folder}/{name}").status_code for name in kept] == [404, 404]

    work.state_fa = "withdrawn"
    work.save()

    assert client.get(_address(work, "fa")).status_code == 404
    assert default_storage.listdir(folder)[1] == kept[:1]
    assert _content(client, _address(work, "en"))


def test_a_work_has_a_picture_in_its_own_editions_alone(client):
    address = _address(make_article("fa"), "fa")

    assert client.get(address.replace("/fa-", "/en-")).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "share/article/999/fa-0123456789abcdef.jpg",
        f"share/article/{10**30}/fa-0.jpg",
        "share/topic/1/fa-0.jpg",
        "share/article/1/xx-0.jpg",
        "share/article/1/fa.jpg",
        "share/article/-1/fa-0.jpg",
        "share/site/0/xx-0.jpg",
        "share/../secret_key",
    ],
)
def test_no_other_address_has_a_picture(client, path):
    assert client.get(f"/{path}").status_code == 404


def test_pictures_are_read_and_never_sent(client):
    address = _address(make_article("fa"), "fa")

    assert client.post(address).status_code == 405
    head = client.head(address)
    assert (head.status_code, b"".join(head)) == (200, b"")


def test_a_sender_has_so_many_drawn_an_hour_and_may_see_all_that_are_kept(client, rf):
    works = [make_page("fa") for _ in range(3)]
    addresses = [_address(work, "fa") for work in works]
    for _ in range(DRAWINGS - 1):
        may_ask(rf.get("/"), "share-picture", DRAWINGS)

    answers = [client.get(address) for address in (*addresses, addresses[0])]

    said = [(answer.status_code, b"".join(answer) != b"") for answer in answers]
    assert said == [(200, True), (429, False), (429, False), (200, True)]
