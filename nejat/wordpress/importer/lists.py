"""Categories that are no topics here: all that stood under them is a kind of publication."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.urls import reverse
from django.utils import translation

from nejat.wordpress.addresses import normalise
from nejat.wordpress.kinds import Kind

from .records import old_address, save_addresses
from .session import Session
from .terms import ADDRESSES, Source

IS_A_LIST = "no topic: its posts are of the kind {}, and its address leads to their list"


def without_lists(
    sources: Sequence[Source], known: Collection[tuple[str, str]], session: Session
) -> list[Source]:
    """The sources that become labels. The addresses of the others lead to a list from now on.

    A category that an earlier import has made a topic, one of the `known` labels, stays one.
    """
    labels = []
    for source in sources:
        term = source.term
        kind = session.options.kinds.publication_of(term.taxonomy, term.slug, term.name)
        if kind is None or (source.edition, source.key) in known:
            labels.append(source)
        else:
            session.report.skip(source.kind, term.old_id, term.name, IS_A_LIST.format(kind.name))
            _lead_to_list(source, kind)
    return labels


def _lead_to_list(source: Source, kind: Kind) -> None:
    path = normalise(f"{ADDRESSES[source.term.taxonomy]}/{source.term.slug}")
    with translation.override(source.edition):
        save_addresses([old_address(source.edition, path, reverse(kind.view("list")))])
