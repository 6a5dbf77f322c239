"""Footer, menu and contact details as readers will see them, before they are saved."""

import pytest
from django.core.cache import cache
from django.test import Client

from nejat.contact.models import ContactDetails
from nejat.editions.registry import CODES
from nejat.pages.models import SiteOptions
from tests.admin.desk import filled_in, nodes, staff, texts
from tests.factories import make_page
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db

OPTIONS = "/admin/pages/siteoptions/"
DETAILS = "/admin/contact/contactdetails/"
PAGES = "/admin/pages/page/"
NOTICE = ".preview"


def preview(client, room: str, code: str, **typed: object):
    """Press the button in the one form of a room in which this was typed."""
    client.get(room)
    data = filled_in(client, f"{room}1/change/")
    return client.post(f"{room}preview/{code}/", data | typed)


def menu(answer) -> list[str]:
    return texts(answer, "nav.menu a:not([data-edition])")


@pytest.mark.parametrize("code", CODES)
def test_the_footer_of_an_edition_stands_on_its_home_page_and_is_not_saved(admin_client, code):
    typed = {
        f"footer_text_{code}": "Families <b>of</b> members.",
        f"rights_line_{code}": "All of it ours",
        f"social_links_{code}": "Channel https://example.org/c",
    }
    answer = preview(admin_client, OPTIONS, code, **typed)

    assert nodes(answer, "html")[0].attributes["lang"] == code
    assert texts(answer, ".footer-text") == ["Families <b>of</b> members."]
    assert texts(answer, ".social a") == ["Channel"]
    assert "All of it ours" in texts(answer, ".footer-end")[0]
    assert len(nodes(answer, NOTICE)) == 1
    assert "no-store" in answer.headers["Cache-Control"]
    assert SiteOptions.objects.get().get_in("footer_text", code) == ""
    assert "Families" not in admin_client.get(f"/{code}/").content.decode()


def test_a_line_that_is_no_link_leaves_those_that_are_saved(admin_client):
    SiteOptions(social_links_en="Saved https://example.org/s").save()
    cache.clear()

    answer = preview(admin_client, OPTIONS, "en", social_links_en="Channel javascript:alert(1)")

    assert texts(answer, ".social a") == ["Saved"]


@pytest.mark.parametrize("code", CODES)
def test_contact_details_stand_on_the_contact_page(admin_client, code):
    typed = {f"office_name_{code}": "Office <of> families", f"email_{code}": "office@example.org"}
    answer = preview(admin_client, DETAILS, code, **typed)

    assert "Office <of> families" in " ".join(texts(answer, "main"))
    assert nodes(answer, 'a[href="mailto:office@example.org"]')
    assert len(nodes(answer, NOTICE)) == 1
    assert ContactDetails.objects.get().get_in("office_name", code) == ""


def test_a_page_that_is_written_stands_in_the_menu_where_it_will(admin_client):
    make_page("en", title="First", in_menu=True, position=1)
    make_page("en", title="Last", in_menu=True, position=9)
    page = make_page("en", title="Between", state="draft")
    cache.clear()
    data = filled_in(admin_client, f"{PAGES}{page.pk}/change/")

    answer = admin_client.post(f"{PAGES}{page.pk}/preview/en/", data)
    assert menu(answer)[-3:-1] == ["First", "Last"]

    data |= {"in_menu": "on", "position": "5", "title_en": "In the middle"}
    answer = admin_client.post(f"{PAGES}{page.pk}/preview/en/", data)
    assert menu(answer)[-4:-1] == ["First", "In the middle", "Last"]
    assert "In the middle" not in menu(admin_client.get("/en/"))


def test_a_page_that_is_taken_out_of_the_menu_is_gone_from_it(admin_client):
    page = make_page("en", title="Guide", in_menu=True)
    cache.clear()
    data = filled_in(admin_client, f"{PAGES}{page.pk}/change/")
    assert "Guide" in menu(admin_client.post(f"{PAGES}{page.pk}/preview/en/", data))

    del data["in_menu"]
    assert "Guide" not in menu(admin_client.post(f"{PAGES}{page.pk}/preview/en/", data))


def test_a_new_page_stands_last_of_those_with_its_position(admin_client):
    make_page("en", title="First", in_menu=True)
    cache.clear()
    data = filled_in(admin_client, f"{PAGES}add/") | {"in_menu": "on", "position": "0"}

    answer = admin_client.post(f"{PAGES}add/preview/en/", data | {"title_en": "New"})
    assert menu(answer)[-3:-1] == ["First", "New"]

    answer = admin_client.post(f"{PAGES}add/preview/fa/", data | {"title_en": "New"})
    assert (answer.status_code, "" in menu(answer)) == (200, False)


@pytest.mark.parametrize("room", [OPTIONS, DETAILS])
def test_texts_are_previewed_by_who_may_see_them_in_an_edition_there_is(client, room):
    onlooker = staff(Client(), "view_siteoptions", "view_contactdetails")
    client.force_login(make_staff("Editors"))
    assert client.post(f"{room}preview/en/").status_code == 403

    client.force_login(make_staff("Chief editors", editions=["ar"]))
    assert client.post(f"{room}preview/xx/").status_code == 404
    assert client.get(f"{room}preview/en/").status_code == 405
    for who in (client, onlooker):
        typed = {"footer_text_en": "Not mine", "office_name_en": "Not mine"}
        answer = who.post(f"{room}preview/en/", typed)
        assert answer.status_code == 200
        assert "Not mine" not in answer.content.decode()


@pytest.mark.parametrize("room", [OPTIONS, DETAILS])
def test_the_form_has_a_button_for_each_edition(admin_client, room):
    admin_client.get(room)
    buttons = nodes(admin_client.get(f"{room}1/change/"), ".preview-button")

    assert [button.attributes["formaction"] for button in buttons] == [
        f"{room}preview/{code}/" for code in CODES
    ]
