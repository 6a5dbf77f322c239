"""Addresses of the home page and of pages that stand on their own, below the edition's."""

from django.urls import path

from nejat.pages import views
from nejat.pages.menu import COMING

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.placed_page, {"place": "about"}, name="about"),
    path("contact/", views.placed_page, {"place": "contact"}, name="contact"),
    path("search/", views.search, name="search"),
    path("pages/<int:pk>/<part:slug>/", views.page, name="detail"),
    path("pages/<int:pk>/", views.page),
    *(path(f"{address}/", views.coming, {"name": name}, name=name) for name, address in COMING),
]
