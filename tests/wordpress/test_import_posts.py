"""Posts and pages of an export as articles and pages."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from nejat.pages.models import Page
from nejat.wordpress.models import ImportRecord
from tests.sql import captured
from tests.wordpress.wxr import Importer, comment, item, link, meta

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    return Importer(tmp_path)


def test_a_post_becomes_an_article_of_its_edition(run):
    run(item(1, title="باران", body="یک\n\nدو", post_name="%d8%a8%d8%a7%d8%b1", excerpt="خلاصه"))

    article = Article.objects.get()
    assert (article.title_fa, article.slug_fa, article.standfirst_fa) == ("باران", "بار", "خلاصه")
    assert article.body_fa == "<p>یک</p>\n<p>دو</p>"
    assert (article.state_fa, article.published_at_fa) == (
        "published",
        datetime(2024, 5, 14, 6, tzinfo=UTC),
    )
    assert article.comments_open
    assert not article.title_en
    assert abs(article.created_at - timezone.now()) < timedelta(minutes=1)
    assert run.totals("post") == {"read": 1, "created": 1}


@pytest.mark.parametrize(
    ("status", "state", "is_dated"),
    [
        ("publish", "published", True),
        ("future", "published", True),
        ("draft", "draft", False),
        ("pending", "in_review", False),
        ("private", "in_review", True),
        ("archived", "draft", False),
    ],
)
def test_each_status_has_its_state(run, status, state, is_dated):
    run(item(1, status=status))

    article = Article.objects.get()
    assert article.state_fa == state
    assert (article.published_at_fa is not None) == is_dated


def test_an_unknown_status_is_named(run):
    run(item(1, status="archived"))

    assert run.repairs(1) == ["unknown status “archived”: a draft"]


def test_a_post_with_a_password_is_never_published(run):
    run(item(1, post_password="secret"))

    assert Article.objects.get().state_fa == "in_review"
    assert run.repairs(1) == ["protected by a password: in review, not published"]


@pytest.mark.parametrize("status", ["trash", "auto-draft"])
def test_what_was_thrown_away_is_skipped_with_its_comments(run, status):
    report = run(item(1, comment(5), title="Gone", status=status))

    assert not Article.objects.exists()
    assert report["skipped"] == [
        {"kind": "post", "old_id": 1, "title": "Gone", "reason": f"its status is {status}"},
        {"kind": "comment", "old_id": 5, "title": "Reader", "reason": "its post was skipped"},
    ]


def test_other_types_are_skipped_and_named(run):
    report = run(item(1, post_type="revision"), item(2, post_type="wp_block"))

    assert [(skip["kind"], skip["old_id"]) for skip in report["skipped"]] == [
        ("revision", 1),
        ("wp_block", 2),
    ]
    assert report["totals"]["post"]["read"] == 0


def test_a_reusable_block_stands_in_the_body(run):
    run(
        item(1, body='<!-- wp:block {"ref":9} /-->'),
        item(
            9, post_type="wp_block", body="<!-- wp:paragraph --><p>Shared</p><!-- /wp:paragraph -->"
        ),
    )

    assert Article.objects.get().body_fa == "<p>Shared</p>"


def test_a_missing_title_is_made_from_the_body(run):
    run(item(1, title="", body="<p>Nine plain words stand in this short little text</p>"))

    assert Article.objects.get().title_fa == "Nine plain words stand in this short little…"
    assert run.repairs(1) == [
        "no title: made from its first words, “Nine plain words stand in this short little…”"
    ]


def test_a_post_without_title_and_body_is_called_by_its_number(run):
    run(item(7, title="", body=""))

    assert Article.objects.get().title_fa == "№ 7"
    assert "neither title nor text: called “№ 7”" in run.repairs(7)


def test_long_titles_and_slugs_are_cut(run):
    run(item(1, title="ا" * 400, post_name="a-" * 60))

    article = Article.objects.get()
    assert article.title_fa == "ا" * 299 + "…"
    assert article.slug_fa == ("a-" * 40)[:-1]
    assert run.repairs(1) == ["title cut at 300 characters"]


def test_markup_in_titles_is_read(run):
    run(item(1, title="Rain &amp; <em>wind</em>"))

    assert Article.objects.get().title_fa == "Rain & wind"


def test_texts_for_search_engines_are_filled_in(run):
    run(
        item(
            1,
            meta("_yoast_wpseo_title", "%%title%% %%sep%% %%sitename%%"),
            meta("_yoast_wpseo_metadesc", "About rain"),
            title="Rain",
        )
    )

    article = Article.objects.get()
    assert (article.seo_title_fa, article.seo_description_fa) == ("Rain – Archive", "About rain")


def test_a_sticky_post_is_pinned_for_thirty_days(run):
    run(item(1, is_sticky=1))

    left = Article.objects.get().pinned_until_fa - timezone.now()
    assert timedelta(days=29) < left <= timedelta(days=30)
    assert run.repairs(1) == ["was sticky: pinned for 30 days from the import"]


def test_closed_comments_stay_closed(run):
    run(item(1, comment_status="closed"))

    assert not Article.objects.get().comments_open


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://example.org/fa/posts/2", "/fa/posts/2"),
        ("http://www.example.org/fa/posts/2#c", "/fa/posts/2#c"),
        ("https://example.org/?p=2", "/fa/?p=2"),
        ("https://example.org/2024/05/rain", "/fa/2024/05/rain"),
        ("https://example.com/fa/posts/2", "https://example.com/fa/posts/2"),
    ],
)
def test_links_to_the_old_install_become_paths(run, address, path):
    run(item(1, body=f'<p><a href="{address}">Earlier</a></p>'))

    assert f'href="{path}"' in Article.objects.get().body_fa


def test_unknown_shortcodes_are_out_of_sight_and_named(run):
    run(item(1, body="Before [mystery_box id=1] after"))

    assert "mystery_box" not in Article.objects.get().body_fa
    assert run.repairs(1) == ["unknown shortcode left out: [mystery_box]"]


def test_a_page_becomes_a_page(run):
    run(item(1, post_type="page", title="History", menu_order=3))

    page = Page.objects.get()
    assert (page.title_fa, page.state_fa, page.position) == ("History", "published", 3)
    assert run.totals("page") == {"read": 1, "created": 1}


def test_two_posts_with_one_title_and_date_are_two(run):
    run(item(1, title="Rain", post_name="rain"), item(2, title="Rain", post_name="rain"))

    assert Article.objects.count() == 2


def test_terms_of_other_taxonomies_are_kept(run):
    run(item(1, link("module", "news"), link("ctype", "videos")))

    record = ImportRecord.objects.get(kind="post")
    assert record.data == {"terms": {"module": ["news"], "ctype": ["videos"]}}


def test_more_posts_in_a_batch_cost_no_more_queries(run):
    with captured() as few:
        run(*map(item, range(1, 4)))
    with captured() as many:
        run(*map(item, range(10, 60)))

    assert Article.objects.count() == 53
    assert len(many) <= len(few)
