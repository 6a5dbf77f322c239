"""Films and galleries of the library in bodies. Bodies name them: `<figure data-work="…">`.

So what is mended in a gallery is seen wherever it stands. Where readers of the edition do not see
the work, nothing is put in.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import count
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from media_library.models import MediaWork, PhotoGallery, Video
from media_library.reading import pictures_of, subtitles_of
from nejat.editions.registry import get_edition
from nejat.editorial.body_links import name_of

PLACED = re.compile(
    r'<figure\b[^>]*\bdata-work="(?P<work>(?P<kind>[a-z0-9_.]+):(?P<number>\d+))"[^>]*>'
    r"(?:<figcaption\b(?P<given>[^>]*)>(?P<words>.*?)</figcaption>)?</figure>",
    re.DOTALL,
)
KINDS: dict[str, type[MediaWork]] = {kind._meta.label_lower: kind for kind in (PhotoGallery, Video)}


def place_works(bodies: Sequence[str], code: str, *, plain: bool = False) -> list[str]:
    """Return bodies with the films and galleries that they name put in, in the active edition.

    It is called once for a page, on which it numbers the galleries. A query for each of the two
    kinds, and one for the pictures of all galleries. `plain` is for what is read away from the
    site: a picture that leads to the work.
    """
    places = [found for html in bodies for found in PLACED.finditer(html)]
    works = _works(places, code) if places else {}
    galleries_on_page = count(1)
    galleries = [work for work in works.values() if isinstance(work, PhotoGallery)]
    pictures = pictures_of(galleries, code) if galleries and not plain else {}

    def place(found: re.Match[str]) -> str:
        work = works.get(found["work"])
        if work is None:
            return ""
        context = {
            "caption": mark_safe(found["words"] or ""),
            "given": mark_safe(found["given"] or ""),
            "edition": get_edition(code),
            "place": next(galleries_on_page) if isinstance(work, PhotoGallery) else None,
            "plain": plain,
        }
        return _shown(work, pictures, context)

    return [PLACED.sub(place, html) for html in bodies]


def _works(places: Sequence[re.Match[str]], code: str) -> dict[str, MediaWork]:
    """The works that readers of the edition see now, as bodies name them."""
    numbers = defaultdict(set)
    for found in places:
        numbers[found["kind"]].add(int(found["number"]))
    return {
        name_of(work): work
        for label, kind in KINDS.items()
        if label in numbers
        for work in kind.objects.published(code).for_body(code).filter(pk__in=numbers[label])
    }


def _shown(work: MediaWork, pictures: dict[int, list], context: dict[str, Any]) -> SafeString:
    is_film = isinstance(work, Video)
    inside = {"subtitles": subtitles_of(work)} if is_film else {"pictures": pictures.get(work.pk)}
    context |= {"work": work, "is_film": is_film, **inside}
    return render_to_string("media_library/includes/placed.html", context)
