import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('editorial', '0001_initial'), ('editorial', '0002_former_slugs'), ('editorial', '0003_working_copies'), ('editorial', '0004_saved_filters'), ('editorial', '0005_translations')]

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BodyImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='contenttypes.contenttype')),
                ('object_id', models.PositiveBigIntegerField()),
                ('column', models.CharField(help_text='Like body_fa.', max_length=60, verbose_name='text')),
                ('image', models.PositiveBigIntegerField(db_index=True, verbose_name='image')),
            ],
            options={
                'verbose_name': 'image in a text',
                'verbose_name_plural': 'images in texts',
                'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'column', 'image'), name='body_image_once')],
            },
        ),
        migrations.CreateModel(
            name='FormerSlug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='contenttypes.contenttype')),
                ('object_id', models.PositiveBigIntegerField()),
                ('edition', models.CharField(max_length=2, verbose_name='edition')),
                ('slug', models.CharField(max_length=80, verbose_name='web address')),
            ],
            options={
                'verbose_name': 'former address',
                'verbose_name_plural': 'former addresses',
                'indexes': [models.Index(fields=['content_type', 'object_id'], name='former_slug_label')],
                'constraints': [models.UniqueConstraint(fields=('content_type', 'edition', 'slug'), name='former_slug_once')],
            },
        ),
        migrations.CreateModel(
            name='Translation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='contenttypes.contenttype')),
                ('object_id', models.PositiveBigIntegerField()),
                ('edition', models.CharField(choices=[('en', 'English'), ('ar', 'عربي'), ('fa', 'فارسی'), ('sq', 'Shqip')], max_length=2)),
                ('digest', models.CharField(help_text='Of its own words.', max_length=24)),
                ('source_digest', models.CharField(help_text='Of the words that it was made from.', max_length=24)),
                ('outdated_since', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('outdated_since__isnull', False)), fields=['edition', 'outdated_since'], name='translation_outdated')],
                'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'edition'), name='one_translation')],
            },
        ),
        migrations.CreateModel(
            name='SavedFilter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_filters', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ('model_label', models.CharField(help_text='Like articles.article.', max_length=100)),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('query', models.TextField(blank=True, default='', help_text='As in the address of the list.')),
                ('is_shared', models.BooleanField(default=False, verbose_name='shared with everybody')),
            ],
            options={
                'verbose_name': 'saved filter',
                'verbose_name_plural': 'saved filters',
                'default_permissions': ('change',),
                'constraints': [models.UniqueConstraint(fields=('model_label', 'owner', 'name'), name='saved_filter_once_a_name')],
            },
        ),
        migrations.CreateModel(
            name='WorkingCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype')),
                ('object_id', models.PositiveBigIntegerField()),
                ('edition', models.CharField(max_length=2)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='working_copies', to=settings.AUTH_USER_MODEL)),
                ('values', models.JSONField(default=dict)),
                ('opened', models.JSONField(default=dict)),
                ('saved_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'verbose_name': 'working copy',
                'verbose_name_plural': 'working copies',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'edition', 'account'), name='one_working_copy_an_account')],
            },
        ),
    ]
