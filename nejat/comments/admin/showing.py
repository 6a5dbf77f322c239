"""What the queue shows beside each comment, read for all of its page at once."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from nejat.comments.models import Comment, ModerationEntry, Report
from nejat.comments.works import works_of
from nejat.editorial.models import Content

MOST_REPORTS = 10


def bring_context(comments: list[Comment]) -> None:
    """Give each comment its `shown_work`, `last_entry` and `open_reports`."""
    works = works_of(comments)
    entries = {entry.comment_id: entry for entry in _entries(comments)}
    reports = _open_reports(comments)
    for comment in comments:
        comment.shown_work = works.get((comment.content_type_id, comment.object_id))
        comment.last_entry = entries.get(comment.pk)
        comment.open_reports = reports.get(comment.pk, [])


def bring_comments(entries: list[ModerationEntry]) -> None:
    """Give each entry of the log its `shown_comment`; None when that is deleted."""
    known = Comment.objects.only("author_name", "body")
    comments = known.in_bulk([entry.comment_id for entry in entries])
    for entry in entries:
        entry.shown_comment = comments.get(entry.comment_id)


def comment_link(entry: ModerationEntry) -> SafeString:
    """Return who said what an entry is about, leading to it; of a deleted comment the number."""
    if not hasattr(entry, "shown_comment"):
        bring_comments([entry])
    if entry.shown_comment is None:
        return format_html("{} ({})", Comment(pk=entry.comment_id), gettext("Deleted"))
    url = reverse("admin:comments_comment_change", args=[entry.comment_id])
    return format_html('<a href="{}"><bdi dir="auto">{}</bdi></a>', url, entry.shown_comment)


def work_link(comment: Comment, work: Content | None) -> SafeString:
    """Return the title of what is commented on, leading to the comment's place on the site."""
    if work is None:
        return format_html("{}", gettext("It is gone."))
    title = work.get_in("title", comment.edition) or str(work)
    url = f"{work.url_in(comment.edition)}#comment-{comment.pk}"
    return format_html('<a href="{}"><bdi dir="auto">{}</bdi></a>', url, title)


def reasons(comment: Comment) -> SafeString:
    """Return why the comment stands where it does, and what readers object to."""
    lines = [_of_entry(comment.last_entry)] if comment.last_entry else []
    if comment.appealed_at:
        lines.append(format_html("<strong>{}</strong>", gettext("Asked to look again")))
    lines += [_of_report(report) for report in comment.open_reports[:MOST_REPORTS]]
    return format_html_join("", "<p>{}</p>", ((line,) for line in lines if line))


def open_reports(comment: Comment) -> list[SafeString]:
    """Return what readers object to and no decision has settled."""
    reports = comment.reports.filter(settled_by__isnull=True).order_by("pk")
    return [_of_report(report) for report in reports[:MOST_REPORTS]]


def _of_entry(entry: ModerationEntry) -> SafeString | str:
    if not entry.reason and not entry.note:
        return ""
    label = entry.get_reason_display()
    return format_html('{} <bdi dir="auto">{}</bdi>', label, entry.note)


def _of_report(report: Report) -> SafeString:
    words = gettext("Reported: %(reason)s") % {"reason": report.get_reason_display()}
    return format_html('<strong>{}</strong> <bdi dir="auto">{}</bdi>', words, report.note)


def _entries(comments: Iterable[Comment]) -> QuerySet[ModerationEntry]:
    return ModerationEntry.objects.filter(comment__in=comments).order_by("pk")


def _open_reports(comments: Iterable[Comment]) -> dict[int, list[Report]]:
    reported = [comment for comment in comments if comment.is_reported]
    found: dict[int, list[Report]] = {}
    if reported:
        for report in Report.objects.filter(comment__in=reported, settled_by__isnull=True):
            found.setdefault(report.comment_id, []).append(report)
    return found
