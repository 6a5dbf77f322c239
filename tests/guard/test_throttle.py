"""Who counts as one sender, behind a proxy and without."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
import time_machine
from django.test import RequestFactory

from nejat import environment
from nejat.guard.throttle import may_ask

MOST = 3


def asks(peer: str, forwarded: str = "") -> bool:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return may_ask(RequestFactory(REMOTE_ADDR=peer).post("/", headers=headers), "form", MOST)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("93.184.216.34",), ("93.184.216.34", "151.101.1.69")),  # a stranger may say what it likes
        (("127.0.0.1", "93.184.216.34"), ("127.0.0.1", "151.101.1.69, 93.184.216.34")),
        (("", "93.184.216.34"), ("127.0.0.1", "93.184.216.34")),  # gunicorn on a socket has no peer
        (("2a00:1450:1:2::1",), ("2a00:1450:1:2:ffff::9",)),
        (("::ffff:93.184.216.34",), ("93.184.216.34",)),
        (("10.0.0.1", "nonsense"), ("10.0.0.1", "nonsense")),
    ],
)
def test_one_sender_is_counted_as_one(first, second):
    for _ in range(MOST):
        assert asks(*first)

    assert not asks(*second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("93.184.216.34",), ("93.184.216.35",)),
        (("127.0.0.1", "93.184.216.34"), ("127.0.0.1", "93.184.216.35")),
        (("2a00:1450:1:2::1",), ("2a00:1450:1:3::1",)),
        (("::ffff:93.184.216.34",), ("::ffff:93.184.216.35",)),
    ],
)
def test_two_senders_are_counted_as_two(first, second):
    for _ in range(MOST):
        assert asks(*first)

    assert asks(*second)


@pytest.fixture
def _cache_of_production(settings, tmp_path):
    settings.CACHES = {"default": environment.cache(f"filecache://{tmp_path}")}


@pytest.mark.usefixtures("_cache_of_production")
def test_a_crowd_of_others_does_not_wash_away_who_was_counted():
    for _ in range(MOST):
        assert asks("93.184.216.34")

    for number in range(600):
        asks(f"198.18.{number // 250}.{number % 250}")

    assert not asks("93.184.216.34")


@pytest.mark.usefixtures("_cache_of_production")
def test_who_was_counted_is_known_for_the_whole_hour():
    with time_machine.travel(datetime(2026, 5, 1, 10, 0, tzinfo=UTC)) as clock:
        for _ in range(MOST):
            assert asks("93.184.216.34")

        clock.shift(timedelta(minutes=59))
        assert not asks("93.184.216.34")
        clock.shift(timedelta(minutes=2))
        assert asks("93.184.216.34")


@pytest.mark.usefixtures("_cache_of_production")
def test_requests_of_one_moment_are_all_counted():
    start = Barrier(8)

    def ask(_number: int) -> bool:
        start.wait()
        return asks("93.184.216.34")

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(ask, range(8))) == [False] * 5 + [True] * MOST
