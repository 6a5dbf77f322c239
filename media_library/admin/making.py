"""Renditions made while somebody waits; without them a picture is in the library all the same."""

import logging

from django.utils.translation import gettext as _

from media_library.library import make_renditions
from media_library.models import ImageAsset

logger = logging.getLogger(__name__)


def try_to_make_renditions(image: ImageAsset) -> str:
    """Make the renditions an image lacks; return a sentence for staff when that fails, else ""."""
    try:
        make_renditions(image)
    # Storage may be full or gone, and what a decoder may raise is written down nowhere. The
    # original is stored and is shown until the command make_renditions has been run.
    except Exception:
        logger.exception("No renditions of image %s", image.pk)
        return _("Its smaller sizes could not be made now; the original is shown in their place.")
    return ""
