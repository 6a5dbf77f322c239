"""Addresses of publications, below the edition's own: /fa/publications/newsletter/…"""

from django.urls import URLPattern, path

from nejat.editorial.feed_views import feed_paths
from publications import views
from publications.feeds import BookFeed, IssueFeed
from publications.series import SERIES, IssueSeries

app_name = "publications"


def _addresses(series: IssueSeries) -> list[URLPattern]:
    start, given, code = f"publications/{series.code}/", {"series": series}, series.code
    return [
        path(start, views.issue_list, given, name=f"{code}_list"),
        *feed_paths(start, IssueFeed(series), code),
        path(f"{start}archive/<int:year>/", views.issue_year, given, name=f"{code}_year"),
        path(f"{start}<int:pk>/<part:slug>/", views.issue_detail, given, name=f"{code}_detail"),
        path(f"{start}<int:pk>/", views.issue_detail, given),
    ]


urlpatterns = [
    path("publications/books/", views.book_list, name="book_list"),
    *feed_paths("publications/books/", BookFeed(), "book"),
    path("publications/books/<int:pk>/<part:slug>/", views.book_detail, name="book_detail"),
    path("publications/books/<int:pk>/", views.book_detail),
    *(address for series in SERIES for address in _addresses(series)),
]
