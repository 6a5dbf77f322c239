"""Links by which people without an account see one edition of a work before readers do."""

import re
from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone, translation
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.previews.models import PreviewLink
from nejat.missing.models import MissingAddress
from tests.admin.everything import make_one_of_everything
from tests.factories import make_article, make_topic
from tests.site import Site
from tests.sql import base_columns_read, captured
from tests.staff.making import make_staff
from tests.works import KINDS

pytestmark = pytest.mark.django_db


def shared(work, code: str = "fa", days: int = 7) -> tuple[str, PreviewLink]:
    """Make a link; return the address it has and its row."""
    link, token = PreviewLink.objects.make(work, code, days, make_staff("Editors"))
    with translation.override(code):
        return reverse("previews:shared", args=[token]), link


@pytest.fixture
def draft() -> Article:
    return make_article("fa", title="باغ", body="<p>آرام.</p>", state="draft")


def test_a_link_shows_a_draft_as_readers_will_see_it(client, draft):
    address, link = shared(draft)

    answer = client.get(address)

    page = LexborHTMLParser(answer.content.decode())
    assert page.css_first("h1").text() == "باغ"
    assert page.css_first("html").attributes["dir"] == "rtl"
    assert page.css_first(".prose").text().strip() == "آرام."
    end = timezone.localtime(link.expires_at).isoformat(timespec="seconds")
    assert page.css_first(".preview time").attributes["datetime"] == end


def test_the_page_is_kept_by_nobody_and_tells_nobody_where_it_is(client, draft):
    answer = client.get(shared(draft)[0])

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert 'name="robots" content="noindex"' in answer.text
    assert not answer.cookies


def test_the_page_names_its_own_address_nowhere_and_takes_no_comments(client, draft):
    address, _ = shared(draft)

    text = client.get(address).text

    assert address.split("/")[-2] not in text
    assert 'id="respond"' not in text


def test_the_token_is_long_and_only_its_hash_is_kept(draft):
    link, token = PreviewLink.objects.make(draft, "fa", 7, make_staff("Editors"))

    assert len(token) == 64  # 256 bits in hexadecimal
    row = PreviewLink.objects.filter(pk=link.pk).values().get()
    assert token not in map(str, row.values())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_works_of_every_kind_and_state_are_shown(client, kind, state):
    make_one_of_everything("fa")
    work = kind.objects.order_by("pk").first()
    work.set_in("fa", state=state)
    work.save()

    answer = client.get(shared(work)[0])

    assert answer.status_code == 200
    assert work.get_in("title", "fa") in answer.text


@pytest.mark.parametrize("code", CODES)
def test_the_page_speaks_the_language_of_the_edition_that_was_shared(client, code):
    address, _ = shared(make_article(code, state="draft"), code)

    page = LexborHTMLParser(client.get(address).content.decode())

    html = page.css_first("html").attributes
    assert (html["lang"], html["dir"]) == (code, get_edition(code).direction)


def test_once_readers_see_the_work_the_link_leads_to_its_page_for_now(client, draft):
    address, link = shared(draft)
    draft.set_in("fa", state="published")
    draft.save()

    answer = client.get(address)

    assert (answer.status_code, answer.url) == (302, draft.url_in("fa"))
    assert answer.headers["Cache-Control"] == "private, no-store"
    link.refresh_from_db()
    assert link.times_opened == 0


def test_a_scheduled_work_is_still_a_preview(client, draft):
    tomorrow = timezone.now() + timedelta(days=1)
    draft.set_in("fa", state="published", published_at=tomorrow)
    draft.save()

    assert client.get(shared(draft)[0]).status_code == 200


def test_visits_are_counted_but_not_looks_at_the_head(client, draft):
    address, link = shared(draft)
    client.head(address)
    for _ in range(2):
        client.get(address)

    link.refresh_from_db()
    assert link.times_opened == 2


def _expire(link: PreviewLink) -> None:
    PreviewLink.objects.filter(pk=link.pk).update(expires_at=timezone.now())


def _delete(link: PreviewLink) -> None:
    link.work.delete()


def _empty(link: PreviewLink) -> None:
    link.work.set_in("fa", title="")
    link.work.save()


@pytest.mark.parametrize("kill", [PreviewLink.revoke, _expire, _delete, _empty])
def test_what_is_over_answers_like_what_never_was(client, draft, kill):
    address, link = shared(draft)
    assert client.get(address).status_code == 200
    kill(link)

    never = address.replace(address.split("/")[-2], "0" * 64)
    answer, unknown = client.get(address), client.get(never)

    assert answer.status_code == unknown.status_code == 404
    assert answer.text.replace(address, never) == unknown.text
    assert "باغ" not in answer.text


@pytest.mark.parametrize("other", [code for code in CODES if code != "fa"])
def test_no_other_edition_opens_with_the_token(client, draft, other):
    draft.set_in(other, title="Secret", state="draft")
    draft.save()
    address, _ = shared(draft)

    answer = client.get(address.replace("/fa/", f"/{other}/", 1))

    assert answer.status_code == 404
    assert "Secret" not in answer.text


def test_a_token_opens_its_own_work_alone_whatever_stands_behind_it(client, draft):
    other = make_article("fa", title="راز", state="draft")
    address, _ = shared(draft)

    for tried in (f"{address}articles/{other.pk}/", f"{address}?pk={other.pk}", address[:-2] + "/"):
        assert "راز" not in client.get(tried).text


def test_the_links_of_a_deleted_work_are_gone_and_those_of_others_stay(draft):
    _, kept = shared(make_article("fa", state="draft"))
    shared(draft)

    draft.delete()

    assert list(PreviewLink.objects.all()) == [kept]


def test_a_link_outlives_the_account_that_made_it(client, draft):
    address, link = shared(draft)
    link.made_by.delete()

    assert client.get(address).status_code == 200


@pytest.mark.parametrize("behind", ["", "x", "x/y/", "/more/"])
def test_addresses_of_links_are_not_noted_as_missing(client, draft, settings, behind):
    settings.SITE_ADDRESS = "http://testserver"
    address, link = shared(draft)
    link.revoke()

    assert client.get(address + behind, follow=True).status_code == 404
    assert not MissingAddress.objects.exists()
    client.get("/fa/nowhere/")
    assert MissingAddress.objects.exists()


def test_a_link_is_in_no_map_of_the_site(client, draft):
    address, _ = shared(draft)
    token, public = address.split("/")[-2], make_article("fa")
    index = b"".join(client.get("/sitemap.xml")).decode()
    parts = re.findall(r"<loc>http://testserver(/sitemaps/fa/[^<]+)", index)
    listed = "".join(b"".join(client.get(part)).decode() for part in parts)

    assert f"/articles/{public.pk}/" in listed
    assert f"/articles/{draft.pk}/" not in listed
    assert token not in listed


def test_text_of_a_draft_acts_as_text(client, draft):
    draft.set_in("fa", title="<script>alert(1)</script>")
    draft.save()

    text = client.get(shared(draft)[0]).text

    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_the_page_reads_no_unused_column(client):
    make_one_of_everything("fa")
    with captured() as statements:
        for kind in KINDS:
            work = kind.objects.order_by("pk").first()
            work.set_in("fa", state="draft")
            work.save()
            assert client.get(shared(work)[0]).status_code == 200

    assert base_columns_read(statements) == set()


def test_two_works_of_one_number_do_not_share_their_links(draft):
    shared(draft)
    topic = make_topic("fa")

    assert draft.preview_links.count() == 1
    kind = ContentType.objects.get_for_model(topic)
    assert not PreviewLink.objects.filter(content_type=kind).exists()


def test_a_reader_of_the_site_meets_no_preview(client):
    site = Site(1)

    assert client.get(site.article.url_in("fa")).headers.get("X-Robots-Tag") != "noindex, nofollow"
