"""Chief editors read the audit log."""

from django.db import migrations

from nejat.staff.groups import seed_groups


class Migration(migrations.Migration):
    dependencies = [("staff", "0002_groups_of_the_desk"), ("audit", "0001_audit_entries")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: seed_groups(apps), migrations.RunPython.noop, elidable=False
        ),
    ]
