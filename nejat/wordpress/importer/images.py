"""Attachments as images of the media library: their files, and their words in each edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from media_library import intake
from media_library.facts import fill_facts
from media_library.intake.fingerprints import sha256_of
from media_library.library import Added, add_image
from media_library.models import ImageAsset
from nejat.editorial.columns import column, empty_q
from nejat.wordpress.reader import Item, in_language

from .media import Refused, is_picture, relative_path, store_file
from .originals import files_of
from .placing import entries_of
from .session import Options, Session
from .texts import cut, one_line

ALT = "_wp_attachment_image_alt"
LENGTHS = {"alt_text": 300, "caption": 500}
REFUSED = "file refused: {}"
SMALLER = "its original is refused, so a smaller file stands for it: {}"

Words = dict[str, dict[str, str]]
"""Alternative text and caption in each edition."""


@dataclass
class Taken:
    """What became of an attachment's file: an image, another file, or nothing."""

    image: ImageAsset | None = None
    is_new: bool = False
    """Whether the image was not in the library before."""
    file: str = ""
    """The name in the storage of what is no picture."""
    notes: list[str] = field(default_factory=list)


def take_file(item: Item, options: Options) -> Taken:
    """Take the file of an attachment out of the media folder, if it is there and may be taken."""
    taken = Taken()
    if options.media is None:
        return taken
    relative = relative_path(item, options.edition)
    try:
        if is_picture(relative):
            _take_picture(item, relative, options, taken)
        else:
            taken.file = store_file(
                relative, options.media, options.edition, is_dry_run=options.is_dry_run
            )
    except Refused as error:
        taken.notes.append(REFUSED.format(error))
    return taken


def words_of(item: Item, session: Session) -> Words:
    """What an attachment says in each of our editions that it speaks."""
    alt = item.first_meta(ALT)
    return {
        entry.edition: {
            "alt_text": cut(one_line(in_language(alt, entry.edition)), LENGTHS["alt_text"]),
            "caption": cut(one_line(entry.item.excerpt), LENGTHS["caption"]),
        }
        for entry in entries_of(item, session)[0]
    }


def fill_words(pk: int, words: Words, *, is_new: bool = False) -> None:
    """Write words into an image where it has none; into a new one also over those of its file."""
    for code, texts in words.items():
        for name, text in texts.items():
            place = column(name, code)
            free = Q() if is_new else empty_q(place)
            if name == "alt_text":
                free &= Q(is_decorative=False)
            if text:
                ImageAsset.objects.filter(free, pk=pk).update(**{place: text})


def image_type() -> ContentType:
    """The content type of images."""
    return ContentType.objects.get_for_model(ImageAsset)


def _take_picture(item: Item, relative: str, options: Options, taken: Taken) -> None:
    assert options.media is not None
    refusals = []
    for path in files_of(item, relative, options.media):
        try:
            added = _add(path, options)
        except intake.Refused as error:
            refusals.append(str(error))
            continue
        taken.image, taken.is_new = added.image, not added.is_duplicate
        taken.notes += [SMALLER.format(refusal) for refusal in refusals[:1]]
        return
    taken.notes += [REFUSED.format(refusal) for refusal in refusals[-1:]]


def _add(path: Path, options: Options) -> Added:
    """Add a file to the library; one that is there already need not be decoded."""
    with path.open("rb") as file:
        known = ImageAsset.objects.filter(sha256=sha256_of(file)).first()
        if known:
            return Added(known, is_duplicate=True)
        name = intake.true_name(file, path.name)
        if not options.is_dry_run:
            return add_image(file, name, language=options.edition)
        picture = intake.read_picture(file, name)
    image = ImageAsset(original_name=name[-255:], sha256=picture.sha256)
    fill_facts(image, picture.facts, options.edition)
    image.save()
    return Added(image, is_duplicate=False)
