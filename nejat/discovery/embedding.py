"""Which works other sites may embed, and what stands at an address of ours."""

from urllib.parse import unquote, urlsplit

from django.utils import translation

from articles.models import Article
from media_library.kinds import KINDS
from nejat.editions.addresses import edition_of, resolved
from nejat.editorial.models import Content
from nejat.pages.models import Page
from publications.models import Book, Issue
from publications.series import SERIES

EMBEDDABLE: dict[str, type[Content]] = {
    "articles:detail": Article,
    **{kind.view("detail"): kind.model for kind in KINDS},
    "publications:book_detail": Book,
    **{series.view("detail"): Issue for series in SERIES},
    "pages:detail": Page,
}
"""Kinds of works, by the names of the views that show one."""


def find_work(address: str, site: str) -> tuple[Content, str] | None:
    """Return the public work at an absolute address of ours, and its edition; None for all else.

    The words at the end of the address may be those of another day.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    code = edition_of(parts.path)
    if f"{parts.scheme}://{parts.netloc}" != site or not code:
        return None
    with translation.override(code):
        work = _work_at(parts.path, code)
    return (work, code) if work else None


def _work_at(path: str, code: str) -> Content | None:
    match = resolved(unquote(path))
    model = EMBEDDABLE.get(match.view_name) if match else None
    if match is None or model is None:
        return None
    work = model.objects.published(code).filter(pk=match.kwargs["pk"]).for_card(code).first()
    # An issue does not stand below the other series, a page of the menu not below its number.
    own = resolved(unquote(work.get_absolute_url())) if work else None
    return work if own and own.view_name == match.view_name else None
