"""The history of a work in the admin: its list, two revisions compared, one edition restored."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.revisions.recording import revisions_of
from nejat.staff.groups import AUTHORS, EDITORS, MODERATORS, TRANSLATORS
from tests.admin.desk import filled_in, nodes, texts
from tests.factories import make_article, make_topic
from tests.sql import base_columns_read, captured
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db

WORDS = {"en": "Garden", "ar": "حديقة", "fa": "باغ", "sq": "Kopshti"}


@pytest.fixture
def article() -> Article:
    """An article in four editions, a draft in each, saved a second time with other words."""
    article = make_article("en", title="Garden", body="<p>A garden.</p>", state="draft")
    for code in CODES:
        article.set_in(code, title=WORDS[code], body=f"<p>{WORDS[code]} 1</p>")
    article.save()
    for code in CODES:
        article.set_in(code, title=f"{WORDS[code]} 2", body=f"<p>{WORDS[code]} 2</p>")
    article.save()
    return article


def _history(row) -> str:
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_history"
    return reverse(name, args=[row.pk])


def _compare(row) -> str:
    return f"{_history(row)}compare/"


def _restore(client, article, part: str, place: int = 1, **fields: str):
    """Send the form that restores a part from a revision, by its place among the newest."""
    revision = revisions_of(type(article), article.pk)[place]
    data = {"revision": str(revision.pk), "part": part, **fields}
    return client.post(_compare(article), data)


def test_the_history_says_who_saved_when_and_what_in_which_edition(admin_client, article):
    User.objects.filter(username="admin").update(first_name="Mina", last_name="Rad")
    form = f"/admin/articles/article/{article.pk}/change/"
    typed = filled_in(admin_client, form)
    typed.pop("comments_open")
    admin_client.post(form, typed | {"title_fa": "نو", "state_fa": "in_review"})

    page = admin_client.get(_history(article))

    [newest, *_rest] = nodes(page, ".revisions tbody tr")
    assert newest.css_first("td").text().strip() == "Mina Rad"
    assert newest.css_first("time").attributes["datetime"]
    changes = [" ".join(item.text().split()) for item in newest.css("li")]
    assert changes[0].startswith("فارسی: from “Draft” to “In review”; Title")
    assert changes[1:] == ["What all editions share: Comments open"]
    assert texts(page, ".revisions tbody tr td:first-of-type")[1:] == ["–"] * 3


def test_an_imported_work_has_no_revision_yet(admin_client):
    [article] = Article.objects.bulk_create([Article(title_fa="از قدیم", slug_fa="old")])

    page = admin_client.get(_history(article))

    assert "There is no revision yet" in page.content.decode()
    assert admin_client.get(_compare(article)).url == _history(article)


def test_fifty_stand_on_a_page(admin_client):
    article = make_article("fa")
    for number in range(59):
        article.title_fa = f"باغ {number}"
        article.save()

    first = admin_client.get(_history(article))
    [older] = [a for a in nodes(first, "a") if a.text() == "Older revisions"]
    second = admin_client.get(_history(article) + older.attributes["href"])

    assert [len(nodes(page, ".revisions tbody tr")) for page in (first, second)] == [50, 10]
    assert "Older revisions" not in second.content.decode()
    newest = [len(nodes(page, 'a[href$="with=newest"]')) for page in (first, second)]
    assert newest == [49, 10]


@pytest.mark.parametrize("code", CODES)
def test_two_are_compared_word_by_word_in_the_language_of_each_edition(speak, article, code):
    page = speak(code).get(_compare(article))

    for edition in map(get_edition, CODES):
        selector = f'.revision-text[lang="{edition.code}"][dir="{edition.direction}"]'
        word = WORDS[edition.code]
        assert f"{word} 2" in " ".join(texts(page, selector))
    assert texts(page, '.revision-text[lang="fa"] del') == ["1"]
    assert texts(page, '.revision-text[lang="fa"] ins') == ["2", "2"]


def test_without_a_choice_the_newest_stands_beside_the_one_before_it(admin_client, article):
    first, second, third = reversed(revisions_of(Article, article.pk))

    page = admin_client.get(_compare(article))
    other = admin_client.get(_compare(article), {"revision": first.pk, "with": "newest"})

    assert (page.context["old"], page.context["new"]) == (second, third)
    assert (other.context["old"], other.context["new"]) == (first, third)
    alone = admin_client.get(_compare(article), {"revision": first.pk})
    assert "There is no revision before this one." in alone.content.decode()


def test_a_script_in_a_text_stays_text(admin_client, article):
    article.title_fa = "<script>alert(1)</script>"
    article.standfirst_fa = '"><img src=x onerror=alert(1)>'
    article.save()

    html = admin_client.get(_compare(article)).content.decode()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<img src=x" not in html
    assert "<script>alert" not in admin_client.get(_history(article)).content.decode()


def test_a_change_of_formatting_alone_is_told(admin_client, article):
    article.body_fa = "<p><strong>باغ</strong> 2</p>"
    article.save()

    page = admin_client.get(_compare(article))

    assert texts(page, ".revision-tags code") == ["<strong>"]
    assert nodes(page, "del, ins") == []


@pytest.mark.parametrize("code", CODES)
def test_restoring_an_edition_leaves_the_others_and_its_state(admin_client, article, code):
    article.set_in(code, state="published")
    article.comments_open = False
    article.save()
    moment = article.get_in("published_at", code)

    answer = _restore(admin_client, article, code, place=2)

    assert (answer.status_code, answer.url) == (302, _history(article))
    stored = Article.objects.get(pk=article.pk)
    titles = {other: stored.get_in("title", other) for other in CODES}
    assert titles == {c: WORDS[c] if c == code else f"{WORDS[c]} 2" for c in CODES}
    assert stored.get_in("body", code) == f"<p>{WORDS[code]} 1</p>"
    assert (stored.get_in("state", code), stored.get_in("published_at", code)) == (
        "published",
        moment,
    )
    assert stored.comments_open is False
    newest = revisions_of(Article, article.pk).first()
    assert {name.rpartition("_")[2] for name in newest.changed} == {code}
    assert newest.history_user.username == "admin"
    assert AuditEntry.objects.latest("pk").editions == code
    assert "Restored as of" in texts(admin_client.get(_history(article)), ".kind")[0]


def test_restoring_what_all_share_leaves_the_editions(admin_client, article):
    article.comments_open, article.title_fa = False, "سوم"
    article.primary_topic = make_topic("fa")
    article.save()

    _restore(admin_client, article, "shared")

    stored = Article.objects.get(pk=article.pk)
    assert (stored.comments_open, stored.primary_topic, stored.title_fa) == (True, None, "سوم")


def test_a_topic_that_is_gone_is_not_brought_back(admin_client, article):
    topic = make_topic("fa")
    article.primary_topic = topic
    article.save()
    article.primary_topic, article.part = None, 3
    article.save()
    topic.delete()

    _restore(admin_client, article, "shared")

    stored = Article.objects.get(pk=article.pk)
    assert (stored.primary_topic, stored.part) == (None, None)


def test_what_cannot_be_so_today_is_said_and_nothing_is_saved(admin_client, article):
    article.title_fa = ""
    article.save()
    article.title_fa, article.state_fa = "باغ", "published"
    article.save()
    count = revisions_of(Article, article.pk).count()

    answer = admin_client.get(_restore(admin_client, article, "fa").url)

    assert texts(answer, ".messagelist .error") == ["A published edition needs a title."]
    assert Article.objects.get(pk=article.pk).title_fa == "باغ"
    assert revisions_of(Article, article.pk).count() == count


def test_what_is_so_already_is_not_saved_again(admin_client, article):
    count = revisions_of(Article, article.pk).count()

    _restore(admin_client, article, "fa", place=0)

    assert revisions_of(Article, article.pk).count() == count


@pytest.mark.parametrize(
    ("group", "state", "restored"),
    [
        (EDITORS, "published", "en ar fa sq shared"),
        (AUTHORS, "draft", "en ar fa sq shared"),
        (AUTHORS, "published", "en ar sq"),  # readers see the Persian one
        (TRANSLATORS, "draft", "ar fa sq"),  # not the one they translate from
        (TRANSLATORS, "published", "ar sq"),
    ],
)
def test_who_restores_what(client, article, group, state, restored):
    article.state_fa, article.comments_open = state, False
    article.save()
    client.force_login(make_staff(group))
    parts = ("en", "ar", "fa", "sq", "shared")

    page = client.get(_compare(article), {"revision": _first(article), "with": "newest"})
    offered = {node.attributes["value"] for node in nodes(page, "input[name=part]")}
    answers = {part: _restore(client, article, part, place=2).status_code for part in parts}

    allowed = set(restored.split())
    assert offered == allowed
    assert answers == {part: 302 if part in allowed else 403 for part in parts}
    title = Article.objects.get(pk=article.pk).title_en
    assert title == ("Garden" if "en" in allowed else "Garden 2")


def _first(article) -> int:
    return revisions_of(Article, article.pk).last().pk


def test_an_editor_restores_the_editions_they_work_on(client, article):
    client.force_login(make_staff(EDITORS, editions=["fa"]))

    assert _restore(client, article, "fa").status_code == 302
    assert _restore(client, article, "sq").status_code == 403


def test_what_was_tampered_with_is_not_there(client, article):
    client.force_login(make_staff(EDITORS))
    other = make_article("en", title="Other")
    strange = revisions_of(Article, other.pk).first().pk

    for part, fields in (("xx", {}), ("", {}), ("en", {"revision": strange})):
        assert _restore(client, article, part, **fields).status_code == 404
    assert client.get(_compare(article), {"revision": strange}).status_code == 404
    assert client.get(_compare(article), {"with": strange}).status_code == 404
    assert client.get(_compare(article), {"revision": "9" * 30}).status_code == 404
    assert Article.objects.get(pk=article.pk).title_en == "Garden 2"


def test_who_may_not_see_a_work_sees_no_revision_of_it(client, article):
    client.force_login(make_staff(MODERATORS))

    assert client.get(_history(article)).status_code == 403
    assert client.get(_compare(article)).status_code == 403
    assert _restore(client, article, "en").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_as_much_for_three_revisions_as_for_one(admin_client, article, count):
    for number in range(count):
        article.title_fa = f"باغ {number}"
        article.save()
    article = Article.objects.get(pk=article.pk)
    admin_client.get(_history(article))  # what is asked for once a process

    with captured() as history:
        admin_client.get(_history(article))
    with captured() as compare:
        admin_client.get(_compare(article))

    assert (len(history), len(compare)) == (4, 6)
    assert base_columns_read(history + compare) == set()


def test_labels_have_the_same_history(admin_client):
    topic = make_topic("fa", name="خانواده")
    topic.name_fa = "خانه"
    topic.save()

    page = admin_client.get(_compare(topic))
    assert texts(page, '[lang="fa"] del')[0] == "خانواده"
    _restore(admin_client, topic, "fa")
    topic.refresh_from_db()
    assert topic.name_fa == "خانواده"
