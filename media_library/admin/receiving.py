"""One uploaded file: what becomes of it, and what is said about it."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from media_library.admin.making import try_to_make_renditions
from media_library.admin.thumbnails import described
from media_library.intake import Refused
from media_library.intake.gate import MOST_BYTES
from media_library.library import add_image, lookalikes
from media_library.models import ImageAsset

CREATED, FOUND, REFUSED, TOO_LARGE = 201, 200, 400, 413


@dataclass(frozen=True)
class Outcome:
    """What became of one file. Its status is that of an answer over HTTP."""

    name: str
    status: int
    image: ImageAsset | None = None
    sentence: str = ""
    """Why it was refused, or what went wrong beside."""
    alike: list[ImageAsset] = field(default_factory=list)

    @property
    def is_duplicate(self) -> bool:
        """Whether the library had this very file before."""
        return self.status == FOUND

    def in_json(self) -> dict[str, Any]:
        """Return it as scripts read it."""
        alike = [described(image) for image in self.alike]
        if self.image is None:
            return {"name": self.name, "error": self.sentence}
        facts = {"is_duplicate": self.is_duplicate, "warning": self.sentence, "alike": alike}
        return {"name": self.name, **described(self.image), **facts}


def receive(
    admin: ModelAdmin, request: HttpRequest, file: UploadedFile, shared: dict[str, str]
) -> Outcome:
    """Take a file into the library with the words its batch shares, and make its renditions."""
    try:
        added = add_image(file, file.name, by=request.user, language=shared["edition"])
    except Refused as refusal:
        status = TOO_LARGE if file.size > MOST_BYTES else REFUSED
        return Outcome(file.name, status, sentence=str(refusal))
    image = added.image
    if not added.is_duplicate:
        _share(image, shared)
        admin.log_addition(request, image, [{"added": {}}])
    trouble = "" if image.has_renditions else try_to_make_renditions(image)
    if added.is_duplicate:
        return Outcome(file.name, FOUND, image, trouble)
    return Outcome(file.name, CREATED, image, trouble, lookalikes(image))


def _share(image: ImageAsset, shared: dict[str, str]) -> None:
    """Write the words of the batch over what the file itself says."""
    if shared["credit"]:
        image.set_in(shared["edition"], credit=shared["credit"])
    image.licence = shared["licence"]
    image.save()
