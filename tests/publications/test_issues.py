"""Issues as they are stored and read: numbers, titles, neighbours, the newest on the home page."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from nejat.text import slugify
from publications.models import Issue
from publications.reading import latest_issues
from tests.factories import PUBLISHED_AT, make_article, make_issue

pytestmark = pytest.mark.django_db

LIST = "/fa/publications/newsletter/"
DAY = timedelta(days=1)


def _page(client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200, address
    return LexborHTMLParser(response.content.decode())


def _words(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def _titles(page: LexborHTMLParser) -> list[str]:
    return _words(page, ".tile h2")


def _faults(issue: Issue) -> dict[str, list[str]]:
    try:
        issue.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def test_a_number_is_there_once_in_a_series_and_an_edition():
    first = make_issue("fa", number=7)
    second = Issue(series="newsletter", number_fa=7, number_en=7)

    assert list(_faults(second)) == ["number_fa"]
    assert "has this number" in _faults(second)["number_fa"][0]
    assert _faults(first) == {}
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


@pytest.mark.parametrize(("series", "code"), [("pars-brief", "fa"), ("newsletter", "ar")])
def test_the_same_number_may_be_in_another_series_or_edition(series, code):
    make_issue("fa", number=7)
    other = Issue(series=series)
    other.set_in(code, number=7)

    assert _faults(other) == {}
    other.save()
    assert Issue.objects.count() == 2


def test_issues_without_a_number_do_not_stand_in_each_others_way():
    for title in ("یک", "دو"):
        issue = Issue(title_fa=title)
        assert _faults(issue) == {}
        issue.save()


@pytest.mark.parametrize("number", [-1, 2**63])
def test_a_number_out_of_range_is_told_at_its_field(number):
    assert list(_faults(Issue(title_fa="باغ", number_fa=number))) == ["number_fa"]


def test_an_issue_needs_a_title_or_a_number():
    assert list(_faults(Issue())) == ["__all__"]
    assert _faults(Issue(number_sq=1)) == {}


@pytest.mark.parametrize(
    ("series", "names"),
    [
        ("newsletter", ("Nejat NewsLetter", "نشرة النجاة", "خبرنامه نجات", "Buletini Nejat")),
        ("pars-brief", ("Pars Brief", "بارس بريف", "پارس بریف", "Pars Brief")),
    ],
)
def test_a_title_is_made_of_the_series_and_the_number(series, names):
    issue = Issue(series=series, number_en=108, number_ar=108, number_fa=108, number_sq=108)
    issue.save()

    titles = [issue.title_en, issue.title_ar, issue.title_fa, issue.title_sq]
    assert all(title.startswith(n) for title, n in zip(titles, names, strict=True))
    assert [title.split()[-1] for title in titles] == ["108", "١٠٨", "۱۰۸", "108"]
    assert (issue.title_en, issue.slug_en) == (f"{names[0]} No. 108", slugify(issue.title_en))


def test_a_title_that_was_written_stays_and_an_edition_without_a_number_has_none():
    issue = Issue(number_fa=7, title_fa="باغ", number_en=3)
    issue.save()

    assert (issue.title_fa, issue.title_en) == ("باغ", "Nejat NewsLetter No. 3")
    assert (issue.title_ar or "", issue.title_sq or "") == ("", "")
    assert [edition.code for edition in issue.public_editions] == []


@pytest.mark.parametrize(
    ("code", "shown"),
    [("en", "No. 8 · Volume 2"), ("fa", "۸"), ("ar", "٨"), ("sq", "8")],
)
def test_number_and_volume_are_in_the_digits_of_the_edition(client, code, shown):
    issue = make_issue(code, number=8, volume=2, title="A")

    [kicker] = _words(_page(client, issue.url_in(code)), ".issue .kicker")

    assert shown in kicker
    assert _words(_page(client, f"/{code}/publications/newsletter/"), ".kicker")[0] in kicker


def test_neighbours_are_of_the_same_series(client):
    days = [PUBLISHED_AT + number * DAY for number in range(5)]
    make_issue("fa", title="۱", published_at=days[0])
    make_issue("fa", "pars-brief", title="۲", published_at=days[1])
    middle = make_issue("fa", title="۳", published_at=days[2])
    make_issue("fa", state="draft", published_at=days[3])
    make_issue("fa", title="۵", published_at=days[4])
    alone = make_issue("sq", "pars-brief")

    page = _page(client, middle.url_in("fa"))

    assert _words(page, ".neighbours [rel=next] bdi") == ["۵"]
    assert _words(page, ".neighbours [rel=prev] bdi") == ["۱"]
    assert _page(client, alone.url_in("sq")).css(".neighbours") == []


@pytest.mark.parametrize("series", ["newsletter", "pars-brief"])
def test_a_list_holds_one_series_newest_first(client, series):
    make_issue("fa", series, title="یک")
    make_issue("fa", series, title="دو", published_at=PUBLISHED_AT + DAY)
    make_issue("fa", series, title="سه", state="draft")
    make_issue("en", series)
    other = {"newsletter": "pars-brief", "pars-brief": "newsletter"}[series]
    make_issue("fa", other)

    assert _titles(_page(client, f"/fa/publications/{series}/")) == ["دو", "یک"]


def test_older_issues_are_on_the_next_page(client):
    for number in range(14):
        make_issue("en", title=f"{number}", published_at=PUBLISHED_AT + number * DAY)
    start = "/en/publications/newsletter/"

    first = _page(client, start)
    second = _page(client, start + first.css_first("a[rel=next]").attributes["href"])

    assert [*_titles(first), *_titles(second)] == [str(number) for number in reversed(range(14))]


def test_the_home_page_shows_the_newest_issue_of_each_series(client):
    for series in ("newsletter", "pars-brief"):
        for number in range(2):
            title, day = f"{series} {number}", PUBLISHED_AT + number * DAY
            make_issue("fa", series, title=title, published_at=day)
        make_issue("fa", series, state="draft", published_at=PUBLISHED_AT + 9 * DAY)
    make_issue("sq", title="vetëm")
    shown = {code: _titles(_page(client, f"/{code}/")) for code in CODES}

    assert sorted(shown.pop("fa")) == ["newsletter 1", "pars-brief 1"]
    assert shown == {"en": [], "ar": [], "sq": ["vetëm"]}
    assert [issue.series for issue in latest_issues("fa")] == ["pars-brief", "newsletter"]


@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_an_issue_that_is_not_public_is_a_page_for_staff_alone(client, admin_client, state):
    address = make_issue("fa", articles=[make_article("fa", title="نامه")], state=state).url_in(
        "fa"
    )

    assert client.get(address).status_code == 404
    preview = admin_client.get(address)
    assert "no-store" in preview.headers["Cache-Control"]
    assert _words(_page(admin_client, address), ".entry h2") == ["نامه"]


def test_an_issue_is_found_in_its_own_edition_and_series_only(client):
    issue = make_issue("fa", title_en="A draft")
    address = issue.url_in("fa")
    slug = address.split("/")[-2]

    assert client.get(address).status_code == 200
    assert client.get(issue.url_in("en")).status_code == 404
    assert client.get(issue.url_in("sq")).status_code == 404
    elsewhere = client.get(f"/fa/publications/pars-brief/{issue.pk}/{slug}/")
    assert elsewhere.status_code == 404 or elsewhere.url == address  # never the page itself
    for other in (f"{LIST}{issue.pk}/", f"{LIST}{issue.pk}/چیز/"):
        moved = client.get(other)
        assert (moved.status_code, moved.url) == (301, address)


def test_the_switcher_leads_to_the_list_where_the_issue_is_not(client):
    page = _page(client, make_issue("fa", "pars-brief").url_in("fa"))

    link = page.css_first("header a[hreflang=sq]").attributes["href"]
    assert link == "/sq/publications/pars-brief/#not-in-this-edition"


def test_the_search_is_told_a_source_once_in_each_edition(db):
    issue = make_issue("fa")
    for name in ("Lantern", "Lantern", "Harbour"):
        issue.entries.create(title_fa=name, source_name_fa="روزنامه", source_name_en=name)

    assert sorted(Issue.hidden_words_beside([issue.pk])) == [
        (issue.pk, "en", "Harbour"),
        (issue.pk, "en", "Lantern"),
        (issue.pk, "fa", "روزنامه"),
    ]


def test_a_title_made_of_the_number_follows_it(db):
    issue = make_issue("fa", title="", number=937)
    assert issue.title_fa.endswith("۹۳۷")

    issue.number_fa, issue.series = 973, "pars-brief"
    issue.save()

    assert issue.title_fa == "پارس بریف شمارهٔ ۹۷۳"
    assert issue.slug_fa == slugify(issue.title_fa)


def test_a_title_of_its_own_stays_when_the_number_changes(db):
    issue = make_issue("fa", title="شمارهٔ نوروزی", slug="nowruz", number=937)
    issue.number_fa = 973
    issue.save()

    assert (issue.title_fa, issue.slug_fa) == ("شمارهٔ نوروزی", "nowruz")
