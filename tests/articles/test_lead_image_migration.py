"""Pictures stored with articles become images of the media library, and nothing is lost."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.executor import MigrationExecutor
from PIL import Image

from tests.factories import make_image

BEFORE = [("articles", "0002_tags_move_out"), ("pages", "0001_initial")]
AFTER = [
    ("articles", "0005_lead_images_leave_the_article"),
    ("pages", "0002_pictures_join_the_library"),
]


def _migrate(targets):
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


def _store(name: str, colour: str) -> str:
    buffer = BytesIO()
    Image.new("RGB", (60, 40), colour).save(buffer, "JPEG")
    return default_storage.save(name, ContentFile(buffer.getvalue()))


def _migrate_to_today():
    """What stands above the articles, and went with them, comes back too."""
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


@pytest.fixture
def old_apps(transactional_db):
    yield _migrate(BEFORE)
    _migrate_to_today()


def test_what_would_lose_images_is_not_undone(transactional_db):
    image = make_image()

    with pytest.raises(IrreversibleError):
        _migrate(BEFORE)

    _migrate_to_today()
    image.delete()


def test_lead_pictures_and_pictures_in_bodies_move_into_the_library(old_apps):
    shared = _store("articles/tea.jpg", "red")
    _store("articles/باغ ما.jpg", "green")
    body = (
        '<p>A <img src="/files/articles/tea.jpg" alt="in a line"> B</p>'
        '<figure><img src="/files/articles/tea.jpg" alt="Tea"><figcaption>At <b>four</b>'
        '</figcaption></figure><p><a href="/files/articles/%D8%A8%D8%A7%D8%BA%20%D9%85%D8%A7.jpg">'
        '<img src="/files/articles/%D8%A8%D8%A7%D8%BA%20%D9%85%D8%A7.jpg" alt=""></a></p>'
    )
    Article = old_apps.get_model("articles", "Article")
    first = Article.objects.create(
        title_fa="یک", lead_image=shared, lead_image_alt_fa="چای", lead_image_caption_fa="عصر"
    )
    second = Article.objects.create(
        title_fa="دو", lead_image=shared, lead_image_caption_fa="صبح", lead_image_credit_en="M."
    )
    size = {"lead_image_width": 60, "lead_image_height": 40}
    gone = Article.objects.create(title_en="Three", lead_image="articles/gone.jpg", **size)
    topic = old_apps.get_model("articles", "Topic").objects.create(name_fa="باغ")
    texts = Article.objects.create(
        title_fa="چهار", body_fa=body, primary_topic=topic, lead_image=shared
    )
    page = old_apps.get_model("pages", "Page").objects.create(body_en=body)

    apps = _migrate(AFTER)

    Article, Page = apps.get_model("articles", "Article"), apps.get_model("pages", "Page")
    images = apps.get_model("media_library", "ImageAsset").objects
    tea = images.get(original_name="tea.jpg")
    assert (tea.width, tea.height, len(tea.sha256), len(tea.key)) == (60, 40, 64, 10)
    assert (tea.alt_text_fa, tea.caption_fa, tea.credit_en) == ("چای", "عصر", "M.")
    assert default_storage.exists(tea.file.name)
    moved = {a.pk: a for a in Article.objects.all()}
    assert [moved[a.pk].lead_image_id for a in (first, second)] == [tea.pk, tea.pk]
    captions = [moved[a.pk].lead_image_caption_fa for a in (first, second)]
    assert captions == ["", "صبح"]
    lost = images.get(original_name="gone.jpg")
    assert (moved[gone.pk].lead_image_id, lost.file.name) == (lost.pk, "articles/gone.jpg")
    assert (lost.width, lost.height, lost.key) == (60, 40, "")
    green = images.get(original_name="باغ ما.jpg")
    expected = (
        '<p>A <img src="/files/articles/tea.jpg" alt="in a line"> B</p>'
        f'<figure data-image="{tea.pk}"><figcaption>At <b>four</b></figcaption></figure>'
        f'<figure data-image="{green.pk}"></figure>'
    )
    assert moved[texts.pk].body_fa == expected
    assert Page.objects.get(pk=page.pk).body_en == expected
    assert tea.alt_text_en == "Tea"
    rows = apps.get_model("editorial", "BodyImage").objects.values_list("column", "image")
    names = [("body_en", green.pk), ("body_en", tea.pk), ("body_fa", green.pk), ("body_fa", tea.pk)]
    assert sorted(rows) == sorted(names)
