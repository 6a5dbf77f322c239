"""Pictures in the bodies of pages become images of the media library."""

from django.db import migrations

from media_library.adopting import Adopter, adopt_bodies, refuse_to_lose_images

CODES = ("en", "ar", "fa", "sq")


def move_pictures(apps, schema_editor):
    pages = apps.get_model("pages", "Page")
    adopt_bodies(Adopter(apps), apps, pages, {f"body_{code}": code for code in CODES})


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ("pages", "0001_initial"),
        ("editorial", "0001_initial"),
        ("media_library", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(move_pictures, refuse_to_lose_images, elidable=True)]
