"""Links of bodies to works of ours. Bodies name them: `<a data-work="articles.article:12">`.

So a link says in every edition which work is meant, and lasts when an address changes. When a body
is shown it leads to the work in the reader's edition; where the work is not public, its words
stand there without a link.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.apps import apps
from django.db.models import Q
from django.utils.html import escape

from nejat.editorial.body_images import is_body
from nejat.editorial.columns import real_fields
from nejat.editorial.models import Content
from nejat.editorial.querysets import ContentQuerySet

TAG = r'(?:[^">]|"[^"]*")*'
LINK = re.compile(
    rf'<a\b(?P<before>{TAG}?) data-work="(?P<work>[a-z0-9_.]+:[0-9]+)"(?P<after>{TAG})>'
    r"(?P<words>.*?)</a>",
    re.DOTALL,
)


def kind_named(label: str) -> type[Content] | None:
    """Return the kind of works of that name, like "articles.article"; None for no such kind."""
    try:
        kind = apps.get_model(label)
    except (LookupError, ValueError):
        return None
    return kind if issubclass(kind, Content) else None


def name_of(work: Content) -> str:
    """Return what bodies call a work."""
    return f"{work._meta.label_lower}:{work.pk}"


def linking_to(works: Iterable[Content], kind: type[Content]) -> ContentQuerySet:
    """Return the works of a kind in whose bodies some of these works are linked to.

    It reads all bodies of the kind: for a question that staff ask once in a while.
    """
    names = "|".join(re.escape(name_of(work)) for work in works)
    linked = Q()
    for body in filter(is_body, real_fields(kind)):
        linked |= Q(**{f"{body.name}__regex": f'data-work="({names})"'})
    return kind.objects.filter(linked) if linked else kind.objects.none()


def lead_to_works(bodies: Sequence[str], code: str) -> list[str]:
    """Return bodies with their links leading to the works in the edition, which is the active one.

    It takes a query for each kind of works that they name.
    """
    named = {found["work"] for html in bodies for found in LINK.finditer(html)}
    addresses = _addresses(named, code) if named else {}

    def lead(found: re.Match[str]) -> str:
        address = addresses.get(found["work"])
        if address is None:
            return found["words"]
        return f'<a{found["before"]} href="{escape(address)}"{found["after"]}>{found["words"]}</a>'

    return [LINK.sub(lead, html) for html in bodies]


def _addresses(named: Iterable[str], code: str) -> dict[str, str]:
    """The address of each work that readers of the edition see now."""
    pks = defaultdict(set)
    for name in named:
        label, _, number = name.partition(":")
        pks[label].add(int(number))
    return {
        name_of(work): work.get_absolute_url()
        for label, numbers in pks.items()
        if (kind := kind_named(label))
        for work in kind.objects.published(code).only_in(code, *_light(kind)).filter(pk__in=numbers)
    }


def _light(kind: type[Content]) -> list[str]:
    """What an address may be made of: the slug, and what has no column an edition."""
    shared = (f.name for f in real_fields(kind) if not hasattr(f, "translated_field"))
    return ["slug", *shared]
