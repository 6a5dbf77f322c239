"""Comments of a batch of works, in their threads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.utils import timezone

from articles.models import Article
from nejat.comments.models import Comment as OurComment
from nejat.editorial.columns import column
from nejat.wordpress.models import ImportRecord
from nejat.wordpress.reader import Comment, Item

from .digests import digest_of
from .placing import Entry
from .records import find_records
from .report import Outcome, Report
from .texts import cut, one_line, paragraphs_of

KIND = "comment"
STATES = {"1": OurComment.State.APPROVED, "0": OurComment.State.WAITING}
LENGTHS = {"author_name": 200, "author_email": 254, "author_address": 500}
EDITED_HERE = "edited here since the import"
NO_PARENT = "answers a comment that is not here: stands on its own"


class Under(NamedTuple):
    """The work that an entry has become."""

    entry: Entry
    content_type_id: int
    pk: int


@dataclass(slots=True)
class Saying:
    """A comment on its way to its work."""

    source: Comment
    under: Under
    row: OurComment = field(default_factory=OurComment)

    @property
    def key(self) -> tuple[str, str]:
        return self.under.entry.edition, str(self.source.old_id)


def skip_comments(item: Item, reason: str, report: Report) -> None:
    """Name all comments of an item as skipped."""
    for comment in item.comments:
        report.skip(KIND, comment.old_id, _title(comment), reason)


def import_comments(works: Sequence[Under], report: Report, *, is_resumed: bool) -> None:
    """Write the comments of these works; those already here are compared with their source."""
    sayings = [
        Saying(comment, under)
        for under in works
        for comment in under.entry.item.comments
        if not _is_skipped(comment, report)
    ]
    if not sayings:
        return
    records = find_records(KIND, (saying.source.old_id for saying in sayings))
    new: list[Saying] = []
    changed: list[Saying] = []
    for saying in sayings:
        record = records.get(saying.key)
        if record is None:
            new.append(saying)
        elif is_resumed or record.digest == _digest(saying.source):
            report.count(KIND, Outcome.UNCHANGED)
        else:
            changed.append(saying)
            _update(record, saying, report)
    _create(_once(new, report), records, report)
    _recount([*new, *changed])


def _is_skipped(comment: Comment, report: Report) -> bool:
    reason = ""
    if comment.type not in ("comment", ""):
        reason = f"it is a {comment.type}"
    elif comment.approved not in STATES:
        reason = f"its status is {comment.approved}"
    elif not comment.body.strip():
        reason = "it is empty"
    if reason:
        report.skip(KIND, comment.old_id, _title(comment), reason)
    return bool(reason)


def _once(sayings: Iterable[Saying], report: Report) -> list[Saying]:
    """Each comment once, though an export may hold its post twice."""
    found: dict[tuple[str, str], Saying] = {}
    for saying in sayings:
        if saying.key in found:
            report.count(KIND, Outcome.UNCHANGED)
        found.setdefault(saying.key, saying)
    return list(found.values())


def _create(
    new: list[Saying], records: dict[tuple[str, str], ImportRecord], report: Report
) -> None:
    """Write comments, those first that others answer."""
    here = {key: record.object_id for key, record in records.items()}
    here |= _parents_elsewhere(new, here)
    coming = {saying.key for saying in new}
    waiting = new
    while waiting:
        ready = [saying for saying in waiting if _parent_key(saying) not in coming] or waiting
        for saying in ready:
            _fill(saying, here.get(_parent_key(saying)), report)
        OurComment.objects.bulk_create(saying.row for saying in ready)
        here |= {saying.key: saying.row.pk for saying in ready}
        coming -= {saying.key for saying in ready}
        waiting = [saying for saying in waiting if saying.key in coming]
    ImportRecord.objects.bulk_create(map(_record, new))
    for _ in new:
        report.count(KIND, Outcome.CREATED)


def _parents_elsewhere(
    new: Iterable[Saying], here: dict[tuple[str, str], int | None]
) -> dict[tuple[str, str], int | None]:
    asked = {saying.source.parent_id for saying in new} - {0}
    found = find_records(KIND, asked) if asked else {}
    return {key: record.object_id for key, record in found.items() if key not in here}


def _parent_key(saying: Saying) -> tuple[str, str]:
    return saying.under.entry.edition, str(saying.source.parent_id)


def _fill(saying: Saying, parent: int | None, report: Report) -> None:
    source, row = saying.source, saying.row
    if source.parent_id and not parent:
        report.repair(KIND, source.old_id, NO_PARENT)
    row.content_type_id = saying.under.content_type_id
    row.object_id = saying.under.pk
    row.edition = saying.under.entry.edition
    row.parent_id = parent
    row.created_at = source.date or saying.under.entry.item.published or timezone.now()
    for name, value in _values(source).items():
        setattr(row, name, value)


def _values(source: Comment) -> dict[str, str]:
    is_web = source.url.startswith(("http://", "https://"))
    texts = {
        "author_name": source.author,
        "author_email": source.email if "@" in source.email else "",
        "author_address": source.url if is_web and " " not in source.url else "",
    }
    return {
        **{name: cut(" ".join(text.split()), LENGTHS[name]) for name, text in texts.items()},
        "body": paragraphs_of(source.body),
        "state": STATES[source.approved],
    }


def _record(saying: Saying) -> ImportRecord:
    return ImportRecord(
        edition=saying.under.entry.edition,
        kind=KIND,
        old_id=str(saying.source.old_id),
        content_type=ContentType.objects.get_for_model(OurComment),
        object_id=saying.row.pk,
        digest=_digest(saying.source),
        written=_written(saying.row),
    )


def _update(record: ImportRecord, saying: Saying, report: Report) -> None:
    row = OurComment.objects.filter(pk=record.object_id).first()
    if row is None or _written(row) != record.written:
        report.skip(KIND, saying.source.old_id, _title(saying.source), EDITED_HERE)
        return
    for name, value in _values(saying.source).items():
        setattr(row, name, value)
    row.save()
    record.digest, record.written = _digest(saying.source), _written(row)
    record.save(update_fields=["digest", "written"])
    report.count(KIND, Outcome.UPDATED)


def _recount(sayings: Iterable[Saying]) -> None:
    """Write how many approved comments the articles under these have."""
    article = ContentType.objects.get_for_model(Article)
    counts = {
        (saying.under.pk, saying.under.entry.edition): 0
        for saying in sayings
        if saying.under.content_type_id == article.pk
    }
    articles = {pk for pk, _ in counts}
    approved = OurComment.objects.approved().filter(content_type=article, object_id__in=articles)
    for pk, edition, count in (
        approved.order_by().values_list("object_id", "edition").annotate(Count("pk"))
    ):
        counts[pk, edition] = count
    for (pk, edition), count in counts.items():
        Article.objects.filter(pk=pk).update(**{column("comment_count", edition): count})


def _digest(source: Comment) -> str:
    return digest_of(source.author, source.email, source.url, source.body, source.approved)


def _written(row: OurComment) -> str:
    return digest_of(
        row.author_name, row.author_email, row.author_address, row.body, str(row.state)
    )


def _title(comment: Comment) -> str:
    return cut(one_line(comment.author), 60)
