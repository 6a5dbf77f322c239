"""Pictures whose rights have ended keep a work from being published."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from media_library.assets import ImageAsset
from nejat.editorial.body_images import images_named
from nejat.editorial.columns import column
from nejat.editorial.models import Content
from nejat.editorial.states import State


def rights_faults(work: Content, image: ImageAsset | None, code: str) -> Iterator[tuple[str, str]]:
    """Yield the state of the edition as a fault when readers must not see the image any more."""
    if work.get_in("state", code) != State.PUBLISHED:
        return
    named = images_named(work.get_in("body", code))
    is_over = bool(image and image.are_rights_over)
    if is_over or (named and ImageAsset.objects.filter(pk__in=named).with_rights_over().exists()):
        yield (
            column("state", code),
            _("The rights to its picture have ended, so it cannot be published."),
        )
