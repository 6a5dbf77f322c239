"""What pages of other rooms show of subscriptions."""

from django import template

from nejat.subscriptions.models import Mailing
from publications.models import Issue

register = template.Library()


@register.simple_tag
def mailing_of(issue: Issue, code: str) -> Mailing | None:
    """Return the mailing of the issue in the edition, if it was given to the mail there."""
    return Mailing.objects.filter(issue=issue, edition=code).first()
