"""The cleaner of WordPress bodies: what twenty years of themes left, as plain safe HTML."""

from .body import clean_body
from .model import CleanBody, Image, Picture, Resolve
from .numbering import Numbers, numbers_in
from .texts import plain_excerpt, seo_title
from .uploads import PICTURE_ENDINGS, attachment_keys, ending, upload_key

__all__ = [
    "PICTURE_ENDINGS",
    "CleanBody",
    "Image",
    "Numbers",
    "Picture",
    "Resolve",
    "attachment_keys",
    "clean_body",
    "ending",
    "numbers_in",
    "plain_excerpt",
    "seo_title",
    "upload_key",
]
