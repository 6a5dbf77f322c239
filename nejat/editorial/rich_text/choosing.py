"""Works that a text can link to, as the editor offers them."""

from collections.abc import Iterable, Sequence

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.urls import reverse

from nejat.editions.registry import CODES
from nejat.editorial.body_links import kind_named, name_of
from nejat.editorial.columns import columns
from nejat.editorial.models import Content
from nejat.editorial.querysets import PUBLICATION_FIELDS
from nejat.editorial.rights import has_right
from nejat.search.finding import find

MOST_OFFERED = 12

Kind = type[Content]
Place = tuple[Kind, int]
User = AbstractBaseUser | AnonymousUser


def kinds_open_to(user: User) -> list[Kind]:
    """Return the kinds of works whose forms the account may open."""
    return [
        kind
        for kind in apps.get_models()
        if issubclass(kind, Content)
        and any(has_right(user, verb, kind) for verb in ("view", "change", "translate"))
    ]


def find_linkable(text: str, code: str, kinds: Sequence[Kind]) -> list[Content]:
    """Return works in whatever state whose words match: those in the edition, then the others."""
    others = [other for other in CODES if other != code]
    hits = [
        *find(text, [code], limit=MOST_OFFERED, kinds=kinds, public=False),
        *find(text, others, limit=MOST_OFFERED, kinds=kinds, public=False),
    ]
    return works_of(list(dict.fromkeys((hit.model, hit.pk) for hit in hits))[:MOST_OFFERED])


def works_of(places: Sequence[Place]) -> list[Content]:
    """Return works in this order, with what tells what each is called and where it stands.

    A query a kind; a work that is gone is left out.
    """
    works = {
        (kind, work.pk): work
        for kind in {kind for kind, _ in places}
        for work in _told(kind, [pk for other, pk in places if other is kind])
    }
    return [works[place] for place in places if place in works]


def named(name: str, kinds: Sequence[Kind]) -> list[Content]:
    """Return the work that bodies call so, when it is there and of one of these kinds."""
    label, _, number = name.partition(":")
    kind = kind_named(label)
    is_number = number.isascii() and number.isdecimal() and len(number) < 19
    return list(_told(kind, [int(number)])) if kind in kinds and is_number else []


def choices(works: Iterable[Content], code: str) -> list[dict[str, str]]:
    """Return what the editor shows of works, each with its title in the edition if it has one."""
    return [
        {
            "work": name_of(work),
            **heading_of(work, code),
            "phase": str(work.phase_in(code).label),
        }
        for work in works
    ]


def heading_of(work: Content, code: str) -> dict[str, str]:
    """Return how scripts show a work: its title, in the edition if it has one there, and more."""
    lang = next((c for c in (code, *CODES) if work.get_in("title", c)), code)
    opts = work._meta
    return {
        "title": work.get_in("title", lang) or str(work),
        "lang": lang,
        "kind": str(opts.verbose_name),
        "address": reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[work.pk]),
    }


def _told(kind: Kind, pks: Sequence[int]) -> Iterable[Content]:
    names = [name for field in ("title", *PUBLICATION_FIELDS) for name in columns(field)]
    return kind.objects.only(*names).filter(pk__in=pks)
