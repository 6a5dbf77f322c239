"""The cleaner of WordPress bodies: what twenty years of themes left, as plain safe HTML."""

from .body import clean_body
from .model import CleanBody, Picture, Resolve
from .texts import plain_excerpt, seo_title
from .uploads import attachment_keys, upload_key

__all__ = [
    "CleanBody",
    "Picture",
    "Resolve",
    "attachment_keys",
    "clean_body",
    "plain_excerpt",
    "seo_title",
    "upload_key",
]
