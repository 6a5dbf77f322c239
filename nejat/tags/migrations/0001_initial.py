"""Tags get a room of their own: their tables move here with all their rows."""

import django.db.models.deletion
from django.db import migrations, models

MOVED = ("tag", "taggeditem")


def move_content_types(apps, schema_editor):
    """What names tags by their content type, such as records of imports, goes on naming them."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    ContentType.objects.filter(app_label="articles", model__in=MOVED).update(app_label="tags")


def move_content_types_back(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    ContentType.objects.filter(app_label="tags", model__in=MOVED).update(app_label="articles")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("articles", "0001_initial"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    f"ALTER TABLE articles_{name} RENAME TO tags_{name}",
                    f"ALTER TABLE tags_{name} RENAME TO articles_{name}",
                )
                for name in MOVED
            ],
            state_operations=[
                migrations.CreateModel(
                    name='Tag',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('intro', models.TextField(blank=True, default='', verbose_name='introduction')),
                        ('intro_en', models.TextField(blank=True, default='', null=True, verbose_name='introduction')),
                        ('intro_ar', models.TextField(blank=True, default='', null=True, verbose_name='introduction')),
                        ('intro_fa', models.TextField(blank=True, default='', null=True, verbose_name='introduction')),
                        ('intro_sq', models.TextField(blank=True, default='', null=True, verbose_name='introduction')),
                        ('name', models.CharField(blank=True, default='', max_length=100, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, default='', max_length=100, null=True, verbose_name='name')),
                        ('name_ar', models.CharField(blank=True, default='', max_length=100, null=True, verbose_name='name')),
                        ('name_fa', models.CharField(blank=True, default='', max_length=100, null=True, verbose_name='name')),
                        ('name_sq', models.CharField(blank=True, default='', max_length=100, null=True, verbose_name='name')),
                        ('slug', models.SlugField(allow_unicode=True, blank=True, db_index=False, default='', max_length=80, verbose_name='web address')),
                        ('slug_en', models.SlugField(allow_unicode=True, blank=True, db_index=False, default='', max_length=80, null=True, verbose_name='web address')),
                        ('slug_ar', models.SlugField(allow_unicode=True, blank=True, db_index=False, default='', max_length=80, null=True, verbose_name='web address')),
                        ('slug_fa', models.SlugField(allow_unicode=True, blank=True, db_index=False, default='', max_length=80, null=True, verbose_name='web address')),
                        ('slug_sq', models.SlugField(allow_unicode=True, blank=True, db_index=False, default='', max_length=80, null=True, verbose_name='web address')),
                    ],
                    options={
                        'verbose_name': 'tag',
                        'verbose_name_plural': 'tags',
                        'abstract': False,
                        'base_manager_name': 'objects',
                        'constraints': [models.UniqueConstraint(condition=models.Q(('slug_en__gt', '')), fields=('slug_en',), name='tag_slug_en'), models.UniqueConstraint(condition=models.Q(('slug_ar__gt', '')), fields=('slug_ar',), name='tag_slug_ar'), models.UniqueConstraint(condition=models.Q(('slug_fa__gt', '')), fields=('slug_fa',), name='tag_slug_fa'), models.UniqueConstraint(condition=models.Q(('slug_sq__gt', '')), fields=('slug_sq',), name='tag_slug_sq')],
                    },
                ),
                migrations.CreateModel(
                    name='TaggedItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('object_id', models.IntegerField(db_index=True, verbose_name='object ID')),
                        ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_tagged_items', to='contenttypes.contenttype', verbose_name='content type')),
                        ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='tags.tag')),
                    ],
                    options={
                        'verbose_name': 'tag of a work',
                        'verbose_name_plural': 'tags of works',
                        'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'tag'), name='tagged_once')],
                    },
                ),
            ],
        ),
        migrations.RunPython(move_content_types, move_content_types_back),
    ]
