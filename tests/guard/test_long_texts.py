"""A text that is too long comes back whole; one that is beyond all measure is not read."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.comments.making import stamp
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["comment", "contact", "report"])
def box(request) -> tuple[str, str]:
    """The address of a form, and the name of its box for long texts."""
    if request.param == "contact":
        return "/fa/contact/send/", "text"
    article = make_article("fa")
    if request.param == "comment":
        return f"/fa/comment/article/{article.pk}/", "body"
    comment = make_comment(article)
    comment.approve()
    return f"/fa/comment/{comment.pk}/report/", "note"


def test_what_is_too_long_comes_back_whole_with_its_length(client, box):
    address, name = box
    typed = "ب" * 5001

    response = client.post(address, {name: typed, "stamp": stamp()})

    page = LexborHTMLParser(response.content.decode())
    assert response.status_code == 200
    assert page.css_first(f"#id_{name}").text().strip() == typed
    assert "۵٬۰۰۱" in page.css_first(f"#id_{name}_error").text()


def test_what_is_beyond_all_measure_is_refused(client, box):
    address, name = box

    assert client.post(address, {name: "b" * 3_000_000}).status_code == 400
