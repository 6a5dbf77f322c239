"""Chief editors delete for good what is in the trash."""

from django.db import migrations

from nejat.staff.groups import seed_groups


class Migration(migrations.Migration):
    dependencies = [
        ("staff", "0003_rights_to_read_the_audit_log"),
        ("articles", "0010_trash"),
        ("media_library", "0006_trash"),
        ("pages", "0008_trash"),
        ("publications", "0006_trash"),
    ]

    operations = [
        migrations.RunPython(
            lambda apps, editor: seed_groups(apps), migrations.RunPython.noop, elidable=False
        ),
    ]
