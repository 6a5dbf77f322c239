import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('tags', '0001_initial'), ('tags', '0002_rights_to_publish_and_translate'), ('tags', '0003_revisions')]

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                'default_permissions': ('add', 'change', 'delete', 'view', 'translate'),
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('slug_en__gt', '')), fields=('slug_en',), name='tag_slug_en'), models.UniqueConstraint(condition=models.Q(('slug_ar__gt', '')), fields=('slug_ar',), name='tag_slug_ar'), models.UniqueConstraint(condition=models.Q(('slug_fa__gt', '')), fields=('slug_fa',), name='tag_slug_fa'), models.UniqueConstraint(condition=models.Q(('slug_sq__gt', '')), fields=('slug_sq',), name='tag_slug_sq')],
            },
        ),
        migrations.CreateModel(
            name='TaggedItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_tagged_items', to='contenttypes.contenttype', verbose_name='content type')),
                ('object_id', models.IntegerField(db_index=True, verbose_name='object ID')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='tags.tag')),
            ],
            options={
                'verbose_name': 'tag of a work',
                'verbose_name_plural': 'tags of works',
                'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'tag'), name='tagged_once')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalTag',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('changed', models.JSONField(default=list, editable=False)),
                ('intro_en', models.TextField(blank=True, default='', null=True, verbose_name='introduction')),
                ('intro_ar', models.TextField(blank=True, default='', null=True, verbose_name='introduction')),
                ('intro_fa', models.TextField(blank=True, default='', null=True, verbose_name='introduction')),
                ('intro_sq', models.TextField(blank=True, default='', null=True, verbose_name='introduction')),
                ('name_en', models.CharField(blank=True, default='', max_length=100, null=True, verbose_name='name')),
                ('name_ar', models.CharField(blank=True, default='', max_length=100, null=True, verbose_name='name')),
                ('name_fa', models.CharField(blank=True, default='', max_length=100, null=True, verbose_name='name')),
                ('name_sq', models.CharField(blank=True, default='', max_length=100, null=True, verbose_name='name')),
                ('slug_en', models.SlugField(allow_unicode=True, blank=True, db_index=False, default='', max_length=80, null=True, verbose_name='web address')),
                ('slug_ar', models.SlugField(allow_unicode=True, blank=True, db_index=False, default='', max_length=80, null=True, verbose_name='web address')),
                ('slug_fa', models.SlugField(allow_unicode=True, blank=True, db_index=False, default='', max_length=80, null=True, verbose_name='web address')),
                ('slug_sq', models.SlugField(allow_unicode=True, blank=True, db_index=False, default='', max_length=80, null=True, verbose_name='web address')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'revision',
                'verbose_name_plural': 'revisions',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'default_permissions': (),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
