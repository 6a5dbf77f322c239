"""The words of many images on one page."""

import pytest
from django.contrib.admin.models import LogEntry

from media_library.models import ImageAsset
from nejat.editions.registry import EDITIONS
from tests.admin.desk import CAPTIONS, IMAGES, filled_in, nodes, texts
from tests.factories import make_image
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> list[ImageAsset]:
    return [
        make_image("fa", colour="teal", alt_text="باغ", caption_en="A garden"),
        make_image("fa", colour="navy"),
    ]


def _address(images: list[ImageAsset]) -> str:
    return f"{CAPTIONS}?ids={','.join(str(image.pk) for image in images)}"


def _written(statements: list[str]) -> list[str]:
    return [sql for sql in statements if sql.startswith('UPDATE "media_library_imageasset"')]


def test_each_edition_has_its_own_language_and_direction(speak, pair):
    page = speak("fa").get(_address(pair))

    rows = nodes(page, ".captions tbody tr")
    assert len(rows) == 2
    for row in rows:
        cells = [
            [(t.attributes["lang"], t.attributes["dir"]) for t in cell.css("textarea")]
            for cell in row.css("td")
        ]
        assert cells == [[(e.code, e.direction)] * 2 for e in EDITIONS]
    assert texts(page, ".captions textarea")[:3] == ["", "A garden", ""]


def test_every_input_has_a_label_with_its_edition(speak, pair):
    page = speak("en").get(_address(pair[:1]))

    labels = {
        node.attributes.get("for"): text
        for node, text in zip(
            nodes(page, ".captions td label"), texts(page, ".captions td label"), strict=True
        )
    }
    prefix = f"id_{pair[0].pk}"
    assert labels[f"{prefix}-alt_text_fa"] == "Alt text فارسی"
    assert labels[f"{prefix}-caption_sq"] == "Caption Shqip"
    assert len(labels) == 8


def test_only_what_was_changed_is_written(admin_client, pair):
    values = filled_in(admin_client, _address(pair))
    values[f"{pair[1].pk}-alt_text_sq"] = "  Një\r\nkopsht "

    with captured() as statements:
        answer = admin_client.post(CAPTIONS, values)

    assert (answer.status_code, answer.url) == (302, IMAGES)
    [sql] = _written(statements)
    assert sql.startswith(
        'UPDATE "media_library_imageasset" SET "alt_text_sq" = \'Një kopsht\', "updated_at"'
    )
    assert base_columns_read(statements) == set()
    entry = LogEntry.objects.get()
    assert (entry.object_id, "Shqip" in entry.get_change_message()) == (str(pair[1].pk), True)


def test_a_page_nobody_touched_writes_nothing(admin_client, pair):
    values = filled_in(admin_client, _address(pair))

    with captured() as statements:
        admin_client.post(CAPTIONS, values)

    assert (_written(statements), LogEntry.objects.count()) == ([], 0)


def test_one_fault_keeps_all_from_being_saved_and_stands_at_its_cell(admin_client, pair):
    first, second = pair
    values = filled_in(admin_client, _address(pair))
    values |= {f"{first.pk}-is_decorative": "on", f"{second.pk}-caption_ar": "حديقة"}

    page = admin_client.post(CAPTIONS, values)

    assert page.status_code == 200
    assert texts(page, ".errornote") == ["Please correct the error below. Nothing was saved."]
    [row, other] = nodes(page, ".captions tbody tr")
    assert "more than decoration" in row.css_first("th .errorlist").text()
    assert other.css(".errorlist") == []
    assert other.css_first("[name$=caption_ar]").text().strip() == "حديقة"
    second.refresh_from_db()
    assert second.caption_ar == ""


def test_words_that_are_too_long_are_refused_at_their_cell(admin_client, pair):
    values = filled_in(admin_client, _address(pair)) | {f"{pair[0].pk}-alt_text_en": "x" * 301}

    page = admin_client.post(CAPTIONS, values)

    [cell] = [c for c in nodes(page, ".captions td") if c.css(".errorlist")]
    assert cell.attributes["data-edition"] == "English"


def test_what_somebody_else_wrote_meanwhile_stays(admin_client, pair):
    first = pair[0]
    values = filled_in(admin_client, _address(pair))
    ImageAsset.objects.filter(pk=first.pk).update(alt_text_sq="Kopshti", caption_en="Theirs")
    values[f"{first.pk}-alt_text_ar"] = "حديقة"

    admin_client.post(CAPTIONS, values)

    first.refresh_from_db()
    assert (first.alt_text_sq, first.caption_en, first.alt_text_ar) == (
        "Kopshti",
        "Theirs",
        "حديقة",
    )


def test_the_same_words_changed_by_two_are_asked_about_once(admin_client, pair):
    first = pair[0]
    values = filled_in(admin_client, _address(pair)) | {f"{first.pk}-alt_text_fa": "بوستان"}
    ImageAsset.objects.filter(pk=first.pk).update(alt_text_fa="گلستان")

    page = admin_client.post(CAPTIONS, values)
    assert "“گلستان”" in texts(page, ".captions .errorlist")[0]
    seen = next(
        n
        for n in nodes(page, "input[type=hidden]")
        if n.attributes["name"].endswith(f"initial-{first.pk}-alt_text_fa")
    )
    values[seen.attributes["name"]] = seen.attributes["value"]
    admin_client.post(CAPTIONS, values)

    first.refresh_from_db()
    assert first.alt_text_fa == "بوستان"


def test_fifty_fit_on_a_page_and_the_others_follow(admin_client):
    images = [ImageAsset.objects.create(original_name=f"{n}.jpg") for n in range(53)]

    page = admin_client.get(_address(images))
    assert len(nodes(page, ".captions tbody tr")) == 50
    assert "3 more images follow" in page.content.decode()
    values = filled_in(admin_client, _address(images))
    answer = admin_client.post(CAPTIONS, values)

    fields = nodes(page, "#captions_form [name]")
    assert len(fields) == len({f.attributes["name"] for f in fields}) < 1000  # no more are taken
    assert answer.url == _address(images[50:])


def test_order_is_that_of_the_address_and_what_is_no_image_is_passed_over(admin_client, pair):
    first, second = pair

    page = admin_client.get(f"{CAPTIONS}?ids={second.pk},x,987041,{first.pk},{second.pk},-1,٣")

    names = texts(page, ".captions tbody th a")
    assert names == [second.original_name, first.original_name]
    assert admin_client.get(CAPTIONS).status_code == 200
    assert admin_client.get(f"{CAPTIONS}?ids={'9' * 40}").status_code == 200


def test_the_action_leads_to_the_page_with_the_oldest_first(admin_client, pair):
    chosen = [image.pk for image in reversed(pair)]

    answer = admin_client.post(
        IMAGES, {"action": "write_words", "index": "0", "_selected_action": chosen}
    )

    assert (answer.status_code, answer.url) == (302, _address(pair))


def test_too_many_chosen_images_are_refused_with_a_sentence(admin_client, monkeypatch, pair):
    monkeypatch.setattr("media_library.admin.actions.MOST_CHOSEN", 1)

    page = admin_client.post(
        IMAGES,
        {"action": "write_words", "index": "0", "_selected_action": [i.pk for i in pair]},
        follow=True,
    )

    assert "Choose at most 1 images at a time." in texts(page, ".messagelist li")


@pytest.mark.parametrize("count", [1, 3, 50])
def test_the_page_takes_three_queries_however_many(admin_client, count):
    images = [ImageAsset.objects.create(original_name=f"{n}.jpg") for n in range(count)]
    admin_client.get(_address(images))

    with captured() as statements:
        admin_client.get(_address(images))

    assert len(statements) == 3
