"""Images and media works for machines: https://schema.org as JSON-LD."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from media_library.models import ImageAsset
from media_library.showing import original_url, poster_url
from nejat.editorial.linked_data import Data, as_iso, filled, work_data
from nejat.text import plain_text


def image_data(image: ImageAsset | None, site: str, caption: str | None = "") -> Data | None:
    """Return an image with its words; None for one that machines should not show.

    Those without a file are among them, and those whose readers are warned. `caption` is one of
    the place where it stands.
    """
    if image is None or not image.file or image.is_graphic:
        return None
    return filled(
        {
            "@type": "ImageObject",
            "contentUrl": urljoin(site, original_url(image)),
            "thumbnailUrl": urljoin(site, poster_url(image)),
            "width": image.width,
            "height": image.height,
            "caption": caption or image.caption or image.alt_text,
            "creditText": image.credit,
        }
    )


def media_data(context: Mapping[str, Any], site: str) -> Data:
    """Return what the page of a media work says of it."""
    return BY_KIND[context["kind"].name](context, site)


def picture_data(context: Mapping[str, Any], site: str) -> Data:
    """Return a news picture, which is its image."""
    work = context["work"]
    image = image_data(work.image, site, work.standfirst) or {}
    return filled({**image, **_media_data("ImageObject", context, site)})


def cartoon_data(context: Mapping[str, Any], site: str) -> Data:
    """Return a cartoon, with what is written in the drawing."""
    written = context["work"].words
    return filled({**picture_data(context, site), "embeddedTextCaption": written})


def gallery_data(context: Mapping[str, Any], site: str) -> Data:
    """Return a gallery with its pictures."""
    shown = (image_data(row.image, site, row.caption) for row in context["pictures"])
    images = [image for image in shown if image]
    return filled({**_media_data("ImageGallery", context, site), "image": images})


def video_data(context: Mapping[str, Any], site: str) -> Data:
    """Return a film: our own with its file, another site's with the player there."""
    work = context["work"]
    image = image_data(work.picture, site) or {}
    data = {
        **_media_data("VideoObject", context, site),
        "uploadDate": as_iso(work.published_at),
        "thumbnailUrl": image.get("thumbnailUrl"),
        "contentUrl": urljoin(site, work.file.url) if work.file else None,
        "embedUrl": work.provided.player if work.provided else None,
        "transcript": plain_text(work.transcript or ""),
        "isFamilyFriendly": False if work.is_graphic else None,
    }
    return filled(data)


def _media_data(kind: str, context: Mapping[str, Any], site: str) -> Data:
    keywords = [tag.name for tag in context["tags"]]
    return work_data(kind, context, site) | {"keywords": keywords}


BY_KIND = {
    "cartoon": cartoon_data,
    "newspicture": picture_data,
    "photogallery": gallery_data,
    "video": video_data,
}
