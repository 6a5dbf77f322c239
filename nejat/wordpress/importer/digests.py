"""Digests, by which a second import tells what changed: there in the source, or here by hand."""

from __future__ import annotations

from hashlib import blake2b

from nejat.editorial.models import EditionsModel


def digest_of(*values: object) -> str:
    """32 hexadecimal digits that stand for these plain values."""
    text = repr(values).encode("utf-8", "backslashreplace")
    return blake2b(text, digest_size=16).hexdigest()


def written_digest(row: EditionsModel, fields: tuple[str, ...], code: str) -> str:
    """The digest of these translated fields of a row in the edition `code`."""
    return digest_of(*(str(row.get_in(field, code) or "") for field in fields))
