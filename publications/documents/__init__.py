"""The gate every PDF and EPUB passes: what comes out opens for everyone and runs nothing."""

from media_library.intake import Refused
from publications.documents.document import Document
from publications.documents.gate import read_document

__all__ = ["Document", "Refused", "read_document"]
