"""The menu is whole in every edition, and so is what stands around a page."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser, LexborNode

from nejat.editions.registry import CODES
from nejat.pages.menu import entry_of
from nejat.pages.templatetags.pages import copyright_years

PATHS = [
    "",
    "articles/",
    "media/cartoons/",
    "media/newspics/",
    "media/photos/",
    "media/videos/",
    "publications/books/",
    "publications/newsletter/",
    "publications/pars-brief/",
    "about/",
    "contact/",
]
LABELS = {
    "en": "Home, Articles, Cartoons, NewsPics, Photo Gallery, Videos, Books, Nejat NewsLetter, "
    "Pars Brief, About Us, Contact us",
    "ar": "الرئيسية, مقالات, كاريكاتير, صور إخبارية, معرض الصور, فيديو, كتب, نشرة النجاة, "
    "بارس بريف, من نحن, اتصل بنا",
    "fa": "خانه, مقالات, کاریکاتور, عکس خبری, گالری تصاویر, ویدئو, کتاب, خبرنامه نجات, "
    "پارس بریف, درباره ما, تماس با ما",
    "sq": "Kreu, Artikuj, Karikatura, Foto lajmesh, Galeria e fotove, Video, Libra, "
    "Buletini Nejat, Pars Brief, Rreth nesh, Kontakt",
}
GROUPS = {
    "en": ["Media", "Publications", "Editions", "Display"],
    "ar": ["الوسائط", "إصدارات", "النسخ", "العرض"],
    "fa": ["رسانه", "انتشارات", "نسخه‌ها", "نمایش"],
    "sq": ["Media", "Botime", "Edicionet", "Pamja"],
}


def _page(client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200, address
    return LexborHTMLParser(response.content.decode())


def _entries(page: LexborHTMLParser) -> list[LexborNode]:
    return page.css("nav.menu a:not([data-edition])")


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_the_menu_is_whole_in_the_words_of_the_edition(client, code):
    page = _page(client, f"/{code}/")

    entries = [(entry.text(), entry.attributes["href"]) for entry in _entries(page)]
    addresses = [f"/{code}/{path}" for path in PATHS]
    assert entries == list(zip(LABELS[code].split(", "), addresses, strict=True))
    assert [group.text() for group in page.css("nav.menu summary")] == GROUPS[code]


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("path", PATHS)
def test_every_entry_answers_and_is_marked_on_its_own_page(client, code, path):
    page = _page(client, f"/{code}/{path}")

    marked = [a.attributes["href"] for a in _entries(page) if "aria-current" in a.attributes]
    assert marked == [f"/{code}/{path}"]


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_a_part_without_content_has_its_name_and_says_so(client, code):
    names = dict(zip(PATHS, LABELS[code].split(", "), strict=True))
    for path in PATHS[6:9]:
        page = _page(client, f"/{code}/{path}")

        assert page.css_first("h1").text() == names[path]
        assert page.css_first("title").text().startswith(f"{names[path]} – ")
        assert len(page.css(".empty")) == 1


def test_an_entry_is_found_by_its_view():
    assert str(entry_of("media_library:photogallery_list").label) == "Photo Gallery"
    with pytest.raises(LookupError):
        entry_of("pages:nowhere")


@pytest.mark.parametrize(
    ("moment", "years"),
    [
        (
            datetime(2026, 1, 15, tzinfo=UTC),
            {"en": "2003 - 2026", "ar": "٢٠٠٣ - ٢٠٢٦", "fa": "۱۳۸۲ - ۱۴۰۴", "sq": "2003 - 2026"},
        ),
        (
            # A quarter to midnight in London, past midnight in Tehran.
            datetime(2026, 12, 31, 23, 45, tzinfo=UTC),
            {"en": "2003 - 2027", "ar": "٢٠٠٣ - ٢٠٢٧", "fa": "۱۳۸۲ - ۱۴۰۵", "sq": "2003 - 2027"},
        ),
    ],
)
def test_the_years_of_the_copyright_go_to_today_in_the_editions_calendar(moment, years):
    shown = {}
    for code in CODES:
        with translation.override(code), time_machine.travel(moment, tick=False):
            shown[code] = copyright_years()

    assert shown == years


@pytest.mark.django_db
def test_the_footer_names_the_owner_the_places_elsewhere_and_the_way_up(client):
    with time_machine.travel(datetime(2026, 6, 1, tzinfo=UTC), tick=False):
        footer = _page(client, "/en/").css_first("footer")

    social = [link.text() for link in footer.css(".social a")]
    assert social == ["Facebook", "Twitter", "Instagram", "YouTube"]
    assert footer.css_first(".footer-end p").text() == (
        "© 2003 - 2026 NEJAT Society. All Rights Reserved. NejatNGO.org"
    )
    up = footer.css_first(".back-to-top")
    assert (up.text(), up.attributes["href"]) == ("Back To Top", "#top")
