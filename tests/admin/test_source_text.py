"""The source of a work stands beside its translations in the form."""

import pytest

from nejat.staff.groups import TRANSLATORS
from tests.admin.desk import filled_in, nodes, texts
from tests.factories import make_article, make_gallery, make_issue
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
SOURCE = ".source-text"


def _form(work) -> str:
    return f"/admin/{work._meta.app_label}/{work._meta.model_name}/{work.pk}/change/"


def test_it_has_the_words_that_are_translated_in_their_own_language(client):
    work = make_article("fa", title="باغ <b>", body="<p>یک <strong>درخت</strong></p>", slug="x")
    client.force_login(make_staff(TRANSLATORS))

    page = client.get(_form(work))

    [source] = nodes(page, SOURCE)
    assert source.attributes["data-code"] == "fa"
    assert texts(page, f"{SOURCE} .source-part > span") == ["Title", "Body"]
    assert texts(page, f"{SOURCE} .source-words") == ["باغ <b>", "یک درخت"]
    assert len(nodes(page, f"{SOURCE} strong")) == 1
    words = nodes(page, f"{SOURCE} .source-words")[0].attributes
    assert (words["lang"], words["dir"]) == ("fa", "rtl")


@pytest.mark.parametrize("make", [make_gallery, make_issue])
def test_every_kind_of_works_has_one(admin_client, make):
    work = make("en", title="Garden")

    assert texts(admin_client.get(_form(work)), f"{SOURCE} .source-words")[0] == "Garden"


def test_a_form_that_was_refused_shows_the_source_as_it_is_saved(admin_client):
    work = make_article("en", title="Garden")

    sent = filled_in(admin_client, _form(work)) | {"title_en": "", "body_en": "<p>New</p>"}
    page = admin_client.post(_form(work), sent)

    assert (page.status_code, texts(page, f"{SOURCE} .source-words")) == (200, ["Garden"])


def test_a_new_work_has_none(admin_client):
    assert nodes(admin_client.get("/admin/articles/article/add/"), SOURCE) == []
