"""A small site with one of everything in all four editions, and the addresses of its pages."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.urls import get_resolver, reverse
from django.urls.resolvers import LocalePrefixPattern
from django.utils import translation

from articles.models import Article, Byline, Contributor, Series, Topic
from media_library.library import make_renditions
from media_library.models import Cartoon, GalleryPicture, NewsPicture, PhotoGallery, Video
from nejat.comments.links import appeal_token, quiet_token
from nejat.comments.models import Comment
from nejat.contact.models import ContactDetails
from nejat.editions.calendars import month_of
from nejat.editions.registry import CODES, get_edition
from nejat.editorial.previews.models import PreviewLink
from nejat.pages.models import Page
from nejat.subscriptions.links import confirm_token, unsubscribe_token
from nejat.subscriptions.models import Subscriber
from nejat.tags.models import Tag
from publications.models import Book, BookCredit, BookFile, BookShop, Entry, Issue, IssueFile
from tests.factories import make_image

FIRST_DAY = datetime(2021, 3, 10, 9, 0, tzinfo=UTC)
WORDS = {
    "en": ("A letter from the garden", "The garden was quiet.", "Memories"),
    "ar": ("رسالة من الحديقة", "كانت الحديقة هادئة.", "ذكريات"),
    "fa": ("نامه‌ای از باغ", "باغ آرام بود.", "خاطره‌ها"),
    "sq": ("Një letër nga kopshti", "Kopshti ishte i qetë.", "Kujtime"),
}


class Site:
    """One label of each kind, `count` articles under all of them, a page, two comments."""

    def __init__(self, count: int = 3) -> None:
        names = {code: words[2] for code, words in WORDS.items()}
        self.image = make_image(**_in_all("alt_text", "caption", "credit"))
        make_renditions(self.image)
        parent = _label(Topic, names, slug="above")
        self.topic = _label(Topic, names, parent=parent, is_on_home=True)
        self.tag = _label(Tag, names)
        self.series = _label(Series, names)
        self.contributor = _label(Contributor, names)
        self.articles = [self._article(number) for number in range(1, count + 1)]
        self.article = self.articles[-1]
        self.cartoon = self._media(Cartoon, count, words=1)
        self.newspicture = self._media(NewsPicture, count, source_name=2)
        self.photogallery = self._media(PhotoGallery, count)
        self.video = self._media(Video, count, transcript=1)
        self.book = self._books(count)
        self.newsletter = self._issues("newsletter", count)
        self.pars_brief = self._issues("pars-brief", count)
        self.subscriber = Subscriber.objects.ask("reader@example.org", "newsletter", "fa")
        self.page = self._page(None)
        for place in Page.Place.values:
            self._page(place)
        _office()
        self.comments = {code: _comment(self.article, code) for code in CODES}
        self.preview_tokens = self._previews()

    def _article(self, number: int) -> Article:
        article = Article(primary_topic=self.topic, series=self.series, part=number)
        moment = FIRST_DAY + timedelta(hours=number)
        _publish(article, moment, number, self.image)
        for code in CODES:
            article.set_in(code, source_name=WORDS[code][2])
            article.set_in(code, source_address="https://example.org/source")
        article.lead_image = self.image
        article.save()
        article.topics.add(self.topic)
        article.tags.add(self.tag)
        Byline.objects.create(article=article, contributor=self.contributor)
        return article

    def _media(self, model, count: int, **words: int):
        """`count` works of a kind; `words` are its own fields, by the place of their text."""
        for number in range(1, count + 1):
            work = model(image=self.image)
            _publish(work, FIRST_DAY + timedelta(hours=number), number, self.image)
            for code in CODES:
                work.set_in(code, **{name: WORDS[code][place] for name, place in words.items()})
            if model is Video:
                work.address = "https://www.youtube.com/watch?v=aaaaaaaaaaa"
            work.save()
            work.tags.add(self.tag)
            if model is PhotoGallery:
                for position in range(count):
                    GalleryPicture.objects.create(gallery=work, image=self.image, position=position)
                work.count_pictures()
        return work

    def _books(self, count: int) -> Book:
        """`count` books with everything a book can have."""
        for number in range(1, count + 1):
            book = Book(year=2020, page_count=120, isbn="9780306406157", languages=["fa", "en"])
            _publish(book, FIRST_DAY + timedelta(hours=number), number, self.image)
            for code in CODES:
                book.set_in(code, subtitle=WORDS[code][1], publisher=WORDS[code][2])
                book.set_in(code, place=WORDS[code][2])
            book.save()
            BookCredit.objects.create(book=book, contributor=self.contributor)
            book.reviews.set(self.articles)
            BookShop.objects.create(book=book, name="Bookshop", address="https://example.org/")
            for code in CODES:
                BookFile.objects.create(book=book, edition=code, **self._pdf())
        return book

    def _issues(self, series: str, count: int) -> Issue:
        """`count` issues of a series, each with the articles and one entry from elsewhere."""
        for number in range(1, count + 1):
            issue = Issue(series=series)
            _publish(issue, FIRST_DAY + timedelta(hours=number), number, self.image)
            for code in CODES:
                issue.set_in(code, number=number, volume=1)
            issue.save()
            for position, article in enumerate(self.articles):
                Entry.objects.create(issue=issue, article=article, position=position)
            words = _in_all("title", "teaser", "source_name")
            addresses = {f"source_address_{code}": "https://example.org/" for code in CODES}
            Entry.objects.create(issue=issue, position=count, **words, **addresses)
            for code in CODES:
                IssueFile.objects.create(issue=issue, edition=code, **self._pdf())
        return issue

    def _pdf(self):
        facts = {"kind": "pdf", "byte_size": 2_000_000, "pages": 12, "cover": self.image}
        return {"file": "publications/2021/03/letter.pdf", **facts}

    def _previews(self) -> dict[str, str]:
        """Tokens of links, an edition each, to a page that readers do not see yet."""
        page = self._page(None)
        for code in CODES:
            page.set_in(code, state="draft")
        page.save()
        links = PreviewLink.objects
        return {code: links.make(page, code, days=7, user=None)[1] for code in CODES}

    def _page(self, place: str | None) -> Page:
        page = Page(place=place)
        _publish(page, FIRST_DAY, 4 + Page.objects.count())  # a title that nothing else has
        page.save()
        return page


def page_addresses(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the name and the address of every page of the active edition.

    Fails for a named page that is not listed here, so that a new one is not forgotten.
    """
    edition = get_edition(translation.get_language())
    month = month_of(FIRST_DAY.date(), edition)
    arguments = {
        "articles:detail": [site.article.pk, site.article.slug],
        "articles:archive_year": [month.year],
        "articles:archive_month": [month.year, month.month],
        "pages:detail": [site.page.pk, site.page.slug],
    }
    for kind in ("cartoon", "newspicture", "photogallery", "video"):
        work = getattr(site, kind)
        arguments[f"media_library:{kind}_detail"] = [work.pk, work.slug]
    arguments["publications:book_detail"] = [site.book.pk, site.book.slug]
    for series, issue in (("newsletter", site.newsletter), ("pars-brief", site.pars_brief)):
        arguments[f"publications:{series}_detail"] = [issue.pk, issue.slug]
        arguments[f"publications:{series}_year"] = [month.year]
    comment = site.comments[edition.code].pk
    for name in ("post", "waiting"):
        arguments[f"comments:{name}"] = [site.article.pk]
    for name in ("answer", "report", "reported"):
        arguments[f"comments:{name}"] = [comment]
    arguments["comments:appeal"] = [appeal_token(site.comments["fa"].pk)]
    arguments["comments:quiet"] = [quiet_token(site.comments["fa"].pk)]
    arguments["subscriptions:confirm"] = [confirm_token(site.subscriber)]
    arguments["subscriptions:unsubscribe"] = [unsubscribe_token(site.subscriber)]
    arguments["previews:shared"] = [site.preview_tokens[edition.code]]
    for kind in ("topic", "tag", "series", "contributor"):
        arguments[f"articles:{kind}"] = [getattr(site, kind).slug]
        arguments[f"articles:{kind}_feed"] = [getattr(site, kind).slug]
        arguments[f"articles:{kind}_json_feed"] = [getattr(site, kind).slug]
    for name in sorted(named_views()):
        yield name, reverse(name, args=arguments.get(name))


def named_views() -> set[str]:
    """Return the names of all views below an edition."""
    editions = next(
        p for p in get_resolver().url_patterns if isinstance(p.pattern, LocalePrefixPattern)
    )
    return {
        f"{room.namespace}:{pattern.name}"
        for room in editions.url_patterns
        for pattern in room.url_patterns
        if pattern.name
    }


def _label(model, names, slug="garden", **fields):
    label = model(**fields)
    for code, name in names.items():
        label.set_in(code, name=name, intro=WORDS[code][1], slug=f"{slug}-{code}")
    label.save()
    return label


def _in_all(*fields):
    return {f"{field}_{code}": WORDS[code][1] for field in fields for code in CODES}


def _publish(work, moment, number, image=None):
    for code, (title, sentence, _) in WORDS.items():
        body = f"<h2>{title}</h2><p>{sentence}</p><blockquote><p>{sentence}</p></blockquote>"
        if image:
            body += f'<figure data-image="{image.pk}"></figure>'
        work.set_in(code, title=f"{title} {'·' * number}", standfirst=sentence, body=body)
        work.set_in(code, state="published", published_at=moment)


def _office():
    """Contact details with everything that readers can be shown."""
    details = ContactDetails(**_in_all("office_name", "postal_address", "opening_hours"))
    for code in CODES:
        details.set_in(code, phone="+44 1632 960123", email="post@example.org")
        details.set_in(code, map_address="https://example.org/", safe_note=WORDS[code][1])
        details.set_in(code, pgp_fingerprint="0123 4567", pgp_key="-----BEGIN PGP…")
    details.save()


def _comment(article, code):
    kind = ContentType.objects.get_for_model(Article)
    first = Comment(content_type=kind, object_id=article.pk, edition=code)
    first.author_name, first.body = WORDS[code][2], WORDS[code][1]
    first.save()
    first.approve()
    answer = Comment(content_type=kind, object_id=article.pk, edition=code, parent=first)
    answer.author_name, answer.body = WORDS[code][2], WORDS[code][1]
    answer.save()
    answer.approve()
    return first
