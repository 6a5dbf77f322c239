"""The hub is told of every feed that changed, once, and nothing is lost when it fails."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from nejat.discovery import websub
from nejat.discovery.models import Ping
from nejat.editions.registry import CODES
from nejat.editorial.states import State
from tests.discovery.hub import Hub, running_hub
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_cartoon,
    make_contributor,
    make_issue,
    make_topic,
)
from tests.feeds import ATOM, read_atom, read_json

pytestmark = pytest.mark.django_db

SITE = "https://example.org"
HOUR = timedelta(hours=1)


@pytest.fixture
def hub(settings):
    with running_hub() as hub:
        settings.WEBSUB_HUB, settings.SITE_ADDRESS = hub.url, SITE
        yield hub


def _ping() -> tuple[str, str]:
    """What the command says and what it complains of."""
    out, err = StringIO(), StringIO()
    call_command("ping_hubs", stdout=out, stderr=err)
    return out.getvalue().strip(), err.getvalue().strip()


def _feeds(*lists: str) -> set[str]:
    return {f"{SITE}/{path}{form}" for path in lists for form in ("feed/", "feed.json")}


def _told(hub: Hub) -> set[str]:
    """What the hub was told since it was asked last; each once."""
    topics = hub.topics
    hub.told.clear()
    assert len(set(topics)) == len(topics)
    return set(topics)


def test_the_hub_is_told_in_the_words_that_hubs_know(hub):
    make_article("fa")

    said, complained = _ping()

    assert hub.told[0] == {
        "hub.mode": ["publish"],
        "hub.url": [f"{SITE}/fa/feed/"],
        "hub.topic": [f"{SITE}/fa/feed/"],
    }
    assert (said, complained) == ("The hub was told of 4 feeds.", "")


def test_the_hub_is_told_of_the_feeds_that_changed_and_of_no_others(hub):
    make_article("fa", topics=[make_topic("fa")])
    make_cartoon("en")
    _ping()
    assert _told(hub) == _feeds("fa/", "fa/articles/", "en/", "en/media/cartoons/")

    _ping()
    assert _told(hub) == set()

    make_issue("fa", "pars-brief")
    _ping()
    assert _told(hub) == _feeds("fa/", "fa/publications/pars-brief/")


def test_changes_that_the_clock_brings_are_told_too(hub):
    make_article("fa", published_at=PUBLISHED_AT, expires_at=PUBLISHED_AT + 2 * HOUR)

    told = []
    for hours in range(-1, 4):
        with time_machine.travel(PUBLISHED_AT + hours * HOUR, tick=False):
            _ping()
        told.append(_told(hub))

    both = _feeds("fa/", "fa/articles/")
    assert told == [set(), both, set(), both, set()]


def test_a_correction_and_a_withdrawal_are_told(hub):
    work = make_article("sq")
    _ping()
    both = _told(hub)

    work.title_sq = "B"
    work.save()
    _ping()
    assert _told(hub) == both

    work.state_sq = State.WITHDRAWN
    work.save()
    _ping()
    assert _told(hub) == both


def test_a_writer_who_is_called_otherwise_is_told(hub):
    person = make_contributor("fa")
    make_article("fa", by=[person])
    _ping()
    both = _told(hub)

    person.name_fa = "B"
    person.save()
    _ping()
    assert _told(hub) == both

    _ping()
    assert _told(hub) == set()


def test_another_hub_is_told_of_everything(hub, settings):
    make_article("fa")
    _ping()
    _told(hub)
    settings.WEBSUB_HUB = hub.url + "&b=2"

    _ping()

    assert _told(hub) == _feeds("fa/", "fa/articles/")


def test_what_the_hub_did_not_take_is_told_again(hub):
    make_article("fa")
    hub.refused = {f"{SITE}/fa/feed/"}

    err = StringIO()
    with pytest.raises(CommandError, match="It did not take 1"):
        call_command("ping_hubs", stdout=StringIO(), stderr=err)
    assert err.getvalue() == (f"{SITE}/fa/feed/: it answered 503 Service Unavailable.\n")
    assert len(_told(hub)) == 3

    hub.refused = set()
    _ping()
    assert _told(hub) == {f"{SITE}/fa/feed/"}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308, 400, 404, 410, 429, 500])
def test_no_other_answer_is_taken_for_a_yes(hub, status):
    make_article("fa")
    hub.status = status

    with pytest.raises(CommandError, match="It did not take 4"):
        call_command("ping_hubs", stdout=StringIO(), stderr=StringIO())

    assert not Ping.objects.exists()


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_every_answer_that_means_yes_is_one(hub, status):
    make_article("fa")
    hub.status = status

    assert _ping() == ("The hub was told of 4 feeds.", "")


@pytest.mark.parametrize("status", [0, None])
def test_a_hub_that_does_not_answer_ends_the_run_and_the_next_goes_on(hub, monkeypatch, status):
    monkeypatch.setattr(websub, "TIMEOUT", 0.1)
    make_article("fa")
    hub.status = status

    with pytest.raises(CommandError, match=r"told of 0 feeds, then it could not be reached: \w"):
        _ping()

    assert not Ping.objects.exists()
    hub.is_over.set()
    hub.status = 202
    monkeypatch.setattr(websub, "TIMEOUT", 10)
    assert _ping() == ("The hub was told of 4 feeds.", "")


def test_a_hub_that_is_not_there_is_a_complaint(settings):
    with running_hub() as hub:
        settings.WEBSUB_HUB, settings.SITE_ADDRESS = hub.url, SITE
    make_article("fa")

    with pytest.raises(CommandError, match=r"could not be reached: .*refused"):
        _ping()


def test_without_a_hub_there_is_nothing_to_do():
    make_article("fa")

    assert _ping() == ("WEBSUB_HUB is not set: there is no hub to tell.", "")


def test_without_an_address_of_the_site_the_hub_would_find_nothing(hub, settings):
    settings.SITE_ADDRESS = ""

    with pytest.raises(CommandError, match="SITE_ADDRESS is not set"):
        _ping()


@pytest.mark.parametrize("code", CODES)
def test_feeds_say_where_the_hub_is(client, settings, code):
    settings.WEBSUB_HUB = "https://hub.example.org/?a=1&b=2"
    make_article(code)

    for name, form in (("feed/", "atom"), ("feed.json", "json")):
        for start in ("", "articles/", "media/videos/", "publications/books/"):
            address = f"http://testserver/{code}/{start}{name}"
            response = client.get(f"/{code}/{start}{name}")
            assert response["Link"] == (
                f'<https://hub.example.org/?a=1&b=2>; rel="hub", <{address}>; rel="self"'
            )
            if form == "atom":
                feed = read_atom(client, f"/{code}/{start}{name}")
                links = {
                    link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{ATOM}link")
                }
                assert (links["hub"], links["self"]) == (settings.WEBSUB_HUB, address)
            else:
                feed = read_json(client, f"/{code}/{start}{name}")
                assert feed["hubs"] == [{"type": "WebSub", "url": settings.WEBSUB_HUB}]
                assert feed["feed_url"] == address


@pytest.mark.parametrize("hub_address", ["", "https://hub.example.org/"])
def test_feeds_of_which_no_hub_is_told_name_none(client, settings, hub_address):
    settings.WEBSUB_HUB = hub_address
    topic = make_topic("fa")
    path = topic.url_in("fa") if hub_address else "/fa/articles/"

    feed = read_atom(client, f"{path}feed/")

    assert feed.findall(f"{ATOM}link[@rel='hub']") == []
    assert "hubs" not in read_json(client, f"{path}feed.json")
    assert "Link" not in client.get(f"{path}feed/").headers
