"""What a work and a label fill in and refuse by themselves."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import translation

from articles.models import Article, Topic
from nejat.editions.registry import CODES, UnknownEdition
from nejat.editorial.columns import column, columns
from tests.factories import PUBLISHED_AT, make_article, make_page, make_tag, make_topic

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)


def test_a_column_is_named_by_its_edition():
    assert column("topic__name", "fa") == "topic__name_fa"
    assert columns("title") == ["title_en", "title_ar", "title_fa", "title_sq"]
    with pytest.raises(UnknownEdition):
        column("title", "de")


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_a_published_work_gets_its_date(code):
    with time_machine.travel(NOW, tick=False):
        work = make_article(code, published_at=None)

    assert work.get_in("published_at", code) == NOW
    assert [work.get_in("published_at", other) for other in CODES if other != code] == [None] * 3


@pytest.mark.django_db
def test_a_draft_gets_no_date_and_a_given_date_stays():
    assert make_article("fa", state="draft", published_at=None).published_at_fa is None
    assert make_article("fa").published_at_fa == PUBLISHED_AT


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "title", "slug"),
    [
        ("en", "A Letter, Home", "a-letter-home"),
        ("fa", "نامه‌ای به خانه", "نامه-ای-به-خانه"),
        ("ar", "رسالة إلى البيت", "رسالة-إلى-البيت"),
        ("sq", "Një letër", "një-letër"),
        ("fa", "…", "article"),
    ],
)
def test_a_slug_is_made_from_the_title_of_its_edition(code, title, slug):
    work = make_article(code, title=title)

    assert work.get_in("slug", code) == slug
    assert [work.get_in("slug", other) for other in CODES if other != code] == [""] * 3


@pytest.mark.django_db
def test_a_slug_stays_when_the_title_changes():
    work = make_article("en", title="Before")
    work.title_en = "After"
    work.save()

    assert work.slug_en == "before"


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_article, make_page])
def test_bodies_are_cleaned_in_every_edition(make):
    bodies = dict.fromkeys(columns("body"), '<p onclick="x()">A</p><script>x()</script>')
    work = make("en", **bodies)

    assert [work.get_in("body", code) for code in CODES] == ["<p>A</p>"] * 4


@pytest.mark.django_db
def test_a_work_is_called_by_its_title_in_the_language_spoken_else_the_first_there_is():
    work = make_article("fa", title="نامه", title_sq="Letra")
    names = {}
    for code in CODES:
        with translation.override(code):
            names[code] = str(work)

    assert names == {"en": "نامه", "ar": "نامه", "fa": "نامه", "sq": "Letra"}


@pytest.mark.django_db
def test_a_work_knows_its_addresses_where_readers_see_it():
    work = make_article(
        "fa", title="نامه", title_sq="Letra", state_sq="published", title_en="Draft"
    )

    assert [edition.code for edition in work.public_editions] == ["fa", "sq"]
    assert work.addresses == {
        "fa": f"/fa/articles/{work.pk}/%D9%86%D8%A7%D9%85%D9%87/",
        "sq": f"/sq/articles/{work.pk}/letra/",
    }
    assert work.url_in("ar") == f"/ar/articles/{work.pk}/-/"


@pytest.mark.parametrize("model", [Article, Topic])
def test_a_work_or_label_without_any_name_is_refused(model):
    with pytest.raises(ValidationError, match="in at least one edition"):
        model().clean()


@pytest.mark.django_db
def test_a_taken_address_is_named_at_its_field():
    topic = make_topic("fa", slug="خانه")
    make_topic("ar", slug="بيت")
    topic.clean()

    with pytest.raises(ValidationError) as refused:
        Topic(name_fa="خانه", slug_fa="خانه", name_ar="خانه").clean()

    taken = "Another one has this name or this address already."
    assert refused.value.message_dict == {"slug_fa": [taken]}


@pytest.mark.django_db
def test_a_topic_knows_all_that_stand_below_it():
    above = make_topic()
    middle = make_topic(parent=above)
    below = make_topic(parent=middle)
    make_topic()

    assert Topic.objects.with_descendants(above.pk) == [above.pk, middle.pk, below.pk]
    assert Topic.objects.with_descendants(below.pk) == [below.pk]


@pytest.mark.django_db
def test_a_circle_of_topics_is_walked_once_and_refused_by_forms():
    one = make_topic()
    two = make_topic(parent=one)
    one.parent = two

    with pytest.raises(ValidationError, match="cannot stand below itself"):
        one.clean()
    one.save()
    assert Topic.objects.with_descendants(one.pk) == [one.pk, two.pk]


@pytest.mark.django_db
def test_a_label_stands_in_the_editions_that_name_it():
    tag = make_tag("ar", name="ذكريات")
    make_tag("ar", name="…")

    assert list(type(tag).objects.in_edition("ar")) == [tag]
    assert list(type(tag).objects.in_edition("en")) == []
    assert list(tag.addresses) == ["ar"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dates", "faulty"),
    [
        ({"published_at": datetime(202, 5, 1, tzinfo=UTC)}, "published_at_fa"),
        ({"published_at": NOW, "expires_at": NOW}, "expires_at_fa"),
        ({"published_at": NOW, "expires_at": NOW - timedelta(days=1)}, "expires_at_fa"),
    ],
)
def test_dates_that_cannot_be_meant_are_refused_at_their_field(dates, faulty):
    article = Article()
    article.set_in("fa", title="باغ", state="published", **dates)

    with pytest.raises(ValidationError) as refused:
        article.full_clean()
    assert list(refused.value.message_dict) == [faulty]
