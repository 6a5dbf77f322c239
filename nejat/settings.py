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
    "simple_history",
    "django_prose_editor",
    "nejat.audit",
    "nejat.guard",
    "nejat.outbox",
    "nejat.editions",
    "nejat.search",
    "nejat.staff",
    "nejat.editorial",
    "nejat.editorial.previews",
    "nejat.tags",
    "media_library",
    "articles",
    "publications",
    "nejat.comments",
    "nejat.subscriptions",
    "nejat.contact",
    "nejat.missing",
    "nejat.pages",
    "nejat.discovery",
    "nejat.dashboard",
    "nejat.wordpress",
    "nejat.demo",
]

MIDDLEWARE = [
    "nejat.hosts.one_host_middleware",
    "nejat.discovery.middleware.keep_robots_out_middleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "nejat.compression.CompressionMiddleware",
    "nejat.editions.middleware.edition_middleware",
    "nejat.pages.text_only.middleware.text_only_middleware",
    "nejat.pages.middleware.error_page_middleware",
    "nejat.missing.middleware.missing_page_middleware",
    "nejat.wordpress.middleware.old_address_middleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",  # a revision knows who saved it
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

# --- Accounts --------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
    for name in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword")
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

# --- Mail ------------------------------------------------------------------------------------

# The console shows mails on one's own machine; in production nejat.W001 asks for a server.
MAIL = environment.read(
    "EMAIL_URL",
    environment.mail,
    default="consolemail://" if DEBUG else "",
    hint="Like smtp+tls://user:password@host:587.",
)
EMAIL_BACKEND = MAIL.get("EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = MAIL.get("EMAIL_HOST", "localhost")
EMAIL_PORT = MAIL.get("EMAIL_PORT", 25)
EMAIL_HOST_USER = MAIL.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = MAIL.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = MAIL.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = MAIL.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = MAIL.get("EMAIL_FILE_PATH", "")
# How many seconds the mail server may leave us waiting: with each answer to the sender; while a
# reader waits for the page; and with the answer to a text (RFC 5321, section 4.5.3.2.6).
EMAIL_TIMEOUT = 30
MAIL_TIMEOUT_OF_PAGES = 5
MAIL_TIMEOUT_AFTER_TEXT = 600
MAIL_FROM = environment.read(
    "MAIL_FROM",
    environment.mail_address,
    default="nejat@localhost.localdomain" if DEBUG else "",
    hint="One address without a name, like news@example.org.",
)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = MAIL_FROM

# --- Search engines, feeds -------------------------------------------------------------------

# Crawlers are let in where readers are, at SITE_ADDRESS; a site for trying says "deny".
ROBOTS = environment.read(
    "ROBOTS", environment.one_of("allow", "deny"), default="allow", hint="Use allow or deny."
)
# Whether those that gather texts to train models are let in with the others.
AI_CRAWLERS = environment.read(
    "AI_CRAWLERS", environment.one_of("allow", "deny"), default="allow", hint="Use allow or deny."
)
# Where feed readers ask to be told of what is new (WebSub); nowhere when empty.
WEBSUB_HUB = environment.read(
    "WEBSUB_HUB", environment.web_address, default="", hint="Like https://hub.example.org/."
)

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
# The site's own faces, when npm has fetched them; else those of the reader's system.
FACES = BASE_DIR / "node_modules" / "@fontsource-variable"
HAS_FACES = FACES.is_dir()
STATICFILES_DIRS = (
    [
        ("nejat/css", BASE_DIR / "nejat" / "fonts"),
        *(("nejat/fonts", folder) for folder in sorted(FACES.glob("*/files"))),
    ]
    if HAS_FACES
    else []
)
MEDIA_URL = "/files/"
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "nejat.static_files.BundlingStorage"
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
# The check asks for that setting, and cannot know that nejat.hosts does its work.
SILENCED_SYSTEM_CHECKS = ["security.W008"] if SITE_ADDRESS.startswith("https://") else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
