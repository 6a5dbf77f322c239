"""What an issue says in one edition: the same for its page, its PDF and its mail."""

from dataclasses import dataclass
from hashlib import blake2b

from media_library.models import ImageAsset
from nejat.editions.registry import Edition


@dataclass(frozen=True)
class SheetEntry:
    """One entry of "Inside this issue"; every text is plain, and "" when there is none."""

    title: str
    teaser: str
    """Paragraphs parted by an empty line."""
    address: str
    """Where to read it: the path of an article of ours that is public there, else an address."""
    is_ours: bool
    """Whether the address is a path of this site."""
    source: str
    """Where the text first appeared."""
    image: ImageAsset | None


@dataclass(frozen=True)
class Sheet:
    """An issue in one edition; every text is plain, in the language of the edition."""

    edition: Edition
    series: str
    """"Nejat NewsLetter" or "Pars Brief", in the words of the edition."""
    number: str
    """"No. 108", with the volume when there is one; "" for an issue without a number."""
    date: str
    """Month and year in the calendar and the digits of the edition."""
    title: str
    standfirst: str
    intro: str
    """The editors' words at the beginning; paragraphs parted by an empty line."""
    entries: tuple[SheetEntry, ...]
    path: str
    """The path of the issue's page: "/fa/publications/newsletter/12/…/"."""

    def fingerprint(self, cover: str) -> str:
        """32 signs that are others as soon as a word, a link or a picture of the issue is.

        `cover` is the key of its cover. Addresses of ours go on leading there when they change.
        """
        words = (self.series, self.number, self.date, self.title, self.standfirst, self.intro)
        shown = (cover, *words, [self._shown_of(entry) for entry in self.entries])
        return blake2b(repr(shown).encode(), digest_size=16).hexdigest()

    def _shown_of(self, entry: SheetEntry) -> tuple[object, ...]:
        link = entry.is_ours or entry.address
        return entry.title, entry.teaser, entry.source, link, self._seen_in(entry.image)

    def _seen_in(self, image: ImageAsset | None) -> tuple[str, ...]:
        if image is None:
            return ()
        words = (image.get_in(name, self.edition.code) or "" for name in ("alt_text", "credit"))
        return image.key, *words
