"""Tags have a room of their own now; their tables have moved there."""

import taggit.managers
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0001_initial"),
        ("tags", "0001_initial"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="article",
                    name="tags",
                    field=taggit.managers.TaggableManager(
                        blank=True,
                        help_text="A comma-separated list of tags.",
                        through="tags.TaggedItem",
                        to="tags.Tag",
                        verbose_name="tags",
                    ),
                ),
                migrations.DeleteModel(name="TaggedItem"),
                migrations.DeleteModel(name="Tag"),
            ],
        ),
    ]
