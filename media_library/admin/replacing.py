"""Another file for an image that stays the same image."""

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media_library.admin.doors import page_context, require
from media_library.admin.making import try_to_make_renditions
from media_library.admin.thumbnails import form_address, size_in_words
from media_library.intake import Refused
from media_library.library import replace_file
from media_library.models import ImageAsset

TAKEN = ".jpg,.jpeg,.png,.gif,.webp,.avif"


class ReplaceForm(forms.Form):
    """The new file."""

    file = forms.FileField(
        label=gettext_lazy("New file"), widget=forms.FileInput(attrs={"accept": TAKEN})
    )


def replace_view(admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show the picture there is, and take another in its place."""
    image = ImageAsset.objects.filter(pk=pk).first()
    require(admin.has_whole_permission(request, image))
    if image is None:
        raise Http404("No such image.")
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReplaceForm(*sent)
    if form.is_valid() and _is_replaced(admin, request, image, form):
        _renew(admin, request, image)
        return redirect(form_address(image))
    context = {
        **page_context(admin, request, _("Replace the file")),
        "image": image,
        "form": form,
        "media": admin.media,
        "size": size_in_words(image),
    }
    return render(request, "admin/media_library/replace.html", context)


def _is_replaced(
    admin: ModelAdmin, request: HttpRequest, image: ImageAsset, form: ReplaceForm
) -> bool:
    file = form.cleaned_data["file"]
    try:
        replace_file(image, file, file.name)
    except Refused as refusal:
        form.add_error("file", str(refusal))
        return False
    admin.log_change(request, image, [{"changed": {"fields": ["file"]}}])
    return True


def _renew(admin: ModelAdmin, request: HttpRequest, image: ImageAsset) -> None:
    text = _("The file was replaced. Every work that shows the image shows the new one.")
    admin.message_user(request, text, messages.SUCCESS)
    if trouble := try_to_make_renditions(image):
        admin.message_user(request, trouble, messages.WARNING)
