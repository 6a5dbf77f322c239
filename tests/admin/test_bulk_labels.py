"""Tags and topics given to many works at once, or taken from them."""

import pytest
from django.conf import settings
from django.test import Client

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, TRANSLATORS
from nejat.tags.models import Tag
from tests.admin.desk import IMAGES, nodes, texts
from tests.factories import make_article, make_image, make_tag, make_topic
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
SHARED_ONLY = "Not by you: it belongs to editions that you do not change."


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_staff(EDITORS))
    return client


def _ask(client: Client, action: str, works, address: str = LIST, **sent: object):
    chosen = {"action": action, "_selected_action": [work.pk for work in works]}
    return client.post(address, {**chosen, **sent}, follow=True)


def _do(client: Client, action: str, works, labels, address: str = LIST) -> list[str]:
    numbers = [label.pk for label in labels]
    answer = _ask(client, action, works, address, labels=numbers, apply="1")
    return texts(answer, ".messagelist li")


def _offered(page) -> list[str]:
    return texts(page, "[name=labels] option, label:has([name=labels])")


def _tags(*works) -> list[list[str]]:
    return [sorted(map(str, work.tags.all())) for work in works]


def _log() -> list[tuple[str, str, str, list]]:
    entries = AuditEntry.objects.order_by("pk")
    return [(e.act, e.object_name, e.note, e.changes[0]["changed"]["fields"]) for e in entries]


def test_tags_are_found_by_their_name_in_any_edition_and_stay_ticked(editor):
    peace, family = make_tag("fa", name="صلح", name_en="Peace"), make_tag("fa", name="خانواده")
    work = make_article("fa", title="باغ")

    page = _ask(editor, "add_tags", [work])
    assert (_offered(page), texts(page, ".chosen-works bdi")) == ([], ["باغ"])
    page = _ask(editor, "add_tags", [work], search="peace", find="1")
    assert _offered(page) == ["Peace"]
    page = _ask(editor, "add_tags", [work], search="خانو", find="1", labels=[peace.pk])

    assert sorted(_offered(page)) == ["Peace", "خانواده"]
    ticked = [n.attributes["value"] for n in nodes(page, "[name=labels][checked]")]
    assert ticked == [str(peace.pk)]
    assert family.pk != peace.pk
    assert _tags(work) == [[]]


def test_tags_are_given_to_each_work_that_lacks_them(editor):
    peace, family = make_tag("en", name="Peace"), make_tag("en", name="Family")
    works = [make_article("fa", title=title) for title in ("یک", "دو", "سه")]
    works[0].tags.add(peace)
    works[1].tags.add(peace, family)
    before = Article.objects.get(pk=works[0].pk).updated_at

    told = _do(editor, "add_tags", works, [peace, family])

    assert told == ["Add tags: 2 works.", "It was so already: 1."]
    assert _tags(*works) == [["Family", "Peace"]] * 3
    assert _log() == [
        ("changed", "یک", "+ Family", ["tags"]),
        ("changed", "سه", "+ Family, Peace", ["tags"]),
    ]
    assert Article.objects.get(pk=works[0].pk).updated_at > before


def test_tags_are_taken_away_and_only_those_that_works_have_are_offered(editor):
    peace, family, _other = (make_tag("en", name=name) for name in ("Peace", "Family", "Other"))
    works = [make_article("fa", title=title) for title in ("یک", "دو")]
    works[0].tags.add(peace, family)
    works[1].tags.add(family)

    assert _offered(_ask(editor, "remove_tags", works)) == ["Family", "Peace"]
    told = _do(editor, "remove_tags", works, [peace])

    assert told == ["Remove tags: 1 work.", "It was so already: 1."]
    assert _tags(*works) == [["Family"], ["Family"]]
    assert _log() == [("changed", "یک", "− Peace", ["tags"])]


def test_a_primary_topic_joins_the_topics(editor):
    old, new = make_topic("en", name="Old"), make_topic("en", name="New")
    work = make_article("fa", title="باغ", primary_topic=old, topics=[old])

    assert _offered(_ask(editor, "set_topic", [work]))[1:] == ["Old", "New"]
    told = _do(editor, "set_topic", [work], [new])

    work = Article.objects.get()
    assert told == ["Set the primary topic: 1 work."]
    assert (work.primary_topic, set(work.topics.all())) == (new, {old, new})
    assert _log() == [("changed", "باغ", "→ New", ["primary_topic"])]
    assert work.history.first().primary_topic_id == new.pk


def test_topics_are_added_beside_those_that_are_there(editor):
    old, new = make_topic("en", name="Old"), make_topic("en", name="New")
    work = make_article("fa", primary_topic=old, topics=[old])

    _do(editor, "add_topics", [work], [old, new])

    work = Article.objects.get()
    assert (work.primary_topic, set(work.topics.all())) == (old, {old, new})
    assert [note for _act, _name, note, _fields in _log()] == ["+ New"]


@pytest.mark.parametrize(
    ("group", "editions", "changed"),
    [
        (CHIEF_EDITORS, [], ["draft", "published"]),
        (EDITORS, ["fa"], ["draft", "published"]),
        (EDITORS, ["en"], ["draft"]),
        (AUTHORS, [], ["draft"]),
        (TRANSLATORS, [], []),
    ],
)
@pytest.mark.parametrize("action", ["add_tags", "remove_tags", "set_topic", "add_topics"])
def test_a_work_is_changed_by_who_may_change_what_its_editions_share(
    client, group, editions, changed, action
):
    kept, label = make_tag("en"), make_topic("en") if "topic" in action else make_tag("en")
    works = [make_article("fa", title=state, state=state) for state in ("draft", "published")]
    for work in works:
        work.tags.add(*([kept, label] if action == "remove_tags" else [kept]))
    client.force_login(make_staff(group, editions=editions))

    told = _do(client, action, works, [label])

    assert [name for _act, name, _note, _fields in _log()] == changed
    left = ["draft", "published"][len(changed) :] if group != TRANSLATORS else []
    assert [line for line in told if SHARED_ONLY in line] == [f"{t}: {SHARED_ONLY}" for t in left]


@pytest.mark.parametrize("action", ["add_tags", "remove_tags", "set_topic", "add_topics"])
@pytest.mark.parametrize("labels", [[], ["999"], ["x"]])
def test_without_a_label_nothing_is_changed_and_nothing_lost(editor, action, labels):
    make_tag("en", name="Peace"), make_topic("en", name="Peace")
    work = make_article("fa", tags=[make_tag("en", name="Kept")])

    page = _ask(editor, action, [work], labels=labels, search="Peace", apply="1")

    assert len(texts(page, ".errorlist li")) == 1
    assert _offered(page) != []
    [shown] = nodes(page, "[name=_selected_action]")
    assert shown.attributes["value"] == str(work.pk)
    assert (_tags(work), _log()) == ([["Kept"]], [])


def test_a_tag_is_made_in_the_edition_of_the_interface_where_there_is_none(client):
    client.force_login(make_staff(EDITORS))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "fa"
    work = make_article("fa")

    page = _ask(client, "add_tags", [work], search="صلح", find="1")
    assert len(nodes(page, "[name=make]")) == 1
    page = _ask(client, "add_tags", [work], search="صلح", make="1")

    tag = Tag.objects.get()
    assert (tag.name_fa, tag.name_en, tag.slug_fa) == ("صلح", "", "صلح")
    assert [n.attributes["value"] for n in nodes(page, "[name=labels][checked]")] == [str(tag.pk)]
    assert list(AuditEntry.objects.values_list("act", "object_name")) == [("added", "صلح")]


def test_no_tag_is_made_twice(editor):
    make_tag("en", name="Peace!")
    work = make_article("fa")

    assert nodes(_ask(editor, "add_tags", [work], search="peace!", find="1"), "[name=make]") == []
    page = _ask(editor, "add_tags", [work], search="Peace", make="1")

    assert texts(page, ".messagelist .error") == [
        "Another one has this name or this address already."
    ]
    assert (Tag.objects.count(), nodes(page, "[name=search]")[0].attributes["value"]) == (
        1,
        "Peace",
    )


def test_only_who_may_add_tags_there_makes_one(client):
    client.force_login(make_staff(AUTHORS))
    work = make_article("fa", state="draft")

    assert nodes(_ask(client, "add_tags", [work], search="new", find="1"), "[name=make]") == []
    answer = _ask(client, "add_tags", [work], search="new", make="1")

    assert (answer.status_code, Tag.objects.count()) == (403, 0)


def test_too_many_are_refused_at_once_and_none_is_changed(editor, monkeypatch):
    monkeypatch.setattr("nejat.editorial.admin.at_once.MOST_AT_ONCE", 1)
    works = [make_article("fa"), make_article("fa")]

    told = _do(editor, "add_tags", works, [make_tag("en")])

    assert (told, _tags(*works)) == (["At most 1 at once, please."], [[], []])


def test_a_long_search_says_that_there_is_more(editor):
    for number in range(31):
        make_tag("en", name=f"Tag {number}")

    page = _ask(editor, "add_tags", [make_article("fa")], search="tag\0", find="1")

    assert len(_offered(page)) == 30
    assert "There are more. Write more of the name." in page.content.decode()


def test_images_are_tagged_too(editor):
    image, tag = make_image(), make_tag("en", name="Peace")

    assert _do(editor, "add_tags", [image], [tag], IMAGES) == ["Add tags: 1 work."]
    assert _tags(image) == [["Peace"]]
    assert _do(editor, "remove_tags", [image], [tag], IMAGES) == ["Remove tags: 1 work."]
    assert _tags(image) == [[]]
