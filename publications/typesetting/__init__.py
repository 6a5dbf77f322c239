"""Setting an issue as a PDF: pages of A4 in the house style, in the direction of the edition."""

from publications.typesetting.compiling import CannotTypeset, drawable, needed_faces
from publications.typesetting.faces import installed_fonts
from publications.typesetting.issue import typeset

__all__ = ["CannotTypeset", "drawable", "installed_fonts", "needed_faces", "typeset"]
