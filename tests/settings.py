"""The site's settings for tests: production mode, plain static files, nothing kept."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("HTTPS", "0")
os.environ["DEBUG"] = "0"
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="nejat-tests-")

from nejat.settings import *  # noqa: F403 -- the environment above comes first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast, tests only
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # else each client of a test lists all files first: 0.1 s
Path(os.environ["DATA_DIR"], "static").mkdir()
