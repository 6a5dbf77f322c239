"""Addresses of the editor, below those of the admin."""

from django.contrib import admin
from django.urls import path

from nejat.editorial.rich_text import views

app_name = "rich_text"
urlpatterns = [
    path("rich-text/paste/", admin.site.admin_view(views.paste), name="paste"),
    path("rich-text/works/", admin.site.admin_view(views.works), name="works"),
]
