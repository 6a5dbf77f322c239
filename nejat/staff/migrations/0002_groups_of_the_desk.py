"""The five groups; a group that was changed by hand since keeps what it has."""

from django.db import migrations

from nejat.staff.groups import seed_groups


class Migration(migrations.Migration):
    dependencies = [
        ("staff", "0001_editions_of_accounts"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("articles", "0007_rights_to_publish_and_translate"),
        ("comments", "0002_moderation_rules_and_reports"),
        ("contact", "0002_rights_to_publish_and_translate"),
        ("media_library", "0003_rights_to_publish_and_translate"),
        ("missing", "0001_missing_addresses_and_redirects"),
        ("outbox", "0001_outgoing_mails"),
        ("pages", "0005_rights_to_publish_and_translate"),
        ("publications", "0003_rights_to_publish_and_translate"),
        ("subscriptions", "0002_may_export_subscribers"),
        ("tags", "0002_rights_to_publish_and_translate"),
    ]

    operations = [
        migrations.RunPython(
            lambda apps, editor: seed_groups(apps), migrations.RunPython.noop, elidable=False
        ),
    ]
