"""Doing something with many rows chosen in their list: how many, each in turn, what is told."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nejat.editions.templatetags.editions import edition_number
from nejat.editorial.admin.dots import phase_dots
from nejat.editorial.admin.editions import EditionsAdmin
from nejat.editorial.models import Content
from nejat.editorial.rows import EditionsModel

MOST_AT_ONCE = 500
MOST_TOLD = 20
NOT_BY_YOU = gettext_lazy("Not by you: it belongs to editions that you do not change.")

Deed = Callable[[EditionsModel], bool]
"""What is done with a row, which is locked; it says whether there was anything to do.

A ValidationError says why the row is left as it is.
"""


def chosen_numbers(desk: EditionsAdmin, request: HttpRequest, chosen: QuerySet) -> list[int]:
    """Return the numbers of what was chosen; none, and a message, when that is too much."""
    numbers = list(chosen.order_by("pk").values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
    if len(numbers) <= MOST_AT_ONCE:
        return numbers
    text = _("At most %(most)s at once, please.") % {"most": edition_number(MOST_AT_ONCE)}
    desk.message_user(request, text, messages.ERROR)
    return []


def ask_before(
    desk: EditionsAdmin,
    request: HttpRequest,
    numbers: list[int],
    form: forms.Form,
    template: str,
) -> TemplateResponse:
    """Return the page that shows what was chosen and asks what to do with it."""
    rows = _listed(desk).filter(pk__in=numbers).order_by("-pk")
    context = {
        **desk.admin_site.each_context(request),
        "title": action_words(desk, request),
        "opts": desk.opts,
        "form": form,
        "action": request.POST["action"],
        "works": [(row, phase_dots(row) if isinstance(row, Content) else "") for row in rows],
        "checkbox": ACTION_CHECKBOX_NAME,
        "media": desk.media + form.media,
    }
    return TemplateResponse(request, template, context)


def do_with_each(
    desk: EditionsAdmin, request: HttpRequest, numbers: list[int], deed: Deed, words: str = ""
) -> None:
    """Do it with each row by itself; say with how many it was done, and of the others why not.

    `words` name what was done, where the name of the action would not.
    """
    done, left = 0, []
    for number in numbers:
        try:
            done += _do_with_one(desk, number, deed)
        except ValidationError as fault:
            left.append((number, fault.messages[0]))
    text = ngettext("%(action)s: %(count)s work.", "%(action)s: %(count)s works.", done)
    said = {"action": words or action_words(desk, request), "count": edition_number(done)}
    level = messages.SUCCESS if done else messages.WARNING
    desk.message_user(request, text % said, level)
    if so_already := len(numbers) - done - len(left):
        text = _("It was so already: %(count)s.") % {"count": edition_number(so_already)}
        desk.message_user(request, text, messages.INFO)
    _tell_left(desk, request, left)


def action_words(desk: EditionsAdmin, request: HttpRequest) -> str:
    """Return the words of the action that was chosen in the list."""
    _method, _name, words = desk.get_action(request.POST["action"])
    return str(words).removesuffix("…")


def _do_with_one(desk: EditionsAdmin, number: int, deed: Deed) -> bool:
    with transaction.atomic():
        rows = desk.model.objects.select_for_update(of=("self",), no_key=True)
        row = rows.filter(pk=number).first()
        return row is not None and deed(row)


def _tell_left(desk: EditionsAdmin, request: HttpRequest, left: list[tuple[int, str]]) -> None:
    for number, fault in left[:MOST_TOLD]:
        desk.message_user(request, _left_out(desk, number, fault), messages.WARNING)
    if len(left) > MOST_TOLD:
        text = _("And %(count)s more were left as they are.")
        count = edition_number(len(left) - MOST_TOLD)
        desk.message_user(request, text % {"count": count}, messages.WARNING)


def _left_out(desk: EditionsAdmin, number: int, fault: str) -> SafeString:
    row = _listed(desk).get(pk=number)
    shown = '<a href="{}"><bdi dir="auto">{}</bdi></a>: {}'
    return format_html(shown, f"{number}/change/", str(row), fault)


def _listed(desk: EditionsAdmin) -> QuerySet[Any]:
    return desk.model.objects.only(*desk.list_columns)
