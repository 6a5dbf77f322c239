"""Images, and what is published of them."""

from media_library.assets import ImageAsset
from media_library.works import (
    Cartoon,
    GalleryPicture,
    MediaWork,
    NewsPicture,
    PhotoGallery,
    Video,
)

__all__ = [
    "Cartoon",
    "GalleryPicture",
    "ImageAsset",
    "MediaWork",
    "NewsPicture",
    "PhotoGallery",
    "Video",
]
