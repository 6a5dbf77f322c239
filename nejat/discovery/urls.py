"""Addresses for machines."""

from django.urls import path

from nejat.discovery import views
from nejat.discovery.oembed import oembed
from nejat.discovery.robots import robots
from nejat.discovery.share.views import share_picture

app_name = "discovery"
urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("oembed", oembed, name="oembed"),
    path("share/<str:kind>/<int:pk>/<str:code>-<str:key>.jpg", share_picture, name="share_picture"),
    path("sitemap.xml", views.sitemaps, name="sitemaps"),
    path("sitemap-news.xml", views.news, name="news"),
    path("sitemaps/<str:code>/<str:room>/<str:part>.xml", views.sitemap, name="sitemap"),
]
