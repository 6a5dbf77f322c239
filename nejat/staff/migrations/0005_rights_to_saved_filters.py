"""Chief editors change saved filters that others have shared."""

from django.db import migrations

from nejat.staff.groups import seed_groups


class Migration(migrations.Migration):
    dependencies = [("staff", "0004_rights_to_delete_for_good"), ("editorial", "0004_saved_filters")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: seed_groups(apps), migrations.RunPython.noop, elidable=False
        ),
    ]
