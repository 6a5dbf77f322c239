"""All addresses of the site. Below an edition (/fa/…) each room brings its own."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, register_converter
from django.views.i18n import set_language

from media_library.views import rendition
from nejat.editions.converters import AddressPartConverter
from nejat.files import file
from nejat.pages.offline import service_worker
from nejat.pages.views import choose_edition

register_converter(AddressPartConverter, "part")  # once, for the addresses of every room

urlpatterns = [
    path("", choose_edition, name="choose_edition"),
    path("admin/", include("nejat.editorial.palette.urls")),
    path("admin/", include("nejat.editorial.rich_text.urls")),
    path("admin/", include("nejat.editorial.translations.urls")),
    path("admin/", admin.site.urls),
    path("i18n/language/", set_language, name="set_language"),
    path("files/renditions/<int:pk>/<str:key>/<str:name>", rendition),
    path("files/<path:path>", file, name="file"),
    path("service-worker.js", service_worker, name="service_worker"),
    path("", include("nejat.discovery.urls")),
    *i18n_patterns(
        path("", include("articles.urls")),
        path("", include("media_library.urls")),
        path("", include("publications.urls")),
        path("", include("nejat.comments.urls")),
        path("", include("nejat.editorial.previews.urls")),
        path("", include("nejat.subscriptions.urls")),
        path("", include("nejat.contact.urls")),
        path("", include("nejat.pages.urls")),
    ),
]
