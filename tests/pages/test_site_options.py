"""The footer's words and the pages in the menu: of each edition, and at no cost for the pages."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from nejat.editorial.columns import column
from nejat.pages.keeping import OPTIONS
from nejat.pages.menu import MENU
from nejat.pages.models import SiteOptions
from tests.admin.desk import filled_in, staff, texts
from tests.factories import make_page
from tests.sql import captured
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db

LIST = "/admin/pages/siteoptions/"
FORM = f"{LIST}1/change/"
TEXT = "A <b>society</b> of families.\n\nSince 2003."


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Return what does something as a request of its own would: what waits for the end runs."""

    def run(act, *args, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            return act(*args, **fields)

    return run


def page(client, code: str) -> LexborHTMLParser:
    return LexborHTMLParser(client.get(f"/{code}/subscribe/").content.decode())


def footer(client, code: str) -> str:
    return " ".join(page(client, code).css_first(".site-footer").text().split())


def menu(client, code: str) -> list[tuple[str, str]]:
    links = page(client, code).css("nav.menu a:not([data-edition])")
    return [(link.text(), link.attributes["href"]) for link in links]


def test_what_another_version_of_the_site_kept_besides_does_no_harm():
    cache.set(OPTIONS, {"offline_reading": True, "of_another_version": 1})

    assert SiteOptions.in_force().offline_reading is True


@pytest.mark.parametrize("code", CODES)
def test_what_nobody_wrote_is_as_usual(client, code):
    shown = page(client, code)

    assert shown.css(".footer-text") == []
    assert [a.text() for a in shown.css(".social a")] == [
        *("Facebook", "Twitter", "Instagram", "YouTube")
    ]
    assert "NejatNGO.org" in footer(client, code)


def test_the_words_of_an_edition_stand_in_that_edition_alone(client, committed):
    options = SiteOptions(footer_text_fa="انجمنی از خانواده‌ها", rights_line_fa="همهٔ حقوق")
    options.social_links_fa = "Our channel https://example.org/fa\n\nOther https://example.net/"
    committed(options.save)

    shown = page(client, "fa")
    assert shown.css_first(".footer-text").text().strip() == "انجمنی از خانواده‌ها"
    assert [(a.text(), a.attributes["href"]) for a in shown.css(".social a")] == [
        ("Our channel", "https://example.org/fa"),
        ("Other", "https://example.net/"),
    ]
    assert "همهٔ حقوق" in footer(client, "fa")
    assert "انجمنی از خانواده‌ها" not in footer(client, "ar")
    assert len(page(client, "ar").css(".social a")) == 4


def test_the_text_is_paragraphs_and_never_html(client, committed):
    committed(SiteOptions(footer_text_en=TEXT).save)

    paragraphs = page(client, "en").css(".footer-text p")
    assert [p.text() for p in paragraphs] == ["A <b>society</b> of families.", "Since 2003."]


def test_staff_write_it_in_one_form_and_what_is_no_link_is_named(admin_client, committed):
    admin_client.get(LIST)
    form = filled_in(admin_client, FORM) | {"footer_text_en": TEXT, "social_links_sq": "Kanal"}
    answer = admin_client.post(FORM, form)
    assert "This is no name, space and address with https://: \u2068Kanal\u2069" in texts(
        answer, ".errorlist li"
    )

    form["social_links_sq"] = "Kanal javascript:alert(1)"
    assert admin_client.post(FORM, form).status_code == 200

    form["social_links_sq"] = "Kanal https://example.org/sq"
    assert committed(admin_client.post, FORM, form).status_code == 302
    assert SiteOptions.in_force().footer_in("en").text.split() == TEXT.split()
    assert [link.url for link in SiteOptions.in_force().footer_in("sq").links] == [
        "https://example.org/sq"
    ]


def test_an_account_writes_in_its_own_editions_alone(client, committed):
    committed(SiteOptions(footer_text_fa="پیشین").save)
    client.force_login(make_staff("Chief editors", editions=["ar"]))
    client.get(LIST)

    form = filled_in(client, FORM) | {"footer_text_ar": "نص", "footer_text_fa": "دیگری"}
    assert committed(client.post, FORM, form).status_code == 302

    assert SiteOptions.in_force().footer_in("ar").text == "نص"
    assert SiteOptions.in_force().footer_in("fa").text == "پیشین"


def test_who_lacks_the_right_changes_nothing(client):
    staff(client, "view_page")

    assert client.get(LIST).status_code == 403
    assert not SiteOptions.objects.exists()
    SiteOptions().save()
    assert client.post(FORM, {"footer_text_en": TEXT}).status_code == 403
    assert SiteOptions.objects.get().footer_text_en == ""


def test_a_page_stands_in_the_menus_where_it_is_published_before_the_last_entry(client, committed):
    made = committed(make_page, "fa", title="راهنما", in_menu=True, title_ar="دليل")

    added = ("راهنما", made.url_in("fa"))
    assert menu(client, "fa")[-2] == added
    assert len(menu(client, "fa")) == len(menu(client, "ar")) + 1
    assert added[0] in footer(client, "fa")


def test_pages_stand_by_position_and_go_with_the_tick_or_the_page(client, committed):
    later = committed(make_page, "en", title="Later", in_menu=True, position=2)
    sooner = committed(make_page, "en", title="Sooner", in_menu=True, position=1)
    committed(make_page, "en", title="Apart")
    assert [title for title, _address in menu(client, "en")[-3:-1]] == ["Sooner", "Later"]

    later.in_menu = False
    committed(later.save)
    assert [title for title, _address in menu(client, "en")[-2:-1]] == ["Sooner"]

    committed(sooner.delete)
    assert menu(client, "en")[-1][0] == MENU[-1].label
    assert not {"Sooner", "Later"} & {title for title, _address in menu(client, "en")}


def test_a_page_comes_and_goes_with_its_dates(client, committed):
    start = timezone.now() + timedelta(seconds=60)
    committed(
        make_page, "en", title="Soon", in_menu=True, published_at=start,
        expires_at=start + timedelta(seconds=60),
    )  # fmt: skip

    seen = {}
    for seconds in (0, 61, 119, 121):
        with time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=False):
            seen[seconds] = "Soon" in dict(menu(client, "en"))
    assert seen == {0: False, 61: True, 119: True, 121: False}


def test_an_emptied_cache_asks_once_for_each(client):
    cache.clear()

    with captured() as statements:
        for _ in range(3):
            client.get("/en/subscribe/")

    about = [sql for sql in statements if "pages_" in sql]
    assert [("siteoptions" in sql, "pages_page" in sql) for sql in about] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_column_of_the_footer_is_one_of_an_edition(code):
    names = {column(name, code) for name in ("footer_text", "rights_line", "social_links")}

    assert names <= {field.name for field in SiteOptions._meta.get_fields()}
