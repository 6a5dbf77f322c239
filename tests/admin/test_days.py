"""Days are typed into forms in the Gregorian calendar or in the Jalali one."""

import pytest
from django.utils import timezone

from articles.models import Article
from tests.admin.desk import filled_in, texts
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def _send(client, day: str, hour: str = "08:30"):
    work = make_article("fa", title="باغ")
    form = f"/admin/articles/article/{work.pk}/change/"
    moment = {"expires_at_fa_0": day, "expires_at_fa_1": hour}
    return client.post(form, filled_in(client, form) | moment)


@pytest.mark.parametrize("day", ["2030-03-21", "۲۰۳۰-۰۳-۲۱", "1409/1/1", "۱۴۰۹/۰۱/۰۱"])
def test_both_calendars_and_all_digits_are_taken(admin_client, day):
    assert _send(admin_client, day).status_code == 302

    moment = timezone.localtime(Article.objects.get().expires_at_fa)
    assert f"{moment:%Y-%m-%d %H:%M}" == "2030-03-21 08:30"


def test_the_hour_is_taken_in_all_digits(admin_client):
    assert _send(admin_client, "2030-03-21", "۰۸:۳۰").status_code == 302


@pytest.mark.parametrize("day", ["1409/13/1", "1409-07-31", "nonsense", "\0"])
def test_what_is_no_day_is_said_and_nothing_lost(admin_client, day):
    page = _send(admin_client, day)

    assert len(texts(page, ".errorlist li")) == 1
    assert Article.objects.get().expires_at_fa is None


def test_a_day_alone_is_not_enough(admin_client):
    assert len(texts(_send(admin_client, "1409/1/1", ""), ".errorlist li")) == 1
