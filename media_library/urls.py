"""Addresses of media, below the edition's own: /fa/media/cartoons/…"""

from django.urls import URLPattern, path

from media_library import views
from media_library.feeds import MediaFeed
from media_library.kinds import KINDS, Kind
from nejat.editorial.feed_views import feed_paths

app_name = "media_library"


def _addresses(kind: Kind) -> list[URLPattern]:
    start, given = f"media/{kind.path}/", {"kind": kind}
    return [
        path(start, views.work_list, given, name=f"{kind.name}_list"),
        *feed_paths(start, MediaFeed(kind), kind.name),
        path(f"{start}<int:pk>/<part:slug>/", views.work_detail, given, name=f"{kind.name}_detail"),
        path(f"{start}<int:pk>/", views.work_detail, given),
    ]


urlpatterns = [address for kind in KINDS for address in _addresses(kind)]
