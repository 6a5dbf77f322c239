"""How fast an export is imported, and in how much memory."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from tests.benchmarks.make_export import make_export

ROOT = Path(__file__).parents[2]
# Runs one command and prints the peak of its resident memory in kB.
MEASURED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


@pytest.mark.benchmark
@pytest.mark.parametrize("posts", [2_000, 20_000])
def test_import_of_a_synthetic_export(posts: int, tmp_path: Path) -> None:
    make_export(tmp_path / "export.xml", posts)
    environment = os.environ | {"DEBUG": "1", "DATA_DIR": str(tmp_path / "data")}
    for name in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "CACHE_URL"):
        environment.pop(name, None)
    manage = [sys.executable, str(ROOT / "manage.py")]
    subprocess.run([*manage, "migrate", "--verbosity", "0"], env=environment, check=True)
    command = [*manage, "import_wordpress", str(tmp_path / "export.xml"), "--edition", "en"]

    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    seconds = perf_counter() - start

    peak = int(done.stdout) / 1024
    print(f"\n{posts:,} posts: {seconds:.1f} s, {posts / seconds:.0f} posts/s, {peak:.0f} MB")
