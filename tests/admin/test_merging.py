"""Two people in one form: no update is lost, and nothing that was typed."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from articles.models import Article
from media_library.models import PhotoGallery
from nejat.staff.groups import AUTHORS, TRANSLATORS
from tests.admin.desk import filled_in, filled_in_of, texts
from tests.factories import (
    make_article,
    make_book,
    make_gallery,
    make_image,
    make_tag,
    make_topic,
    make_video,
)
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db


def _form(work) -> str:
    return f"/admin/{work._meta.app_label}/{work._meta.model_name}/{work.pk}/change/"


def _save(client, work, opened: dict[str, object], **changes: object):
    return client.post(_form(work), opened | changes)


def _faults(response, name: str) -> list[str]:
    return texts(response, f".field-{name} .errorlist li")


@pytest.fixture
def work() -> Article:
    work = make_article("fa", title="باغ", standfirst="آرام", body="<p>یک</p>\n<p>دو</p>")
    work.set_in("en", title="Garden", slug="garden")
    work.save()
    return work


def test_two_editions_saved_at_once_are_both_kept(admin_client, work):
    first, second = (filled_in(admin_client, _form(work)) for _ in range(2))

    answers = [
        _save(admin_client, work, second, standfirst_fa="بسیار آرام", body_fa="<p>سه</p>"),
        _save(admin_client, work, first, title_en="The garden"),
    ]

    assert [answer.status_code for answer in answers] == [302, 302]
    work.refresh_from_db()
    assert (work.standfirst_fa, work.body_fa) == ("بسیار آرام", "<p>سه</p>")
    assert (work.title_en, work.title_fa) == ("The garden", "باغ")


def test_the_same_edition_is_refused_once_with_theirs_beside_ours(admin_client, work):
    first, second = (filled_in(admin_client, _form(work)) for _ in range(2))
    _save(admin_client, work, second, title_fa="باغ آن‌ها", standfirst_fa="از آن‌ها")

    refused = _save(admin_client, work, first, title_fa="باغ ما", body_fa="<p>ما</p>")

    assert refused.status_code == 200
    [told] = texts(refused, ".errorlist.nonfield li")
    assert "فارسی" in told
    assert _faults(refused, "title_fa") == ["Theirs: باغ آن‌ها"]
    assert _faults(refused, "standfirst_fa") == []
    assert 'value="باغ ما"' in refused.content.decode()
    assert Article.objects.get().title_fa == "باغ آن‌ها"

    again = filled_in_of(refused)
    assert _save(admin_client, work, again).status_code == 302
    work.refresh_from_db()
    assert (work.title_fa, work.body_fa, work.standfirst_fa) == (
        "باغ ما",
        "<p>ما</p>",
        "از آن‌ها",
    )


def test_what_is_saved_again_meanwhile_is_refused_again(admin_client, work):
    first, second = (filled_in(admin_client, _form(work)) for _ in range(2))
    _save(admin_client, work, second, title_fa="باغ آن‌ها")
    refused = filled_in_of(_save(admin_client, work, first, title_fa="باغ ما"))
    third = filled_in(admin_client, _form(work))
    _save(admin_client, work, third, title_fa="باغ دیگران")

    assert _save(admin_client, work, refused).status_code == 200
    assert Article.objects.get().title_fa == "باغ دیگران"


def test_what_the_editions_share_is_a_part_of_its_own(admin_client, work):
    topic, tag = make_topic("fa", name="خاطره"), make_tag("fa")
    first, second = (filled_in(admin_client, _form(work)) for _ in range(2))
    shared = {"topics": [topic.pk], "tags": [tag.pk], "primary_topic": topic.pk}
    _save(admin_client, work, second, **shared)

    kept = _save(admin_client, work, first, title_fa="باغ ما")
    stale = filled_in(admin_client, _form(work)) | {"opened": first["opened"]}
    refused = _save(admin_client, work, stale, primary_topic=make_topic("fa").pk)

    assert (kept.status_code, refused.status_code) == (302, 200)
    work.refresh_from_db()
    assert (work.title_fa, work.primary_topic) == ("باغ ما", topic)
    assert [*work.topics.all(), *work.tags.all()] == [topic, tag]


def test_nothing_changed_is_nothing_refused_in_any_kind_of_form(admin_client):
    works = [
        make_article("fa", title="باغ", body="<p>یک</p>\r\n<p>دو</p>", tags=[make_tag("fa")]),
        make_gallery("fa", images=[make_image("fa")]),
        make_video("fa"),
        make_image("fa", alt_text="باغ"),
    ]
    for work in works:
        opened = filled_in(admin_client, _form(work))
        later = filled_in(admin_client, _form(work))
        assert _save(admin_client, work, later).status_code == 302
        assert _save(admin_client, work, opened).status_code == 302
    assert "opened" not in " ".join(LogEntry.objects.values_list("change_message", flat=True))


def test_a_gallery_that_was_renamed_meanwhile_keeps_the_name(admin_client):
    gallery = make_gallery("fa", title="باغ", images=[make_image("fa")])
    first, second = (filled_in(admin_client, _form(gallery)) for _ in range(2))
    _save(admin_client, gallery, second, title_fa="باغ ما")

    assert _save(admin_client, gallery, first, title_en="Garden").status_code == 302
    assert [(g.title_fa, g.title_en) for g in PhotoGallery.objects.all()] == [("باغ ما", "Garden")]


@pytest.mark.parametrize("opened", ["", "nonsense", "[]", '{"title_fa": 7}'])
def test_a_print_that_is_none_loses_nothing_that_was_typed(admin_client, work, opened):
    sent = filled_in(admin_client, _form(work)) | {"opened": opened, "title_fa": "باغ ما"}

    answer = admin_client.post(_form(work), sent)

    assert answer.status_code in (200, 302)
    assert "باغ ما" in (answer.content.decode() or Article.objects.get().title_fa)


def test_what_was_typed_into_an_edition_that_was_closed_meanwhile_comes_back(client, work):
    client.force_login(make_staff(AUTHORS))
    work.set_in("fa", state="draft")
    work.save()
    opened = filled_in(client, _form(work))
    work.set_in("fa", state="published")
    work.save()

    answer = _save(client, work, opened, title_fa="باغ ما", body_fa="<p>ما</p>")

    assert answer.status_code == 200
    assert _faults(answer, "title_fa") == ["Closed meanwhile. Yours: باغ ما"]
    assert _faults(answer, "body_fa") == ["Closed meanwhile. Yours: <p>ما</p>"]
    assert Article.objects.get().title_fa == "باغ"


def test_a_part_that_was_not_compared_is_not_written_when_another_is_sent_again(admin_client, work):
    first, second = (filled_in(admin_client, _form(work)) for _ in range(2))
    _save(admin_client, work, second, title_fa="باغ آن‌ها", title_en="Their garden")

    refused = filled_in_of(_save(admin_client, work, first, title_fa="باغ ما"))
    _save(admin_client, work, refused)

    work.refresh_from_db()
    assert (work.title_fa, work.title_en) == ("باغ ما", "Their garden")


def test_a_caption_kept_under_a_new_picture_outlives_an_unrelated_save(admin_client, work):
    work.lead_image = make_image("fa")
    work.set_in("fa", lead_image_caption="آفتاب")
    work.save()
    first, second = (filled_in(admin_client, _form(work)) for _ in range(2))
    _save(admin_client, work, second, lead_image=make_image("fa", colour="navy").pk)
    Article.objects.update(lead_image_caption_fa="آفتاب")

    _save(admin_client, work, first, title_en="The garden")

    assert Article.objects.get().lead_image_caption_fa == "آفتاب"


def test_ticks_changed_in_two_places_are_told_by_their_names(admin_client):
    book = make_book("fa", languages=["fa"])
    first, second = (filled_in(admin_client, _form(book)) for _ in range(2))
    _save(admin_client, book, second, languages=["fa", "sq"])

    refused = _save(admin_client, book, first, languages=["fa", "en"])

    assert _faults(refused, "languages") == ["Theirs: Persian, Albanian"]


def test_what_is_locked_is_neither_judged_nor_written(client, work):
    exact = timezone.now().replace(microsecond=123456)
    work.set_in("fa", published_at=exact, state="published")
    work.save()
    Article.objects.update(body_fa='<figure data-image="41"></figure>')  # which is gone
    client.force_login(make_staff(TRANSLATORS, editions=["ar"]))

    answer = _save(client, work, filled_in(client, _form(work)), title_ar="الحديقة")

    assert answer.status_code == 302
    work.refresh_from_db()
    assert (work.title_ar, work.published_at_fa) == ("الحديقة", exact)


def test_a_translator_saves_a_published_gallery_and_an_image_and_changes_no_picture(client):
    gallery = make_gallery("fa", images=[make_image("fa")])
    image = make_image("fa", colour="navy")
    client.force_login(make_staff(TRANSLATORS, editions=["ar"]))

    saved = _save(client, gallery, filled_in(client, _form(gallery)), title_ar="الحديقة")
    sent = filled_in(client, _form(image)) | {"focal_x": "0.1", "alt_text_ar": "حديقة"}
    client.post(_form(image), sent)

    gallery.refresh_from_db()
    image.refresh_from_db()
    assert (saved.status_code, gallery.title_ar) == (302, "الحديقة")
    assert (image.focal_x, image.alt_text_ar) == (0.5, "حديقة")
