"""Addresses of articles, below the edition's own: /fa/…"""

from django.urls import path

from articles import feeds, views
from nejat.editorial.feed_views import feed_paths

app_name = "articles"
urlpatterns = [
    path("articles/", views.article_list, name="list"),
    *feed_paths("articles/", feeds.ArticleFeed(), "list"),
    path("articles/<int:pk>/<part:slug>/", views.article_detail, name="detail"),
    path("articles/<int:pk>/", views.article_detail),
    path("topic/<part:slug>/", views.topic, name="topic"),
    *feed_paths("topic/<part:slug>/", feeds.TopicFeed(), "topic"),
    path("tag/<part:slug>/", views.tag, name="tag"),
    *feed_paths("tag/<part:slug>/", feeds.TagFeed(), "tag"),
    path("series/<part:slug>/", views.series, name="series"),
    *feed_paths("series/<part:slug>/", feeds.SeriesFeed(), "series"),
    path("by/<part:slug>/", views.contributor, name="contributor"),
    *feed_paths("by/<part:slug>/", feeds.ContributorFeed(), "contributor"),
    path("archive/", views.archive, name="archive"),
    path("archive/<int:year>/", views.archive_year, name="archive_year"),
    path("archive/<int:year>/<int:month>/", views.archive_month, name="archive_month"),
]
