"""Terms of the old site, and what our labels take over of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Contributor, Topic
from media_library.models import MediaWork
from nejat.editorial.models import Content, Label
from nejat.tags.models import Tag
from nejat.wordpress.reader import Term
from publications.models import Publication

from .digests import digest_of
from .report import Report
from .texts import address_part, cut, one_line

MODELS: dict[str, type[Label]] = {
    "category": Topic,
    "post_tag": Tag,
    "blogs": Contributor,
    "author": Contributor,
}
"""What becomes of the terms of a taxonomy; an account is read as a term of "author"."""
ADDRESSES = {"category": "topic", "post_tag": "tag", "blogs": "blog", "author": "author"}
WRITTEN = ("name", "intro")
LONGEST_KEY = 250
"""Letters of an old id in a record."""


@dataclass(frozen=True, slots=True)
class Source:
    """A term with its place."""

    term: Term
    edition: str
    group: str = ""
    is_declared: bool = True
    """In the head of an export; of what only items name, no more than the name is known."""

    @property
    def kind(self) -> str:
        return str(MODELS[self.term.taxonomy]._meta.model_name)

    @property
    def key(self) -> str:
        return label_key(self.term.taxonomy, self.term.slug)


def labels_of(model: type[Content] | None) -> set[str]:
    """The taxonomies whose terms a work of that model stands under.

    Media works have tags alone, and publications have none.
    """
    if model is not None and issubclass(model, Publication):
        return set()
    is_media = model is not None and issubclass(model, MediaWork)
    return {"post_tag"} if is_media else set(MODELS)


def label_key(taxonomy: str, slug: str) -> str:
    """How records name a label: taxonomy/slug, a digest in place of the end of a long one."""
    key = f"{taxonomy}/{slug}"
    return key if len(key) <= LONGEST_KEY else f"{key[: LONGEST_KEY - 33]}-{digest_of(key)}"


def new_label(source: Source) -> Label:
    """A contributor named by a term is an office or a site, one named by an account a person."""
    if source.term.taxonomy == "blogs":
        return Contributor(kind=Contributor.Kind.ORGANISATION)
    return MODELS[source.term.taxonomy]()


def free_addresses(source: Source) -> Iterator[str]:
    base = address_part(source.term.slug) or address_part(source.term.name) or source.kind
    yield base
    yield from (f"{base[:75]}-{number}" for number in range(2, 1000))


def label_fields(source: Source, report: Report) -> dict[str, str]:
    name = one_line(source.term.name)
    longest = MODELS[source.term.taxonomy]._meta.get_field("name").max_length or len(name)
    if len(name) > longest:
        report.repair(source.kind, source.term.old_id, f"name cut at {longest} characters")
    return {"name": cut(name, longest), "intro": one_line(source.term.description)}


def term_digest(term: Term) -> str:
    return digest_of(term.slug, term.name, term.parent_slug, term.description)
