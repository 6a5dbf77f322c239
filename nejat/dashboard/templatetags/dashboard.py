"""The dashboard of the account that opened the admin."""

from typing import Any

from django import template
from django.contrib.auth.models import User

from nejat.audit.models import AuditEntry
from nejat.dashboard import translations
from nejat.dashboard.queues import queues_of
from nejat.dashboard.works import calendar, own_acts, standing_works, waiting_for

register = template.Library()
MOST_RECENT = 10


@register.inclusion_tag("admin/dashboard/dashboard.html", takes_context=True)
def dashboard(context: template.Context) -> dict[str, Any]:
    """Show what the account did, what waits for it and what will come out."""
    user: User = context["user"]
    standing = standing_works(user)
    asked = translations.asked_translations(user)
    outdated = translations.outdated_translations(user)
    most = translations.MOST_SHOWN
    sees_all = user.has_perm("audit.view_auditentry")
    recent = AuditEntry.objects.select_related("content_type").order_by("-pk")
    return {
        "csrf_token": context["csrf_token"],
        "user": user,
        "waiting": waiting_for(user, standing),
        "days": calendar(standing),
        "asked": asked[:most],
        "more_asked": len(asked) > most,
        "outdated": outdated[:most],
        "more_outdated": len(outdated) > most,
        "own": own_acts(user),
        "queues": queues_of(user),
        "recent": recent[:MOST_RECENT] if sees_all else [],
        "sees_all": sees_all,
    }
