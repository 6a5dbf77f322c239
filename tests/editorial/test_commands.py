"""Commands that write content say what is missing, instead of failing on it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXPORT = ROOT / "tests/wordpress/exports/ar-wpml.xml"


@pytest.mark.parametrize(
    "command", [["load_demo"], ["import_wordpress", str(EXPORT), "--edition", "ar"]]
)
def test_a_database_without_tables_is_named(command, tmp_path):
    environment = os.environ | {"DEBUG": "1", "DATA_DIR": str(tmp_path)}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)

    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", *command],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 1
    assert done.stderr.strip() == (
        "CommandError: The database is not up to date: run “manage.py migrate” first."
    )
