"""All kinds of works."""

from django.apps import apps

from nejat.editorial.models import Content

KINDS = sorted((k for k in apps.get_models() if issubclass(k, Content)), key=lambda k: k.__name__)
