"""The page on which many pictures are uploaded at once, each answered for on its own."""

from collections.abc import Iterable

from django import forms
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from media_library.admin.chosen import written
from media_library.admin.doors import is_popup, page_context, require, wants_json
from media_library.admin.gathering import find_gallery, may_gather
from media_library.admin.grid import GALLERY
from media_library.admin.receiving import Outcome, receive
from media_library.intake.gate import EXTENSIONS, MEGABYTE, MOST_BYTES
from media_library.models import ImageAsset
from nejat.editions.registry import EDITIONS

MOST_FILES = 100
"""In one request; the script sends one at a time."""
TAKEN = ",".join(ending for endings in EXTENSIONS.values() for ending in endings)


class BatchForm(forms.Form):
    """Words that all files of a batch share."""

    edition = forms.ChoiceField(
        label=gettext_lazy("Language of the words"),
        choices=[(edition.code, edition.native_name) for edition in EDITIONS],
        help_text=gettext_lazy("Of this credit, and of what is written in the files themselves."),
    )
    credit = forms.CharField(
        label=gettext_lazy("Credit"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Who owns the pictures."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    licence = forms.ChoiceField(
        label=gettext_lazy("Licence"), choices=ImageAsset.Licence.choices, required=False
    )


def upload_view(admin: ModelAdmin, request: HttpRequest) -> HttpResponseBase:
    """The form, and what became of the files that were sent with it.

    A script sends one file and is answered in JSON, with the status of that file.
    """
    require(admin.has_add_permission(request))
    if request.method != "POST":
        return _page(admin, request, BatchForm(initial={"edition": get_language()}))
    form, files = BatchForm(request.POST), request.FILES.getlist("files")
    most = 1 if wants_json(request) else MOST_FILES
    if not _is_right(form, len(files), most):
        return _refuse(admin, request, form)
    outcomes = [receive(admin, request, file, form.cleaned_data) for file in files]
    if wants_json(request):
        return _answer(request, outcomes[0])
    return _page(admin, request, form, outcomes)


def _is_right(form: BatchForm, count: int, most: int) -> bool:
    if not count:
        form.add_error(None, _("Choose at least one file."))
    elif count > most:
        form.add_error(None, _("Send at most %(number)s files at a time.") % {"number": most})
    return form.is_valid()


def _refuse(admin: ModelAdmin, request: HttpRequest, form: BatchForm) -> HttpResponseBase:
    if not wants_json(request):
        return _page(admin, request, form)
    sentences = [sentence for errors in form.errors.values() for sentence in errors]
    return JsonResponse({"error": " ".join(sentences)}, status=400)


def _answer(request: HttpRequest, outcome: Outcome) -> JsonResponse:
    line = render_to_string(
        "admin/media_library/includes/upload_line.html",
        {"outcome": outcome, "is_popup": is_popup(request)},
    )
    return JsonResponse({**outcome.in_json(), "line": line}, status=outcome.status)


def _page(
    admin: ModelAdmin, request: HttpRequest, form: BatchForm, outcomes: Iterable[Outcome] = ()
) -> HttpResponseBase:
    taken = dict.fromkeys(outcome.image.pk for outcome in outcomes if outcome.image)
    context = {
        **page_context(admin, request, _("Upload images")),
        "form": form,
        "media": admin.media,
        "outcomes": outcomes,
        "taken": written(taken),
        "accept": TAKEN,
        "megabytes": MOST_BYTES // MEGABYTE,
        "most_files": MOST_FILES,
        "gallery": find_gallery(request.GET.get(GALLERY, "")),
        "may_change": admin.has_change_permission(request),
        "may_gather": may_gather(request),
    }
    return render(request, "admin/media_library/upload.html", context)
