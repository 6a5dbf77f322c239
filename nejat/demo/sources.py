"""The files of the sample content, and how an edition's table fills a row."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nejat.editions.registry import CODES
from nejat.editorial.models import EditionsModel

CONTENT = Path(__file__).parent

Source = Mapping[str, Any]


def read(path: Path) -> dict[str, Any]:
    """Return what a TOML file says."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def entries(file: str, name: str) -> Iterator[Source]:
    """Yield the entries of a kind, in the order of its file."""
    yield from read(CONTENT / file)[name]


def files(pattern: str) -> Iterator[Source]:
    """Yield what the files of this pattern say, in the order of their names."""
    yield from map(read, sorted(CONTENT.glob(pattern)))


def fill_editions(
    row: EditionsModel, source: Source, names: Mapping[str, str] | None = None
) -> None:
    """Set translated fields from the tables of a source; `names` are those we call otherwise."""
    for code in CODES:
        values = source.get(code, {})
        row.set_in(code, **{(names or {}).get(name, name): values[name] for name in values})
