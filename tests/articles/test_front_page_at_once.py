"""Several people who arrange one home page at the same moment: one is heard, the others are told.

It stands here, and not with the pages of the admin, so that it is run on PostgreSQL.
"""

from copy import copy
from functools import partial

import pytest
from django.db import connection
from django.test import Client

from articles.models import Article
from nejat.staff.groups import EDITORS
from tests.admin.desk import filled_in
from tests.comments.test_at_once import at_once
from tests.factories import make_article
from tests.staff.making import make_staff

ADDRESS = "/admin/articles/article/front-page/fa/"


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory has one writer")
def test_of_those_who_fill_an_empty_order_at_the_same_moment_one_is_heard(client: Client):
    client.force_login(make_staff(EDITORS))
    articles = [make_article("fa") for _ in range(4)]
    sent = filled_in(client, ADDRESS)

    posts = (
        partial(copy(client).post, ADDRESS, sent | {"put-article": article.pk})
        for article in articles
    )
    answers = at_once(*posts)

    assert sorted(answer.status_code for answer in answers) == [302, 409, 409, 409]
    assert Article.objects.exclude(pinned_until_fa=None).count() == 1
