"""Images come into the library, are replaced, and get their renditions."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.db.models import ProtectedError
from PIL import Image

from media_library.facts import edition_of
from media_library.intake import Refused
from media_library.library import add_image, lookalikes, make_renditions, replace_file
from media_library.models import ImageAsset
from media_library.renditions import all_renditions
from tests.factories import make_article, make_cartoon, make_gallery, make_image
from tests.media_library.corpus import photo

pytestmark = pytest.mark.django_db


def _file(colour: str = "teal", size: tuple[int, int] = (64, 40)) -> BytesIO:
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def _png(image: Image.Image) -> BytesIO:
    buffer = BytesIO()
    image.save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def test_a_file_becomes_an_image_that_knows_its_size_and_name():
    image, is_duplicate = add_image(_file(), "باغِ ما.png")

    stored = ImageAsset.objects.get(pk=image.pk)
    assert not is_duplicate
    assert (stored.width, stored.height, stored.original_name) == (64, 40, "باغِ ما.png")
    assert stored.byte_size == default_storage.size(stored.file.name)
    assert (len(stored.sha256), len(stored.key)) == (64, 10)
    assert not stored.has_renditions


def test_a_file_that_is_there_is_given_back():
    first = add_image(_file(), "one.png").image

    assert add_image(_file(), "two.png") == (first, True)
    assert ImageAsset.objects.count() == 1


def test_a_first_page_is_one_until_somebody_uploads_or_replaces_it():
    page, _ = add_image(_file(), "Letter 7.png", is_first_page=True)
    other, _ = add_image(_file("navy"), "Letter 8.png", is_first_page=True)
    assert ImageAsset.objects.filter(is_first_page=True).count() == 2

    add_image(_file(), "mine.png")
    replace_file(other, _file("olive"), "mine too.png")
    again, _ = add_image(_file("olive"), "Letter 9.png", is_first_page=True)

    assert again == other
    assert not ImageAsset.objects.filter(is_first_page=True).exists()
    assert not ImageAsset.objects.get(pk=page.pk).is_first_page


def test_a_refused_file_leaves_nothing_behind():
    with pytest.raises(Refused):
        add_image(BytesIO(b"<html>"), "page.png")

    assert ImageAsset.objects.count() == 0
    assert not default_storage.exists("originals")


def test_renditions_are_made_once_and_known_to_be_there():
    image = make_image(size=(400, 250))

    made = make_renditions(image)

    names = {rendition.name for rendition in all_renditions(image)}
    assert made == len(names)
    assert {name for name in names if default_storage.exists(name)} == names
    assert ImageAsset.objects.get().has_renditions
    assert make_renditions(image) == 0
    assert list(ImageAsset.objects.without_renditions()) == []


def test_another_focal_point_has_renditions_of_its_own_and_the_former_ones_go():
    image = make_image(size=(400, 250))
    make_renditions(image)
    former = [rendition.name for rendition in all_renditions(image)]

    image.focal_x = 0.1
    image.save()
    assert not image.has_renditions
    make_renditions(image)

    assert [name for name in former if default_storage.exists(name)] == []
    assert ImageAsset.objects.get().has_renditions


def test_who_makes_renditions_of_a_former_focal_point_leaves_those_of_today():
    image = make_image(size=(400, 250))
    former = ImageAsset.objects.get(pk=image.pk)
    image.focal_x = 0.1
    image.save()
    make_renditions(image)

    make_renditions(former)

    today = [r.name for r in all_renditions(image)]
    assert [name for name in today if not default_storage.exists(name)] == []
    assert ImageAsset.objects.get().has_renditions


def test_words_saved_while_a_file_is_replaced_stay():
    image = make_image("fa", alt_text="پیش")
    ImageAsset.objects.update(alt_text_fa="پس")

    replace_file(image, _file("red"), "red.png")

    assert ImageAsset.objects.get().alt_text_fa == "پس"


def test_a_replaced_file_keeps_the_number_and_the_words():
    image = make_image("fa", alt_text="باغ")
    before = image.file.name

    with pytest.raises(Refused):
        replace_file(image, BytesIO(b"nothing"), "x.png")
    replace_file(image, _file("red", (30, 20)), "red.png")

    stored = ImageAsset.objects.get()
    assert (stored.pk, stored.alt_text_fa) == (image.pk, "باغ")
    assert (stored.width, stored.height, stored.original_name) == (30, 20, "red.png")
    assert stored.file.name != before


def test_a_file_of_another_image_does_not_replace():
    add_image(_file("red"), "red.png")
    image = make_image()

    with pytest.raises(Refused, match="already"):
        replace_file(image, _file("red"), "red.png")

    assert ImageAsset.objects.get(pk=image.pk).sha256 == image.sha256


def test_the_former_file_goes_when_the_replacement_is_committed(
    django_capture_on_commit_callbacks,
):
    image = make_image()
    before = image.file.name

    with django_capture_on_commit_callbacks(execute=True):
        replace_file(image, _file("red"), "red.png")

    assert not default_storage.exists(before)
    assert default_storage.exists(image.file.name)


def test_a_picture_that_looks_alike_is_found_and_others_are_not():
    shown = photo(1, (320, 200))
    image = add_image(_png(shown), "large.png").image
    small = add_image(_png(shown.resize((160, 100))), "small.png").image
    add_image(_png(photo(2, (320, 200))), "other.png")

    assert lookalikes(small) == [image]


def test_an_image_in_use_is_not_deleted():
    image = make_image()
    makers = (
        lambda: make_article("fa", lead_image=image),
        lambda: make_cartoon("fa", image=image),
        lambda: make_gallery("fa", images=[image]),
        lambda: make_article("sq", body=f'<figure data-image="{image.pk}"></figure>'),
    )
    for make in makers:
        work = make()
        with pytest.raises(ProtectedError):
            image.delete()
        with pytest.raises(ProtectedError):
            ImageAsset.objects.filter(pk=image.pk).delete()
        work.delete()

    image.delete()
    assert ImageAsset.objects.count() == 0


def test_used_and_unused_images_are_told_apart():
    images = [make_image(colour=c) for c in ("red", "green", "blue", "teal", "black")]
    make_article("fa", lead_image=images[0])
    make_gallery("fa", images=[images[1]])
    make_article("fa", body=f'<figure data-image="{images[2].pk}"></figure>')
    make_cartoon("en", image=images[3])

    assert set(ImageAsset.objects.used()) == set(images[:4])
    assert list(ImageAsset.objects.unused()) == [images[4]]


def test_images_without_alt_text_are_found_by_edition():
    named = make_image("ar", colour="red", alt_text="حديقة")
    bare = make_image("fa", colour="green", alt_text="باغ")
    make_image(colour="blue", is_decorative=True)

    assert list(ImageAsset.objects.without_alt_text("ar")) == [bare]
    assert list(ImageAsset.objects.without_alt_text("fa")) == [named]


@pytest.mark.parametrize(
    ("text", "preferred", "edition"),
    [
        ("A garden", "en", "en"),
        ("Një kopsht", "sq", "sq"),
        ("A garden", "fa", "en"),
        ("باغ", "fa", "fa"),
        ("حديقة", "ar", "ar"),
        ("گل‌های باغ", "en", "fa"),
        ("حديقة", "en", "ar"),
        ("", "sq", "sq"),
    ],
)
def test_the_language_of_a_text_is_told_by_its_letters(text, preferred, edition):
    assert edition_of(text, preferred) == edition
