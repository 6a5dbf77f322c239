"""Addresses of articles, below the edition's own: /fa/…"""

from django.urls import path

from articles import feeds, views

app_name = "articles"
urlpatterns = [
    path("articles/", views.article_list, name="list"),
    path("articles/feed/", feeds.ArticleFeed(), name="list_feed"),
    path("articles/<int:pk>/<part:slug>/", views.article_detail, name="detail"),
    path("articles/<int:pk>/", views.article_detail),
    path("topic/<part:slug>/", views.topic, name="topic"),
    path("topic/<part:slug>/feed/", feeds.TopicFeed(), name="topic_feed"),
    path("tag/<part:slug>/", views.tag, name="tag"),
    path("tag/<part:slug>/feed/", feeds.TagFeed(), name="tag_feed"),
    path("series/<part:slug>/", views.series, name="series"),
    path("series/<part:slug>/feed/", feeds.SeriesFeed(), name="series_feed"),
    path("by/<part:slug>/", views.contributor, name="contributor"),
    path("by/<part:slug>/feed/", feeds.ContributorFeed(), name="contributor_feed"),
    path("archive/", views.archive, name="archive"),
    path("archive/<int:year>/", views.archive_year, name="archive_year"),
    path("archive/<int:year>/<int:month>/", views.archive_month, name="archive_month"),
]
