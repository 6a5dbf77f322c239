"""What connects a work to others: topics, tags, bylines, its old addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from articles.models import Article, Byline, Topic
from media_library.models import MediaWork
from nejat.editorial.models import Content
from nejat.tags.models import TaggedItem
from nejat.wordpress.addresses import normalise, path_below
from nejat.wordpress.models import ImportRecord, OldAddress
from nejat.wordpress.reader import Item, Term

from .labels import Labels, lineage
from .placing import Entry
from .records import old_address, save_addresses
from .terms import MODELS, Source

PRIMARY = "_yoast_wpseo_primary_category"


@dataclass
class Links:
    """Writes the links of a batch."""

    labels: Labels
    category_slugs: dict[int, str]
    """Slugs of categories by their old id, by which the Yoast plugin names the primary one."""

    def ensure_labels(self, entries: Iterable[Entry]) -> None:
        """Take up the labels that items name but that no head of the export declares."""
        undeclared = {
            (entry.edition, link.taxonomy, link.slug): Source(
                Term(0, link.taxonomy, link.slug, link.name or link.slug),
                entry.edition,
                is_declared=False,
            )
            for entry in entries
            for link in entry.item.terms
            if link.taxonomy in MODELS
            and link.slug
            and not self.labels.is_met(entry.edition, link.taxonomy, link.slug)
        }
        if undeclared:
            self.labels.import_sources(list(undeclared.values()))

    def write(self, works: Sequence[tuple[Entry, Content]]) -> None:
        """Store tags, of articles topics and bylines too, and the old addresses of all."""
        articles = [(entry, work) for entry, work in works if isinstance(work, Article)]
        self._write_topics(articles)
        self._write_bylines(articles)
        self._write_tags([(e, work) for e, work in works if isinstance(work, Article | MediaWork)])
        save_addresses(address for entry, work in works for address in _addresses(entry, work))

    def replace(self, entry: Entry, work: Content) -> None:
        """Store the links of a work anew.

        Those to labels made here stay, and so do those to labels that the import brought into
        another edition of the work too: the text there may name them.
        """
        if isinstance(work, Article | MediaWork):
            for links in _replaced_links(entry, work):
                links.delete()
        self.write([(entry, work)])

    def update_primary_topic(self, entry: Entry, article: Article) -> None:
        """Choose the primary topic again, unless it is one made here."""
        current = article.primary_topic_id
        imported = _imported("topic", entry.edition)
        if current is None or imported.filter(object_id=current).exists():
            article.primary_topic_id = self.primary_topic(entry, parents_of_topics())

    def primary_topic(self, entry: Entry, above: dict[int, int | None]) -> int | None:
        """The topic named as primary, else the deepest, else the first."""
        topics = self._labels_of(entry, "category")
        named = entry.item.first_meta(PRIMARY)
        slug = self.category_slugs.get(int(named)) if named.isdecimal() else None
        primary = self.labels.find(entry.edition, "category", slug) if slug else None
        if primary in topics:
            return primary
        return max(topics, key=lambda topic: len(lineage(topic, above)), default=None)

    def _labels_of(self, entry: Entry, taxonomy: str) -> list[int]:
        found = (
            self.labels.find(entry.edition, taxonomy, link.slug)
            for link in entry.item.terms
            if link.taxonomy == taxonomy
        )
        return list(dict.fromkeys(filter(None, found)))

    def _write_topics(self, articles: Sequence[tuple[Entry, Article]]) -> None:
        through = Article.topics.through
        through.objects.bulk_create(
            (
                through(article_id=article.pk, topic_id=topic)
                for entry, article in articles
                for topic in self._labels_of(entry, "category")
            ),
            ignore_conflicts=True,
        )

    def _write_tags(self, works: Sequence[tuple[Entry, Content]]) -> None:
        kind_of = ContentType.objects.get_for_model
        TaggedItem.objects.bulk_create(
            (
                TaggedItem(content_type=kind_of(work), object_id=work.pk, tag_id=tag)
                for entry, work in works
                for tag in self._labels_of(entry, "post_tag")
            ),
            ignore_conflicts=True,
        )

    def _write_bylines(self, articles: Sequence[tuple[Entry, Article]]) -> None:
        """The source named by a term is who wrote it; without one, the account is."""
        Byline.objects.bulk_create(
            (
                Byline(article_id=article.pk, contributor_id=contributor, position=position)
                for entry, article in articles
                for position, contributor in enumerate(self._writers(entry))
            ),
            ignore_conflicts=True,
        )

    def _writers(self, entry: Entry) -> list[int]:
        account = self.labels.find(entry.edition, "author", entry.item.creator)
        return self._labels_of(entry, "blogs") or ([account] if account else [])


def parents_of_topics() -> dict[int, int | None]:
    """For each topic the one above it."""
    return dict(Topic.objects.values_list("pk", "parent_id"))


def _replaced_links(entry: Entry, work: Content) -> Iterator[QuerySet]:
    """The links of a work to labels that the import brought into the entry's edition alone."""
    of_work = {"content_type": ContentType.objects.get_for_model(work), "object_id": work.pk}
    same_work = ImportRecord.objects.filter(kind=entry.kind, **of_work)
    others = [code for code in same_work.values_list("edition", flat=True) if code != entry.edition]

    def own(label: str) -> QuerySet:
        elsewhere = _imported(label, *others)
        return _imported(label, entry.edition).exclude(object_id__in=elsewhere)

    yield TaggedItem.objects.filter(tag__in=own("tag"), **of_work)
    if isinstance(work, Article):
        bylines = work.bylines.filter(role=Byline.Role.WRITER)
        yield work.topics.through.objects.filter(article=work, topic__in=own("topic"))
        yield bylines.filter(contributor__in=own("contributor"))


def _imported(kind: str, *editions: str) -> QuerySet:
    """The keys of the labels of a kind that an import brought into these editions."""
    records = ImportRecord.objects.filter(kind=kind, edition__in=editions)
    return records.values("object_id")


def _addresses(entry: Entry, work: Content) -> Iterator[OldAddress]:
    for path in _old_paths(entry.item, entry.edition):
        yield old_address(entry.edition, path, work)


def _old_paths(item: Item, edition: str) -> Iterator[str]:
    yield f"posts/{item.old_id}"
    yield path_below(item.link, edition)
    if item.post_type == "page":
        yield normalise(item.slug)
    yield from (normalise(slug) for slug in item.meta.get("_wp_old_slug", ()))
