"""The trash: works moved there from their form, restored, and deleted for good."""

import pytest

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.editorial.models import Content
from nejat.editorial.working_copies import WorkingCopy
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, TRANSLATORS
from tests.admin.desk import filled_in, nodes, texts
from tests.factories import make_article, make_book, make_issue, make_page
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
SURE = {"post": "yes"}


def _door(work: Content, door: str) -> str:
    kind = work._meta
    return f"/admin/{kind.app_label}/{kind.model_name}/{work.pk}/{door}/"


def _move(client, work: Content):
    return client.post(_door(work, "delete"), SURE, follow=True)


def _acts() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.order_by("pk").values_list("act", "editions"))


@pytest.fixture
def editor(client):
    client.force_login(make_staff(EDITORS))
    return client


def test_a_work_is_withdrawn_everywhere_before_it_goes_to_the_trash(editor):
    work = make_article("fa", title="باغ", title_en="Garden", state_en="in_review")

    told = texts(_move(editor, work), ".messagelist li")

    assert told == ["Garden was moved to the trash."]
    work.refresh_from_db()
    assert (work.state_fa, work.state_en, work.is_trashed) == ("withdrawn", "draft", True)
    assert _acts() == [("sent_back", "en"), ("withdrawn", "fa"), ("trashed", "")]
    assert editor.get(work.url_in("fa")).status_code == 200  # for staff, as what is withdrawn
    editor.logout()
    assert editor.get(work.url_in("fa")).status_code == 404


def test_the_question_names_what_refers_to_it(editor):
    work = make_article("fa", title="باغ", pinned_until="2999-01-01T00:00Z")
    name = f'<a data-work="articles.article:{work.pk}">'
    make_issue("fa", title="Letter", articles=[work])
    make_article("en", title="Links here", body=f"<p>{name}باغ</a></p>")
    make_article("en", title="Links elsewhere", body=f'<p>{name[:-2]}1">باغ</a></p>')
    make_book("en", title="Reviewed").reviews.add(work)
    make_article("en", title="Recommends").related.add(work)
    work.related.add(make_article("en", title="Recommended"))

    page = editor.get(_door(work, "delete"))

    assert sorted(texts(page, ".references li")) == [
        "Article: Links here (link in a text)",
        "Article: Recommends (you may also like)",
        "Article: باغ (home page, فارسی)",
        "Book: Reviewed (reviews)",
        "Issue: Letter (entry)",
    ]
    assert not Article.objects.trashed().exists()


def test_the_question_names_the_menu_in_which_a_page_stands(editor):
    pages = [make_page("en", place="about"), make_page("en", in_menu=True), make_page("en")]

    said = [texts(editor.get(_door(page, "delete")), ".references li") for page in pages]

    assert said == [["Page: A letter home (in the menu)"]] * 2 + [[]]


def test_what_goes_with_a_work_is_not_said_to_refer_to_it(editor):
    book = make_book("en", title="Garden")
    book.shops.create(name="Bookshop", address="https://example.org/")

    assert not nodes(editor.get(_door(book, "delete")), ".references")


def test_its_form_is_closed_and_offers_to_restore_it(editor):
    work = make_article("fa", title="باغ", body="<p>آرام</p>")
    page = editor.get(_door(work, "change"))
    assert "Move to the trash" in texts(page, ".action-bar a")
    _move(editor, work)

    page = editor.get(_door(work, "change"))
    sent = {"title_fa": "خانه", "state_fa": "published"}
    refused = editor.post(_door(work, "change"), filled_in(editor, _door(work, "change")) | sent)

    assert nodes(page, "[name=title_fa][disabled]")
    assert nodes(page, "button[form=restore-work]")
    for closed in ("[name=_save]", ".preview-button", "[name=state_fa]", "[form=duplicate-work]"):
        assert not nodes(page, closed)
    assert refused.status_code in (200, 302)
    work.refresh_from_db()
    assert (work.title_fa, work.state_fa, work.is_trashed) == ("باغ", "withdrawn", True)


def test_what_was_typed_while_somebody_else_moved_it_is_given_back(editor):
    work = make_article("fa", title="باغ", body="<p>آرام</p>")
    form = filled_in(editor, _door(work, "change"))
    _move(editor, work)

    page = editor.post(_door(work, "change"), form | {"title_fa": "خانه"})

    assert "خانه" in texts(page, ".theirs")


@pytest.mark.parametrize("door", ["working-copy/fa", "duplicate", "history/compare"])
def test_other_doors_change_nothing_in_the_trash(editor, door):
    work = make_article("fa", title="باغ", body="<p>آرام</p>")
    work.title_fa = "خانه"
    work.save()
    first = work.history.earliest()
    _move(editor, work)
    sent = {"title_fa": "نو", "part": "fa", "revision": first.history_id}

    answer = editor.post(_door(work, door), sent)

    assert answer.status_code == 403
    assert (Article.objects.count(), WorkingCopy.objects.count()) == (1, 0)
    assert Article.objects.get().title_fa == "خانه"


def test_a_restored_work_is_seen_by_no_reader(editor):
    work = make_article("fa", title="باغ", title_en="Garden")
    _move(editor, work)

    told = editor.post(_door(work, "restore"), follow=True)

    assert texts(told, ".messagelist li") == ["Restored. No reader sees it until it is published."]
    work.refresh_from_db()
    assert (work.state_fa, work.state_en, work.is_trashed) == ("withdrawn", "draft", False)
    assert _acts()[-1] == ("restored", "")
    assert nodes(told, "[name=title_fa]:not([disabled])")


def test_links_to_previews_lead_nowhere_meanwhile(editor):
    work = make_article("fa", title="باغ", title_en="Garden", body_en="<p>Calm</p>")
    page = editor.post(_door(work, "previews"), {"edition": "en", "days": "7"})
    [link] = [node.attributes["href"] for node in nodes(page, "[data-copy-link]")]
    assert editor.get(link).status_code == 200

    _move(editor, work)
    assert editor.get(link).status_code == 404
    editor.post(_door(work, "restore"))
    assert editor.get(link).status_code == 200


@pytest.mark.parametrize(
    ("group", "editions"), [(AUTHORS, []), (TRANSLATORS, []), (EDITORS, ["fa"])]
)
def test_who_may_not_delete_it_moves_and_restores_nothing(client, group, editions):
    kept = make_article("fa", title="باغ", title_en="Garden", state="draft")
    gone = make_article("fa", title="باغ", title_en="Garden", state="draft")
    Article.objects.filter(pk=gone.pk).update(trashed_at="2024-01-01T00:00Z")
    client.force_login(make_staff(group, editions=editions))

    answers = [_move(client, kept), client.post(_door(gone, "restore"))]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert list(Article.objects.trashed()) == [gone]
    page = client.get(_door(kept, "change"))
    assert "Move to the trash" not in texts(page, ".action-bar a")


def test_chief_editors_alone_delete_for_good_and_only_from_the_trash(client, editor):
    work = make_article("fa", title="باغ")
    _move(editor, work)
    assert editor.post(_door(work, "destroy"), SURE).status_code == 403
    assert "Delete for good" not in texts(editor.get(_door(work, "change")), ".action-bar a")

    client.force_login(make_staff(CHIEF_EDITORS))
    assert "Delete for good" in texts(client.get(_door(work, "change")), ".action-bar a")
    asked = client.get(_door(work, "destroy"))
    assert Article.objects.filter(pk=work.pk).exists()
    client.post(_door(work, "destroy"), SURE)

    assert asked.status_code == 200
    assert not Article.objects.filter(pk=work.pk).exists()
    assert _acts()[-1] == ("deleted", "")

    other = make_article("fa", title="باغ")
    client.post(_door(other, "destroy"), SURE)
    assert Article.objects.get() == other


def test_what_an_issue_holds_is_moved_to_the_trash_and_not_deleted_for_good(admin_client):
    work = make_article("fa", title="باغ")
    make_issue("fa", title="نامه", articles=[work])
    _move(admin_client, work)

    answer = admin_client.post(_door(work, "destroy"), SURE)

    assert answer.status_code == 200
    assert list(Article.objects.trashed()) == [work]
