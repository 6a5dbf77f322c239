"""Whatever readers write is text: on pages, in the admin and in mails."""

import pytest
from django.utils import timezone

from nejat.comments.models import Comment, WordList
from nejat.editions.registry import CODES
from tests.comments.making import QUEUE, answer, decide, parsed, report, rules, say
from tests.factories import make_article

pytestmark = pytest.mark.django_db(transaction=True)

PAYLOAD = "<script>alert(1)</script><img src=x onerror=alert(1)>"
TRICKS = [
    PAYLOAD,
    "{{ comment.sender }}{% debug %}",
    "'\"><svg onload=alert(1)>",
    "\u202eevil\u2067",
]


def _assert_is_text(response, words: str) -> None:
    assert words in parsed(response).body.text()
    assert _active(response) == []


def _active(response) -> list[str]:
    """What a page would run that is not a file of ours, nor data."""
    page = parsed(response)
    inline = [s for s in page.css("script") if not s.attributes.get("src")]
    scripts = [s.html for s in inline if "json" not in (s.attributes.get("type") or "")]
    return scripts + [node.html for node in page.css("[onerror], [onload]")]


@pytest.fixture
def work():
    return make_article("fa", title=f"باغ {PAYLOAD}")


@pytest.mark.parametrize("words", TRICKS)
def test_on_the_pages_of_readers(client, work, words):
    say(client, work, author_name=words, body=words)
    comment = Comment.objects.get()
    comment.approve()
    answer(client, comment, author_name=words, body=f"{words} 2")
    Comment.objects.latest("pk").approve()

    for address in (
        work.url_in("fa"),
        f"/fa/comment/{comment.pk}/answer/",
        f"/fa/comment/{comment.pk}/report/",
    ):
        _assert_is_text(client.get(address), words)


@pytest.mark.parametrize("words", TRICKS)
def test_in_a_form_that_comes_back(client, work, words):
    for name in ("author_name", "author_email", "body", "wants_answers", "stamp"):
        response = say(client, work, **{name: words, "stamp": ""})
        page = parsed(response)
        assert _active(response) == []
        if name == "body":
            assert page.css_first("#id_body").text().strip() == words
    rules(is_open=False)
    _assert_is_text(say(client, work, body=words), words)


@pytest.mark.parametrize("words", TRICKS)
def test_in_the_admin(admin_client, client, work, words):
    WordList.objects.create(name=words, words=f"{words}\nother", effect="hold")
    say(client, work, author_name=words, body=f"{words} other", author_email="mina@example.org")
    comment = Comment.objects.get()
    Comment.objects.update(author_address=f"https://example.org/{words}")
    comment.approve()
    report(client, comment, note=words)
    say(client, work, author_name=words, body=f"{words} other 2", sender="198.51.100.7")
    waiting = Comment.objects.latest("pk")
    waiting.reject(note=words)

    for address in (
        QUEUE,
        f"{QUEUE}{comment.pk}/change/",
        f"{QUEUE}{waiting.pk}/change/",
        f"{QUEUE}{comment.pk}/answer/",
        f"{QUEUE}{comment.pk}/delete/",
        "/admin/comments/moderationentry/",
        "/admin/comments/wordlist/",
    ):
        response = admin_client.get(address)
        page = parsed(response)
        assert response.status_code == 200
        assert page.css("#content script:not([src]):not([type]), [onerror], [onload]") == [], (
            address
        )
    _assert_is_text(decide(admin_client, "erase_persons", comment), words)


@pytest.mark.parametrize("code", CODES)
def test_in_mails(admin_client, client, mail_server, code):
    rules(code, notify="sara@example.org")
    work = make_article(code, title=f"Garden {PAYLOAD}")
    say(client, work, code, author_email="mina@example.org", wants_answers="on", body=PAYLOAD)
    comment = Comment.objects.get()
    decide(admin_client, "approve", comment)
    answer(client, comment, author_name=PAYLOAD, body=f"{PAYLOAD} 2")
    decide(admin_client, "approve", Comment.objects.latest("pk"))
    decide(admin_client, "reject", comment, reason="other", note=PAYLOAD)

    assert mail_server.addresses == ["sara@example.org", *["mina@example.org"] * 3]
    _waiting, approved, answered, rejected = mail_server.mails
    for mail in mail_server.mails:
        assert (mail.get_content_type(), mail.is_multipart()) == ("text/plain", False)
    assert f"> {PAYLOAD}\r\n" in approved.get_content()
    assert f"> {PAYLOAD}\r\n>\r\n> {PAYLOAD} 2\r\n" in answered.get_content()
    assert rejected.get_content().count(f"> {PAYLOAD}\r\n") == 1
    assert PAYLOAD in approved["Subject"]


def test_a_comment_that_was_imported_is_text_too(client, work):
    Comment.objects.create(
        work=work,
        edition="fa",
        author_name=PAYLOAD,
        author_address="javascript:alert(1)",
        body=PAYLOAD,
        state="approved",
        created_at=timezone.now(),
    ).approve()
    work.comment_count_fa = 1
    work.save()

    response = client.get(work.url_in("fa"))

    _assert_is_text(response, PAYLOAD)
    assert "javascript:" not in response.content.decode()
