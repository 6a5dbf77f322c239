"""robots.txt: which machines may read the site, and what of it."""

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nejat.editions.registry import CODES
from nejat.hosts import site_of

# What nobody looks for: staff, results of a search, what a reader keeps, forms and their answers.
BELOW_ROOT = ("/admin/", "/i18n/")
BELOW_EDITION = (
    "search/",
    "kept/",
    "comment/",
    "contact/send/",
    "contact/thanks/",
    "subscribe/",
    "unsubscribe/",
)
# Crawlers that gather texts to train models; https://github.com/ai-robots-txt/ai.robots.txt tells
# them from others. What fetches a page to answer somebody's question leads readers here: it is
# let in.
GATHERERS = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-training-data-crawler",
    "Diffbot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "ICC-Crawler",
    "meta-externalagent",
    "omgili",
    "PanguBot",
    "Timpibot",
    "webzio-extended",
)


def are_robots_welcome() -> bool:
    """Say whether search engines may read the site: only where readers find it."""
    return bool(settings.SITE_ADDRESS) and not settings.DEBUG and settings.ROBOTS == "allow"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt (RFC 9309)."""
    lines = _welcome(site_of(request)) if are_robots_welcome() else ["User-agent: *", "Disallow: /"]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


def _welcome(site: str) -> list[str]:
    kept = [*BELOW_ROOT, *(f"/{code}/{path}" for code in CODES for path in BELOW_EDITION)]
    gatherers = [f"User-agent: {name}" for name in GATHERERS]
    refused = [*gatherers, "Disallow: /", ""] if settings.AI_CRAWLERS == "deny" else []
    maps = (urljoin(site, reverse(f"discovery:{name}")) for name in ("sitemaps", "news"))
    return [
        *refused,
        "User-agent: *",
        *(f"Disallow: {path}" for path in kept),
        "",
        *(f"Sitemap: {address}" for address in maps),
    ]
