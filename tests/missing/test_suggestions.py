"""What a reader may have meant: near labels, and works in whose titles the words stand."""

from urllib.parse import quote

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from nejat.editions.registry import CODES
from nejat.missing import suggestions
from nejat.missing.addresses import normal_path
from nejat.missing.suggestions import Suggester
from nejat.missing.words import fewer_and_fewer, words_of
from tests.factories import (
    in_use,
    make_article,
    make_book,
    make_cartoon,
    make_contributor,
    make_gallery,
    make_issue,
    make_page,
    make_series,
    make_tag,
    make_topic,
    make_video,
)
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db


def _offered(client, address: str) -> list[tuple[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 404
    links = LexborHTMLParser(answer.content.decode()).css(".near a")
    return [(link.text(), link.attributes["href"]) for link in links]


def _found(path: str) -> list[str]:
    return [near.url for near in Suggester().suggest(path)]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/fa/posts/12/letter-home/amp", ["letter", "home"]),
        ("/fa/articles/12/نامه‌ای-به-خانه", ["نامه", "ای", "به", "خانه"]),
        ("/fa/topic/letters/page/7", ["letters"]),
        ("/fa/2021/03/10/some_old.name.html", ["some", "old", "name"]),
        ("/fa/newsletter-no-108", ["newsletter", "no", "108"]),
        ("/fa/category/archive/letters/feed", ["letters"]),
        ("/fa/wp-content/uploads/2020/garden-300x200.jpg", ["garden", "300x200"]),
        ("/fa/a-b%00garden-%E2%80%AE", ["garden"]),
        ("/fa/posts/12", []),
        ("/fa/-/", []),
        ("/fa/" + "-".join(f"word{n}" for n in range(20)), [f"word{n}" for n in range(8)]),
    ],
)
def test_the_words_of_an_address(path, words):
    assert words_of(path) == words


@pytest.mark.parametrize(
    ("words", "tries"),
    [
        (["of", "letters", "home"], ["of letters home", "letters home", "letters"]),
        (["letters", "home"], ["letters home", "letters"]),
        (["home"], ["home"]),
        (["old", "tea"], ["old tea", "tea"]),
        ([], []),
    ],
)
def test_it_is_searched_for_fewer_and_fewer_words(words, tries):
    assert fewer_and_fewer(words) == tries


@pytest.mark.parametrize("code", CODES)
def test_a_reader_is_offered_the_label_whose_slug_is_near(client, code):
    topic = in_use(make_topic(code, slug="garden", name="نامه‌ها & <b>"), code)
    in_use(make_topic(code, slug="mountains"), code)

    for path in ("topic/gardn", "category/gadren/feed", "tag/garden", "Garden"):
        assert _offered(client, f"/{code}/{path}/") == [("نامه‌ها & <b>", topic.url_in(code))]


@pytest.mark.parametrize("code", CODES)
def test_a_reader_is_offered_the_works_whose_words_stand_in_the_address(client, code):
    article = make_article(code, title="Garden & rain <b>", slug="rain-in-the-garden")
    make_article(code, title="Rain")
    make_article(code, title="Garden rain", state="draft")

    for path in ("posts/12/garden-rain", "2021/03/rain_garden.html", "articles/999999/rain-garden"):
        offered = [("Garden & rain <b>", quote(article.url_in(code), safe="/"))]
        assert _offered(client, f"/{code}/{path}/") == offered


@pytest.mark.parametrize(
    "make", [make_article, make_book, make_cartoon, make_gallery, make_issue, make_page, make_video]
)
def test_works_of_every_kind_are_offered(make):
    work = make("fa", title="باغ و باران")

    assert _found("/fa/old/باغ-و-باران") == [work.url_in("fa")]


def test_when_not_all_words_are_found_fewer_are_searched_for():
    make_article("fa", title="پرندگان", slug="birds")
    article = make_article("fa", title="پرندگان مهاجر", slug="migrants")

    assert _found("/fa/old/پرندگان-مهاجر-از-شمال") == [article.url_in("fa")]
    assert len(_found("/fa/old/پرندگان-شمالی")) == 2
    assert _found("/fa/old/شمالی") == []


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/en/no-such-page", "Pars Brief No. 68"),
        ("/en/no-such-page", "The last page of a long letter"),
        ("/en/old/a-walk-through-the-garden", "Garden"),
        ("/fa/tag/ندارد", "ده دقیقه در کارگاه صحافی"),
        ("/fa/old/باغی-که-دیگر-نیست", "باغی"),
    ],
)
def test_what_shares_little_with_the_address_is_not_offered(path, title):
    text = "<p>There is no such page, no walk through it. ندارد باغی که دیگر نیست</p>"
    make_article(path[1:3], title=title, slug="x", body=text)

    assert _found(path) == []


@pytest.mark.parametrize(
    ("path", "title", "slug"),
    [
        ("/en/posts/12/letters-from-home", "A letter from home", "x"),
        ("/en/posts/12/letters", "A letter", "x"),
        ("/ar/old/مدرسة", "المدرسة مدرسة", "x"),
        ("/en/posts/12/letters-from-home", "Letters", "letter-from-home"),
        ("/en/garden/2021/a-walkabout", "Walkabout", "x"),
        ("/en/newsletter-no-68", "Newsletter No. 68", "x"),
        ("/fa/old/نامه-ای-به-خانه", "نامه‌ای به خانه", "x"),
    ],
)
def test_half_the_words_in_the_title_or_a_near_slug_are_enough(path, title, slug):
    work = make_article(path[1:3], title=title, slug=slug)

    assert _found(path) == [work.url_in(path[1:3])]


def test_words_are_found_however_they_are_written():
    article = make_article("fa", title="نامه‌های ياران كوچك")

    assert _found("/fa/old/نامه-های-یاران-کوچک") == [article.url_in("fa")]


def test_what_readers_may_not_see_now_is_not_offered():
    make_article("fa", title="باغ", state="withdrawn")
    make_article("fa", title="باغ", published_at="2999-01-01T00:00Z")
    make_article("fa", title="باغ", expires_at="2024-06-01T00:00Z")
    make_article("en", title="باغ")
    unheard = make_article("fa", title="باغ")
    Article.objects.filter(pk=unheard.pk).update(state_fa="draft")  # and the search was not told

    assert _found("/fa/old/باغ") == []


def test_a_reader_is_offered_at_most_five_works_and_staff_ask_for_one():
    for _ in range(8):
        make_article("fa", title="باغ")

    assert len(_found("/fa/old/باغ")) == 5
    assert len(Suggester().suggest("/fa/old/باغ", most=1)) == 1


@pytest.mark.parametrize("path", ["باغ\"'*:()^", "NEAR(باغ)", "باغ OR", "title:باغ", "%22باغ"])
def test_no_word_acts_as_a_command_of_the_search(path):
    make_article("fa", title="باغ")

    assert len(_found(normal_path(f"/fa/old/{path}"))) in (0, 1)


@pytest.mark.parametrize("make", [make_topic, make_tag, make_series, make_contributor])
def test_labels_of_drafts_alone_are_not_offered(make):
    label = make("fa", slug="garden", name_en="Garden", slug_en="garden")
    path = f"/fa/{'by' if make is make_contributor else type(label)._meta.model_name}/gardn"
    in_use(label, "en")
    assert (_found(path), _found(path.replace("/fa/", "/en/"))) == ([], [label.url_in("en")])

    in_use(label, "fa")
    assert _found(path) == [label.url_in("fa")]

    Article.objects.update(state_fa="draft")
    assert _found(path) == []


def test_labels_of_another_edition_are_not_offered(client):
    in_use(make_topic("fa", slug="garden"))

    assert _offered(client, "/en/topic/gardn/") == []


def test_series_and_contributors_are_offered_below_their_own_addresses():
    in_use(make_series("fa", slug="garden"))
    in_use(make_contributor("fa", slug="garden"))

    assert _found("/fa/series/gardn") == ["/fa/series/garden/"]
    assert _found("/fa/blog/gardn") == _found("/fa/by/gardn") == ["/fa/by/garden/"]
    assert _found("/fa/gardn") == []


def test_at_most_five_are_offered_the_nearest_first(client):
    for slug in ("garden", "gardens", "gardener"):
        in_use(make_topic("fa", slug=slug, name=slug))
        in_use(make_tag("fa", slug=slug, name=slug))

    names = [name for name, _ in _offered(client, "/fa/topic/gardns/")]

    assert len(names) <= 5
    assert names[:2] == ["gardens", "garden"]


def test_a_name_is_offered_once_the_kind_that_was_asked_for_first():
    in_use(make_topic("fa", slug="garden", name="باغ"))
    in_use(make_tag("fa", slug="garden", name="باغ"))

    assert _found("/fa/topic/gardn") == _found("/fa/gardn") == ["/fa/topic/garden/"]
    assert _found("/fa/tag/gardn") == ["/fa/tag/garden/"]


def test_where_labels_are_many_none_is_compared(monkeypatch):
    monkeypatch.setattr(suggestions, "MOST_LABELS", 2)
    for slug in ("garden", "mountains"):
        in_use(make_topic("fa", slug=slug))
    in_use(make_tag("fa", slug="garden"))

    assert _found("/fa/gardn") == ["/fa/topic/garden/", "/fa/tag/garden/"]
    in_use(make_topic("fa", slug="sea"))
    assert _found("/fa/gardn") == ["/fa/tag/garden/"]


def test_without_anything_near_nothing_is_said(client):
    in_use(make_topic("fa", slug="garden"))
    answer = client.get("/fa/topic/mountains/")

    assert LexborHTMLParser(answer.content.decode()).css("#near, .near") == []


@pytest.mark.parametrize(
    "address", ["/fa/?p=12", "/fa/wp-login.php", "/fa/" + "garden-" * 1000, "/nowhere/garden/"]
)
def test_what_has_no_words_is_not_searched_for(client, address):
    in_use(make_topic("fa", slug="garden"))

    with captured() as statements:
        assert _offered(client, address) == []

    assert [sql for sql in statements if "articles_topic" in sql and "LIMIT 301" in sql] == []


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_that_is_not_found_costs_few_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        make_article("fa", title="باغ پرندگان", tags=[make_tag("fa")], topics=[make_topic("fa")])
    client.get("/fa/old/باغ-پرندگان-دیگر/")  # content types are cached from now on

    # The old address, the redirect and the hit; topics and tags; three searches, of which the
    # last finds; the works; what stands beside the page.
    with django_assert_num_queries(10):
        assert len(_offered(client, "/fa/old/باغ-پرندگان-دیگر/")) == count


def test_works_that_are_found_and_not_near_cost_few_queries_too(client, django_assert_num_queries):
    kinds = (make_article, make_book, make_cartoon, make_gallery, make_video)
    for make in kinds:
        make("fa", title="پرندگان مهاجر در آسمان", slug="x")
    address = "/fa/old/پرندگان-مهاجر-کوه-رود-دشت/"
    client.get(address)  # content types are cached from now on

    # The old address, the redirect and the hit; topics and tags; three searches, of which two
    # find; the works, once for each kind; what stands beside the page.
    with django_assert_num_queries(9 + len(kinds)):
        assert _offered(client, address) == []


def test_no_works_are_searched_for_where_a_label_is_enough():
    in_use(make_topic("fa", slug="garden"))

    with captured() as statements:
        assert len(Suggester().suggest("/fa/topic/gardn", most=1)) == 1

    assert [sql for sql in statements if "search_" in sql] == []


def test_no_base_column_is_read(client):
    in_use(make_topic("fa", slug="garden"))
    make_article("fa", title="Gardn")
    make_page("fa", title="Gardn")

    with captured() as statements:
        assert len(_offered(client, "/fa/topic/gardn/")) == 3

    assert base_columns_read(statements) == set()
