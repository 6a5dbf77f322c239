"""The form of an issue: the order of its entries, their words, its numbers, its history."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry

from articles.models import Article
from nejat.editions.registry import EDITIONS
from nejat.subscriptions.models import Mailing
from publications.models import Book, Entry, Issue
from tests.admin.desk import _is_sent, _value, nodes, staff, texts
from tests.factories import make_article, make_image, make_issue

pytestmark = pytest.mark.django_db

ISSUES = "/admin/publications/issue/"
FIELDS = "input[name], textarea[name], select[name]"


def form_of(work: Issue | Book) -> str:
    return f"/admin/publications/{work._meta.model_name}/{work.pk}/change/"


def save(client, work: Issue | Book, **changes: object):
    """Send the form of a work as a browser would after these changes."""
    [form] = nodes(client.get(form_of(work)), f"#{work._meta.model_name}_form")
    sent = {f.attributes["name"]: _value(f) for f in form.css(FIELDS) if _is_sent(f)}
    return client.post(form_of(work), sent | changes)


def errors(page) -> list[str]:
    return texts(page, ".errorlist li")


def _entry(number: int, **values: object) -> dict[str, object]:
    return {f"entries-{number}-{name}": value for name, value in values.items()}


def _inside(issue: Issue) -> list[str]:
    return [row.title_fa or row.article.title_fa for row in issue.entries.all()]


@pytest.fixture
def articles() -> list[Article]:
    return [make_article("fa", title=title) for title in ("یک", "دو", "سه")]


@pytest.fixture
def issue(articles) -> Issue:
    return make_issue("fa", title="باغ", number=7, articles=articles)


def test_other_positions_make_another_order(admin_client, issue):
    answer = save(admin_client, issue, **_entry(0, position="3"), **_entry(2, position="0"))

    assert answer.status_code == 302
    assert _inside(issue) == ["سه", "دو", "یک"]


def test_entries_are_added_and_taken_out(admin_client, issue):
    words = {"position": "9", "title_fa": "از جای دیگر", "source_address_fa": "example.org/a"}
    total = {"entries-TOTAL_FORMS": "4"}

    answer = save(admin_client, issue, **total, **_entry(0, DELETE="on"), **_entry(3, **words))

    assert answer.status_code == 302
    assert _inside(issue) == ["دو", "سه", "از جای دیگر"]
    assert issue.entries.last().source_address_fa == "https://example.org/a"


def test_words_are_written_in_their_edition(admin_client, issue):
    save(admin_client, issue, **_entry(1, title_sq="Kopshti", teaser_en="Own words"))

    entry = issue.entries.all()[1]
    assert (entry.title_sq, entry.teaser_en) == ("Kopshti", "Own words")
    assert not any(entry.get_in("title", code) for code in ("en", "ar", "fa"))


def test_an_entry_needs_an_article_or_a_title(admin_client, issue):
    words = _entry(3, position="9", teaser_fa="بی عنوان")
    page = save(admin_client, issue, **{"entries-TOTAL_FORMS": "4"}, **words)

    assert errors(page) == ["Choose an article, or give the entry a title."]
    assert texts(page, "[name=entries-3-teaser_fa]") == ["بی عنوان"]
    [fault] = nodes(page, ".faults a")
    assert fault.text().startswith("entry 4")
    assert len(nodes(page, fault.attributes["href"])) == 1
    assert issue.entries.count() == 3


def test_what_is_wrong_with_a_row_that_is_taken_out_is_not_told(admin_client, issue):
    gone = _entry(0, source_address_fa="x y", DELETE="on")
    page = save(admin_client, issue, **gone, **_entry(1, source_address_fa="x y"))

    assert [a.attributes["href"] for a in nodes(page, ".faults a")] == [
        "#id_entries-1-source_address_fa"
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "no address"])
def test_a_source_has_an_address_of_the_web(admin_client, issue, address):
    page = save(admin_client, issue, **_entry(0, source_address_fa=address))

    assert len(errors(page)) == 1
    [fault] = nodes(page, ".faults a")
    assert fault.attributes["href"] == "#id_entries-0-source_address_fa"
    assert not Entry.objects.exclude(source_address_fa="").exists()


def test_what_its_article_gives_stands_pale_in_empty_inputs(speak):
    article = make_article("fa", title="نامه", standfirst="کوتاه", source_name="روزنامه")
    article.set_in("en", title="A letter")
    article.save()
    issue = make_issue("fa", articles=[article])
    Entry.objects.create(issue=issue, title_fa="آزاد")

    page = speak("fa").get(form_of(issue))

    names = ("title_fa", "teaser_fa", "source_name_fa", "title_en", "teaser_en")
    fields = [[nodes(page, f"[name=entries-{n}-{name}]")[0] for name in names] for n in (0, 1)]
    pale = [[f.attributes.get("placeholder") or "" for f in row] for row in fields]
    assert pale == [["", "", "", "", ""], ["نامه", "کوتاه", "روزنامه", "A letter", ""]]
    assert [_value(f) for f in fields[1]] == [""] * 5


def test_every_input_has_the_language_and_the_direction_of_its_edition(speak, issue):
    page = speak("fa").get(form_of(issue))

    for edition in EDITIONS:
        for name in ("title", "teaser", "source_name"):
            [field] = nodes(page, f"[name=entries-0-{name}_{edition.code}]")
            assert (field.attributes["lang"], field.attributes["dir"]) == (
                edition.code,
                edition.direction,
            )
        [address] = nodes(page, f"[name=entries-0-source_address_{edition.code}]")
        assert address.attributes["dir"] == "ltr"
        for name in ("number", "volume"):
            [number] = nodes(page, f"[name={name}_{edition.code}]")
            assert number.attributes["dir"] == edition.direction


def test_an_isbn_runs_left_to_right(speak):
    page = speak("fa").get("/admin/publications/book/add/")

    assert nodes(page, "[name=isbn]")[0].attributes["dir"] == "ltr"


def test_a_number_that_is_taken_is_told_at_its_field(admin_client, issue):
    make_issue("fa", title="دیگر", number=8)

    page = save(admin_client, issue, number_fa="8", **_entry(0, position="5"))

    assert texts(page, ".field-number_fa .errorlist li") == [
        "Another issue of the series has this number; look in the trash too."
    ]
    assert Issue.objects.get(pk=issue.pk).number_fa == 7
    assert _inside(issue) == ["یک", "دو", "سه"]
    assert save(admin_client, issue, number_fa="8", series="pars-brief").status_code == 302


def test_a_number_alone_gives_an_edition_its_title(admin_client, issue):
    save(admin_client, issue, number_en="3", volume_en="2", state_en="published")

    stored = Issue.objects.get(pk=issue.pk)
    assert (stored.title_en, stored.volume_en) == ("Nejat NewsLetter No. 3", 2)
    assert stored.is_published_in("en")


def test_a_cover_whose_rights_have_ended_keeps_it_from_being_published(admin_client, issue):
    over = make_image(colour="red", rights_expire_on="2020-01-01")

    page = save(admin_client, issue, cover=str(over.pk))

    assert "rights to its picture have ended" in " ".join(errors(page))
    assert Issue.objects.get(pk=issue.pk).cover is None


def test_the_history_tells_what_was_changed_in_which_edition(admin_client, issue):
    save(admin_client, issue, title_fa="باغ نو", **_entry(0, title_fa="تازه"))

    entry = LogEntry.objects.get()
    assert (entry.action_flag, entry.object_id) == (CHANGE, str(issue.pk))
    said = entry.get_change_message()
    assert "Title (فارسی)" in said
    assert "entry" in said


def test_the_desk_shows_where_the_issue_stands_in_each_edition(admin_client, issue, articles):
    issue.set_in("en", title="A garden")
    issue.save()
    Entry.objects.filter(article=articles[0]).update(title_en="First", teaser_fa="کوتاه")

    rows = [
        " ".join(row.text().split())
        for row in nodes(admin_client.get(form_of(issue)), ".desk tbody tr")
    ]

    assert len(rows) == 4
    assert "English Draft 1 of 3" in rows[0]
    assert "1 without a teaser" in rows[0]
    assert "the others have no words in this edition" in rows[0]
    assert "once it is published" in rows[0]
    assert "Give it a number or a title in this edition." in rows[1]
    assert "فارسی Published 3 of 3 2 without a teaser" in rows[2]
    assert "once it is published" not in rows[2]


def test_the_desk_shows_what_is_saved_when_a_form_was_refused(admin_client, issue):
    sent = {"state_fa": "withdrawn", "title_fa": "نو", **_entry(0, source_address_fa="x y")}

    page = save(admin_client, issue, **sent)

    assert (page.status_code, texts(page, ".faults a") != []) == (200, True)
    assert "فارسی Published" in " ".join(texts(page, ".desk tbody tr")[2].split())


def test_a_new_issue_has_no_desk_yet(admin_client):
    page = admin_client.get(f"{ISSUES}add/")

    assert nodes(page, ".desk") == []
    answer = admin_client.post(f"{ISSUES}add/", _nothing_inside() | {"title_fa": "باغ"})
    assert answer.status_code == 302
    assert Issue.objects.get().title_fa == "باغ"


def _nothing_inside() -> dict[str, str]:
    counts = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"}
    sent = {
        f"{part}-{name}": value for part in ("entries", "files") for name, value in counts.items()
    }
    return sent | {"series": "newsletter"}


def test_who_may_only_see_issues_has_no_buttons(client, issue):
    page = staff(client, "view_issue").get(form_of(issue))

    assert page.status_code == 200
    assert nodes(page, ".desk, [name=_save], form[action*=make-pdf]") == []
    assert client.post(form_of(issue), {"title_fa": "x"}).status_code == 403


def test_an_issue_of_which_readers_see_nothing_is_told(admin_client):
    issue = make_issue("fa", number=7)

    save(admin_client, issue, standfirst_fa="کوتاه")
    page = admin_client.get(form_of(issue))

    [warning] = texts(page, ".messagelist .warning")
    assert "there is nothing in it: فارسی" in warning


def test_numbers_are_taken_in_persian_digits(admin_client, issue):
    save(admin_client, issue, number_fa="۱۰۸")

    assert Issue.objects.get(pk=issue.pk).number_fa == 108
    [number] = nodes(admin_client.get(form_of(issue)), "#id_number_fa")
    assert (number.attributes["type"], number.attributes["inputmode"]) == ("text", "numeric")


def test_an_issue_that_was_given_to_the_mail_leads_to_its_mailing(admin_client, issue):
    mailing = Mailing.objects.create(issue=issue, edition="fa")

    [row] = nodes(admin_client.get(form_of(issue)), ".desk tbody tr:nth-child(3)")

    assert "Send to subscribers" not in row.text()
    assert row.css_first(f'a[href="/admin/subscriptions/mailing/{mailing.pk}/change/"]')
