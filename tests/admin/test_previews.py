"""Previews in the admin: of what is typed, and links for people without an account."""

import re

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.editions.registry import CODES
from nejat.editorial.body_images import BodyImage
from nejat.editorial.previews.models import PreviewLink
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, MODERATORS, TRANSLATORS
from tests.admin.desk import filled_in, nodes, staff, texts
from tests.admin.everything import make_one_of_everything
from tests.admin.test_every_page import TAGS_OF_THE_FORM
from tests.factories import make_article, make_image, make_topic
from tests.sql import base_columns_read, captured
from tests.staff.making import make_staff
from tests.works import KINDS

pytestmark = pytest.mark.django_db

ARTICLES = "/admin/articles/article/"


@pytest.fixture
def work() -> Article:
    return make_article("fa", title="باغ", body="<p>آرام.</p>", state="draft", title_en="Garden")


def speak(client: Client, group: str, *editions: str) -> Client:
    client.force_login(make_staff(group, editions=editions))
    return client


def preview(client: Client, work: Article, code: str = "fa", **typed: object):
    """Press the button in a form in which this was typed."""
    data = filled_in(client, f"{ARTICLES}{work.pk}/change/")
    return client.post(f"{ARTICLES}{work.pk}/preview/{code}/", data | typed)


def everything_stored() -> dict[str, list[tuple]]:
    """Return all rows of all tables, but those of logging in."""
    shown = [m for m in apps.get_models() if m._meta.managed and m is not Session]
    return {m._meta.label: sorted(m._base_manager.values_list(), key=repr) for m in shown}


def test_the_page_shows_what_is_typed_and_keeps_none_of_it(client, work):
    speak(client, EDITORS)
    picture = make_image()
    body = f'<p>بلند.</p><figure data-image="{picture.pk}"></figure>'
    before = everything_stored()

    answer = preview(client, work, title_fa="کوه", body_fa=body, slug_fa="kuh")

    assert texts(answer, "h1") == ["کوه"]
    assert "بلند." in texts(answer, ".prose")[0]
    assert nodes(answer, ".prose figure img")
    assert nodes(answer, "html")[0].attributes["dir"] == "rtl"
    assert everything_stored() == before
    assert not BodyImage.objects.exists()


def test_an_edition_is_shown_with_what_is_typed_for_it(client, work):
    speak(client, EDITORS)

    answer = preview(client, work, "en", title_en="Hill", title_fa="کوه")

    assert texts(answer, "h1") == ["Hill"]
    assert nodes(answer, "html")[0].attributes["lang"] == "en"
    assert answer.headers["Content-Language"]


def test_the_page_stands_in_a_frame_of_our_own_and_is_kept_nowhere(client, work):
    speak(client, EDITORS)

    answer = preview(client, work)

    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert client.get(f"{ARTICLES}{work.pk}/change/").headers["X-Frame-Options"] == "DENY"
    assert client.get(f"{ARTICLES}{work.pk}/previews/").headers["X-Frame-Options"] == "DENY"


def test_what_is_typed_into_a_published_edition_is_a_preview_too(client):
    speak(client, EDITORS)
    work = make_article("fa")

    answer = preview(client, work, title_fa="کوه")

    assert texts(answer, "h1") == ["کوه"]
    assert len(nodes(answer, ".preview")) == 1
    assert not nodes(answer, "#respond")


@pytest.mark.parametrize("typed", [{"published_at_fa_0": "nonsense"}, {"slug_fa": "a b/c"}])
def test_what_is_not_valid_does_not_keep_the_rest_from_being_shown(client, work, typed):
    speak(client, EDITORS)

    answer = preview(client, work, title_fa="کوه", **typed)

    assert answer.status_code == 200
    assert texts(answer, "h1") == ["کوه"]


def test_an_edition_without_a_title_is_shown_all_the_same(client, work):
    speak(client, EDITORS)

    answer = preview(client, work, "sq", body_sq="<p>Kopshti.</p>")

    assert "Kopshti." in texts(answer, ".prose")[0]


def test_what_somebody_else_saved_meanwhile_does_not_hide_what_is_typed(client, work):
    speak(client, EDITORS)
    data = filled_in(client, f"{ARTICLES}{work.pk}/change/")
    work.set_in("fa", title="دریا")
    work.save()

    answer = client.post(f"{ARTICLES}{work.pk}/preview/fa/", data | {"title_fa": "کوه"})

    assert texts(answer, "h1") == ["کوه"]


def test_bodies_are_cleaned_and_titles_are_text(client, work):
    speak(client, EDITORS)
    script = "<script>alert(1)</script>"

    answer = preview(client, work, title_fa=script, body_fa=f"<p onclick='x()'>بد{script}</p>")

    assert "<script>alert" not in answer.text
    assert "onclick" not in answer.text
    assert texts(answer, "h1") == [script]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("is_new", [True, False])
def test_works_of_every_kind_are_shown_and_none_is_kept(client, kind, is_new):
    make_one_of_everything("fa")
    speak(client, CHIEF_EDITORS)
    row = kind.objects.order_by("pk").first()
    place = f"/admin/{kind._meta.app_label}/{kind._meta.model_name}/"
    data = filled_in(client, f"{place}add/" if is_new else f"{place}{row.pk}/change/")
    number = "add" if is_new else row.pk
    before = everything_stored()

    with captured() as statements:
        answer = client.post(f"{place}{number}/preview/fa/", data | {"title_fa": "کوه بلند"})

    assert answer.status_code == 200
    assert "کوه بلند" in texts(answer, "h1")[0]
    assert not [s for s in statements if re.match(r"INSERT|UPDATE|DELETE", s)]
    assert everything_stored() == before
    assert base_columns_read(statements) - TAGS_OF_THE_FORM == set()


def test_a_choice_of_one_row_is_shown_as_it_is_typed(client, work):
    speak(client, EDITORS)
    topic = make_topic("fa", name="خاطره‌ها")

    answer = preview(client, work, primary_topic=topic.pk)

    assert texts(answer, ".kicker") == ["خاطره‌ها"]


def test_a_locked_edition_shows_what_is_saved_whatever_is_sent(client, work):
    speak(client, TRANSLATORS, "en")
    work.original_edition = "fa"
    work.save()

    assert texts(preview(client, work, title_fa="کوه"), "h1") == ["باغ"]
    assert texts(preview(client, work, "en", title_en="Hill"), "h1") == ["Hill"]


def test_who_may_only_look_sees_what_is_saved(client, work):
    staff(client, "view_article")

    answer = client.post(f"{ARTICLES}{work.pk}/preview/fa/", {"title_fa": "کوه"})

    assert texts(answer, "h1") == ["باغ"]


def test_doors_are_closed_to_whom_the_form_is_closed(client, work):
    speak(client, MODERATORS)
    for door in (f"{work.pk}/preview/fa/", "add/preview/fa/", f"{work.pk}/previews/"):
        assert client.post(ARTICLES + door, {"title_fa": "کوه"}).status_code == 403
    speak(client, TRANSLATORS)
    assert client.post(f"{ARTICLES}add/preview/fa/").status_code == 403


@pytest.mark.parametrize("door", ["0/preview/fa/", "{pk}/preview/de/", "99/previews/"])
def test_what_is_not_there_is_not_found(client, work, door):
    speak(client, EDITORS)

    assert client.post(ARTICLES + door.format(pk=work.pk)).status_code == 404


def test_a_preview_is_asked_for_by_the_form_alone(work):
    client = speak(Client(enforce_csrf_checks=True), EDITORS)

    assert client.get(f"{ARTICLES}{work.pk}/preview/fa/").status_code == 405
    assert client.post(f"{ARTICLES}{work.pk}/preview/fa/").status_code == 403
    assert client.post(f"{ARTICLES}{work.pk}/previews/").status_code == 403


def test_the_form_has_a_button_an_edition_behind_the_one_that_saves(client, work):
    speak(client, EDITORS)
    page = client.get(f"{ARTICLES}{work.pk}/change/")

    buttons = nodes(page, "[form=article_form][formaction]")
    assert [b.attributes["formaction"] for b in buttons] == [
        f"{ARTICLES}{work.pk}/preview/{code}/" for code in CODES
    ]
    assert {b.attributes["formtarget"] for b in buttons} == {"_blank"}
    assert page.text.index('name="_continue"') < page.text.index("formaction")
    added = nodes(client.get(f"{ARTICLES}add/"), "[formaction]")
    assert added[0].attributes["formaction"] == f"{ARTICLES}add/preview/{CODES[0]}/"


# --- Links for people without an account -----------------------------------------------------


def share(client: Client, work: Article, code: str = "fa", days: int = 7):
    return client.post(f"{ARTICLES}{work.pk}/previews/", {"edition": code, "days": days})


def address_told(answer) -> str:
    return nodes(answer, "[data-copy-link]")[0].attributes["href"]


@pytest.mark.parametrize("days", [1, 7, 30])
def test_a_link_is_made_told_once_and_opens_for_strangers(client, work, days):
    speak(client, EDITORS)

    answer = share(client, work, days=days)

    address = address_told(answer)
    link = PreviewLink.objects.get()
    assert (link.work, link.edition, link.is_open) == (work, "fa", True)
    assert round((link.expires_at - link.made_at).total_seconds()) == days * 24 * 60 * 60
    assert "باغ" in Client().get(address.removeprefix("http://testserver")).text
    assert "no-store" in answer.headers["Cache-Control"]
    again = client.get(f"{ARTICLES}{work.pk}/previews/").text
    assert address.split("/")[-2] not in again
    assert str(link.made_by) in again
    assert list(AuditEntry.objects.about(work).values_list("act", "editions")) == [
        ("shared", link.edition)
    ]


@pytest.mark.parametrize("sent", [{"edition": "fa", "days": 365}, {"edition": "ar", "days": 7}, {}])
def test_only_what_is_offered_is_made(client, work, sent):
    """There is no Arabic edition of the work."""
    speak(client, EDITORS)

    client.post(f"{ARTICLES}{work.pk}/previews/", sent)

    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize(
    ("group", "state", "made"),
    [
        (EDITORS, "withdrawn", 1),
        (AUTHORS, "draft", 1),
        (AUTHORS, "withdrawn", 0),
        (TRANSLATORS, "draft", 0),  # Persian is the edition that is translated
    ],
)
def test_a_link_is_made_by_who_may_change_or_publish_the_edition(client, group, state, made):
    work = make_article("fa", state=state)
    speak(client, group)

    answer = share(client, work)

    assert PreviewLink.objects.count() == made
    assert answer.status_code == (200 if made else 403)


def test_an_account_shares_and_revokes_in_its_editions_alone(client, work):
    link, _ = PreviewLink.objects.make(work, "fa", 7, None)
    speak(client, EDITORS, "en")
    address = f"{ARTICLES}{work.pk}/previews/"

    share(client, work, "fa")
    refused = client.post(address, {"revoke": link.pk})

    assert refused.status_code == 403
    assert list(PreviewLink.objects.all()) == [link]
    assert PreviewLink.objects.get().is_open
    assert not nodes(client.get(address), "[name=revoke]")
    share(client, work, "en")
    assert PreviewLink.objects.filter(edition="en").count() == 1


def test_a_revoked_link_leads_nowhere_and_says_so_in_the_list(client, work):
    speak(client, EDITORS)
    address = address_told(share(client, work)).removeprefix("http://testserver")
    page = f"{ARTICLES}{work.pk}/previews/"
    number = nodes(client.get(page), "[name=revoke]")[0].attributes["value"]

    answer = client.post(page, {"revoke": number})

    assert (answer.status_code, answer.url) == (302, page)
    assert Client().get(address).status_code == 404
    assert "revoked on" in client.get(page).text
    assert not nodes(client.get(page), "[name=revoke]")


@pytest.mark.parametrize("number", ["", "x", "0", "{}"])
def test_links_of_other_works_are_not_revoked_here(client, work, number):
    other, _ = PreviewLink.objects.make(make_article("fa", state="draft"), "fa", 7, None)
    speak(client, EDITORS)

    sent = {"revoke": number.format(other.pk)}
    assert client.post(f"{ARTICLES}{work.pk}/previews/", sent).status_code == 404
    other.refresh_from_db()
    assert other.is_open


def test_an_issue_of_links_costs_the_same_queries_as_one(client, work, django_assert_num_queries):
    speak(client, EDITORS)
    page, user = f"{ARTICLES}{work.pk}/previews/", make_staff(EDITORS)
    PreviewLink.objects.make(work, "fa", 7, user)
    with captured() as one:
        client.get(page)
    for _ in range(5):
        PreviewLink.objects.make(work, "fa", 7, make_staff(EDITORS))

    with django_assert_num_queries(len(one)):
        client.get(page)


def test_titles_on_the_page_of_links_are_text(client):
    work = make_article("fa", title="<script>alert(1)</script>", state="draft")
    speak(client, EDITORS)

    page = LexborHTMLParser(client.get(f"{ARTICLES}{work.pk}/previews/").text)

    assert "alert(1)" not in "".join(s.text() for s in page.css("script"))
