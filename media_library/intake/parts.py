"""A picture file taken apart: the pixels for a decoder, and beside them what the file says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

MOST_WORDS = 256 * 1024  # bytes of EXIF, of XMP, of IPTC
MOST_PROFILE = 4 * 1024 * 1024


@dataclass(frozen=True)
class Parts:
    """`pixels` is a whole file in itself; the other parts are empty where there are none."""

    pixels: bytes
    exif: bytes = b""
    xmp: bytes = b""
    photoshop: bytes = b""  # Photoshop's resources, IPTC among them
    profile: bytes = b""  # ICC

    def with_info(self, info: Mapping[Any, Any]) -> "Parts":
        """Return these parts and what Pillow found beside the pixels."""
        return replace(
            self,
            exif=self.exif or (info.get("exif") or b"")[:MOST_WORDS],
            xmp=self.xmp or (info.get("xmp") or b"")[:MOST_WORDS],
            profile=self.profile or (info.get("icc_profile") or b"")[:MOST_PROFILE],
        )
