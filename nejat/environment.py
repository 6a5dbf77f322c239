"""Reading settings from the environment, so that a wrong value is reported, not crashed on.

A value that cannot be read is replaced by its default and remembered in `COMPLAINTS`;
`nejat.checks` turns each into a system check, and no process serves while one stands.
"""

import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

DATABASE_SCHEMES = {"sqlite", "postgres", "postgresql"}
CACHE_SCHEMES = {"locmemcache", "filecache", "dbcache", "redis", "rediss"}
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465, "consolemail": None, "filemail": None}
"""The ways to send mail, and the port of each when none is named."""


class Complaint(NamedTuple):
    """A setting that could not be used: what is wrong, what would be right, its check's id."""

    problem: str
    hint: str
    id: str


COMPLAINTS: list[Complaint] = []


def read(name: str, parse: Callable[[str], Any], *, default: str, hint: str) -> Any:
    """Return the environment's value of `name` as `parse` reads it, else that of `default`."""
    value = os.environ.get(name, default)
    try:
        return parse(value)
    except (ValueError, KeyError, environ.ImproperlyConfigured) as error:
        COMPLAINTS.append(Complaint(f"{name} cannot be used: {error}.", hint, "nejat.E001"))
        return parse(default)


def boolean(value: str) -> bool:
    """Read 1/0, true/false, yes/no, on/off; raise ValueError for anything else."""
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False, "": False}
    if value.lower() not in words:
        raise ValueError(f"“{value}” is neither yes nor no")
    return words[value.lower()]


def words(value: str) -> list[str]:
    """Read a list separated by commas."""
    return [word.strip() for word in value.split(",") if word.strip()]


def one_of(*choices: str) -> Callable[[str], str]:
    """Return a reader that accepts only the given words."""

    def parse(value: str) -> str:
        if value not in choices:
            raise ValueError(f"“{value}” is not one of {', '.join(choices)}")
        return value

    return parse


def site_address(value: str) -> str:
    """Read a scheme and a host without a path, or nothing."""
    parts = urlsplit(value)
    if value and (
        parts.scheme not in {"http", "https"} or value != f"{parts.scheme}://{parts.netloc}"
    ):
        raise ValueError(f"“{value}” is not a scheme and a host")
    return value


def web_address(value: str) -> str:
    """Read an absolute address of the web, or nothing; it must fit into a header."""
    if value and not (re.fullmatch(r"https?://[!#-;=?-~]+", value) and urlsplit(value).hostname):
        raise ValueError(f"“{value}” is not an address of the web")
    return value


def folder_in(base: Path) -> Callable[[str], Path]:
    """Return a reader of folder names that counts relative ones from `base`."""

    def parse(value: str) -> Path:
        folder = (base / value).resolve()
        if folder.exists() and not folder.is_dir():
            raise ValueError(f"“{value}” is not a folder")
        return folder

    return parse


def time_zone(value: str) -> str:
    """Return the name of a time zone; raise ValueError when there is none of that name."""
    try:
        ZoneInfo(value)
    except (KeyError, OSError) as error:
        raise ValueError(f"there is no time zone “{value}”") from error
    return value


def database(value: str) -> dict[str, Any]:
    """Read a database address into Django's form; SQLite is set up for many readers."""
    _require_scheme(value, DATABASE_SCHEMES)
    config = environ.Env.db_url_config(value)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "PRAGMA cache_size=-20000; PRAGMA mmap_size=134217728;",
        }
    elif not config["NAME"]:
        raise ValueError("it names no database")
    else:
        config["CONN_MAX_AGE"] = 600
        config["CONN_HEALTH_CHECKS"] = True
    return config


def cache(value: str) -> dict[str, Any]:
    """Read a cache address into Django's form; Redis by Django's own backend.

    Django keeps 300 entries in a folder, so that a crowd would wash away whom we have counted.
    """
    _require_scheme(value, CACHE_SCHEMES)
    if urlsplit(value).scheme in {"redis", "rediss"}:
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": value}
    config = environ.Env.cache_url_config(value)
    if urlsplit(value).scheme == "filecache":
        config["BACKEND"] = "nejat.guard.folder_cache.FolderCache"
        config["OPTIONS"] = {"MAX_ENTRIES": 100_000} | config.get("OPTIONS", {})
    return config


def mail(value: str) -> dict[str, Any]:
    """Read the address of a mail server into Django's settings; nothing for an empty one."""
    if not value:
        return {}
    _require_scheme(value, set(MAIL_PORTS))
    config = environ.Env.email_url_config(value)
    port = MAIL_PORTS[urlsplit(value).scheme]
    if port and not config["EMAIL_HOST"]:
        raise ValueError("it names no server")
    config["EMAIL_PORT"] = config["EMAIL_PORT"] or port
    return config


def mail_address(value: str) -> str:
    """Read one bare e-mail address, or nothing."""
    if not value:
        return ""
    try:
        validate_email(value)
    except ValidationError as error:
        raise ValueError(f"“{value}” is not an e-mail address") from error
    return value


def secret_key(name: str, local_folder: Path | None) -> str:
    """Return the environment's secret; a local copy makes one and keeps it in its folder."""
    if value := os.environ.get(name):
        return value
    if local_folder:
        return _local_secret(local_folder / "secret_key")
    problem = f"{name} is missing, so sessions and links could be forged."
    hint = f"Set {name} to a long random text, or DEBUG=1 on your own machine."
    COMPLAINTS.append(Complaint(problem, hint, "nejat.E002"))
    return ""


def _local_secret(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


def _require_scheme(value: str, schemes: set[str]) -> None:
    scheme = urlsplit(value).scheme
    if scheme not in schemes:
        # Never the whole value: it may hold a password.
        begins = f"“{scheme}:”" if scheme else "no scheme"
        raise ValueError(f"it begins with {begins}, not with {', '.join(sorted(schemes))}")
