"""Excerpts quote running text alone; what else a work is found by stands in none."""

import pytest

from articles.models import Article
from publications.models import Book, BookCredit, BookFile, Entry, Issue, IssueFile
from tests.factories import make_article, make_book, make_contributor, make_issue

pytestmark = pytest.mark.django_db


def _excerpt(client, query: str, code: str = "en") -> str:
    """The excerpt of the one work that is found."""
    [shown] = client.get(f"/{code}/search/", {"q": query}).context["results"].lines
    return shown.snippet.replace("<mark>", "").replace("</mark>", "")


def _article() -> Article:
    keeper = make_contributor("en", name="Lantern Keeper")
    return make_article("en", standfirst="By the sea.", body="<p>A night.</p>", by=[keeper])


def _book() -> Book:
    facts = {"isbn": "9780306406157", "publisher": "Harbour Press", "place": "Tirana"}
    book = make_book("en", standfirst="By the sea.", body="<p>A night.</p>", **facts)
    BookCredit.objects.create(book=book, contributor=make_contributor("en", name="Lantern Keeper"))
    return book


def _issue() -> Issue:
    issue = make_issue("en", standfirst="By the sea.", body="", number=108, volume=21)
    Entry.objects.create(issue=issue, title_en="A night.", source_name_en="Lantern Weekly")
    return issue


@pytest.mark.parametrize(
    ("make", "query"),
    [
        (_article, "lantern keeper"),
        (_book, "lantern keeper"),
        (_book, "978-0-306-40615-7"),
        (_book, "9780306406157"),
        (_book, "harbour press"),
        (_book, "tirana"),
        (_issue, "108"),
        (_issue, "21"),
        (_issue, "lantern weekly"),
    ],
)
def test_names_and_numbers_find_a_work_and_stand_in_no_excerpt(client, make, query):
    make()

    assert _excerpt(client, query) == "By the sea. A night."


@pytest.mark.parametrize(
    ("make", "files", "part_of"), [(make_book, BookFile, "book"), (make_issue, IssueFile, "issue")]
)
def test_an_excerpt_of_a_file_has_no_numbers_of_its_pages(client, make, files, part_of):
    work = make("fa", standfirst="کنار دریا.", body="")
    text = "یک نامه\n\n۱\n۲\n\n- 3 -\nدربارهٔ خانواده\n12 / 40\n•\n۱۳۹۸\n۱۲ بهمن\n۴"
    files.objects.create(**{part_of: work}, edition="fa", kind="pdf", text=text)

    shown = _excerpt(client, "خانواده", "fa")

    assert shown == "کنار دریا. یک نامه دربارهٔ خانواده ۱۳۹۸ ۱۲ بهمن"


def test_any_number_of_names_stays_out_of_excerpts(client):
    issue = make_issue("en", title="Lantern", standfirst="By the sea.", body="")
    names = (f"{number:03}".ljust(290, "x") for number in range(120))
    Entry.objects.bulk_create(Entry(issue=issue, source_name_en=name) for name in names)
    issue.save()

    assert _excerpt(client, "lantern") == "By the sea."
