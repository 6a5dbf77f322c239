"""What stands in an issue, in the words of one edition."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation

from media_library.models import ImageAsset
from media_library.querysets import image_columns
from nejat.editions.calendars import format_month, month_of
from nejat.editions.registry import Edition, get_edition
from nejat.editorial.columns import column
from nejat.editorial.querysets import PUBLICATION_FIELDS, EditionsQuerySet
from nejat.text import plain_paragraphs
from publications.issues import Entry, Issue
from publications.sheets import Sheet, SheetEntry

ENTRY_FIELDS = ("title", "teaser", "source_name", "source_address")
ARTICLE_FIELDS = ("title", "slug", "standfirst", "source_name", "source_address")


def sheet_of(issue: Issue, code: str) -> Sheet:
    """Return the issue in the edition, whether readers may see it there or not; one query."""
    edition = get_edition(code)
    moment = issue.get_in("published_at", code) or timezone.now()
    with translation.override(code):
        return Sheet(
            edition=edition,
            series=str(issue.of_series.title),
            number=issue.numbered,
            date=_month(moment, edition),
            title=issue.title or "",
            standfirst=issue.standfirst or "",
            intro=plain_paragraphs(issue.body or ""),
            entries=entries_in(issue, code),
            path=issue.get_absolute_url(),
        )


def entries_in(issue: Issue, code: str) -> tuple[SheetEntry, ...]:
    """Return the entries that have a title in the edition, in their order; one query.

    An article gives what its entry leaves empty; it is linked where readers of the edition see
    it, and an entry that has no words of its own is left out where they do not.
    """
    return entries_of([issue], code)[issue.pk]


def entries_of(issues: Sequence[Issue], code: str) -> dict[int | None, tuple[SheetEntry, ...]]:
    """Return what stands in each of these issues, by their numbers; one query for all of them."""
    found: dict[int | None, list[SheetEntry]] = {issue.pk: [] for issue in issues}
    for row in _rows([pk for pk in found if pk is not None], code):
        entry = _entry(row, code)
        if entry.title:
            found[row.issue_id].append(entry)
    return {pk: tuple(entries) for pk, entries in found.items()}


def _rows(issues: list[int], code: str) -> EditionsQuerySet:
    of_article = [column(name, code) for name in (*ARTICLE_FIELDS, *PUBLICATION_FIELDS)]
    fields = [f"article__{name}" for name in of_article]
    images = image_columns(code, "article__lead_image__")
    rows = Entry.objects.filter(issue__in=issues).select_related("article__lead_image")
    return rows.only_in(code, "position", "issue_id", *ENTRY_FIELDS, *fields, *images)


def _entry(row: Entry, code: str) -> SheetEntry:
    article = row.article
    is_ours = bool(article and article.is_published_in(code))
    given = article if is_ours else None
    own = {name: row.get_in(name, code) or "" for name in ENTRY_FIELDS}
    of_article = {name: given.get_in(name, code) or "" for name in ARTICLE_FIELDS} if given else {}
    return SheetEntry(
        title=own["title"] or of_article.get("title", ""),
        teaser=own["teaser"] or of_article.get("standfirst", ""),
        address=given.url_in(code) if given else own["source_address"],
        is_ours=is_ours,
        source=own["source_name"] or of_article.get("source_name", ""),
        image=_harmless(given.lead_image) if given else None,
    )


def _month(moment: datetime, edition: Edition) -> str:
    month = month_of(timezone.localdate(moment), edition)
    return format_month(month, edition, month_style=settings.MONTH_STYLE_AR)


def _harmless(image: ImageAsset | None) -> ImageAsset | None:
    """The picture, unless it needs a warning: paper and mail have none that opens."""
    return None if image is None or image.is_graphic else image
