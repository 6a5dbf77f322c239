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

    @property
    def fingerprint(self) -> str:
        """32 signs that are others as soon as a word of the issue is."""
        entries = [(entry.title, entry.teaser, entry.source) for entry in self.entries]
        words = (self.number, self.date, self.title, self.standfirst, self.intro, entries)
        return blake2b(repr(words).encode(), digest_size=16).hexdigest()
