"""The settings of mail: read, refused with a kind sentence, and missed when they are missing."""

import os
import subprocess
import sys
from ast import literal_eval

import pytest

from nejat import environment
from nejat.checks import check_mail

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.mark.parametrize(
    ("url", "port", "secured"),
    [
        ("smtp://mail.example.org", 25, set()),
        ("smtp+tls://mail.example.org", 587, {"EMAIL_USE_TLS"}),
        ("smtp+ssl://mail.example.org", 465, {"EMAIL_USE_SSL"}),
        ("smtp+tls://mail.example.org:2525", 2525, {"EMAIL_USE_TLS"}),
    ],
)
def test_a_mail_server_is_read_with_its_port_and_encryption(url, port, secured):
    config = environment.mail(url)

    assert config["EMAIL_BACKEND"] == SMTP
    assert (config["EMAIL_HOST"], config["EMAIL_PORT"]) == ("mail.example.org", port)
    assert {name for name in ("EMAIL_USE_TLS", "EMAIL_USE_SSL") if config.get(name)} == secured


def test_signs_of_a_user_and_a_password_are_decoded():
    config = environment.mail("smtp+tls://news%40example.org:a%3Ab%2Fc@mail.example.org")

    assert config["EMAIL_HOST_USER"] == "news@example.org"
    assert config["EMAIL_HOST_PASSWORD"] == "a:b/c"


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("smtp://", "it names no server"),
        ("mail.example.org", "it begins with no scheme"),
        ("http://user:hidden@mail.example.org", "it begins with “http:”"),
        ("smtp://mail.example.org:x", "Port could not be cast"),
    ],
)
def test_another_address_is_refused_without_repeating_its_password(url, sentence):
    with pytest.raises(ValueError, match=sentence) as refusal:
        environment.mail(url)

    assert "hidden" not in str(refusal.value)


@pytest.mark.parametrize("value", ["news", "News <news@example.org>", "a@b.org\nBcc: c@d.org"])
def test_whom_mails_are_from_is_one_bare_address(value):
    with pytest.raises(ValueError, match="is not an e-mail address"):
        environment.mail_address(value)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", (SMTP, "localhost", 25, "", "", False, False)),
        ("smtp://mail.example.org", (SMTP, "mail.example.org", 25, "", "", False, False)),
        ("smtp+tls://a:b@mail.example.org", (SMTP, "mail.example.org", 587, "a", "b", True, False)),
        ("smtp+ssl://a:b@mail.example.org", (SMTP, "mail.example.org", 465, "a", "b", False, True)),
    ],
)
def test_the_site_takes_its_mail_settings_from_one_address(url, expected):
    names = ("BACKEND", "HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_TLS", "USE_SSL")
    program = f"from nejat import settings as s; print([getattr(s, 'EMAIL_' + n) for n in {names}])"
    environ = os.environ | {"EMAIL_URL": url}

    said = subprocess.run(
        [sys.executable, "-c", program], env=environ, check=True, capture_output=True, text=True
    )

    assert literal_eval(said.stdout) == list(expected)


def test_what_is_missing_for_mail_is_named(settings):
    settings.MAIL, settings.MAIL_FROM, settings.SITE_ADDRESS = {}, "", ""

    (warning,) = check_mail()

    assert (warning.id, warning.msg) == (
        "nejat.W001",
        "Mail is not set up, so nobody can subscribe. Not set: EMAIL_URL, MAIL_FROM, SITE_ADDRESS.",
    )


def test_a_site_with_mail_is_not_warned(settings):
    settings.MAIL = environment.mail("smtp://mail.example.org")
    settings.MAIL_FROM, settings.SITE_ADDRESS = "news@example.org", "https://example.org"

    assert check_mail() == []
