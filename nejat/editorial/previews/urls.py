"""Addresses of shared previews, below the edition's own: /fa/preview/…/."""

from django.urls import path

from nejat.editorial.previews import views

app_name = "previews"
urlpatterns = [
    # A token, with whatever a mail program put behind it: the address is private in any case.
    path("preview/<path:token>/", views.shared_preview, name="shared"),
]
