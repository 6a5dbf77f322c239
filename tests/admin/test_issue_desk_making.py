"""The buttons of the desk: the PDF made for readers, and what can be seen before."""

import pytest
import typst
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.files.storage import default_storage
from selectolax.lexbor import LexborHTMLParser

from media_library.models import ImageAsset
from nejat.editions.registry import CODES, get_edition
from publications.models import Issue, IssueFile
from tests.admin.desk import staff, texts
from tests.factories import make_article, make_issue
from tests.publications.pdfs import links, needs_fonts, plain
from tests.publications.pdfs import texts as pages_of

pytestmark = [pytest.mark.django_db, needs_fonts]

DOORS = ("make-pdf", "pdf", "mail")
WORDS = {"en": "Garden", "ar": "حديقة", "fa": "باغ", "sq": "Kopshti"}


@pytest.fixture
def issue() -> Issue:
    """An issue with an article in all four editions, public in one of them."""
    article = make_article("fa", title="نامه", standfirst="کوتاه")
    issue = make_issue("fa", articles=[article], number=7)
    for code, word in WORDS.items():
        article.set_in(code, title=word, standfirst=word, state="published")
        issue.set_in(code, title=word)
    article.save()
    issue.save()
    return issue


def _door(issue: Issue, name: str, code: str = "fa") -> str:
    return f"/admin/publications/issue/{issue.pk}/{code}/{name}/"


def _call(client, address: str):
    return client.post(address) if address.endswith("make-pdf/") else client.get(address)


@pytest.mark.parametrize("code", CODES)
def test_the_pdf_is_made_and_said_so_in_the_history(speak, issue, code):
    client = speak("en")
    answer = client.post(_door(issue, "make-pdf", code))

    form = f"/admin/publications/issue/{issue.pk}/change/"
    assert (answer.status_code, answer.url) == (302, form)
    stored = issue.files.get()
    assert (stored.edition, stored.made_at is not None) == (code, True)
    with default_storage.open(stored.file.name) as file:
        content = file.read()
    assert plain(WORDS[code]) in "".join(pages_of(content))
    assert set(links(content)) == {
        f"http://testserver{issue.url_in(code)}",
        f"http://testserver{issue.entries.get().article.url_in(code)}",
    }
    assert stored.cover.has_renditions
    native = get_edition(code).native_name
    entry = LogEntry.objects.get()
    assert (entry.action_flag, entry.object_id) == (CHANGE, str(issue.pk))
    assert entry.get_change_message() == f"Changed PDF ({native})."
    page = client.get(form)
    assert texts(page, ".messagelist li") == [f"The PDF was made: {native}."]
    assert "made" in texts(page, ".desk tbody tr")[CODES.index(code)]


def test_a_pdf_made_anew_is_the_only_one(admin_client, issue, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(_door(issue, "make-pdf"))
    before = issue.files.get().file.name
    Issue.objects.filter(pk=issue.pk).update(title_fa="خانه")
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(_door(issue, "make-pdf"))

    stored = IssueFile.objects.get()
    assert "خانه-" in stored.file.name
    assert not default_storage.exists(before)
    assert ImageAsset.objects.get() == stored.cover


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_a_pdf_is_made_by_the_button_alone(admin_client, issue, method):
    answer = getattr(admin_client, method)(_door(issue, "make-pdf"))

    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert IssueFile.objects.count() == 0


@pytest.mark.parametrize("name", DOORS)
def test_another_page_cannot_press_the_button(issue, name, admin_user, client):
    client.handler.enforce_csrf_checks = True
    client.force_login(admin_user)

    answer = client.post(_door(issue, name))

    assert answer.status_code == 403
    assert IssueFile.objects.count() == 0


@pytest.mark.parametrize("code", CODES)
def test_the_pdf_is_seen_before_and_nothing_is_kept(admin_client, issue, code):
    answer = admin_client.get(_door(issue, "pdf", code))

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == "inline"
    assert {"no-store", "private"} <= set(answer.headers["Cache-Control"].split(", "))
    assert plain(WORDS[code]) in "".join(pages_of(answer.content))
    assert (IssueFile.objects.count(), LogEntry.objects.count()) == (0, 0)


@pytest.mark.parametrize("code", CODES)
def test_the_mail_is_seen_before_in_a_page_that_can_do_nothing(speak, issue, code):
    answer = speak("sq" if code == "fa" else "fa").get(_door(issue, "mail", code))

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert {"no-store", "private"} <= set(answer.headers["Cache-Control"].split(", "))
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "sandbox allow-popups"} <= set(policy)
    assert "script" not in answer.headers["Content-Security-Policy"]
    page = LexborHTMLParser(answer.content.decode())
    html = page.css_first("html").attributes
    assert (html["lang"], html["dir"]) == (code, get_edition(code).direction)
    assert page.css_first("h1").text() == WORDS[code]
    addresses = {a.attributes["href"] for a in page.css("a")}
    assert f"http://testserver{issue.url_in(code)}" in addresses
    assert [a for a in addresses if not a.startswith("http://testserver/")] == []


@pytest.mark.parametrize("code", CODES)
def test_the_plain_part_of_the_mail_is_seen_before(admin_client, issue, code):
    answer = admin_client.get(_door(issue, "mail", code) + "?text")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]
    said = answer.content.decode()
    assert WORDS[code] in said
    assert f"http://testserver{issue.url_in(code)}" in said
    assert "<" not in said


@pytest.mark.parametrize("name", DOORS)
@pytest.mark.parametrize("code", ["de", "FA", "x", "en"])
def test_an_edition_that_is_not_there_is_not_found(admin_client, name, code):
    issue = make_issue("fa")

    assert _call(admin_client, _door(issue, name, code)).status_code == 404
    assert IssueFile.objects.count() == 0


@pytest.mark.parametrize("name", DOORS)
def test_an_issue_that_is_not_there_is_not_found(admin_client, name):
    for number in ("987041", "9" * 40):
        address = f"/admin/publications/issue/{number}/fa/{name}/"
        assert _call(admin_client, address).status_code == 404


@pytest.mark.parametrize("name", DOORS)
def test_strangers_are_led_to_the_login(client, issue, name):
    answer = _call(client, _door(issue, name))

    assert (answer.status_code, answer.url.split("?")[0]) == (302, "/admin/login/")
    assert IssueFile.objects.count() == 0


@pytest.mark.parametrize("name", DOORS)
@pytest.mark.parametrize(
    ("rights", "status"),
    [([], 403), (["view_issue"], 403), (["change_issue", "publish_issue"], 0)],
)
def test_who_may_change_issues_has_the_buttons(client, issue, name, rights, status):
    files = ("add_issuefile", "change_issuefile") if name == "make-pdf" else ()
    answer = _call(staff(client, *rights, *files), _door(issue, name))

    expected = status or (302 if name == "make-pdf" else 200)
    assert answer.status_code == expected
    assert IssueFile.objects.count() == (1 if expected == 302 else 0)


def test_who_may_not_change_files_makes_none(client, issue):
    assert _call(staff(client, "change_issue"), _door(issue, "make-pdf")).status_code == 403
    assert IssueFile.objects.count() == 0


def test_a_made_pdf_names_the_address_of_the_site(admin_client, issue, settings):
    settings.SITE_ADDRESS = "https://example.org"
    _call(admin_client, _door(issue, "make-pdf"))

    with default_storage.open(issue.files.get().file.name) as file:
        found = links(file.read())
    assert found
    assert all(link.startswith("https://example.org/") for link in found)


@pytest.mark.parametrize("name", ["make-pdf", "pdf"])
def test_without_fonts_the_reason_is_told(admin_client, issue, monkeypatch, name):
    bare = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr("publications.typesetting.issue.installed_fonts", lambda: bare)

    answer = _call(admin_client, _door(issue, name))

    form = f"/admin/publications/issue/{issue.pk}/change/"
    assert (answer.status_code, answer.url) == (302, form)
    [error] = texts(admin_client.get(form), ".messagelist .error")
    assert "npm ci" in error
    assert (IssueFile.objects.count(), LogEntry.objects.count()) == (0, 0)
