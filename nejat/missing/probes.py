"""What machines try on every site: no reader followed a link there, and nobody will mend it."""

import re

PROBE = re.compile(
    r"/\.(?!well-known/)"  # .env, .git, .aws
    r"|\.(?:php\d?|phtml|aspx?|jspx?|cgi|env|sql|bak|old|orig|swp|ini|cfg|conf|ya?ml|log|sh|dll)"
    r"(?:/|$)"
    r"|/(?:wp-(?:login|admin|includes|json|config|cron)|xmlrpc|phpmyadmin|cgi-bin|vendor/phpunit)"
    r"|/(?:favicon\.ico|apple-touch-icon[^/]*|browserconfig\.xml|ads\.txt|autodiscover)(?:/|$)",
)


def is_probe(path: str) -> bool:
    """Say whether a normal path is one that machines try: `/fa/wp-login.php`, `/fa/.env`."""
    return PROBE.search(path) is not None
