"""Writing the sample books, with sample pages and an EPUB made of them."""

from collections.abc import Iterable
from io import BytesIO

from django.utils import translation
from django.utils.translation import gettext as _

from articles.models import Article, Contributor
from media_library.models import ImageAsset
from nejat.demo.epub import make_epub
from nejat.demo.sources import Source, files, fill_editions
from nejat.editions.registry import get_edition
from publications.documents import read_document
from publications.keeping import keep_document
from publications.models import Book, BookCredit, BookFile, BookShop
from publications.sheets import Sheet, SheetEntry
from publications.typesetting import typeset

SHARED = ("isbn", "year", "languages")


class BookLoader:
    """Loads books; contributors, articles and images are found by the keys of their files."""

    def __init__(
        self,
        contributors: dict[str, Contributor],
        articles: dict[str, Article],
        images: dict[str, ImageAsset],
    ) -> None:
        self.contributors, self.articles, self.images = contributors, articles, images
        self.books: list[tuple[Book, Source]] = []

    def load(self) -> None:
        """Write the books."""
        for source in files("publications/book-*.toml"):
            self.books.append((self._load_book(source), source))

    def make_files(self) -> None:
        """Make sample pages and EPUBs; raises typesetting.CannotTypeset."""
        for book, source in self.books:
            for sample in source.get("sample", []):
                self._make_sample(book, sample)

    def _load_book(self, source: Source) -> Book:
        book = Book(page_count=source.get("pages"), cover=self.images[source["cover"]])
        for name in SHARED:
            setattr(book, name, source[name])
        fill_editions(book, source)
        book.save()
        self._credit(book, source.get("credits", []))
        book.reviews.set(self.articles[key] for key in source.get("reviews", []))
        for shop in source.get("buy", []):
            BookShop.objects.create(book=book, **shop)
        return book

    def _credit(self, book: Book, credits: Iterable[Source]) -> None:
        for position, credit in enumerate(credits):
            BookCredit.objects.create(
                book=book,
                contributor=self.contributors[credit["key"]],
                role=credit["role"],
                position=position,
            )

    def _make_sample(self, book: Book, sample: Source) -> None:
        code = sample["edition"]
        title = book.get_in("title", code)
        with translation.override(code):
            pages = typeset(_sheet(book, sample), {})
            pdf_title = f"{title} – {_('Sample pages')}"
        _keep(book, code, pages, f"{pdf_title}.pdf", is_sample=True)
        if sample.get("epub"):
            _keep(book, code, make_epub(title, get_edition(code), sample), f"{title}.epub")


def _keep(book: Book, code: str, content: bytes, name: str, *, is_sample: bool = False) -> None:
    row = BookFile(book=book, edition=code, is_sample=is_sample)
    keep_document(row, read_document(BytesIO(content), name), name.rpartition(".")[0])


def _sheet(book: Book, sample: Source) -> Sheet:
    """A chapter of a book, set like an issue with one entry."""
    chapter = SheetEntry(
        title=sample["heading"],
        teaser="\n\n".join(sample["paragraphs"]),
        address="",
        is_ours=False,
        source="",
        image=None,
    )
    return Sheet(
        edition=get_edition(sample["edition"]),
        series=_("Sample pages"),
        number="",
        date=book.publisher or "",
        title=book.title,
        standfirst=book.subtitle or "",
        intro="",
        entries=(chapter,),
        path=book.get_absolute_url(),
    )
