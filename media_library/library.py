"""How images come into the library, are replaced, and get their renditions."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from media_library.facts import fill_facts
from media_library.intake import Picture, Refused, read_picture
from media_library.intake.fingerprints import distance
from media_library.models import ImageAsset
from media_library.querysets import ImageQuerySet
from media_library.rendering import make
from nejat.text import slugify

LOOKS_ALIKE = 6
"""Bits of fingerprints in which pictures that look alike differ at most."""
MOST_ALIKE = 5
FILE_FACTS = (
    *("file", "original_name", "width", "height", "byte_size"),
    *("sha256", "fingerprint"),
)


class Added(NamedTuple):
    """An image that is in the library now, and whether it was there before."""

    image: ImageAsset
    is_duplicate: bool


def add_image(
    file: BinaryIO,
    name: str,
    *,
    by: AbstractBaseUser | None = None,
    language: str = "en",
    is_first_page: bool = False,
) -> Added:
    """Check a file and take it into the library; one that is there already is given back.

    What its metadata say goes into the fields, in their own language or else in `language`. The
    first page of a document stays hidden in the library until somebody uploads it as a picture.
    Renditions are not made yet. Raises intake.Refused.
    """
    picture = read_picture(file, name)
    if known := ImageAsset.objects.filter(sha256=picture.sha256).first():
        if not is_first_page:
            _show(known)
        return Added(known, is_duplicate=True)
    image = ImageAsset(uploaded_by=by, is_first_page=is_first_page)
    _take(image, picture, name)
    fill_facts(image, picture.facts, language)
    try:
        with transaction.atomic():
            image.save()
    except IntegrityError:  # somebody sent the same file at the same moment
        default_storage.delete(image.file.name)
        return Added(ImageAsset.objects.get(sha256=picture.sha256), is_duplicate=True)
    return Added(image, is_duplicate=False)


def _show(image: ImageAsset) -> None:
    if image.is_first_page:
        image.is_first_page = False
        image.save(update_fields=["is_first_page", "updated_at"])


def replace_file(image: ImageAsset, file: BinaryIO, name: str) -> None:
    """Give an image another file; its number, its words and every work that shows it stay.

    Raises intake.Refused for a file that is not taken, or that another image has.
    """
    picture = read_picture(file, name)
    before = image.file.name
    _take(image, picture, name)
    image.is_first_page = False
    image.derive()
    try:
        with transaction.atomic():  # the words may have been changed while the file was read
            image.save(update_fields=[*FILE_FACTS, "is_first_page", "key", "updated_at"])
    except IntegrityError as error:
        default_storage.delete(image.file.name)
        image.refresh_from_db()
        raise Refused(_("This file is in the library already, as another image.")) from error
    if before and before != image.file.name:
        transaction.on_commit(lambda: default_storage.delete(before))


def make_renditions(image: ImageAsset) -> int:
    """Make the renditions that an image lacks, drop those of former files; return how many.

    An image that was given another file or focal point meanwhile keeps those of today. Raises
    OSError when the file of the image is gone.
    """
    with default_storage.open(image.file.name) as master:
        made = make(image, master, _save_rendition, default_storage.exists)
    same = ImageAsset.objects.filter(pk=image.pk, key=image.key)
    if same.update(renditions_made=image.stamp):
        image.renditions_made = image.stamp
        _drop_renditions(image.pk, but=image.key)
    return made


def delete_images(images: ImageQuerySet) -> None:
    """Delete images and, once that is certain, their files.

    Raises ProtectedError, and deletes nothing, when a work shows one of them.
    """
    with transaction.atomic():
        files = list(images.order_by("pk").values_list("pk", "file"))
        images.delete()
        transaction.on_commit(lambda: delete_files(files))


def delete_files(files: Iterable[tuple[int, str]]) -> None:
    """Delete the originals of images that are gone, given as number and name, and renditions."""
    for number, name in files:
        if name and not ImageAsset.objects.filter(file=name).exists():
            default_storage.delete(name)
        _drop_renditions(number)


def lookalikes(image: ImageAsset) -> list[ImageAsset]:
    """Return the images that look like this one, most alike first, at most five."""
    others = ImageAsset.objects.exclude(pk=image.pk).exclude(fingerprint=None)
    prints = others.values_list("fingerprint", "pk").iterator(chunk_size=5000)
    near = sorted((distance(image.fingerprint, print_), pk) for print_, pk in prints)
    chosen = [pk for bits, pk in near[:MOST_ALIKE] if bits <= LOOKS_ALIKE]
    found = ImageAsset.objects.in_bulk(chosen)
    return [found[pk] for pk in chosen]


def _take(image: ImageAsset, picture: Picture, name: str) -> None:
    """Store the file, and write into the image what follows from it."""
    stem = slugify(PurePosixPath(name).stem)[:50] or "picture"
    month = timezone.now().strftime("%Y/%m")
    path = f"originals/{month}/{stem}-{picture.sha256[:10]}{picture.extension}"
    image.file.name = default_storage.save(path, ContentFile(picture.content))
    image.original_name = name[-255:]
    image.width, image.height = picture.width, picture.height
    image.byte_size = len(picture.content)
    image.sha256, image.fingerprint = picture.sha256, picture.fingerprint


def _save_rendition(name: str, content: bytes) -> None:
    """Store a rendition under its own name and no other, whoever else may be making it."""
    stored = default_storage.save(name, ContentFile(content))
    if stored != name:
        default_storage.delete(stored)


def _drop_renditions(number: int, but: str = "") -> None:
    """Delete the renditions of an image, except those of one key."""
    folder = f"renditions/{number}"
    try:
        keys = default_storage.listdir(folder)[0]
    except FileNotFoundError:
        return
    for key in keys:
        if key != but:
            for name in default_storage.listdir(f"{folder}/{key}")[1]:
                default_storage.delete(f"{folder}/{key}/{name}")
            default_storage.delete(f"{folder}/{key}")
    if not but:
        default_storage.delete(folder)
