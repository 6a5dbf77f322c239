"""Lead pictures, and pictures in bodies, become images of the media library.

Two articles that show one file share one image. The words of the first are those of the image; a
caption that differs stays with its article. Renditions are made by `manage.py make_renditions`.
"""

import django.db.models.deletion
from django.db import migrations, models

from media_library.adopting import Adopter, adopt_bodies

CODES = ("en", "ar", "fa", "sq")
OLD_WORDS = ("lead_image_alt", "lead_image_credit")
CAPTION = {
    "blank": True,
    "default": "",
    "help_text": "Left empty, it is that of the image.",
    "max_length": 500,
    "verbose_name": "caption of the lead picture",
}


def move_pictures(apps, schema_editor):
    articles = apps.get_model("articles", "Article")
    adopter = Adopter(apps)
    for article in articles.objects.exclude(lead_image_file="").iterator(chunk_size=500):
        move_lead_image(article, adopter)
    adopt_bodies(apps, articles, {f"body_{code}": code for code in CODES})


def move_lead_image(article, adopter):
    words = {
        f"{new}_{code}": getattr(article, f"lead_image_{old}_{code}") or ""
        for code in CODES
        for old, new in (("alt", "alt_text"), ("caption", "caption"), ("credit", "credit"))
    }
    image = adopter.adopt(article.lead_image_file.name, words)
    article.lead_image_id = image.pk
    for code in CODES:
        if words[f"caption_{code}"] == getattr(image, f"caption_{code}"):
            setattr(article, f"lead_image_caption_{code}", "")
    captions = [f"lead_image_caption_{code}" for code in CODES]
    article.save(update_fields=["lead_image", *captions])


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0002_tags_move_out"),
        ("editorial", "0001_initial"),
        ("media_library", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RenameField("article", "lead_image", "lead_image_file"),
        migrations.AddField(
            "article",
            "lead_image",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="media_library.imageasset",
                verbose_name="lead picture",
            ),
        ),
        migrations.RunPython(move_pictures, migrations.RunPython.noop, elidable=True),
        migrations.AlterField("article", "lead_image_caption", models.CharField(**CAPTION)),
        *(
            migrations.AlterField(
                "article", f"lead_image_caption_{code}", models.CharField(**CAPTION, null=True)
            )
            for code in CODES
        ),
        *(
            migrations.RemoveField("article", name)
            for word in OLD_WORDS
            for name in (word, *(f"{word}_{code}" for code in CODES))
        ),
        migrations.RemoveField("article", "lead_image_height"),
        migrations.RemoveField("article", "lead_image_width"),
        migrations.RemoveField("article", "lead_image_file"),
    ]
