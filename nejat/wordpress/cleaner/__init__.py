"""The cleaner of WordPress bodies: what twenty years of themes left, as plain safe HTML."""

from .body import clean_body
from .model import CleanBody, Image, Picture, Resolve
from .texts import plain_excerpt, seo_title
from .uploads import PICTURE_ENDINGS, attachment_keys, ending, upload_key

__all__ = [
    "PICTURE_ENDINGS",
    "CleanBody",
    "Image",
    "Picture",
    "Resolve",
    "attachment_keys",
    "clean_body",
    "ending",
    "plain_excerpt",
    "seo_title",
    "upload_key",
]
