"""What is known of lead pictures stands in the media library; the old fields go."""

from django.db import migrations, models

CODES = ("en", "ar", "fa", "sq")
OLD_WORDS = ("lead_image_alt", "lead_image_credit")
CAPTION = {
    "blank": True,
    "default": "",
    "help_text": "Left empty, it is that of the image.",
    "max_length": 500,
    "verbose_name": "caption of the lead picture",
}


class Migration(migrations.Migration):

    dependencies = [("articles", "0004_move_pictures_into_the_library")]

    operations = [
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
