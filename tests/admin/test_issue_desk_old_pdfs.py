"""A PDF with former words is told: at the desk, and to whoever publishes the issue."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from media_library.models import ImageAsset
from nejat.editions.registry import CODES
from nejat.subscriptions.models import Mailing
from publications.inside import sheet_of
from publications.making import fingerprint
from publications.models import Issue, IssueFile
from tests.admin.desk import nodes, staff, texts
from tests.admin.test_issue_desk_form import form_of, save
from tests.factories import make_article, make_image, make_issue

pytestmark = pytest.mark.django_db

OLD = "older than the last change"


@pytest.fixture
def issue() -> Issue:
    """A draft in two editions, with an article that is public in both."""
    article = make_article("fa", title="نامه", standfirst="کوتاه", title_en="A letter")
    article.set_in("en", state="published")
    article.save()
    day = datetime(2024, 5, 1, tzinfo=UTC)
    days = {"published_at": day, "published_at_en": day}
    issue = make_issue(
        "fa", title="باغ", title_en="Garden", state="draft", articles=[article], **days
    )
    issue.entries.create(
        position=2, title_fa="از جای دیگر", source_address_fa="https://example.org/a"
    )
    return issue


def _made(issue: Issue, code: str = "fa", **fields: object) -> IssueFile:
    """The PDF of the issue as it is now."""
    made = {"made_at": timezone.now(), "made_of": fingerprint(issue, sheet_of(issue, code))}
    row = {"edition": code, "kind": "pdf", "file": f"{code}.pdf"}
    return issue.files.create(**row, **(made | fields))


def _warnings(client, issue: Issue) -> list[str]:
    return texts(client.get(form_of(issue)), ".messagelist .warning")


def _told_at_the_desk(client, issue: Issue) -> list[str]:
    """The editions whose PDF the desk calls old."""
    rows = texts(client.get(form_of(issue)), ".desk tbody tr")
    return [code for code, row in zip(CODES, rows, strict=True) if OLD in row]


def test_publishing_with_the_words_of_the_pdf_warns_of_nothing(admin_client, issue):
    _made(issue)

    save(admin_client, issue, state_fa="in_review", slug_fa="garden")
    save(admin_client, issue, state_fa="published", seo_title_fa="باغ‌ها")

    assert _warnings(admin_client, issue) == []
    assert _told_at_the_desk(admin_client, issue) == []


CHANGES = {
    "title": lambda issue: {"title_fa": "باغ نو"},
    "standfirst": lambda issue: {"standfirst_fa": "کوتاه"},
    "text": lambda issue: {"body_fa": "<p>متن</p>"},
    "number": lambda issue: {"number_fa": "7"},
    "entry": lambda issue: {"entries-0-teaser_fa": "دیگر"},
    "date": lambda issue: {"published_at_fa_0": "2024-08-01"},
    "series": lambda issue: {"series": "pars-brief"},
    "cover": lambda issue: {"cover": make_image("fa", colour="gold").pk},
    "link": lambda issue: {"entries-1-source_address_fa": "https://example.org/b"},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_publishing_other_words_than_those_of_the_pdf_warns(admin_client, issue, change):
    _made(issue)

    save(admin_client, issue, **change(issue))
    assert _warnings(admin_client, issue) == []  # readers do not see it yet
    assert _told_at_the_desk(admin_client, issue) == ["fa"]
    save(admin_client, issue, state_fa="published")
    page = admin_client.get(form_of(issue))

    [warning] = nodes(page, ".messagelist .warning")
    assert " ".join(warning.text().split()) == (
        f"Readers get, or will get, a PDF that is {OLD}: فارسی. Make the PDF anew"
    )
    assert warning.css_first("a").attributes["href"] == f"{form_of(issue)}#desk"
    assert nodes(page, ".desk #desk") != []


def test_one_warning_names_all_editions_that_are_published(admin_client, issue):
    _made(issue)
    _made(issue, "en")
    issue.entries.create(position=9, title_fa="از جای دیگر", title_en="Elsewhere")

    save(admin_client, issue, state_en="published")
    assert [w.partition(" Make")[0] for w in _warnings(admin_client, issue)] == [
        f"Readers get, or will get, a PDF that is {OLD}: English."
    ]
    save(admin_client, issue, state_fa="published", published_at_fa_0="2999-01-01")
    assert [w.partition(" Make")[0] for w in _warnings(admin_client, issue)] == [
        f"Readers get, or will get, a PDF that is {OLD}: English · فارسی."
    ]


def test_a_change_of_an_article_makes_the_pdf_old(admin_client, issue):
    _made(issue)

    Article.objects.update(standfirst_fa="دیگر")

    assert _told_at_the_desk(admin_client, issue) == ["fa"]


def test_a_picture_of_an_article_makes_the_pdf_old(admin_client, issue):
    pictures = [make_image("fa", colour=colour, credit="م") for colour in ("gold", "navy")]
    Article.objects.update(lead_image=pictures[0])
    _made(issue)
    assert _told_at_the_desk(admin_client, issue) == []

    Article.objects.update(lead_image=pictures[1])
    assert _told_at_the_desk(admin_client, issue) == ["fa"]

    Article.objects.update(lead_image=pictures[0])
    ImageAsset.objects.update(credit_fa="ن")
    assert _told_at_the_desk(admin_client, issue) == ["fa"]


def test_another_file_of_the_cover_makes_the_pdf_old(admin_client, issue):
    issue.cover = make_image("fa")
    issue.save()
    _made(issue)
    assert _told_at_the_desk(admin_client, issue) == []

    ImageAsset.objects.update(key="another")

    assert _told_at_the_desk(admin_client, issue) == ["fa"]


def test_a_corrected_address_of_an_article_leaves_the_pdf_as_it_is(admin_client, issue):
    _made(issue)

    Article.objects.update(slug_fa="letter")  # its number leads there still

    assert _told_at_the_desk(admin_client, issue) == []


def test_a_pdf_that_was_uploaded_is_never_called_old(admin_client, issue):
    _made(issue, made_at=None)

    save(admin_client, issue, title_fa="باغ نو", state_fa="published")

    assert _warnings(admin_client, issue) == []
    assert _told_at_the_desk(admin_client, issue) == []


def test_of_a_pdf_that_does_not_say_what_it_was_made_of_the_last_change_decides(
    admin_client, issue
):
    _made(issue, made_of="", made_at=timezone.now() + timedelta(minutes=1))
    assert _told_at_the_desk(admin_client, issue) == []

    IssueFile.objects.update(made_at=timezone.now() - timedelta(minutes=1))
    issue.save()

    assert _told_at_the_desk(admin_client, issue) == ["fa"]


def test_who_may_make_no_pdf_is_led_to_no_button(client, issue):
    _made(issue)
    editor = staff(client, "change_issue", "view_issue", "publish_issue")

    save(editor, issue, title_fa="باغ نو", state_fa="published")

    [warning] = nodes(editor.get(form_of(issue)), ".messagelist .warning")
    assert OLD in warning.text()
    assert warning.css("a") == []


def test_the_desk_writes_moments_as_lists_do(admin_client, issue):
    moment = datetime(2026, 11, 30, 12, 31, tzinfo=UTC)
    _made(issue, made_at=moment)
    Mailing.objects.create(issue=issue, edition="fa", created_at=moment)

    row = texts(admin_client.get(form_of(issue)), ".desk tbody tr")[2]

    assert "made Nov. 30, 2026, 4:01 p.m." in row
    assert "given to the mail Nov. 30, 2026" in row


def test_each_cell_of_the_desk_has_its_head_for_narrow_windows(admin_client, issue):
    page = admin_client.get(form_of(issue))

    heads = texts(page, ".desk thead th")[1:]
    cells = nodes(page, ".desk tbody tr:first-child td")
    assert [cell.attributes["data-head"] for cell in cells] == heads
