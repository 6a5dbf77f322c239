"""The admin of the library: images, and what is made of them; and fields that choose images."""

from media_library.admin.choosing import ShowsImages
from media_library.admin.images import ImageAdmin
from media_library.admin.works import CartoonAdmin, GalleryAdmin, NewsPictureAdmin, VideoAdmin

__all__ = [
    "CartoonAdmin",
    "GalleryAdmin",
    "ImageAdmin",
    "NewsPictureAdmin",
    "ShowsImages",
    "VideoAdmin",
]
