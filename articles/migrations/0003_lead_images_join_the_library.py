"""Lead pictures become images of the media library: the new field, beside the old one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0002_tags_move_out"),
        ("media_library", "0001_initial"),
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
    ]
