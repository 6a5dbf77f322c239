"""Who works on which editions, and the five groups."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from nejat.staff.groups import seed_groups


class Migration(migrations.Migration):

    replaces = [('staff', '0001_editions_of_accounts'), ('staff', '0002_groups_of_the_desk'), ('staff', '0003_rights_to_read_the_audit_log'), ('staff', '0004_rights_to_delete_for_good'), ('staff', '0005_rights_to_saved_filters')]

    initial = True

    dependencies = [
        ('admin', '0003_logentry_add_action_flag_choices'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('articles', '0001_squashed_0011_index_of_trash'),
        ('audit', '0001_squashed_0003_more_acts'),
        ('comments', '0001_squashed_0002_moderation_rules_and_reports'),
        ('contact', '0001_squashed_0002_rights_to_publish_and_translate'),
        ('editorial', '0001_squashed_0005_translations'),
        ('media_library', '0001_squashed_0007_index_of_trash'),
        ('missing', '0001_missing_addresses_and_redirects'),
        ('outbox', '0001_outgoing_mails'),
        ('pages', '0001_squashed_0010_index_of_trash'),
        ('publications', '0001_squashed_0007_index_of_trash'),
        ('subscriptions', '0001_squashed_0002_may_export_subscribers'),
        ('tags', '0001_squashed_0003_revisions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='StaffMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='staff_member', to=settings.AUTH_USER_MODEL)),
                ('editions', models.JSONField(blank=True, default=list, help_text='On which the account works. None chosen means all.', verbose_name='editions')),
            ],
            options={
                'verbose_name': 'editions of an account',
                'verbose_name_plural': 'editions of an account',
            },
        ),
        migrations.RunPython(
            lambda apps, editor: seed_groups(apps), migrations.RunPython.noop, elidable=False
        ),
    ]
