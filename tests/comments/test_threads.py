"""Comments below what they answer, as the page of their work shows them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from nejat.comments.models import Comment
from nejat.comments.threads import thread
from nejat.editions.registry import CODES
from tests.factories import PUBLISHED_AT, make_article, make_comment

HOUR = timedelta(hours=1)


def _comments(*parents: int | None) -> list[Comment]:
    """Comments 1, 2, 3 …, each an answer to the one numbered here."""
    return [Comment(pk=pk, parent_id=parent) for pk, parent in enumerate(parents, start=1)]


def _tree(comments: list[Comment]) -> list:
    """Numbers of comments, each with the tree of its answers."""
    return [(comment.pk, _tree(comment.shown_answers)) for comment in comments]


def test_no_comments_make_no_thread():
    assert thread([]) == []


def test_answers_stand_below_what_they_answer_in_their_order():
    comments = _comments(None, None, 1, 2, 1, 3)

    assert _tree(thread(comments)) == [(1, [(3, []), (5, []), (6, [])]), (2, [(4, [])])]


def test_an_answer_to_an_answer_stands_beside_it_however_deep():
    comments = _comments(None, 1, 2, 3, None, 4, 5, 7)

    first, second = [(2, []), (3, []), (4, []), (6, [])], [(7, []), (8, [])]
    assert _tree(thread(comments)) == [(1, first), (5, second)]


def test_an_answer_to_a_hidden_comment_stands_by_itself_with_its_answers():
    comments = _comments(None, 9, 2)

    assert _tree(thread(comments)) == [(1, []), (2, [(3, [])])]


def test_an_answer_that_comes_before_its_comment_stands_by_itself():
    assert _tree(thread(_comments(2, None, 1))) == [(1, [(3, [])]), (2, [])]


@pytest.mark.parametrize("parents", [(1,), (2, 1), (3, 1, 2), (None, 3, 2)])
def test_comments_that_answer_each_other_in_a_circle_are_each_shown_once(parents):
    comments = _comments(*parents)

    assert sorted(_numbers(_tree(thread(comments)))) == [comment.pk for comment in comments]


def test_a_thread_can_be_made_again_of_the_same_comments():
    comments = _comments(None, 1)
    thread(comments)

    assert _tree(thread(comments)) == [(1, [(2, [])])]


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_an_articles_page_shows_the_thread_of_its_edition(client, code):
    work = make_article(code)
    first = _say(work, code, "first")
    _say(work, code, "answer", parent=first)
    make_comment(work, code, body="waiting", parent=first)
    _say(work, code, "refused").reject()
    _say(work, "en" if code != "en" else "fa", "elsewhere")
    _say(make_article(code), code, "under another work")
    _say(work, code, "second", created_at=PUBLISHED_AT + HOUR)

    page = LexborHTMLParser(client.get(work.url_in(code)).content.decode())

    top = page.css("section.comments > ol > li")
    below = page.css("section.comments > ol > li > ol > li")
    assert [_words(comment) for comment in top] == ["first", "second"]
    assert [_words(comment) for comment in below] == ["answer"]
    assert len(page.css("li.comment")) == 3


@pytest.mark.django_db
@pytest.mark.parametrize("count", [250, 1000])
def test_an_article_with_many_comments_shows_the_newest_threads_and_leads_to_the_others(
    client, django_assert_max_num_queries, count
):
    work = make_article("fa", comment_count=count + 1)
    comments = Comment.objects.bulk_create(
        Comment(work=work, edition="fa", body=f"{n}", state="approved") for n in range(count)
    )
    oldest = comments[0]
    make_comment(work, body="answer", state="approved", parent=oldest, created_at=timezone.now())
    address = work.url_in("fa")
    client.get(address)

    with django_assert_max_num_queries(12):
        page = LexborHTMLParser(client.get(address).content.decode())
    seen = [_words(comment) for comment in page.css("li.comment")]
    assert seen == [f"{n}" for n in range(count - 100, count)]
    while older := page.css_first("section.comments [rel~=next]"):
        page = _follow(client, address, older)
        seen = [_words(comment) for comment in page.css("li.comment")] + seen

    assert seen == ["0", "answer", *(f"{n}" for n in range(1, count))]
    newer = _follow(client, address, page.css_first("section.comments [rel~=prev]"))
    assert len(newer.css("section.comments > ol > li")) == 100


@pytest.mark.django_db
def test_a_place_among_the_comments_that_cannot_be_is_a_bad_request(client):
    work = make_article("fa", comment_count=101)

    assert client.get(work.url_in("fa"), {"before": "nonsense"}).status_code == 400


@pytest.mark.django_db
def test_an_answer_dated_before_its_comment_is_shown(client):
    work = make_article("en")
    first = _say(work, "en", "first")
    _say(work, "en", "answer", parent=first, created_at=PUBLISHED_AT - HOUR)

    page = LexborHTMLParser(client.get(work.url_in("en")).content.decode())

    assert [_words(comment) for comment in page.css("li.comment")] == ["answer", "first"]


@pytest.mark.django_db
def test_what_readers_wrote_is_text_and_never_markup(client):
    work = make_article("fa")
    _say(work, "fa", "<script>x()</script><b>سلام</b>", author_name="<i>مینا</i>")

    page = LexborHTMLParser(client.get(work.url_in("fa")).content.decode())

    [comment] = page.css("li.comment")
    assert comment.css("script, b, i") == []
    assert comment.css_first("bdi").text() == "<i>مینا</i>"
    assert comment.css_first("div").text(strip=True) == "<script>x()</script><b>سلام</b>"


@pytest.mark.django_db
def test_a_closed_work_without_approved_comments_has_no_part_for_them(client):
    work = make_article("sq", comments_open=False)
    make_comment(work, "sq")

    page = LexborHTMLParser(client.get(work.url_in("sq")).content.decode())

    assert page.css(".comments") == []


def _say(work: Article, code: str, body: str, **fields: object) -> Comment:
    comment = make_comment(work, code, body=body, **fields)
    comment.approve()
    return comment


def _follow(client, address: str, link) -> LexborHTMLParser:
    query = link.attributes["href"].removesuffix("#comments")
    return LexborHTMLParser(client.get(address + query).content.decode())


def _words(comment) -> str:
    return comment.css_first("div").text(strip=True)


def _numbers(tree: list) -> list[int]:
    return [number for pk, below in tree for number in (pk, *_numbers(below))]
