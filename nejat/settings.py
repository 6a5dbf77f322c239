"""Settings of the site, read from the environment; with none set it runs on one machine.

docs/running.md lists every variable. Wrong values become system checks (nejat.checks).
"""

from pathlib import Path

from nejat import environment
from nejat.editions.registry import EDITIONS

BASE_DIR = Path(__file__).resolve().parent.parent

# --- Mode ------------------------------------------------------------------------------------

DEBUG = environment.read("DEBUG", environment.boolean, default="0", hint="Use 1 or 0.")
DATA_DIR = environment.read(
    "DATA_DIR", environment.folder_in(BASE_DIR), default="var", hint="Name a folder."
)
SECRET_KEY = environment.secret_key("SECRET_KEY", DATA_DIR if DEBUG else None)
ALLOWED_HOSTS = environment.read(
    "ALLOWED_HOSTS",
    environment.words,
    default="localhost,127.0.0.1,[::1]",
    hint="Host names separated by commas.",
)
# Where readers find the site, like https://example.org; other hosts answer 301 to it.
SITE_ADDRESS = environment.read(
    "SITE_ADDRESS", environment.site_address, default="", hint="Like https://example.org."
)
CSRF_TRUSTED_ORIGINS = environment.read(
    "CSRF_TRUSTED_ORIGINS", environment.words, default="", hint="Like https://example.org."
)

# --- Applications ----------------------------------------------------------------------------

INSTALLED_APPS = [
    "nejat",
    "modeltranslation",  # before the admin, which it extends
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "taggit",
    "nejat.editions",
    "nejat.editorial",
    "nejat.tags",
    "media_library",
    "articles",
    "publications",
    "nejat.comments",
    "nejat.pages",
    "nejat.wordpress",
    "nejat.demo",
]

MIDDLEWARE = [
    "nejat.hosts.one_host_middleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "nejat.editions.middleware.edition_middleware",
    "nejat.pages.middleware.error_page_middleware",
    "nejat.wordpress.middleware.old_address_middleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "nejat.urls"
WSGI_APPLICATION = "nejat.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "nejat.editions.context_processors.editions",
            ],
        },
    },
]

# --- Data ------------------------------------------------------------------------------------

DATABASES = {
    "default": environment.read(
        "DATABASE_URL",
        environment.database,
        default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}",
        hint="Like postgres://user:password@host:5432/name or sqlite:////folder/db.sqlite3.",
    )
}
CACHES = {
    "default": environment.read(
        "CACHE_URL",
        environment.cache,
        default=f"filecache://{DATA_DIR / 'cache'}",
        hint="Like redis://host:6379/0 or filecache:///folder.",
    )
}

# --- Languages, time -------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [(edition.code, edition.english_name) for edition in EDITIONS]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = environment.read(
    "TIME_ZONE", environment.time_zone, default="Asia/Tehran", hint="Like Asia/Tehran."
)
# Names of the months in the Arabic edition: يوليو (egyptian) or تموز (levantine).
MONTH_STYLE_AR = environment.read(
    "MONTH_STYLE_AR",
    environment.one_of("egyptian", "levantine"),
    default="egyptian",
    hint="Use egyptian (يوليو) or levantine (تموز).",
)

MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_ENABLE_FALLBACKS = False  # a fallback would show drafts as published
MODELTRANSLATION_AUTO_POPULATE = False
TAGGIT_CASE_INSENSITIVE = True

# --- Files -----------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/files/"
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a gallery of a thousand pictures is one form

# --- Safety ----------------------------------------------------------------------------------

HTTPS = environment.read(
    "HTTPS", environment.boolean, default="0" if DEBUG else "1", hint="Use 1 or 0."
)
SECURE_SSL_REDIRECT = HTTPS and not SITE_ADDRESS  # which leads to https in the same hop
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
