"""Fields that choose an image, and pictures in bodies."""

import pytest

from articles.models import Article
from media_library.models import Cartoon
from nejat.pages.models import Page
from tests.admin.desk import IMAGES, UPLOAD, filled_in, nodes, texts
from tests.factories import make_article, make_cartoon, make_image, make_page, make_video
from tests.sql import captured

pytestmark = pytest.mark.django_db

ARTICLE = "/admin/articles/article/"
NO_BYLINES = {"bylines-TOTAL_FORMS": "0", "bylines-INITIAL_FORMS": "0"}


def _figure(number: int) -> str:
    return f'<figure data-image="{number}"></figure>'


def _add(client, **values: object) -> dict[str, list[str]]:
    """Send a new article; return what is wrong with it."""
    answer = client.post(f"{ARTICLE}add/", {**NO_BYLINES, "title_fa": "نامه", **values})
    return {} if answer.status_code == 302 else dict(answer.context["adminform"].form.errors)


@pytest.mark.parametrize(
    ("make", "field", "address"),
    [
        (make_article, "lead_image", ARTICLE),
        (make_cartoon, "image", "/admin/media_library/cartoon/"),
        (make_video, "image", "/admin/media_library/video/"),
    ],
)
def test_a_field_shows_the_picture_and_leads_to_the_windows(speak, make, field, address):
    image = make_image("fa", alt_text="باغ")
    work = make("fa", **{field: image})

    page = speak("en").get(f"{address}{work.pk}/change/")

    [box] = nodes(page, ".image-input")
    assert box.css_first(".image-shown img").attributes["src"] == image.file.url
    assert box.css_first(".image-shown a").attributes["href"] == f"{IMAGES}{image.pk}/change/"
    assert box.css_first(".image-shown a").text() == "باغ"
    number = box.css_first(f"#id_{field}").attributes
    assert (number["type"], number["name"], number["value"]) == ("text", field, str(image.pk))
    choose, upload = box.css("a.button")
    assert (choose.attributes["id"], choose.attributes["href"]) == (
        f"lookup_id_{field}",
        f"{IMAGES}?_to_field=id",
    )
    assert (upload.attributes["id"], upload.attributes["href"]) == (
        f"add_id_{field}",
        f"{UPLOAD}?_popup=1",
    )


def test_an_empty_field_shows_no_picture_and_asks_for_none(admin_client):
    make_image()
    work = make_article("fa")

    with captured() as statements:
        page = admin_client.get(f"{ARTICLE}{work.pk}/change/")

    assert texts(page, ".image-shown") == [""]
    asked = [sql for sql in statements if 'FROM "media_library_imageasset"' in sql]
    assert asked == []


def test_a_number_that_is_typed_is_saved(admin_client):
    image = make_image()

    assert _add(admin_client, lead_image=str(image.pk)) == {}
    assert Article.objects.get().lead_image_id == image.pk


@pytest.mark.parametrize("number", ["987041", "x", "-1", "9" * 40])
def test_a_number_of_no_image_is_refused_and_shown_again(admin_client, number):
    sent = {**NO_BYLINES, "title_fa": "نامه", "lead_image": number}

    page = admin_client.post(f"{ARTICLE}add/", sent)

    assert set(page.context["adminform"].form.errors) == {"lead_image"}
    assert nodes(page, "#id_lead_image")[0].attributes["value"] == number
    assert texts(page, ".image-shown") == [""]


def test_the_caption_of_a_former_lead_picture_does_not_stay_below_another(admin_client):
    old, new = make_image(colour="red"), make_image(colour="blue")
    work = make_article("fa", lead_image=old, lead_image_caption="پیش", lead_image_caption_en="A")
    address = f"{ARTICLE}{work.pk}/change/"
    sent = filled_in(admin_client, address) | {"lead_image": new.pk, "lead_image_caption_en": "B"}

    page = admin_client.post(address, sent, follow=True)

    work.refresh_from_db()
    assert work.lead_image == new
    assert (work.lead_image_caption_fa, work.lead_image_caption_en) == ("", "B")
    assert len([message for message in texts(page, ".messagelist li") if "پیش" in message]) == 1


def test_a_picture_can_be_taken_away(admin_client):
    work = make_cartoon("fa", state="draft")
    address = f"/admin/media_library/cartoon/{work.pk}/change/"

    admin_client.post(address, filled_in(admin_client, address) | {"image": ""})

    assert Cartoon.objects.get().image is None


def test_a_chosen_picture_is_shown_when_the_form_comes_back_with_an_error(admin_client):
    old, new = make_image("fa"), make_image("fa", colour="navy")
    work = make_article("fa", lead_image=old)
    address = f"{ARTICLE}{work.pk}/change/"
    sent = filled_in(admin_client, address) | {"lead_image": new.pk, "title_fa": ""}

    page = admin_client.post(address, sent)

    assert nodes(page, ".image-shown img")[0].attributes["src"] == new.file.url


@pytest.mark.parametrize("address", [ARTICLE, "/admin/pages/page/", "/admin/media_library/video/"])
def test_every_body_has_a_button_for_pictures(speak, address):
    page = speak("fa").get(f"{address}add/")

    bodies = [f.attributes["id"] for f in nodes(page, "textarea[id^=id_body_]")]
    bodies += [f.attributes["id"] for f in nodes(page, "textarea[id^=id_transcript_]")]
    boxes = nodes(page, ".body-pictures")
    assert sorted(box.attributes["data-for"] for box in boxes) == sorted(bodies)
    for box in boxes:
        name = f"insert_{box.attributes['data-for']}"
        assert "hidden" in box.attributes  # until the script shows it
        assert box.css_first("input").attributes == {"type": "hidden", "id": name}
        assert box.css_first("a").attributes["id"] == f"lookup_{name}"


def test_the_words_of_a_body_keep_their_language_beside_the_button(speak):
    page = speak("en").get(f"{ARTICLE}add/")

    [body] = nodes(page, "#id_body_fa")
    assert (body.attributes["lang"], body.attributes["dir"]) == ("fa", "rtl")


def test_a_body_that_names_an_image_is_saved_and_recorded(admin_client):
    image = make_image()

    assert _add(admin_client, body_fa=f"<p>متن</p>{_figure(image.pk)}") == {}
    work = Article.objects.get()
    assert work.body_fa == f"<p>متن</p>{_figure(image.pk)}"
    assert [row.image for row in work.body_images.all()] == [image.pk]


@pytest.mark.parametrize("quote", ['"', "'", ""])
def test_a_body_that_names_no_image_there_is_is_refused_at_its_field(admin_client, quote):
    image = make_image()
    body = f"<figure data-image={quote}987041{quote}></figure>{_figure(image.pk)}"

    errors = _add(admin_client, body_sq=body, title_sq="Letra")

    assert errors == {"body_sq": ["There is no image 987041 in the library."]}
    assert Article.objects.count() == 0


def test_all_that_are_missing_are_named(admin_client):
    errors = _add(admin_client, body_fa=_figure(987041) + _figure(987042) + _figure(987041))

    assert errors == {"body_fa": ["There are no images 987041, 987042 in the library."]}


@pytest.mark.parametrize("number", ["x", "0", "-1", ""])
def test_what_can_be_no_number_is_cleaned_away_as_ever(admin_client, number):
    assert _add(admin_client, body_fa=f"<p>متن</p>{_figure(number)}") == {}
    assert "data-image" not in Article.objects.get().body_fa


def test_plain_text_around_a_picture_keeps_its_paragraphs(admin_client):
    figure = _figure(make_image().pk)

    _add(admin_client, body_fa=f"یک.\n\nدو.\n\n{figure}\n\nسه.\nچهار.")

    assert Article.objects.get().body_fa == (
        f"<p>یک.</p>\n\n<p>دو.</p>\n\n{figure}\n\n<p>سه.<br>چهار.</p>"
    )


def test_html_around_a_picture_stays_as_it_is(admin_client):
    figure = _figure(make_image().pk)
    body = f"<p>یک.</p>\n\nدو.\n\n{figure}"

    _add(admin_client, body_fa=body)

    assert Article.objects.get().body_fa == body


def test_pages_and_transcripts_are_checked_too(admin_client):
    page, video = make_page("fa"), make_video("fa")
    forms = {
        f"/admin/pages/page/{page.pk}/change/": "body_fa",
        f"/admin/media_library/video/{video.pk}/change/": "transcript_fa",
    }

    for address, field in forms.items():
        sent = filled_in(admin_client, address) | {field: _figure(987041)}
        answer = admin_client.post(address, sent)
        assert set(answer.context["adminform"].form.errors) == {field}
    assert Page.objects.get().body_fa == ""
