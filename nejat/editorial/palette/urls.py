"""Address of the palette, below those of the admin."""

from django.contrib import admin
from django.urls import path

from nejat.editorial.palette.views import go_to

app_name = "palette"
urlpatterns = [path("go-to/", admin.site.admin_view(go_to), name="go_to")]
