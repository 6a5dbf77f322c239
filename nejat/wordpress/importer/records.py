"""What imports leave behind, found and written many at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from nejat.wordpress.addresses import LONGEST_PATH
from nejat.wordpress.models import ImportRecord, Install, OldAddress

from .session import MOST_IN, Session, in_batches

Result = tuple[type[Model], int]
MOST_BYTES = 2600
"""Of a path in a unique index: PostgreSQL takes 2,704 bytes a row."""


def find_records(kind: str, old_ids: Iterable[object]) -> dict[tuple[str, str], ImportRecord]:
    """The records of one kind with these old ids, by (edition, old id)."""
    ids = iter(dict.fromkeys(map(str, old_ids)))
    return {
        (record.edition, record.old_id): record
        for some in in_batches(ids, MOST_IN)
        for record in ImportRecord.objects.filter(kind=kind, old_id__in=some)
    }


def find_by_group(kind: str, groups: Iterable[str]) -> Iterator[ImportRecord]:
    """The records of one kind in these groups of translations."""
    for some in in_batches(iter(dict.fromkeys(groups)), MOST_IN):
        yield from ImportRecord.objects.filter(kind=kind, group__in=some)


def model_of(record: ImportRecord) -> type[Model]:
    """The model of what an item has become."""
    model = ContentType.objects.get_for_id(record.content_type_id).model_class()
    assert model is not None
    return model


def results_of(records: Iterable[ImportRecord]) -> dict[Result, Model]:
    """What items have become and is still here, by model and key; a query a model."""
    return {
        (model, pk): row
        for model, keys in _keys_by_model(records)
        for pk, row in model.objects.in_bulk(keys).items()
    }


def results_here(records: Iterable[ImportRecord]) -> set[Result]:
    """Which of the works that items have become are still here; a query a model."""
    return {
        (model, pk)
        for model, keys in _keys_by_model(records)
        for pk in model.objects.filter(pk__in=keys).values_list("pk", flat=True)
    }


def old_address(edition: str, path: str, target: Model | str) -> OldAddress:
    """The row that leads from an old path to a work, a label or a path of today."""
    if isinstance(target, str):
        return OldAddress(edition=edition, path=path, target_path=target)
    kind = ContentType.objects.get_for_model(target)
    return OldAddress(edition=edition, path=path, content_type=kind, object_id=target.pk)


def save_addresses(addresses: Iterable[OldAddress]) -> None:
    """Store these; of two that share a path, the first one holds."""
    kept = [address for address in addresses if address.path and _fits(address)]
    OldAddress.objects.bulk_create(kept, ignore_conflicts=True)


def claim(editions: Iterable[str], session: Session) -> None:
    """Remember that the install of the session has filled these editions."""
    new = set(editions) - session.claimed if session.address else set()
    Install.objects.bulk_create(
        (Install(edition=edition, address=session.address) for edition in sorted(new)),
        ignore_conflicts=True,
    )
    session.claimed |= new


def _keys_by_model(
    records: Iterable[ImportRecord],
) -> Iterable[tuple[type[Model], set[int | None]]]:
    keys: dict[type[Model], set[int | None]] = defaultdict(set)
    for record in records:
        keys[model_of(record)].add(record.object_id)
    return keys.items()


def _fits(address: OldAddress) -> bool:
    is_indexable = len(address.path.encode()) <= MOST_BYTES
    return is_indexable and len(address.target_path) <= LONGEST_PATH
