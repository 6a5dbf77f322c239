"""Lead pictures, and pictures in bodies, become images of the media library.

Two articles that show one file share one image. The words of the first are those of the image; a
caption that differs stays with its article. Each article is written by itself, so that readers wait
for nobody and an interrupted migration goes on where it was. Renditions are made by
`manage.py make_renditions`.
"""

from django.db import migrations

from media_library.adopting import Adopter, adopt_bodies, refuse_to_lose_images

CODES = ("en", "ar", "fa", "sq")


def move_pictures(apps, schema_editor):
    articles = apps.get_model("articles", "Article")
    adopter = Adopter(apps)
    waiting = articles.objects.filter(lead_image=None).exclude(lead_image_file="")
    for article in waiting.iterator(chunk_size=500):
        move_lead_image(article, adopter)
    adopt_bodies(adopter, apps, articles, {f"body_{code}": code for code in CODES})


def move_lead_image(article, adopter):
    words = {
        f"{new}_{code}": getattr(article, f"lead_image_{old}_{code}") or ""
        for code in CODES
        for old, new in (("alt", "alt_text"), ("caption", "caption"), ("credit", "credit"))
    }
    size = (article.lead_image_width, article.lead_image_height)
    image = adopter.adopt(article.lead_image_file.name, words, size)
    article.lead_image_id = image.pk
    for code in CODES:
        if words[f"caption_{code}"] == getattr(image, f"caption_{code}"):
            setattr(article, f"lead_image_caption_{code}", "")
    captions = [f"lead_image_caption_{code}" for code in CODES]
    article.save(update_fields=["lead_image", *captions])


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ("articles", "0003_lead_images_join_the_library"),
        ("editorial", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(move_pictures, refuse_to_lose_images, elidable=True)]
