"""Posts that are cartoons or news pictures by their terms become such works."""

import pytest

from articles.models import Article
from media_library.models import Cartoon, ImageAsset, NewsPicture
from nejat.comments.models import Comment
from nejat.wordpress.models import ImportRecord
from tests.wordpress.media import UPLOADS, draw, picture, shown
from tests.wordpress.wxr import Importer, category, comment, item, link, meta

pytestmark = pytest.mark.django_db

CARTOON, NEWSPIC = link("ctype", "cartoons"), link("ctype", "newspics")
FEATURED = meta("_thumbnail_id", 3)
IN_BODY = f'<img class="wp-image-3" src="{UPLOADS}a.png">'


@pytest.fixture
def run(tmp_path):
    draw(tmp_path / "uploads/a.png")
    draw(tmp_path / "uploads/b.png", "red")
    run = Importer(tmp_path)
    return lambda *parts, **options: run(*parts, media=tmp_path / "uploads", **options) and run


def image(name):
    return ImageAsset.objects.get(original_name=name)


@pytest.mark.parametrize(
    ("term", "model"),
    [
        (link("ctype", "cartoons"), Cartoon),
        (link("ctype", "Cartoon"), Cartoon),
        (link("ctype", "x", "کاریکاتور"), Cartoon),
        (link("ctype", "%d9%83%d8%a7%d8%b1%d9%8a%d9%83%d8%a7%d8%aa%d9%8a%d8%b1"), Cartoon),
        (link("category", "karikatura"), Cartoon),
        (link("module", "cartoons"), Cartoon),
        (link("ctype", "newspics"), NewsPicture),
        (link("ctype", "News-Pic"), NewsPicture),
        (link("category", "عکس-خبری"), NewsPicture),
        (link("ctype", "x", "صور إخبارية"), NewsPicture),
        (link("ctype", "foto-lajmesh"), NewsPicture),
        (link("post_tag", "cartoons"), Article),
        (link("module", "news"), Article),
    ],
)
def test_the_terms_of_a_post_tell_its_kind(run, term, model):
    run(picture(3), item(1, term, FEATURED, title="باران"))

    work = model.objects.get()
    assert (work.title_fa, work.state_fa) == ("باران", "published")
    assert ImportRecord.objects.get(kind="post").result == work
    assert work.body_fa == "<p>Text 1</p>"


def test_the_picture_of_a_work_is_the_featured_one(run):
    done = run(picture(3), picture(4, "b.png"), item(1, CARTOON, FEATURED, body=f"{IN_BODY}Words"
               f'<img src="{UPLOADS}b.png">'))  # fmt: skip

    cartoon = Cartoon.objects.get()
    assert cartoon.image == image("a.png")
    assert cartoon.body_fa == f"<p>Words</p>\n{shown(image('b.png').pk)}"
    assert done.totals("cartoon") == {"read": 1, "created": 1}
    assert done.totals("post") == {}
    assert done.report["repaired"] == []


def test_without_one_it_is_the_first_of_the_body_and_leaves_it(run):
    body = f"Before [caption]{IN_BODY} Its <b>own</b> words[/caption] after"

    run(picture(3), item(1, NEWSPIC, body=body))

    work = NewsPicture.objects.get()
    assert work.image == image("a.png")
    assert work.body_fa == "<p>Before</p>\n<p>Its <b>own</b> words</p>\n<p>after</p>"


def test_another_picture_in_the_body_stays_there(run):
    run(picture(3), picture(4, "b.png"),
        item(1, CARTOON, meta("_thumbnail_id", 4), body=IN_BODY))  # fmt: skip

    cartoon = Cartoon.objects.get()
    assert (cartoon.image, cartoon.body_fa) == (image("b.png"), shown(image("a.png").pk))


@pytest.mark.parametrize("inside", [(), (meta("_thumbnail_id", 9),)])
def test_without_any_picture_it_stays_an_article_and_the_report_says_why(run, inside):
    done = run(item(1, CARTOON, *inside))

    assert Article.objects.count() == 1
    assert not Cartoon.objects.exists()
    reason = "a cartoon by its terms, but it has no picture here: an article"
    assert reason in done.repairs(1)
    assert done.totals("post") == {"read": 1, "created": 1}


def test_works_carry_tags_and_keep_the_other_terms_in_their_record(run):
    terms = (link("post_tag", "rain"), link("category", "letters"), link("blogs", "north"))

    run(category(1, "letters", "Letters"), picture(3), item(1, CARTOON, FEATURED, *terms))

    cartoon = Cartoon.objects.get()
    assert [tag.slug_fa for tag in cartoon.tags.all()] == ["rain"]
    assert ImportRecord.objects.get(kind="post").data == {
        "terms": {"ctype": ["cartoons"], "category": ["letters"], "blogs": ["north"]},
        "lead_image": UPLOADS + "a.png",
    }


def test_tags_are_replaced_by_those_of_a_newer_export(run):
    run(picture(3), item(1, CARTOON, FEATURED, link("post_tag", "old")), item(2))
    Article.objects.get().tags.set(Cartoon.objects.get().tags.all())

    run(picture(3), item(1, CARTOON, FEATURED, link("post_tag", "new")), item(2))

    assert [tag.slug_fa for tag in Cartoon.objects.get().tags.all()] == ["new"]
    assert [tag.slug_fa for tag in Article.objects.get().tags.all()] == ["old"]


def test_comments_stand_under_the_work(run):
    answers = (comment(5), comment(6, parent=5))

    done = run(picture(3), item(1, CARTOON, FEATURED, *answers), item(2, comment(7)))

    cartoon, article = Cartoon.objects.get(), Article.objects.get()
    assert [said.parent_id is None for said in Comment.objects.under(cartoon, "fa")] == [
        True,
        False,
    ]
    assert Comment.objects.under(article, "fa").count() == article.comment_count_fa == 1
    assert done.totals("comment") == {"read": 3, "created": 3}


def test_comments_of_a_work_that_was_deleted_here_are_named(run):
    run(picture(3), item(1, CARTOON, FEATURED), item(2))
    Cartoon.objects.all().delete()

    done = run(picture(3), item(1, CARTOON, FEATURED, comment(5)), item(2))

    assert [skip["reason"] for skip in done.report["skipped"]] == ["its post was deleted here"]


def test_a_sticky_work_is_not_pinned_and_the_report_says_so(run):
    done = run(picture(3), item(1, CARTOON, FEATURED, is_sticky=1))

    assert done.repairs(1) == ["was sticky: only articles are pinned"]


def test_a_post_that_was_imported_as_an_article_stays_one(run):
    run(picture(3), item(1, FEATURED))

    done = run(picture(3), item(1, CARTOON, FEATURED, title="New"))

    assert (Article.objects.get().title_fa, Cartoon.objects.count()) == ("New", 0)
    assert done.totals("post") == {"read": 1, "updated": 1}


def test_an_update_takes_the_text_and_leaves_the_picture(run):
    run(picture(3), picture(4, "b.png"), item(1, CARTOON, body=f"{IN_BODY}Old"))

    done = run(picture(3), picture(4, "b.png"),
               item(1, CARTOON, body=f'<img src="{UPLOADS}b.png">New'))  # fmt: skip

    cartoon = Cartoon.objects.get()
    assert cartoon.image == image("a.png")
    assert cartoon.body_fa == f"{shown(image('b.png').pk)}\n<p>New</p>"
    assert done.totals("cartoon") == {"read": 1, "updated": 1}


def test_what_was_edited_or_deleted_here_is_kept(run):
    parts = (picture(3), item(1, CARTOON, FEATURED), item(2, NEWSPIC, FEATURED))
    run(*parts)
    cartoon = Cartoon.objects.get()
    cartoon.title_fa = "Edited"
    cartoon.save()
    NewsPicture.objects.all().delete()

    done = run(*(part.replace("Letter", "Changed") for part in parts))

    assert (Cartoon.objects.get().title_fa, NewsPicture.objects.count()) == ("Edited", 0)
    assert [(skip["kind"], skip["reason"]) for skip in done.report["skipped"]] == [
        ("cartoon", "edited here since the import"),
        ("newspicture", "deleted here since the import"),
    ]


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_changes_nothing(run, resume):
    parts = (picture(3), item(1, CARTOON, comment(5), body=f"{IN_BODY}Text"))
    run(*parts)
    before = Cartoon.objects.get().updated_at, ImportRecord.objects.count()

    done = run(*parts, resume=resume)

    assert (Cartoon.objects.get().updated_at, ImportRecord.objects.count()) == before
    assert done.totals("cartoon") == done.totals("comment") == {"read": 1, "unchanged": 1}
    assert done.report["repaired"] == []


def test_a_dry_run_reports_the_same_and_writes_nothing(run):
    parts = (picture(3), item(1, CARTOON, body=IN_BODY), item(2, NEWSPIC))

    dry = run(*parts, dry_run=True).report

    assert not ImageAsset.objects.exists()
    assert not Cartoon.objects.exists()
    assert run(*parts).report == dry
