"""One row of everything that the admin shows."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from articles.models import Article
from nejat.audit.models import Act, AuditEntry
from nejat.comments.models import Ban, CommentRules, ModerationEntry, WordList
from nejat.contact.models import ContactDetails, Message
from nejat.editorial.translations.recording import Translation
from nejat.editorial.translations.requests import TranslationRequest
from nejat.missing.models import MissingAddress
from nejat.outbox.models import OutgoingMail
from nejat.pages.models import BreakingNews, SiteOptions
from tests.factories import (
    make_article,
    make_book,
    make_cartoon,
    make_comment,
    make_contributor,
    make_gallery,
    make_image,
    make_issue,
    make_news_picture,
    make_page,
    make_series,
    make_tag,
    make_topic,
    make_video,
)
from tests.missing.making import make_redirect
from tests.subscriptions.making import make_mailing


def make_one_of_everything(code: str = "fa") -> Article:
    """Make a row of each kind that the admin shows, in one edition; return its article."""
    topic = make_topic(code, parent=make_topic(code))
    article = make_article(
        code,
        topics=[topic],
        tags=[make_tag(code)],
        by=[make_contributor(code)],
        primary_topic=topic,
        series=make_series(code),
    )
    article.related.add(make_article(code))
    make_page(code)
    MissingAddress.objects.create(edition=code, path=f"/{code}/topic/{topic.get_in('slug', code)}x")
    make_redirect(f"/{code}/old", f"/{code}/about/")
    _make_rows_of_readers(article, code)
    tagged = (
        make_cartoon(code),
        make_news_picture(code),
        make_gallery(code, images=[make_image()]),
        make_video(code),
    )
    issue = make_issue(code, articles=[article], number=7)
    make_mailing("mina@example.org", issue=issue, edition=code)
    book = make_book(code, languages=[code])
    book.reviews.add(article)
    book.credits.create(contributor=make_contributor(code))
    book.shops.create(name="Bookshop", address="https://example.org/")
    for work in (make_image(), *tagged):
        work.tags.add(make_tag(code))
    _make_rows_of_the_site(code)
    Translation.objects.create(pk=1, work=article, edition=code)
    TranslationRequest.objects.create(pk=1, work=article, edition=code)
    return article


def _make_rows_of_readers(article: Article, code: str) -> None:
    comment = make_comment(article, code)
    entry = ModerationEntry.objects.create(comment=comment, to_state="spam")
    tomorrow = timezone.now() + timedelta(days=1)
    Ban.objects.create(kind=Ban.Kind.SENDER, key="0" * 16, until=tomorrow, entry=entry)
    Message.objects.create(edition=code, email="mina@example.org", subject="نامه", text="سلام")


def _make_rows_of_the_site(code: str) -> None:
    CommentRules.objects.create(edition=code)
    WordList.objects.create(name="Words", edition=code)
    ContactDetails.objects.create(pk=1)
    SiteOptions.objects.create(pk=1)
    OutgoingMail.objects.create(recipient="mina@example.org", subject="Letter", text="Hello")
    BreakingNews.objects.create(edition=code, text="باز است", expires_at=timezone.now())
    Group.objects.get_or_create(name="A group")
    kind = ContentType.objects.get_for_model(Article)
    AuditEntry.objects.create(account_name="mina", act=Act.ADDED, content_type=kind, object_id=1)
