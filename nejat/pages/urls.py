"""Addresses of the home page and of pages that stand on their own, below the edition's."""

from django.urls import path

from nejat.editorial.feed_views import feed_paths
from nejat.pages import offline, views
from nejat.pages.feeds import EditionFeed
from nejat.pages.search.views import search_page

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    *feed_paths("", EditionFeed(), "home"),
    path("about/", views.placed_page, {"place": "about"}, name="about"),
    path("contact/", views.contact, name="contact"),
    path("search/", search_page, name="search"),
    path("kept/", offline.kept_articles, name="kept"),
    path("pages/<int:pk>/<part:slug>/", views.page, name="detail"),
    path("pages/<int:pk>/", views.page),
]
