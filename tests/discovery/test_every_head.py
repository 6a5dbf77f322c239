"""What the head of every page says, in each edition."""

from collections import Counter

import pytest
from django.utils import translation

from nejat.editions.registry import CODES, get_edition
from tests.discovery.heads import ROOT, Head

pytestmark = pytest.mark.django_db

# Those of one calendar; they stand in one edition alone.
OF_A_CALENDAR = {
    "articles:archive_year",
    "articles:archive_month",
    "publications:newsletter_year",
    "publications:pars-brief_year",
}


@pytest.fixture(scope="module")
def heads(standing_pages) -> dict[str, list[tuple[str, str, Head]]]:
    """Name, address and head of every page that has one, by edition."""
    found = {
        code: [(name, address, Head(answer)) for name, address, answer in pages]
        for code, pages in standing_pages.items()
    }
    return {code: [page for page in pages if page[2].title] for code, pages in found.items()}


def test_alternates_are_reciprocal_on_every_page_of_all_editions(heads):
    at = {ROOT + address: head for pages in heads.values() for _, address, head in pages}

    named = {address: dict(head.alternates) for address, head in at.items()}

    assert len([page for page in named.values() if len(page) == len(CODES) + 1]) > 80
    for address, alternates in named.items():
        others = {url for language, url in alternates.items() if language != "x-default"}
        assert {other: named[other] for other in others} == dict.fromkeys(others, alternates)
        assert {at[other].status for other in others} <= {200}
        assert not alternates or address in others
        assert alternates.get("x-default") == alternates.get("en")


@pytest.mark.parametrize("code", CODES)
def test_a_page_names_itself_or_is_hidden(heads, code):
    for name, address, head in heads[code]:
        hidden = ([], [], ["noindex"])
        shown = ([ROOT + address], [ROOT + address], [])
        said = (head.canonical, head.meta("og:url"), head.meta("robots"))
        assert said == (hidden if head.is_hidden else shown), name
        if name in OF_A_CALENDAR:
            assert head.alternates == [], name


@pytest.mark.parametrize("code", CODES)
def test_no_two_pages_of_an_edition_have_the_same_title(heads, code):
    titles = [head.title for _, _, head in heads[code] if not head.is_hidden]

    assert len(titles) > 25
    assert [title for title, times in Counter(titles).items() if times > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_a_page_tells_what_it_is_and_in_which_language(heads, code):
    edition = get_edition(code)
    with translation.override(code):
        site_name = translation.gettext("Nejat Society")
    for name, _, head in heads[code]:
        if head.is_hidden:
            continue
        assert head.meta("og:site_name") == [site_name], name
        assert head.meta("og:locale") == [edition.locale], name
        others = [get_edition(c).locale for c, _ in head.alternates if c not in (code, "x-default")]
        assert head.meta("og:locale:alternate") == others, name
        assert head.meta("twitter:card") == ["summary_large_image"], name
        assert head.title.startswith(head.meta("og:title")[0]), name
        assert head.meta("description") == head.meta("og:description") != [""], name
        size = head.meta("og:image:width"), head.meta("og:image:height")
        assert size == (["1200"], ["630"]), name
        [image], [alt] = head.meta("og:image"), head.meta("og:image:alt")
        assert image.startswith(f"{ROOT}/share/"), name
        assert alt, name
