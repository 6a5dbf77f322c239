"""Every page of the library's admin answers in every language, reading no base column."""

import re

import pytest

from media_library.models import ImageAsset
from nejat.editions.registry import CODES, get_edition
from tests.admin.desk import CAPTIONS, GATHER, IMAGES, UPLOAD
from tests.factories import (
    make_article,
    make_cartoon,
    make_gallery,
    make_image,
    make_news_picture,
    make_tag,
    make_video,
)
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

TAGS_OF_THE_FORM = {"tags_tag.name", "tags_tag.slug", "tags_tag.intro"}  # taggit's own join
FOREIGN = re.compile(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=\"(?:https?:)?//[^\"]*")


@pytest.fixture
def addresses() -> dict[str, str]:
    """The pages of an image that all kinds of works show, and of those works."""
    image = make_image("fa", alt_text="باغ", caption_en="A garden")
    image.tags.add(make_tag("fa"))
    figure = f'<figure data-image="{image.pk}"></figure>'
    make_article("fa", lead_image=image, body=figure)
    works = {
        "cartoon": make_cartoon("fa", image=image, body=figure),
        "newspicture": make_news_picture("fa", image=image),
        "photogallery": make_gallery("fa", images=[image]),
        "video": make_video("fa", image=image),
    }
    for work in works.values():
        work.tags.add(make_tag("fa"))
    return {**_image_pages(image), **_work_pages(works)}


def _image_pages(image: ImageAsset) -> dict[str, str]:
    return {
        "grid": IMAGES,
        "table": f"{IMAGES}?look=list",
        "window": f"{IMAGES}?_popup=1&_to_field=id",
        "found": f"{IMAGES}?q=باغ&no_alt=any&use=used&credit=missing&rights=soon",
        "used": f"{IMAGES}?use=used",
        "upload": UPLOAD,
        "add": f"{IMAGES}add/?_popup=1",
        "form": f"{IMAGES}{image.pk}/change/",
        "form window": f"{IMAGES}{image.pk}/change/?_popup=1",
        "history": f"{IMAGES}{image.pk}/history/",
        "replace": f"{IMAGES}{image.pk}/replace/",
        "captions": f"{CAPTIONS}?ids={image.pk}",
        "gather": f"{GATHER}?ids={image.pk}",
        "thumbnail": f"{IMAGES}{image.pk}/thumbnail/",
    }


def _work_pages(works: dict) -> dict[str, str]:
    pages = {}
    for kind, work in works.items():
        start = f"/admin/media_library/{kind}/"
        pages[kind] = start
        pages[f"{kind} found"] = f"{start}?q=نامه"
        pages[f"{kind} add"] = f"{start}add/"
        pages[f"{kind} form"] = f"{start}{work.pk}/change/"
    pages["gather into"] = (
        f"{GATHER}?ids={works['photogallery'].image_id}&gallery={works['photogallery'].pk}"
    )
    pages["choices"] = (
        "/admin/autocomplete/?app_label=media_library&model_name=gallerypicture&field_name=gallery"
    )
    return pages


@pytest.mark.parametrize("code", CODES)
def test_every_page_answers_in_the_language_chosen(addresses, speak, code):
    client = speak(code)

    pages = {name: client.get(address) for name, address in addresses.items()}

    assert {name: page.status_code for name, page in pages.items()} == dict.fromkeys(pages, 200)
    opening = f'<html lang="{code}" dir="{get_edition(code).direction}">'
    html = {n: p.content.decode() for n, p in pages.items() if "html" in p.headers["Content-Type"]}
    assert len(html) == len(pages) - 2
    assert {name for name, text in html.items() if opening not in text} == set()
    assert [found for text in html.values() for found in FOREIGN.findall(text)] == []


@pytest.mark.parametrize("code", CODES)
def test_no_page_reads_a_base_column(addresses, speak, code):
    client = speak(code)

    read = {}
    for name, address in addresses.items():
        with captured() as statements:
            client.get(address)
        read[name] = base_columns_read(statements)

    forms = {name for name in addresses if name.startswith("form") or name.endswith(" form")}
    assert read == {name: TAGS_OF_THE_FORM if name in forms else set() for name in addresses}


@pytest.mark.parametrize("code", ["en", "fa"])
def test_what_is_refused_is_told_in_the_language_chosen(addresses, speak, code):
    client, image = speak(code), ImageAsset.objects.get()
    chosen = {"action": "delete_selected", "_selected_action": image.pk, "index": "0"}

    assert client.get(f"{IMAGES}{image.pk}/delete/").status_code == 200
    assert client.post(IMAGES, chosen).status_code == 200
