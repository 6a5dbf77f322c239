"""Forms for accounts that may change some editions: the rest is shown, and never taken."""

import pytest
from django.test import Client

from articles.models import Article
from nejat.staff.groups import AUTHORS, EDITORS, TRANSLATORS
from tests.admin.desk import filled_in, nodes
from tests.factories import make_article, make_contributor, make_image, make_topic
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db


def _article(**fields: object) -> Article:
    """An English article that waits for its Arabic translation."""
    return make_article("en", title="Garden", **fields)


def _form(work) -> str:
    return f"/admin/articles/article/{work.pk}/change/"


def _log_in(client: Client, group: str, *editions: str) -> Client:
    client.force_login(make_staff(group, editions=editions))
    return client


def _save(client: Client, work, **sent: object):
    return client.post(_form(work), filled_in(client, _form(work)) | sent)


def _open_fields(client: Client, work, *names: str) -> set[str]:
    fields = nodes(client.get(_form(work)), "#content-main [name]")
    known = {f.attributes["name"]: "disabled" not in f.attributes for f in fields}
    return {name for name in names if known[name]}


def test_a_translator_writes_their_edition_and_submits_it(client):
    work = _article()
    _log_in(client, TRANSLATORS, "ar")

    _save(client, work, title_ar="الحديقة", body_ar="<p>هادئة</p>", state_ar="in_review")

    work = Article.objects.get()
    assert (work.title_ar, work.body_ar, work.state_ar) == ("الحديقة", "<p>هادئة</p>", "in_review")
    assert (work.title_en, work.state_en) == ("Garden", "published")


def test_what_a_translator_sends_for_anything_else_is_dropped(client):
    topic, image = make_topic("en"), make_image()
    work = _article(primary_topic=topic)
    _log_in(client, TRANSLATORS, "ar")

    answer = _save(
        client,
        work,
        title_ar="الحديقة",
        title_en="Taken over",
        state_en="draft",
        body_en="<p>no</p>",
        slug_en="x",
        title_fa="باغ",
        published_at_ar_0="2020-01-01",
        published_at_ar_1="10:00",
        lead_image=image.pk,
        primary_topic="",
        comments_open="",
    )

    assert answer.status_code == 302
    work = Article.objects.get()
    assert work.title_ar == "الحديقة"
    assert (work.title_en, work.state_en, work.slug_en) == ("Garden", "published", "garden")
    assert (work.title_fa or "", work.published_at_ar) == ("", None)
    assert (work.lead_image, work.primary_topic) == (None, topic)


@pytest.mark.parametrize(
    ("group", "state"),
    [(TRANSLATORS, "published"), (TRANSLATORS, "withdrawn"), (AUTHORS, "published")],
)
def test_who_does_not_publish_cannot_send_that_state(client, group, state):
    work = _article()
    _log_in(client, group)

    answer = _save(client, work, title_ar="الحديقة", state_ar=state)

    assert answer.status_code == 200
    assert Article.objects.get().title_ar in (None, "")


def test_the_form_shows_what_may_be_changed(client):
    work = _article()
    names = ("title_en", "title_ar", "title_fa", "published_at_ar_0", "primary_topic")

    seen = {
        group: _open_fields(_log_in(client, group, *editions), work, *names)
        for group, editions in ((EDITORS, ()), (AUTHORS, ()), (TRANSLATORS, ("ar",)))
    }

    assert seen[EDITORS] == set(names)
    assert seen[AUTHORS] == {"title_ar", "title_fa"}
    assert seen[TRANSLATORS] == {"title_ar"}


def test_an_editor_of_one_edition_publishes_there_and_nowhere_else(client):
    work = make_article("fa", title="باغ", body="<p>آرام</p>", state="draft")
    work.set_in("en", title="Garden", slug="garden", body="<p>Quiet</p>")
    work.save()
    _log_in(client, EDITORS, "fa")

    _save(client, work, state_fa="published", state_en="published")

    work = Article.objects.get()
    assert (work.state_fa, work.state_en) == ("published", "draft")


def test_bylines_of_what_readers_see_are_shown_to_authors_and_not_changed(client):
    writer = make_contributor("en", name="Mina")
    work = _article(by=[writer])
    _log_in(client, AUTHORS)
    sent = {"byline_set-TOTAL_FORMS": "1", "byline_set-INITIAL_FORMS": "0"}
    sent |= {"byline_set-0-contributor": make_contributor("en").pk, "byline_set-0-role": "writer"}

    _save(client, work, title_ar="الحديقة", **sent)

    assert [byline.contributor for byline in work.bylines.all()] == [writer]


def test_an_author_begins_a_work_as_a_draft(client):
    _log_in(client, AUTHORS, "fa")
    add = "/admin/articles/article/add/"

    refused = client.post(
        add, filled_in(client, add) | {"title_fa": "باغ", "state_fa": "published"}
    )
    taken = client.post(add, filled_in(client, add) | {"title_fa": "باغ", "title_en": "Garden"})

    assert (refused.status_code, taken.status_code) == (200, 302)
    work = Article.objects.get()
    assert (work.title_fa, work.state_fa, work.title_en or "") == ("باغ", "draft", "")


def test_words_of_images_are_written_by_translators_in_their_edition(client):
    image = make_image("en", alt_text="A garden")
    _log_in(client, TRANSLATORS, "ar")
    address = f"/admin/media_library/imageasset/{image.pk}/change/"

    sent = {"alt_text_ar": "حديقة", "alt_text_en": "Taken over", "licence": "own"}
    client.post(address, filled_in(client, address) | sent)
    replaced = client.get(f"/admin/media_library/imageasset/{image.pk}/replace/")

    image.refresh_from_db()
    assert (image.alt_text_ar, image.alt_text_en, image.licence) == ("حديقة", "A garden", "")
    assert replaced.status_code == 403


def test_a_form_that_is_closed_all_over_says_so_and_offers_no_saving(client):
    work = _article(title_ar="الحديقة", state_ar="published", slug_ar="a", body_ar="<p>هادئة</p>")
    buttons = "#content-main :is([name=_save], [name=_continue], [name=_addanother])"
    words = "You cannot change this as it stands"

    closed = _log_in(client, TRANSLATORS, "ar").get(_form(work))
    assert nodes(closed, buttons) == []
    assert words in closed.content.decode()

    for group, code in ((TRANSLATORS, "fa"), (EDITORS, "ar")):
        opened = _log_in(client, group, code).get(_form(work))
        assert len(nodes(opened, buttons)) > 1
        assert words not in opened.content.decode()
