"""Addresses about translations, below those of the admin."""

from django.contrib import admin
from django.urls import path

from nejat.editorial.translations import views

app_name = "translations"
urlpatterns = [
    path("translations/<int:pk>/keep/", admin.site.admin_view(views.keep), name="keep"),
    path(
        "translation-requests/<int:pk>/not-needed/",
        admin.site.admin_view(views.not_needed),
        name="not_needed",
    ),
]
