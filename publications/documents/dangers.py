"""What a PDF can do to its reader: every object in the file is looked at, wherever it hangs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from publications.documents.refusals import Objection

# ISO 32000-2, 12.6.4: actions that run a program, open another file or send what a reader typed.
ACTIONS = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE"}
# 12.5.6: annotations that carry a file.
CARRIERS = {"/FileAttachment", "/RichMedia"}


def check(path: Path, *, strict: bool) -> dict[int, int]:
    """Raise Objection for a danger; return the numbers of the streams that say what signs mean.

    These are contents of pages, and maps from signs to letters; a map comes with the number of the
    object that says how wide its signs are, 0 where there is none.

    `strict` lets pypdf raise at the first thing that is not as it should be.
    """
    streams: dict[int, int] = {}
    with path.open("rb") as file:
        for dictionary in _dictionaries(PdfReader(file, strict=strict)):
            _check_action(dictionary)
            _check_contents(dictionary)
            streams.update(_spelling(dictionary))
    return streams


def _spelling(dictionary: DictionaryObject) -> Iterator[tuple[int, int]]:
    for content in _references(dict.get(dictionary, "/Contents")):
        yield content, 0
    for letters in _references(dict.get(dictionary, "/ToUnicode")):
        yield letters, next(_references(_value(dictionary, "/DescendantFonts")), 0)


def _references(value: Any) -> Iterator[int]:
    """Yield the number that a value refers to, or those in a list; nothing is followed."""
    for target in list.__iter__(value) if isinstance(value, list) else [value]:
        if isinstance(target, IndirectObject):
            yield target.idnum


def _check_action(dictionary: DictionaryObject) -> None:
    address = _value(dictionary, "/URI")
    if _value(dictionary, "/S") in ACTIONS or "/JS" in dictionary:
        raise Objection("SCRIPT")
    if isinstance(address, str | bytes) and _is_script(address):
        raise Objection("SCRIPT")


def _check_contents(dictionary: DictionaryObject) -> None:
    if "/EF" in dictionary or _value(dictionary, "/Subtype") in CARRIERS:
        raise Objection("ATTACHMENT")
    if "/XFA" in dictionary:
        raise Objection("FORM")


def _value(dictionary: DictionaryObject, key: str) -> Any:
    """Return what stands under a key, or what is referred to there."""
    found = dict.get(dictionary, key)  # its own `get` does not follow a reference
    return None if found is None else found.get_object()


def _is_script(address: str | bytes) -> bool:
    text = address.decode("latin-1") if isinstance(address, bytes) else address
    return "".join(text.split()).lower().startswith(("javascript:", "vbscript:"))


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield every dictionary in the file, the heads of streams among them."""
    for whole in _objects(reader):
        waiting = [whole]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, DictionaryObject):
                yield thing
                waiting += dict.values(thing)
            elif isinstance(thing, ArrayObject):
                waiting += list.__iter__(thing)


def _objects(reader: PdfReader) -> Iterator[Any]:
    yield reader.trailer
    plain = [(number, age) for age, numbers in reader.xref.items() for number in numbers]
    for number, age in plain + [(number, 0) for number in reader.xref_objStm]:
        thing = reader.get_object(IndirectObject(number, age, reader))
        yield thing
        # The reader keeps what it has read: pictures would fill the memory. It goes back to a
        # stream of objects for each object in it.
        if isinstance(thing, StreamObject) and _value(thing, "/Type") != "/ObjStm":
            reader.resolved_objects.pop((age, number), None)
