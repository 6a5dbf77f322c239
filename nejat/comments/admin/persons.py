"""What is held about the people who wrote comments: taken out, or erased."""

import json

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nejat.comments.held import erase, erase_comment, held_about, held_in
from nejat.comments.models import Comment
from nejat.editions.templatetags.editions import edition_number

MOST_EXPORTED = 200
"""Comments at once: each may be of another person, about whom much may be held."""


class PersonsAdmin(admin.ModelAdmin):
    """Actions for people who ask what is held about them, or to be forgotten."""

    actions = ("export_persons", "erase_persons")

    @admin.action(
        description=_("Export all that is held about who wrote them"), permissions=["change"]
    )
    def export_persons(
        self, request: HttpRequest, comments: QuerySet[Comment]
    ) -> HttpResponse | None:
        """Write a file, of a number of comments that one answer can hold."""
        chosen = list(comments[: MOST_EXPORTED + 1])
        if len(chosen) > MOST_EXPORTED:
            words = gettext("Nothing is exported: choose at most %(count)s comments.")
            told = words % {"count": edition_number(MOST_EXPORTED)}
            self.message_user(request, told, messages.ERROR)
            return None
        held = [held_about(address) for address in _addresses(chosen)]
        held += held_in(comment for comment in chosen if not comment.author_email)
        text = json.dumps(held, ensure_ascii=False, indent=2)
        response = HttpResponse(text, content_type="application/json; charset=utf-8")
        response.headers["Content-Disposition"] = 'attachment; filename="comments.json"'
        return response

    @admin.action(description=_("Erase who wrote them…"), permissions=["delete"])
    def erase_persons(
        self, request: HttpRequest, comments: QuerySet[Comment]
    ) -> HttpResponse | None:
        """Ask first: nothing of it can be taken back."""
        comments = list(comments)
        if "erase" not in request.POST:
            context = {
                **self.admin_site.each_context(request),
                "opts": Comment._meta,
                "title": _("Erase who wrote them"),
                "comments": comments,
                "addresses": _addresses(comments),
                "media": self.media,
            }
            return render(request, "admin/comments/erase.html", context)
        texts = request.POST["erase"] == "texts"
        count = sum(erase(address, texts=texts) for address in _addresses(comments))
        count += sum(erase_comment(c, texts=texts) for c in comments if not c.author_email)
        words = gettext("Erased from comments: %(count)s")
        self.message_user(request, words % {"count": edition_number(count)})
        return None


def _addresses(comments) -> list[str]:
    return sorted({comment.author_email.lower() for comment in comments} - {""})
