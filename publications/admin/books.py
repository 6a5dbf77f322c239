"""The admin of books."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from media_library.admin import ShowsImages
from media_library.admin.thumbnails import shown_columns, thumbnail
from nejat.editorial.admin import ContentAdmin
from nejat.editorial.admin.editions import HTTPS_BY_DEFAULT, all_editions
from publications.admin.files import FileInline, KeepsFiles, NamedCells
from publications.admin.inputs import DirectedInputs
from publications.models import Book, BookCredit, BookFile, BookShop

PUBLICATION = ("state", "published_at", "expires_at")
ADDRESSES = ("slug", "seo_title", "seo_description")


class CreditInline(NamedCells):
    model = BookCredit
    extra = 0
    autocomplete_fields = ("contributor",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[BookCredit]:
        names = all_editions("contributor__name")
        credits = super().get_queryset(request).select_related("contributor")
        return credits.only("book_id", "contributor", "role", "position", *names)


class BookFileInline(FileInline):
    model = BookFile
    fields = ("edition", "file", "is_sample", "facts")


class ShopInline(NamedCells):
    model = BookShop
    extra = 0
    formfield_overrides = HTTPS_BY_DEFAULT


@admin.register(Book)
class BookAdmin(DirectedInputs, KeepsFiles, ShowsImages, ContentAdmin):
    edition_fields = (
        *("title", "subtitle", "standfirst", "body", *PUBLICATION),
        *("publisher", "place", *ADDRESSES),
    )
    shared_fields = ("cover", ("year", "page_count"), "isbn", "languages", "reviews")
    inlines = (CreditInline, BookFileInline, ShopInline)
    autocomplete_fields = ("reviews",)
    list_display = ("picture", *ContentAdmin.list_display, "year")
    list_display_links = ("heading",)
    list_select_related = ("cover",)
    list_columns = (*ContentAdmin.list_columns, "year", "cover", *shown_columns("cover__"))
    search_help_text = _("Finds titles in every edition, ISBNs, and words in the files.")

    @admin.display(description=_("cover"))
    def picture(self, book: Book) -> SafeString:
        return thumbnail(book.cover) if book.cover else ""
