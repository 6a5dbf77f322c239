"""The application that a web server calls; it does not start on wrong settings."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nejat.settings")

application = get_wsgi_application()

from nejat.checks import refuse_wrong_settings  # noqa: E402 -- needs loaded applications

refuse_wrong_settings()
