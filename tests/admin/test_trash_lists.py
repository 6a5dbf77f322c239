"""Lists of works and of the trash, choices of other forms, and what is done with many at once."""

import pytest

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.editorial.admin.large_lists import LOOK_AHEAD
from nejat.pages.models import Page
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS
from tests.admin.desk import nodes, texts
from tests.factories import make_article, make_issue
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
TRASH = f"{LIST}?trash=1"


@pytest.fixture
def editor(client):
    client.force_login(make_staff(EDITORS))
    return client


def _draft(title: str, **fields: object) -> Article:
    return make_article("fa", title=title, state="draft", **fields)


def _thrown(title: str) -> Article:
    work = _draft(title)
    work.trashed_at = "2024-01-01T00:00Z"
    work.save(update_fields=["trashed_at"])
    return work


def _act(client, address: str, action: str, *works: Article, **more: str) -> list[str]:
    chosen = {"action": action, "_selected_action": [work.pk for work in works], **more}
    return texts(client.post(address, chosen, follow=True), ".messagelist li")


def _offered(client, address: str) -> set[str]:
    options = nodes(client.get(address), "[name=action] option")
    return {option.attributes["value"] for option in options} - {""}


def test_a_list_leaves_out_the_trash_and_the_trash_all_else(editor):
    _draft("باغ")
    _thrown("خانه")

    assert texts(editor.get(LIST), ".field-heading") == ["باغ"]
    assert texts(editor.get(TRASH), ".field-heading") == ["خانه"]


def test_a_long_list_of_works_is_estimated_as_a_whole_and_one_of_some_is_not(editor):
    Page.objects.bulk_create(Page(title_fa=f"برگه {number}") for number in range(2100))
    last = Page.objects.latest("pk").pk
    address = "/admin/pages/page/"

    counts = [editor.get(f"{address}{of}").context["cl"].result_count for of in ("", "?p=2&o=1")]
    some = editor.get(f"{address}?phase_fa=draft").context["cl"].result_count

    assert (counts, some) == ([last, last], LOOK_AHEAD)


def test_a_search_finds_what_is_in_the_list_that_is_asked(editor):
    _draft("باغ بزرگ")
    _thrown("باغ کوچک")

    assert texts(editor.get(f"{LIST}?q=باغ"), ".field-heading") == ["باغ بزرگ"]
    assert texts(editor.get(f"{TRASH}&q=باغ"), ".field-heading") == ["باغ کوچک"]
    assert texts(editor.get(f"{TRASH}&q=بزرگ"), ".field-heading") == []


@pytest.mark.parametrize("term", ["", "باغ"])
def test_choices_of_other_forms_offer_nothing_of_the_trash(editor, term):
    kept = _draft("باغ بزرگ")
    _thrown("باغ کوچک")
    field = {"app_label": "articles", "model_name": "article", "field_name": "related"}

    answer = editor.get("/admin/autocomplete/", field | {"term": term})

    assert [row["id"] for row in answer.json()["results"]] == [str(kept.pk)]


def test_links_in_texts_and_entries_of_issues_offer_nothing_of_the_trash(editor):
    kept, gone = _draft("باغ بزرگ"), _thrown("باغ کوچک")
    issue = make_issue("fa", title="نامه")

    links = editor.get("/admin/rich-text/works/", {"q": "باغ", "edition": "fa"})
    gather = f"/admin/publications/issue/gather/?issue={issue.pk}"
    offered = nodes(editor.get(gather), "[name=articles]")
    refused = editor.post(gather, {"articles": [gone.pk], "addresses": ""})

    assert [one["work"] for one in links.json()["works"]] == [f"articles.article:{kept.pk}"]
    assert [box.attributes["value"] for box in offered] == [str(kept.pk)]
    assert refused.status_code == 200
    assert not issue.entries.exists()


def test_what_is_offered_differs_in_the_trash(client, editor):
    _draft("باغ")
    _thrown("خانه")
    assert {"take_steps", "trash_selected"} <= _offered(editor, LIST)
    assert "delete_selected" not in _offered(editor, LIST)
    assert _offered(editor, TRASH) == {"restore_selected"}

    client.force_login(make_staff(CHIEF_EDITORS))
    assert _offered(client, TRASH) == {"restore_selected", "delete_selected"}

    client.force_login(make_staff(AUTHORS))
    assert "trash_selected" not in _offered(client, LIST)
    assert _offered(client, TRASH) == set()


def test_many_are_moved_when_the_question_is_answered(editor):
    works = [_draft("باغ"), make_article("fa", title="خانه")]
    make_issue("fa", title="نامه", articles=[works[1]])

    page = editor.post(
        LIST, {"action": "trash_selected", "_selected_action": [work.pk for work in works]}
    )
    assert [text.split()[0] for text in texts(page, ".chosen-works li")] == ["خانه", "باغ"]
    assert texts(page, ".references li") == ["Issue: نامه (entry)"]
    assert not Article.objects.trashed().exists()

    told = _act(editor, LIST, "trash_selected", *works, post="yes")

    assert told == ["2 works were moved to the trash."]
    assert Article.objects.trashed().count() == 2
    assert sorted(AuditEntry.objects.values_list("act", flat=True)) == [
        "trashed",
        "trashed",
        "withdrawn",
    ]


def test_each_that_is_not_for_the_account_is_left_and_named(client):
    mine, other = _draft("باغ"), make_article("en", title="Garden")
    client.force_login(make_staff(EDITORS, editions=["fa"]))

    told = _act(client, LIST, "trash_selected", mine, other, post="yes")

    assert told == [
        "Garden: It is in the trash already, or not for you to move there.",
        "1 work was moved to the trash.",
    ]
    assert list(Article.objects.untrashed()) == [other]


def test_many_are_restored(editor):
    works = [_thrown("باغ"), _thrown("خانه")]

    assert _act(editor, TRASH, "restore_selected", *works) == ["2 works were restored."]
    assert not Article.objects.trashed().exists()


def test_many_are_deleted_for_good_from_the_trash_alone(client):
    kept, gone = _draft("باغ"), _thrown("خانه")
    client.force_login(make_staff(CHIEF_EDITORS))

    _act(client, LIST, "delete_selected", kept, post="yes")
    _act(client, TRASH, "delete_selected", kept, gone, post="yes")

    assert list(Article.objects.all()) == [kept]
    assert list(AuditEntry.objects.values_list("act", flat=True)) == ["deleted"]


def test_editors_delete_nothing_for_good_whatever_they_send(editor):
    gone = _thrown("خانه")

    _act(editor, TRASH, "delete_selected", gone, post="yes")

    assert list(Article.objects.all()) == [gone]


def test_the_list_of_the_trash_is_named_and_adds_nothing(admin_client):
    shown, trashed = (admin_client.get(f"/admin/articles/article/{q}") for q in ("", "?trash=1"))

    assert [texts(page, "h1")[-1] for page in (shown, trashed)] == [
        *("Select article to change", "Articles: In the trash")
    ]
    assert [len(nodes(page, ".addlink[href$='/article/add/']")) for page in (shown, trashed)] == [
        *(2, 1)
    ]
