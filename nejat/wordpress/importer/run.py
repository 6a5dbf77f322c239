"""The two passes over an export: what the rest leans on, then the texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext

from django.db import reset_queries, transaction

from nejat.editions.registry import CODES
from nejat.wordpress.reader import Author, Item, Languages, Problem, Site, Term

from .attachments import Attachments
from .comments import skip_comments
from .installs import check_installs
from .labels import Labels
from .links import Links
from .posts import Posts
from .records import claim
from .session import BATCH_SIZE, Session, in_batches
from .terms import MODELS

LANGUAGE_TAXONOMIES = {"language", "post_translations", "term_translations", "term_language"}
KEPT_ON_POSTS = {"module", "ctype", "post_format"}
"""Taxonomies of which the terms are kept in the records of posts, besides those that tell kinds."""
ON_ATTACHMENT = "it stands under an attachment"
FILES_AT_ONCE = 20
"""Attachments between two signs of progress, when pictures are read: that takes its time."""
NOT_TAKEN_OVER = "terms of the taxonomy {} are not taken over"


def import_exports(session: Session) -> None:
    """Import the files of the session's options; its report says what was done.

    A dry run does the same and undoes it. Raises OtherInstall, with nothing written, when an
    edition was filled by another install, and ExportError when a file turns out unusable; what was
    written before stays, and so does its report.
    """
    check_installs(session)
    with transaction.atomic() if session.options.is_dry_run else nullcontext():
        claim([session.options.edition], session)
        labels, category_slugs = _first_pass(session)
        _second_pass(session, Posts(session, Links(labels, category_slugs)))
        if session.options.is_dry_run:
            transaction.set_rollback(True)


def _first_pass(session: Session) -> tuple[Labels, dict[int, str]]:
    authors: list[Author] = []
    terms: list[Term] = []
    size = FILES_AT_ONCE if session.options.media else BATCH_SIZE
    known = -1
    for batch in in_batches(_attachments(session, authors, terms), size):
        if len(terms) != known:
            known = len(terms)
            session.languages = Languages(terms, CODES)
        Attachments(session).import_batch(batch)
        _finish(batch, session)
    session.languages = Languages(terms, CODES)
    labels = Labels(session)
    labels.import_authors(authors)
    labels.import_terms(term for term in terms if term.taxonomy in MODELS)
    _name_left_out(terms, session)
    return labels, {term.old_id: term.slug for term in terms if term.taxonomy == "category"}


def _attachments(session: Session, authors: list[Author], terms: list[Term]) -> Iterator[Item]:
    """The attachments; all else that the second pass leans on is learned on the way."""
    for record in session.records():
        match record:
            case Site():
                session.meet(record)
                _repairs("file", record, session)
            case Author():
                authors.append(record)
                _repairs("contributor", record, session)
            case Term():
                terms.append(record)
                _repairs("term", record, session)
            case Item(post_type="attachment"):
                yield record
            case Item(post_type="wp_block"):
                session.blocks[record.old_id] = record.body


def _second_pass(session: Session, posts: Posts) -> None:
    for batch in in_batches(_texts(session), BATCH_SIZE):
        posts.import_batch(batch)
        _finish(batch, session)


def _texts(session: Session) -> Iterator[Item]:
    for record in session.records():
        if isinstance(record, Problem):
            session.report.skip(record.what, record.old_id, record.title, record.reason)
            if record.what == "file":
                session.report.is_complete = False
        elif isinstance(record, Item) and record.post_type != "attachment":
            yield record
        elif isinstance(record, Item):
            skip_comments(record, ON_ATTACHMENT, session.report)


def _repairs(kind: str, record: Site | Author | Term, session: Session) -> None:
    old_id = None if isinstance(record, Site) else record.old_id
    for repair in record.repairs:
        session.report.repair(kind, old_id, repair)


def _name_left_out(terms: list[Term], session: Session) -> None:
    kept = KEPT_ON_POSTS | session.options.kinds.taxonomies
    known = {*MODELS, *LANGUAGE_TAXONOMIES, *kept}
    for term in terms:
        if term.taxonomy not in known:
            reason = NOT_TAKEN_OVER.format(term.taxonomy)
            session.report.skip("term", term.old_id, term.name, reason)


def _finish(batch: list[Item], session: Session) -> None:
    for _ in batch:
        session.on_item()
    reset_queries()  # in debug mode Django keeps each statement, and with it each body
