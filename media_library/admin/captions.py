"""The words of many images on one page: alt text and caption in every edition."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from media_library.admin.chosen import find_chosen, numbers_in, written
from media_library.admin.doors import page_context, require
from media_library.admin.thumbnails import form_address, thumbnail
from media_library.admin.words_form import COLUMNS, WORDS, WordsForm
from media_library.models import ImageAsset
from nejat.editions.registry import EDITIONS, Edition
from nejat.editorial.columns import column

MOST = 50
"""Images on one page; the others follow when these are saved."""


@dataclass(frozen=True)
class Row:
    """One image of the table."""

    form: WordsForm

    @property
    def picture(self) -> SafeString:
        return thumbnail(self.form.instance)

    @property
    def address(self) -> str:
        return form_address(self.form.instance)

    @property
    def cells(self) -> list[tuple[Edition, list[BoundField]]]:
        """The inputs of each edition."""
        return [(e, [self.form[column(name, e.code)] for name in WORDS]) for e in EDITIONS]


def captions_view(admin: ModelAdmin, request: HttpRequest) -> HttpResponseBase:
    """The table, and the saving of what was changed in it: of all the images or of none."""
    require(admin.has_change_permission(request))
    sent = request.POST if request.method == "POST" else None
    numbers = numbers_in((sent or request.GET).get("ids", ""))
    later = [*numbers[MOST:], *numbers_in((sent or {}).get("later", ""))]
    kind = admin.get_form(request, change=True, fields=COLUMNS, form=WordsForm)
    images = find_chosen(numbers[:MOST], ImageAsset.objects.all())
    forms = [kind(sent, instance=image, prefix=str(image.pk)) for image in images]
    faulty = [form for form in forms if not form.is_valid()]
    if sent is not None and not faulty:
        _save(admin, request, forms)
        return redirect(_address_after(later))
    context = {
        **page_context(admin, request, _("Words of images")),
        "rows": [Row(form) for form in forms],
        "editions_of_table": EDITIONS,
        "faults": sum(len(form.errors) for form in faulty),
        "ids": written(numbers[:MOST]),
        "later": written(later),
        "later_count": len(later),
        "media": admin.media,
    }
    return render(request, "admin/media_library/captions.html", context)


@transaction.atomic
def _save(admin: ModelAdmin, request: HttpRequest, forms: list[WordsForm]) -> None:
    changed = [form for form in forms if form.save_changes()]
    for form in changed:
        message = admin.construct_change_message(request, form, None)
        admin.log_change(request, form.instance, message)
    text = ngettext(
        "The words of %(count)s image were saved.",
        "The words of %(count)s images were saved.",
        len(changed),
    )
    admin.message_user(request, text % {"count": len(changed)}, messages.SUCCESS)


def _address_after(later: list[int]) -> str:
    if not later:
        return reverse("admin:media_library_imageasset_changelist")
    query = urlencode({"ids": written(later)}, safe=",")
    return f"{reverse('admin:media_library_imageasset_captions')}?{query}"
