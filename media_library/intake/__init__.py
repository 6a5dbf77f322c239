"""The gate every uploaded picture passes: what comes out is clean, upright and ours to show."""

from media_library.intake.gate import read_picture, true_name
from media_library.intake.picture import Facts, Picture
from media_library.intake.refusals import Refused

__all__ = ["Facts", "Picture", "Refused", "read_picture", "true_name"]
