"""Settings from the environment: a wrong value is a kind sentence, never a trace."""

import os
import re
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import caches

from nejat import environment

ROOT = Path(__file__).resolve().parent.parent


def _run(*command: str, **variables: str) -> subprocess.CompletedProcess:
    """Run Python in the project's folder with these variables and no others of ours."""
    names = ("PATH", "HOME", "LANG", "VIRTUAL_ENV")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**kept, "PYTHONIOENCODING": "utf-8", **variables},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEBUG", "maybe", "“maybe” is neither yes nor no."),
        ("HTTPS", "perhaps", "“perhaps” is neither yes nor no."),
        (
            "DATABASE_URL",
            "foo://x",
            "it begins with “foo:”, not with postgres, postgresql, sqlite.",
        ),
        ("DATABASE_URL", "", "it begins with no scheme, not with postgres, postgresql, sqlite."),
        ("DATABASE_URL", "postgres://", "it names no database."),
        ("DATABASE_URL", "postgres://a:b@c:d/e", "Port could not be cast to integer value as 'd'."),
        (
            "CACHE_URL",
            "bar",
            "it begins with no scheme, not with dbcache, filecache, locmemcache, redis, rediss.",
        ),
        ("MONTH_STYLE_AR", "x", "“x” is not one of egyptian, levantine."),
        ("TIME_ZONE", "Nowhere/Nothing", "there is no time zone “Nowhere/Nothing”."),
        ("TIME_ZONE", "Asia", "there is no time zone “Asia”."),
        ("DATA_DIR", "manage.py", "“manage.py” is not a folder."),
    ],
)
def test_a_wrong_value_is_a_check_with_a_kind_sentence(tmp_path, name, value, sentence):
    variables = {"SECRET_KEY": "a", "DATA_DIR": str(tmp_path), name: value}

    checked = _run("manage.py", "check", **variables)

    assert checked.returncode == 1
    assert f"(nejat.E001) {name} cannot be used: {sentence}\n\tHINT: " in checked.stderr
    assert "identified 1 issue" in checked.stderr
    assert "Traceback" not in checked.stderr


def test_all_wrong_values_are_reported_at_once(tmp_path):
    variables = {"DATA_DIR": str(tmp_path), "TIME_ZONE": "x", "CACHE_URL": "y", "HTTPS": "z"}

    checked = _run("manage.py", "check", **variables)

    found = re.findall(r"\((nejat\.E\d+)\) (\w+)", checked.stderr)
    assert sorted(found) == [
        ("nejat.E001", "CACHE_URL"),
        ("nejat.E001", "HTTPS"),
        ("nejat.E001", "TIME_ZONE"),
        ("nejat.E002", "SECRET_KEY"),
    ]


def test_a_password_is_not_repeated_in_a_complaint(tmp_path):
    variables = {"SECRET_KEY": "a", "DATA_DIR": str(tmp_path)}

    checked = _run("manage.py", "check", DATABASE_URL="mysql://me:hidden@host/x", **variables)

    assert "(nejat.E001) DATABASE_URL" in checked.stderr
    assert "hidden" not in checked.stderr


def test_production_without_a_secret_is_a_check_and_does_not_start(tmp_path):
    sentence = "(nejat.E002) SECRET_KEY is missing, so sessions and links could be forged."

    checked = _run("manage.py", "check", DEBUG="0", DATA_DIR=str(tmp_path))
    started = _run("-c", "import nejat.wsgi", DEBUG="0", DATA_DIR=str(tmp_path))

    assert (checked.returncode, started.returncode) == (1, 1)
    assert sentence in checked.stderr
    assert f"ImproperlyConfigured: ?: {sentence}" in started.stderr
    assert not (tmp_path / "secret_key").exists()


def test_a_wrong_value_does_not_start(tmp_path):
    variables = {"SECRET_KEY": "a", "DATA_DIR": str(tmp_path), "TIME_ZONE": "x"}

    started = _run("-c", "import nejat.wsgi", **variables)

    assert started.returncode == 1
    assert "ImproperlyConfigured: ?: (nejat.E001) TIME_ZONE cannot be used" in started.stderr


def test_right_values_start(tmp_path):
    (tmp_path / "static").mkdir()

    started = _run("-c", "import nejat.wsgi", SECRET_KEY="$ecret", DATA_DIR=str(tmp_path))

    assert (started.returncode, started.stderr) == (0, "")


def test_local_mode_makes_a_secret_and_keeps_it_to_itself(tmp_path):
    folder = tmp_path / "new"
    show = ("-c", "from nejat import settings; print(settings.SECRET_KEY)")

    first, second = (_run(*show, DEBUG="1", DATA_DIR=str(folder)) for _ in range(2))

    secret = folder / "secret_key"
    assert first.stdout == second.stdout == secret.read_text() + "\n"
    assert len(secret.read_text()) > 50
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600


def test_the_environment_s_secret_comes_before_the_local_one(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "$given")

    assert environment.secret_key("SECRET_KEY", tmp_path) == "$given"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("value", "read"),
    [("1", True), ("TRUE", True), ("on", True), ("0", False), ("No", False), ("", False)],
)
def test_yes_and_no_have_several_words(value, read):
    assert environment.boolean(value) is read


def test_a_list_is_separated_by_commas():
    assert environment.words(" a.org, b.org,,") == ["a.org", "b.org"]


def test_a_postgres_address_is_read_in_full():
    config = environment.database("postgres://me:p%40ss@db.example.org:6543/nejat")

    assert {name: config[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "nejat",
        "USER": "me",
        "PASSWORD": "p@ss",
        "HOST": "db.example.org",
        "PORT": 6543,
    }
    assert config["ENGINE"] == "django.db.backends.postgresql"


def test_an_sqlite_file_lets_readers_read_while_one_writes():
    config = environment.database("sqlite:////srv/nejat/db.sqlite3")

    assert config["NAME"] == "/srv/nejat/db.sqlite3"
    assert "journal_mode=WAL" in config["OPTIONS"]["init_command"]
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.fixture
def redis_address(tmp_path) -> Iterator[str]:
    """The address of a Redis server of this test's own."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("no redis-server is installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", tmp_path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        for line in server.stdout:
            if "Ready to accept connections" in line:
                break
        yield f"redis://127.0.0.1:{port}/1"
        server.terminate()


def test_a_redis_address_becomes_a_cache_that_keeps_things(redis_address, settings):
    settings.CACHES = {"default": environment.cache(redis_address)}
    cache = caches["default"]

    cache.set("letter", {"نامه": [1, 2]}, timeout=60)

    assert cache.get("letter") == {"نامه": [1, 2]}
    assert type(cache).__name__ == "RedisCache"
    cache.close()


def test_a_folder_becomes_a_cache_that_keeps_things(tmp_path, settings):
    settings.CACHES = {"default": environment.cache(f"filecache://{tmp_path}")}

    caches["default"].set("letter", "نامه")

    assert caches["default"].get("letter") == "نامه"
    assert len(list(tmp_path.iterdir())) == 1
