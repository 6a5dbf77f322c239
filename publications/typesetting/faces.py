"""The faces an edition is set in, and where this machine has them."""

from functools import cache

import typst
from django.conf import settings

from nejat.editions.registry import Edition

FOLDER = settings.BASE_DIR / "node_modules" / "@expo-google-fonts"
PACKAGES = ("amiri", "source-sans-3", "source-serif-4", "vazirmatn")
# The family of a package first, then that of Debian's fonts-noto-core. Libertinus comes with the
# typesetter, which has nothing fit for Arabic script.
SERIF = ["Source Serif 4", "Noto Serif", "Libertinus Serif"]
SANS = ["Source Sans 3", "Noto Sans", "Libertinus Serif"]
NASKH = ["Amiri", "Noto Naskh Arabic"]
VAZIRMATN = ["Vazirmatn", "Noto Sans Arabic", "Noto Naskh Arabic"]
LATIN = {"text": SERIF, "plain": SANS, "foreign": SERIF}
BY_EDITION = {
    "ar": {"text": NASKH, "plain": VAZIRMATN, "foreign": SERIF},
    "fa": {"text": VAZIRMATN, "plain": VAZIRMATN, "foreign": SANS},
}
# The eye of Arabic letters is smaller than that of Latin ones in a face of the same size.
POINTS = {"Amiri": 12.5, "Noto Naskh Arabic": 11, "Noto Sans Arabic": 11, "Vazirmatn": 11}
LATIN_POINTS = 10.5


def faces_of(edition: Edition, fonts: typst.Fonts) -> dict[str, list[str]]:
    """Return the families among `fonts` that have the letters of the edition, the best first.

    "text" is for reading, "plain" for small print; "foreign" has Latin letters, should those lack
    them. A list is empty where none of its families is there.
    """
    known = set(fonts.families())
    return {
        use: [family for family in families if family in known]
        for use, families in BY_EDITION.get(edition.code, LATIN).items()
    }


def points_of(family: str) -> float:
    """Return the size in which a family is read with ease."""
    return POINTS.get(family, LATIN_POINTS)


@cache
def installed_fonts() -> typst.Fonts:
    """Return the fonts of the packages and of this machine, looked up once in a process."""
    folders = [FOLDER / name for name in PACKAGES if (FOLDER / name).is_dir()]
    return typst.Fonts(font_paths=folders)
