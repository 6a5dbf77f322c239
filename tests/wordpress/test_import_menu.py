"""Pages that the menu leads to: "about us" and "contact" find their place by their address."""

import pytest

from nejat.pages.models import Page
from tests.factories import make_page
from tests.wordpress.wxr import Importer, item, link, term

pytestmark = pytest.mark.django_db

ABOUT, CONTACT = "stands in the menu as About Us", "stands in the menu as Contact us"


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


def page(old_id, slug, *inside, **said):
    address = f"https://example.org/fa/{slug}/"
    return item(old_id, *inside, post_type="page", post_name=slug, link=address, **said)


@pytest.mark.parametrize(
    ("slug", "place", "note"),
    [
        ("about", "about", ABOUT),
        ("About-Us", "about", ABOUT),
        ("درباره-ما", "about", ABOUT),
        ("من-نحن", "about", ABOUT),
        ("rreth-nesh", "about", ABOUT),
        ("contact", "contact", CONTACT),
        ("contact-us", "contact", CONTACT),
        ("تماس-با-ما", "contact", CONTACT),
        ("اتصل-بنا", "contact", CONTACT),
        ("kontakt", "contact", CONTACT),
    ],
)
def test_a_page_takes_its_place_in_the_menu(run, slug, place, note):
    run(page(1, slug))

    assert Page.objects.get().place == place
    assert run.repairs(1) == [note]


def test_the_first_page_takes_the_place(run):
    run(page(1, "about"), page(2, "about-us"), page(3, "history"))

    assert list(Page.objects.order_by("pk").values_list("place", flat=True)) == [
        "about",
        None,
        None,
    ]
    assert (run.repairs(1), run.repairs(2)) == ([ABOUT], [])


def test_a_place_that_staff_have_filled_stays_theirs(run):
    ours = make_page("fa", place="about")

    run(page(1, "about"))

    assert Page.objects.get(place="about") == ours


@pytest.mark.parametrize("said", [{"status": "draft"}, {"post_password": "x"}])
def test_a_page_that_nobody_can_read_takes_no_place(run, said):
    run(page(1, "about", **said))

    assert Page.objects.get().place is None


def test_an_article_takes_no_place(run):
    run(item(1, post_name="about"))

    assert not Page.objects.exists()


def test_translations_of_a_page_share_its_place(run):
    members = 'a:2:{s:2:"fa";i:1;s:2:"sq";i:2;}'
    run(
        term(0, "post_translations", "g", "g", members),
        page(1, "درباره-ما", link("post_translations", "g")),
        page(2, "rreth-nesh", link("post_translations", "g")),
    )

    assert list(Page.objects.values_list("place", "slug_fa", "slug_sq")) == [
        ("about", "درباره-ما", "rreth-nesh")
    ]


def test_a_later_import_leaves_the_place_as_staff_chose(run):
    run(page(1, "about"))
    Page.objects.update(place=None)

    run(page(1, "about", body="<p>New</p>"))

    assert Page.objects.get().place is None


@pytest.mark.parametrize("address", ["about", "about/", "about?amp=1", "about-us", "about-us/"])
def test_old_addresses_of_a_placed_page_lead_to_it_in_one_hop(run, client, address):
    run(page(1, "about-us"))

    answer = client.get(f"/fa/{address}", follow=True)

    assert [hop for hop, _ in answer.redirect_chain] in ([], ["/fa/about/"])
    assert (answer.status_code, answer.request["PATH_INFO"]) == (200, "/fa/about/")


def test_without_its_slash_an_address_leads_to_the_same_page(run, client):
    make_page("fa", place="about")
    run(page(1, "about"))

    answer = client.get("/fa/about")

    assert (answer.status_code, answer["Location"]) == (301, "/fa/about/")
