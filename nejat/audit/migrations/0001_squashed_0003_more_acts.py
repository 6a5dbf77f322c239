import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('audit', '0001_audit_entries'), ('audit', '0002_quick_filters'), ('audit', '0003_more_acts')]

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='at')),
                ('account', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
                ('account_name', models.CharField(max_length=150, verbose_name='account')),
                ('act', models.CharField(choices=[('added', 'Added'), ('changed', 'Changed'), ('deleted', 'Deleted'), ('submitted', 'Submitted'), ('sent_back', 'Sent back'), ('taken_back', 'Taken back'), ('published', 'Published'), ('scheduled', 'Scheduled'), ('withdrawn', 'Withdrawn'), ('redrafted', 'Made a draft again'), ('shared', 'Preview shared'), ('unshared', 'Preview no longer shared'), ('trashed', 'Moved to the trash'), ('restored', 'Restored from the trash'), ('duplicated', 'Made as a copy'), ('kept', 'Translation declared right')], max_length=12, verbose_name='act')),
                ('content_type', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='contenttypes.contenttype', verbose_name='kind')),
                ('object_id', models.PositiveBigIntegerField()),
                ('object_name', models.CharField(max_length=300, verbose_name='what')),
                ('editions', models.CharField(blank=True, default='', help_text='Codes with commas.', max_length=40, verbose_name='editions')),
                ('note', models.TextField(blank=True, default='', verbose_name='reason')),
                ('changes', models.JSONField(blank=True, default=list)),
            ],
            options={
                'verbose_name': 'entry of the audit log',
                'verbose_name_plural': 'audit log',
                'default_permissions': ('view',),
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['content_type', 'object_id', '-id'], name='audit_of_row'), models.Index(fields=['account', '-id'], name='audit_of_account'), models.Index(fields=['content_type', '-id'], name='audit_of_kind'), models.Index(fields=['act', '-id'], name='audit_of_act'), models.Index(fields=['at'], name='audit_at')],
            },
        ),
    ]
