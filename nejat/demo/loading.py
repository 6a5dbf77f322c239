"""Writing the sample content into an empty database."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from articles.models import Article, Byline, Contributor, Series, Topic
from nejat.comments.models import Comment
from nejat.contact.models import ContactDetails
from nejat.demo.books import BookLoader
from nejat.demo.issues import IssueLoader
from nejat.demo.media import MediaLoader
from nejat.demo.sources import CONTENT, entries, files, fill_editions, read
from nejat.editions.registry import CODES
from nejat.editorial.models import Label
from nejat.editorial.states import State
from nejat.pages.models import BreakingNews, Page
from nejat.tags.models import Tag

PICTURE_FIELDS = {"picture_caption": "lead_image_caption"}
BODY_PICTURE = re.compile(r'<figure><img src="picture:([a-z-]+)" alt="[^"]*">')
ARCHIVE_BEGAN = datetime(2003, 9, 1, 9, tzinfo=UTC)


class DemoLoader:
    """Loads the files of this folder; what was loaded is found again by the key in its file."""

    def __init__(self) -> None:
        self.labels: dict[tuple[type[Label], str], Label] = {}
        self.articles: dict[str, Article] = {}
        self.comments: dict[str, Comment] = {}

    def load(self) -> None:
        """Write everything; the caller holds the transaction."""
        for model, name in ((Topic, "topic"), (Series, "series"), (Tag, "tag")):
            self._load_labels(model, name)
        self._load_labels(Contributor, "contributor", "kind")
        tags = {key: label for (model, key), label in self.labels.items() if model is Tag}
        self.media = MediaLoader(tags)
        self.media.load_images()
        for source in files("articles/*.toml"):
            self._load_article(source)
        self.media.load_works()
        self._load_publications()
        for source in entries("pages.toml", "page"):
            page = Page(place=source["key"])
            fill_editions(page, source)
            for code in CODES:
                page.set_in(code, state=State.PUBLISHED, published_at=ARCHIVE_BEGAN)
            page.save()
        self._load_contact_details()
        for source in entries("comments.toml", "comment"):
            self._load_comment(source)
        for source in entries("breaking.toml", "news"):
            self._load_breaking_news(source)

    def make_files(self) -> None:
        """Make the PDFs of issues and the files of books; raises typesetting.CannotTypeset."""
        self.issues.make_pdfs()
        self.books.make_files()

    def _load_publications(self) -> None:
        images = self.media.images
        contributors = {
            key: row for (model, key), row in self.labels.items() if model is Contributor
        }
        self.issues = IssueLoader(self.articles, images)
        self.books = BookLoader(contributors, self.articles, images)
        self.issues.load()
        self.books.load()

    def _load_labels(self, model: type[Label], name: str, *fields: str) -> None:
        file = "series.toml" if model is Series else f"{name}s.toml"
        for position, source in enumerate(entries(file, name)):
            label = model(**{field: source[field] for field in fields})
            if model is Topic:
                label.position = position
                label.parent = self.labels.get((Topic, source.get("parent", "")))
                label.is_on_home = source.get("on_home", False)
            fill_editions(label, source, {"bio": "intro"})
            label.save()
            self.labels[model, source["key"]] = label

    def _load_article(self, source: Mapping[str, Any]) -> None:
        article = Article(
            primary_topic=self.labels[Topic, source["topic"]],
            series=self.labels.get((Series, source.get("series", ""))),
            part=source.get("part"),
        )
        fill_editions(article, source, PICTURE_FIELDS)
        for code in CODES:
            article.set_in(code, body=self._with_pictures(article.get_in("body", code) or ""))
        if name := source.get("picture"):
            article.lead_image = self.media.images[name]
        article.save()
        article.topics.set(self.labels[Topic, key] for key in source.get("topics", []))
        article.tags.set(self.labels[Tag, key] for key in source.get("tags", []))
        for position, byline in enumerate(source.get("contributors", [])):
            contributor = self.labels[Contributor, byline["key"]]
            Byline.objects.create(
                article=article, contributor=contributor, role=byline["role"], position=position
            )
        self.articles[source["key"]] = article

    def _load_contact_details(self) -> None:
        source = read(CONTENT / "contact.toml")
        details = ContactDetails(spam_words="\n".join(source["spam_words"]))
        fill_editions(details, source)
        details.save()

    def _load_comment(self, source: Mapping[str, Any]) -> None:
        comment = Comment(
            work=self.articles[source["article"]],
            edition=source["edition"],
            parent=self.comments.get(source.get("parent", "")),
            author_name=source["author"],
            body=source["body"],
            created_at=source["date"],
        )
        comment.save()
        if source["approved"]:
            comment.approve()
        self.comments[source["key"]] = comment

    def _load_breaking_news(self, source: Mapping[str, Any]) -> None:
        article = self.articles[source["article"]]
        for code in CODES:
            BreakingNews.objects.create(
                edition=code,
                text=source[code],
                address=article.url_in(code),
                starts_at=ARCHIVE_BEGAN,
                expires_at=source["until"],
            )

    def _with_pictures(self, body: str) -> str:
        """Put the numbers of images where a body names their drawings: src="picture:bridge"."""
        images = self.media.images
        return BODY_PICTURE.sub(lambda found: f'<figure data-image="{images[found[1]].pk}">', body)
