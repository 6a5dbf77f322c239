"""Writing into a work what an entry says in its edition."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import Any

from django.utils import timezone

from articles.models import Article
from media_library.models import MediaWork, Video
from nejat.editorial.columns import column, translated_fields
from nejat.editorial.models import Content
from nejat.pages.models import Page
from publications.models import Issue, Publication

from .digests import written_digest
from .placing import Entry
from .publishing import give_publication, known_pdf
from .session import Session
from .showing import give_shown
from .terms import labels_of
from .works import Columns

WRITTEN = ("title", "slug", "standfirst", "body", "state", "published_at", "seo_title",
           "seo_description")  # fmt: skip
WRITTEN_OF_ISSUES = (*WRITTEN, "number", "volume")
SHARED: dict[type[Content], tuple[str, ...]] = {
    Page: ("position", "place"),
    Article: ("lead_image", "primary_topic", "comments_open"),
    MediaWork: ("image",),
    Video: ("address", "file"),
    Publication: ("cover",),
}
"""What a work has once for all its editions, and the import writes."""
PIN = timedelta(days=30)
PINNED = "was sticky: pinned for 30 days from the import"
NOT_PINNED = "was sticky: only articles are pinned"


def fill(work: Content, entry: Entry, columns: Columns, session: Session) -> None:
    """Write into a work what an entry says in its edition, all but its links."""
    item, code = entry.item, entry.edition
    if isinstance(work, MediaWork):
        give_shown(work, columns, session)
    if isinstance(work, Publication):
        give_publication(work, entry, columns, session)
    work.set_in(code, **columns.values)
    if isinstance(work, Page):
        work.position = item.menu_order
    if isinstance(work, Article):
        work.comments_open = item.comment_status == "open"
        columns.picture.lead(work, code)
    _pin(work, entry, columns)
    work.derive()


def kept_data(entry: Entry, columns: Columns) -> dict[str, Any]:
    """What has no place in a work: terms of other taxonomies, addresses of missing files."""
    terms: dict[str, list[str]] = defaultdict(list)
    for link in entry.item.terms:
        if link.taxonomy not in labels_of(entry.model):
            terms[link.taxonomy].append(link.slug)
    kept = {
        "terms": dict(terms),
        "lead_image": columns.picture.address,
        "missing_media": columns.is_missing_media,
        "sticky": entry.item.sticky,
        "pictures": _pictures(entry, columns),
        "series": entry.became.series if entry.became else "",
        "pdf": columns.pdf.kept if columns.pdf else known_pdf(entry),
    }
    return {name: value for name, value in kept.items() if value}


def written_digest_of(work: Content, code: str) -> str:
    """The digest of what the import writes into a work in an edition."""
    fields = WRITTEN_OF_ISSUES if isinstance(work, Issue) else WRITTEN
    return written_digest(work, fields, code)


def save_edition(work: Content, code: str) -> None:
    """Save the columns of one edition of a work that is here already, and what all share."""
    fields = [column(name, code) for name in translated_fields(type(work))]
    for model, shared in SHARED.items():
        if isinstance(work, model):
            fields += shared
    work.save(update_fields=[*fields, "updated_at"])


def _pictures(entry: Entry, columns: Columns) -> list[int]:
    """Images that this text has ever brought into its gallery."""
    known = entry.record.data.get("pictures", []) if entry.record else []
    return list(dict.fromkeys((*known, *(number for number, _ in columns.gallery))))


def _pin(work: Content, entry: Entry, columns: Columns) -> None:
    """Pin what has become sticky since the last import, unpin what no longer is."""
    is_sticky = entry.item.sticky
    was_sticky = bool(entry.record and entry.record.data.get("sticky"))
    if is_sticky == was_sticky:
        return
    if not isinstance(work, Article):
        columns.notes += [NOT_PINNED] if is_sticky else []
        return
    if is_sticky:
        columns.notes.append(PINNED)
    until = timezone.now() + PIN if is_sticky else None
    work.set_in(entry.edition, pinned_until=until)
