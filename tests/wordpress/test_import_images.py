"""Attachments as images of the library: one for each file, with the words of each edition."""

import pytest
from django.core.files.storage import default_storage

from articles.models import Article
from media_library import library
from media_library.models import ImageAsset
from nejat.editorial.body_images import BodyImage
from nejat.wordpress.importer import attachments
from nejat.wordpress.models import ImportRecord, OldAddress
from tests.factories import make_image
from tests.wordpress.media import UPLOADS, draw, picture, shown
from tests.wordpress.wxr import Importer, item, link, meta, term

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


@pytest.fixture
def media(tmp_path):
    draw(tmp_path / "uploads/a.png")
    return tmp_path / "uploads"


def results():
    """The images that attachments have become, by the old ids of those."""
    found = ImportRecord.objects.filter(kind="attachment").order_by("edition", "old_id")
    return [record.object_id for record in found]


def names():
    return sorted(ImageAsset.objects.values_list("original_name", flat=True))


def test_two_attachments_of_one_file_are_one_image(run, media):
    draw(media / "b.png")

    run(picture(3, alt="First", excerpt=""), picture(4, "b.png", alt="Second", excerpt="C"),
        media=media)  # fmt: skip

    image = ImageAsset.objects.get()
    assert results() == [image.pk, image.pk]
    assert (image.alt_text_fa, image.caption_fa) == ("First", "C")
    assert run.totals("attachment") == {"read": 2, "created": 2}


def test_installs_of_two_editions_share_an_image_and_have_their_own_words(run, media, tmp_path):
    body = f'<img src="{UPLOADS}a.png" alt="In the body">'
    run(picture(3, alt="باغ", excerpt="بهار"), item(1, body=body), media=media)
    path = tmp_path / "export.xml"
    text = path.read_text().replace("example.org/fa", "example.net/sq").replace("باغ", "Kopshti")
    path.write_text(text.replace("بهار", ""))

    run.files(path, edition="sq", media=media)

    image = ImageAsset.objects.get()
    assert results() == [image.pk, image.pk]
    assert (image.alt_text_fa, image.alt_text_sq) == ("باغ", "Kopshti")
    assert (image.caption_fa, image.caption_sq or "") == ("بهار", "")
    assert [a.body_fa or a.body_sq for a in Article.objects.all()] == [shown(image.pk)] * 2


def test_words_that_are_there_stay(run, media):
    with (media / "a.png").open("rb") as file:
        image = library.add_image(file, "ours.png").image
    image.alt_text_fa = "Ours"
    image.save()

    run(picture(3, alt="Theirs", excerpt="Theirs"), media=media)

    image.refresh_from_db()
    assert (image.alt_text_fa, image.caption_fa) == ("Ours", "Theirs")
    assert image.original_name == "ours.png"


def test_words_of_the_old_site_go_before_those_in_the_file(run, media, monkeypatch):
    taken = library.fill_facts

    def fill_facts(image, facts, language):
        image.set_in(language, caption="From the file", credit="From the file")
        taken(image, facts, language)

    monkeypatch.setattr(library, "fill_facts", fill_facts)

    run(picture(3, excerpt="From the site"), media=media)

    image = ImageAsset.objects.get()
    assert (image.caption_fa, image.credit_fa) == ("From the site", "From the file")


def test_an_attachment_speaks_the_language_it_names(run, media):
    tongue = term(0, "language", "sq", "sq", 'a:1:{s:6:"locale";s:5:"sq_AL";}')
    draw(media / "b.png", "red")
    draw(media / "c.png", "blue")
    marked = "[:fa]باغ[:sq]Kopshti[:]"

    run(
        tongue,
        picture(3, "a.png", link("language", "sq"), alt="Kopshti", excerpt="Pranverë"),
        picture(4, "b.png", alt=marked, excerpt=marked),
        picture(5, "c.png", link("language", "de"), alt="Garten"),
        media=media,
    )

    said = ImageAsset.objects.order_by("original_name")
    assert [(image.alt_text_fa or "", image.alt_text_sq or "") for image in said] == [
        ("", "Kopshti"),
        ("باغ", "Kopshti"),
        ("", ""),
    ]
    assert [image.caption_sq or "" for image in said] == ["Pranverë", "Kopshti", ""]


def test_what_changes_in_the_source_fills_what_is_empty(run, media):
    run(picture(3), media=media)

    run(picture(3, alt="Late", excerpt="Later"), media=media)

    image = ImageAsset.objects.get()
    assert (image.alt_text_fa, image.caption_fa) == ("Late", "Later")
    assert run.totals("attachment") == {"read": 1, "updated": 1}


def test_an_image_that_was_deleted_here_does_not_come_back(run, media):
    body = f'<img class="wp-image-3" src="{UPLOADS}a.png">'
    run(picture(3), media=media)
    ImageAsset.objects.get().delete()

    run(picture(3), item(1, meta("_thumbnail_id", 3), body=body), media=media)
    assert run.totals("attachment") == {"read": 1, "unchanged": 1}

    report = run(picture(3, alt="New"), item(2, body=body), media=media)
    assert [skip["reason"] for skip in report["skipped"]] == ["deleted here since the import"]
    assert not ImageAsset.objects.exists()
    first, second = Article.objects.order_by("pk")
    assert first.lead_image is None
    assert all('class="missing-picture"' in article.body_fa for article in (first, second))


def test_pictures_that_were_copied_as_files_once_become_images(run, media):
    old = "/files/imports/fa/a.png"
    run(picture(3))
    record = ImportRecord.objects.get()
    record.data["file"] = "imports/fa/a.png"
    record.save()
    path = "wp-content/uploads/a.png"
    OldAddress.objects.create(edition="fa", path=path, target_path=old)
    body = f'<img src="{UPLOADS}a.png" alt="A">'

    run(picture(3), item(1, body=body))
    assert f'<img src="{old}" alt="A">' in Article.objects.get().body_fa
    assert run.totals("attachment") == {"read": 1, "unchanged": 1}

    run(picture(3), item(2, body=body), media=media)

    image = ImageAsset.objects.get()
    assert (results(), "file" in ImportRecord.objects.get(kind="attachment").data) == (
        [image.pk],
        False,
    )
    assert OldAddress.objects.get(path=path).target == image
    assert Article.objects.latest("pk").body_fa == shown(image.pk)


def test_a_lead_picture_has_a_caption_of_its_own_where_the_image_has_another(run, media):
    draw(media / "b.png")
    same = (picture(3, excerpt="First"), picture(4, "b.png", excerpt="Second"))

    run(*same, item(1, meta("_thumbnail_id", 3)), item(2, meta("_thumbnail_id", 4)), media=media)

    first, second = Article.objects.order_by("pk")
    assert first.lead_image == second.lead_image == ImageAsset.objects.get()
    assert (first.lead_image_caption_fa, second.lead_image_caption_fa) == ("", "Second")

    Article.objects.update(lead_image_caption_fa="Ours")
    run(*same, item(1, meta("_thumbnail_id", 3)), item(2, meta("_thumbnail_id", 4), title="New"),
        media=media)  # fmt: skip
    second.refresh_from_db()
    assert (second.title_fa, second.lead_image_caption_fa) == ("New", "Ours")


def test_which_images_a_body_shows_is_recorded(run, media):
    body = f'<img src="{UPLOADS}a.png">'
    run(picture(3), item(1, body=body), media=media)
    assert list(BodyImage.objects.values_list("image", "column")) == [
        (ImageAsset.objects.get().pk, "body_fa")
    ]

    run(picture(3), item(1, body="Text"), media=media)
    assert not BodyImage.objects.exists()


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_reads_no_file_and_changes_nothing(run, media, monkeypatch, resume):
    whole = (picture(3, alt="A"), item(1, meta("_thumbnail_id", 3)))
    run(*whole, media=media)
    before = ImageAsset.objects.get().updated_at, OldAddress.objects.count()
    monkeypatch.setattr(attachments, "take_file", None)

    report = run(*whole, media=media, resume=resume)

    assert (ImageAsset.objects.get().updated_at, OldAddress.objects.count()) == before
    assert run.totals("attachment") == run.totals("post") == {"read": 1, "unchanged": 1}
    assert report["repaired"] == []


def test_the_command_says_how_many_images_wait_for_their_renditions(run, media):
    line = "Images that wait for their renditions: 1. Run “manage.py make_renditions”."
    run(picture(3), media=media)
    assert run.output.splitlines()[-1] == line

    run(picture(3), media=media, dry_run=True)
    assert line not in run.output

    library.make_renditions(ImageAsset.objects.get())
    run(picture(3), media=media)
    assert "renditions" not in run.output
    assert default_storage.exists(f"renditions/{ImageAsset.objects.get().pk}")


def test_alternative_texts_of_bodies_fill_what_is_empty(run, media):
    draw(media / "b.png", "red")
    shown_with = '<img src="{}{}" alt="Body">'
    body = shown_with.format(UPLOADS, "a.png") + shown_with.format(UPLOADS, "b.png")
    make_image("fa", alt_text="")

    run(picture(3, alt="Own"), picture(4, "b.png"), item(1, body=body), media=media)

    said = ImageAsset.objects.filter(original_name__endswith=".png").order_by("original_name")
    assert [image.alt_text_fa for image in said] == ["Own", "Body"]


def test_a_picture_that_is_only_decoration_keeps_saying_nothing(run, media):
    run(picture(3), media=media)
    ImageAsset.objects.update(is_decorative=True)

    run(picture(3, alt="A"), item(1, body=f'<img src="{UPLOADS}a.png" alt="B">'), media=media)

    assert not ImageAsset.objects.get().alt_text_fa
