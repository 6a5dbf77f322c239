"""The list of images: grid and table, filters, search, popups, and what it costs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from media_library.models import ImageAsset
from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from tests.admin.desk import IMAGES, nodes, texts
from tests.factories import make_article, make_cartoon, make_gallery, make_image, make_video
from tests.sql import captured

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def images():
    """Bare images: rows without a file, each with a name."""

    def make(*names: str, **fields: object) -> list[ImageAsset]:
        return [ImageAsset.objects.create(original_name=name, **fields) for name in names]

    return make


def _found(client, **params: str) -> set[str]:
    response = client.get(IMAGES, params)
    assert response.status_code == 200
    return set(texts(response, ".tile-words"))


def test_a_tile_shows_picture_words_alt_texts_and_use(speak):
    image = make_image("fa", alt_text="باغ", rights_expire_on=TODAY)
    make_article("fa", lead_image=image)

    page = speak("en").get(IMAGES)

    [tile] = nodes(page, ".tile")
    assert tile.css_first("img").attributes["src"] == image.file.url
    assert tile.css_first("a bdi").text() == "باغ"
    dots = [(d.attributes["class"], d.attributes["title"], d.text()) for d in tile.css(".dot")]
    assert dots == [
        ("dot dot-alt-missing", "English: alt text missing", "en"),
        ("dot dot-alt-missing", "عربي: alt text missing", "ar"),
        ("dot dot-alt-there", "فارسی: has an alt text", "fa"),
        ("dot dot-alt-missing", "Shqip: alt text missing", "sq"),
    ]
    assert texts(page, ".tile-facts")[1] == "Used Rights over"


def test_first_pages_of_files_are_hidden_until_they_are_asked_for(speak, images):
    images("garden.jpg")
    images("Letter 7.jpg", is_first_page=True)
    client = speak("en")

    assert _found(client) == {"garden.jpg"}
    assert _found(client, first_pages="too") == {"garden.jpg", "Letter 7.jpg"}
    assert _found(client, first_pages="only") == {"Letter 7.jpg"}
    assert _found(client, first_pages="nonsense") == {"garden.jpg"}


def test_decoration_has_dots_of_its_own_and_an_unused_image_says_so(speak, images):
    images("line.png", is_decorative=True)

    page = speak("en").get(IMAGES)

    assert {dot.attributes["class"] for dot in nodes(page, ".dot")} == {"dot dot-alt-decorative"}
    assert texts(page, ".tile-facts")[1] == "Not used"


def test_a_graphic_image_shows_a_sign_in_place_of_the_picture(speak):
    make_image(is_graphic=True)

    [tile] = nodes(speak("en").get(IMAGES), ".tile")

    assert tile.css("img") == []
    assert tile.css_first(".graphic-sign").text() == "Graphic content"


def test_the_look_is_chosen_in_the_address_and_remembered(speak, images):
    images("a.jpg")
    client = speak("en")

    assert nodes(client.get(IMAGES), "#image-grid")
    table = client.get(IMAGES, {"look": "list"})
    assert (nodes(table, "#image-grid"), len(nodes(table, "#result_list tbody tr"))) == ([], 1)
    assert nodes(client.get(IMAGES), "#result_list")
    assert nodes(client.get(IMAGES, {"look": "grid"}), "#image-grid")
    assert nodes(client.get(IMAGES, {"look": "nonsense"}), "#image-grid")


def test_the_look_stays_on_the_next_page_and_with_a_filter(speak, images):
    images(*[f"{n}.jpg" for n in range(60)])

    page = speak("en").get(IMAGES, {"look": "list", "use": "unused"})

    assert "?look=list&use=unused&p=2" in [
        a.attributes["href"] for a in nodes(page, ".paginator a")
    ]
    grid = next(a.attributes["href"] for a in nodes(page, ".looks a"))
    assert grid == "?look=grid&use=unused"


@pytest.mark.parametrize("code", CODES)
def test_images_without_alt_text_in_one_edition_are_found(speak, images, code):
    images("with", **{column("alt_text", code): "A"})
    images("without", "elsewhere")
    images("decoration", is_decorative=True)
    images("everywhere", **{column("alt_text", other): "B" for other in CODES})

    assert _found(speak("sq"), no_alt=code) == {"without", "elsewhere"}
    assert len(_found(speak("sq"), no_alt="any")) == 3
    assert len(_found(speak("sq"), no_alt="xx")) == 5


def test_used_images_are_told_from_those_no_work_shows(speak, images):
    lead, drawn, hung, named, still, _free = images(
        "lead", "drawn", "hung", "named", "still", "free"
    )
    make_article("fa", lead_image=lead, body=f'<figure data-image="{named.pk}"></figure>')
    make_cartoon("fa", image=drawn)
    make_gallery("fa", images=[hung])
    make_video("fa", image=still)

    assert _found(speak("en"), use="used") == {"lead", "drawn", "hung", "named", "still"}
    assert _found(speak("en"), use="unused") == {"free"}


def test_images_are_filtered_by_credit_rights_and_graphic_content(speak, images):
    images("credited", credit_sq="A")
    images("over", rights_expire_on=TODAY)
    images("soon", rights_expire_on=TODAY + timedelta(days=30))
    images("later", rights_expire_on=TODAY + timedelta(days=31))
    images("graphic", is_graphic=True)
    client = speak("fa")

    assert _found(client, credit="there") == {"credited"}
    assert _found(client, credit="missing") == {"over", "soon", "later", "graphic"}
    assert _found(client, rights="over") == {"over"}
    assert _found(client, rights="soon") == {"soon"}
    assert _found(client, is_graphic__exact="1") == {"graphic"}


def test_filters_name_what_they_ask_for(speak, images):
    page = speak("en").get(IMAGES)

    assert texts(page, "#changelist-filter summary") == [
        *("By alt text missing", "By use", "By credit", "By rights", "By graphic content"),
        "By first pages of files",
    ]
    assert texts(page, "#changelist-filter details:first-of-type li")[1:] == [
        *("in English", "in Arabic", "in Persian", "in Albanian", "in any edition")
    ]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("field", ["alt_text", "caption", "credit"])
def test_words_of_any_edition_and_names_of_files_are_found(speak, images, field, code):
    images("one.jpg", **{column(field, code): "بهار"})
    images("two.jpg")

    assert len(_found(speak("en"), q="بهار")) == 1
    assert _found(speak("en"), q="two.j") == {"two.jpg"}


def test_in_a_window_of_a_form_a_tile_hands_over_its_number(speak, images):
    [image] = images("a.jpg")

    page = speak("en").get(IMAGES, {"_popup": "1", "_to_field": "id"})

    [link] = nodes(page, ".tile a")
    assert link.attributes["data-popup-opener"] == str(image.pk)
    assert nodes(page, ".action-select") == []
    assert nodes(page, ".addlink")[0].attributes["href"].endswith("/upload/?_popup=1")


@pytest.mark.parametrize("params", [{}, {"look": "list"}, {"_popup": "1"}, {"no_alt": "fa"}])
@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_queries_of_a_page_are_as_many_for_any_number_of_images(
    admin_client, images, count, params
):
    for image in images(*[f"{n}.jpg" for n in range(count)]):
        make_article("fa", lead_image=image)

    admin_client.get(IMAGES, params)  # what is asked once a process, is asked here
    with captured() as statements:
        admin_client.get(IMAGES, params)

    assert len(statements) == (5 if "_popup" in params else 6)
    assert [sql for sql in statements if "COUNT(" in sql] == []


def test_an_empty_library_says_so(speak):
    assert texts(speak("en").get(IMAGES), ".tiles-none") == ["No image is like that."]
