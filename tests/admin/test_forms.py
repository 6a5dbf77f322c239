"""The admin's forms: a tab an edition, what is required, what is saved."""

import pytest
from django.contrib.admin.helpers import AdminForm
from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.models import Article, Byline, Topic
from nejat.editions.registry import CODES, EDITIONS, get_edition
from nejat.pages.models import Page
from tests.admin.desk import nodes
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_contributor,
    make_series,
    make_tag,
    make_topic,
)
from tests.sql import captured

pytestmark = pytest.mark.django_db

ARTICLE = "/admin/articles/article/"
NO_BYLINES = {"bylines-TOTAL_FORMS": "0", "bylines-INITIAL_FORMS": "0"}
FORMS = [ARTICLE, "/admin/pages/page/", "/admin/articles/topic/", "/admin/tags/tag/"]


def _tabs(client, address: str) -> list[LexborNode]:
    html = client.get(f"{address}add/").content.decode()
    return LexborHTMLParser(html).css("fieldset.edition-tab")


def _add(client, address: str = ARTICLE, **values: object) -> AdminForm | None:
    """Send a form; return it when it was refused, None when it was saved."""
    answer = client.post(f"{address}add/", {**NO_BYLINES, **values})
    return None if answer.status_code == 302 else answer.context["adminform"].form


def _errors(form) -> dict[str, list[str]]:
    return {field: list(errors) for field, errors in form.errors.items()}


def _filled_in(client, address: str) -> dict[str, object]:
    """What a browser would send for a form nobody has touched."""
    form = LexborHTMLParser(client.get(address).content.decode()).css_first("#content-main form")
    values: dict[str, object] = {}
    for field in form.css("input[name], textarea[name], select[name]"):
        kind = field.attributes.get("type") or field.tag
        if kind in {"submit", "file"} or (kind == "checkbox" and not _is_set(field, "checked")):
            continue
        values[field.attributes["name"]] = _value(field, kind)
    return values


def _value(field: LexborNode, kind: str) -> object:
    if kind == "select":
        chosen = [option for option in field.css("option") if _is_set(option, "selected")]
        return [option.attributes["value"] or "" for option in chosen]
    if kind == "textarea":
        return field.text().removeprefix("\n")
    return field.attributes.get("value") or ("on" if kind == "checkbox" else "")


def _is_set(node: LexborNode, attribute: str) -> bool:
    return attribute in node.attributes


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("address", FORMS)
def test_rule_11_each_tab_s_texts_speak_the_language_of_their_own_edition(speak, address, language):
    tabs = _tabs(speak(language), address)

    assert [tab.css_first("h2").text(strip=True) for tab in tabs] == [
        edition.native_name for edition in EDITIONS
    ]
    for tab, edition in zip(tabs, EDITIONS, strict=True):
        texts = tab.css(
            "input[type=text]:not(.vDateField, .vTimeField, [inputmode=numeric]), textarea"
        )
        assert {field.attributes["name"].rsplit("_", 1)[1] for field in texts} == {edition.code}
        assert {field.attributes.get("lang") for field in texts} == {edition.code}
        assert {field.attributes.get("dir") for field in texts} == {edition.direction}


def test_rule_11_addresses_of_sources_run_left_to_right_in_every_tab(speak):
    fields = [tab.css_first("input[type=url]") for tab in _tabs(speak("fa"), ARTICLE)]

    assert [field.attributes["dir"] for field in fields] == ["ltr"] * 4


def test_every_edition_has_the_same_fields(speak):
    tabs = _tabs(speak("en"), ARTICLE)

    names = [
        [field.attributes["name"].replace(f"_{code}", "") for field in tab.css("[name]")]
        for tab, code in zip(tabs, CODES, strict=True)
    ]
    assert names[0][0] == "title"
    assert names == [names[0]] * 4


@pytest.mark.parametrize("code", CODES)
def test_rule_9_a_draft_with_only_a_title_in_one_edition_saves(admin_client, code):
    refused = _add(admin_client, **{f"title_{code}": "نامه"})

    assert refused is None
    work = Article.objects.get()
    assert [work.phase_in(other) for other in CODES] == [
        "draft" if other == code else "absent" for other in CODES
    ]
    assert work.get_in("slug", code) == "نامه"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("address", FORMS[:2])
def test_rule_9_a_published_edition_without_a_title_is_refused_at_its_field(
    admin_client, address, code
):
    other = "en" if code != "en" else "fa"
    state = {f"state_{code}": "published", "position": "0"}
    expected = {f"title_{code}": ["A published edition needs a title."]}
    if "article" in address:
        expected[f"body_{code}"] = ["Needed before it is submitted or published."]

    assert _errors(_add(admin_client, address, **state)) == expected
    assert _errors(_add(admin_client, address, **state, **{f"title_{other}": "A"})) == expected
    assert (Article.objects.count(), Page.objects.count()) == (0, 0)


def test_rule_9_a_work_without_any_title_is_refused(admin_client):
    assert _errors(_add(admin_client)) == {"__all__": ["Give it a title in at least one edition."]}


def test_publishing_needs_no_more_than_a_title(admin_client):
    assert (
        _add(admin_client, title_sq="Letra", state_sq="published", body_sq="<p>Fjalë.</p>") is None
    )

    [work] = Article.objects.published("sq")
    assert (work.slug_sq, work.body_sq) == ("letra", "<p>Fjalë.</p>")


def test_a_source_s_address_without_a_scheme_becomes_https(admin_client):
    _add(admin_client, title_en="A", source_address_en="example.org/a")

    assert Article.objects.get().source_address_en == "https://example.org/a"


def test_a_taken_address_is_refused_at_its_field(admin_client):
    make_topic("fa", slug="خانه")

    refused = _add(admin_client, "/admin/articles/topic/", name_fa="خانه", position="0")

    assert _errors(refused) == {"slug_fa": ["Another one has this name or this address already."]}
    assert Topic.objects.count() == 1


def test_chosen_tags_topics_and_bylines_are_saved(admin_client):
    tags, topics = [make_tag("fa"), make_tag("sq")], [make_topic("fa"), make_topic("ar")]
    primary, writer = make_topic("en"), make_contributor("fa")

    byline = {"contributor": writer.pk, "role": "translator", "position": "0"}
    refused = _add(
        admin_client,
        title_fa="نامه",
        tags=[tag.pk for tag in tags],
        primary_topic=primary.pk,
        topics=[topic.pk for topic in topics],
        **{"bylines-TOTAL_FORMS": "1"},
        **{f"bylines-0-{field}": value for field, value in byline.items()},
    )

    assert refused is None
    work = Article.objects.get()
    assert set(work.tags.all()) == set(tags)
    assert set(work.topics.all()) == {*topics, primary}
    assert list(work.bylines.values_list("contributor", "role")) == [(writer.pk, "translator")]


def test_tags_taken_away_are_gone(admin_client):
    kept, taken = make_tag("fa"), make_tag("fa")
    work = make_article("fa", tags=[kept, taken])

    admin_client.post(
        f"{ARTICLE}{work.pk}/change/", {**NO_BYLINES, "title_fa": "ن", "tags": kept.pk}
    )

    assert list(work.tags.all()) == [kept]


@pytest.mark.parametrize("language", CODES)
def test_a_form_saved_as_it_stands_changes_nothing(speak, language):
    work = make_article(
        "fa",
        body="<p>متن</p>",
        tags=[make_tag("fa")],
        topics=[make_topic("ar")],
        by=[make_contributor("sq")],
        series=make_series("en"),
        part=2,
        title_sq="Letra",
        state_sq="withdrawn",
        expires_at_ar=PUBLISHED_AT,
    )
    before = _everything(work)
    address = f"{ARTICLE}{work.pk}/change/"
    client = speak(language)

    answer = client.post(address, _filled_in(client, address))

    assert answer.status_code == 302
    assert _everything(work) == before


def _everything(work: Article) -> dict[str, object]:
    values = Article.objects.filter(pk=work.pk).values().get()
    unused = {"updated_at", *(name.rsplit("_", 1)[0] for name in values if name.endswith("_fa"))}
    texts = {name: value or None for name, value in values.items() if name not in unused}
    bylines = list(Byline.objects.filter(article=work).values())
    return {
        **texts,
        "tags": list(work.tags.all()),
        "topics": list(work.topics.all()),
        "by": bylines,
    }


@pytest.mark.parametrize(("count", "queries"), [(0, 13), (1, 17), (3, 19)])
def test_a_form_takes_one_query_for_each_relation_and_one_for_each_byline(
    admin_client, count, queries
):
    work = make_article(
        "fa",
        topics=[make_topic() for _ in range(count)],
        tags=[make_tag() for _ in range(count)],
        by=[make_contributor() for _ in range(count)],
        primary_topic=make_topic(),
        series=make_series(),
    )
    work.related.add(*[make_article() for _ in range(count)])
    address = f"{ARTICLE}{work.pk}/change/"
    admin_client.get(address)  # what is asked once a process, is asked here

    with captured() as statements:
        admin_client.get(address)

    assert len(statements) == queries
    assert [sql for sql in statements if "COUNT(" in sql] == []


def test_a_form_leads_to_the_reader_s_page_in_each_edition_that_has_a_title(speak):
    work = make_article("fa", title="نامه", title_sq="Letra")
    html = speak("en").get(f"{ARTICLE}{work.pk}/change/").content.decode()

    links = LexborHTMLParser(html).css("a.reader-link")

    assert [(a.attributes["href"], a.attributes["lang"], a.attributes["dir"]) for a in links] == [
        (work.url_in(code), code, get_edition(code).direction) for code in ("fa", "sq")
    ]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("pages/breakingnews", "address"),
        ("media_library/video", "address"),
        ("articles/article", "source_address_fa"),
        ("publications/book", "shops-__prefix__-address"),
    ],
)
def test_web_addresses_run_left_to_right_in_every_language(speak, form, name):
    page = speak("fa").get(f"/admin/{form}/add/")

    [field] = LexborHTMLParser(page.content.decode()).css(f"[name={name}]")
    assert field.attributes["dir"] == "ltr"


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ({}, "Save draft"),
        ({"title_fa": "باغ", "state_fa": "in_review"}, "Save"),
        ({"state": "published"}, "Save"),
    ],
)
def test_a_draft_in_every_edition_is_saved_as_a_draft(admin_client, states, words):
    work = make_article("en", **({"state": "draft"} | states))

    page = admin_client.get(f"/admin/articles/article/{work.pk}/change/")

    buttons = {node.attributes["value"] for node in nodes(page, "[name=_save]")}
    assert buttons == {words}
