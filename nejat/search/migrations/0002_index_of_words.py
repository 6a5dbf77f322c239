"""Give the database its own index of words over the rows of the search."""

from django.db import migrations

from nejat.search.backends import BACKENDS


def install(apps, schema_editor):
    for statement in BACKENDS[schema_editor.connection.vendor].INSTALL:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    for statement in BACKENDS[schema_editor.connection.vendor].REMOVE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0001_works_and_words'),
    ]

    operations = [
        migrations.RunPython(install, remove),
    ]
