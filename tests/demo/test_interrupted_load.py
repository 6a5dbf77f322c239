"""A load that cannot write its files writes nothing."""

import pytest
from django.core.management import call_command

from articles.models import Article
from media_library.models import ImageAsset


@pytest.mark.django_db
def test_an_interrupted_load_leaves_nothing_behind(monkeypatch, settings):
    def full_disk(*args: object, **kwargs: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full_disk)
    with pytest.raises(OSError, match="No space"):
        call_command("load_demo")

    assert Article.objects.count() == 0
    assert ImageAsset.objects.count() == 0
