"""Writing the sample images, cartoons, news pictures, galleries and videos."""

from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile

from media_library.library import add_image
from media_library.models import (
    Cartoon,
    GalleryPicture,
    ImageAsset,
    MediaWork,
    NewsPicture,
    PhotoGallery,
    Video,
)
from nejat.demo.pictures import draw
from nejat.demo.sources import CONTENT, Source, entries, files, fill_editions
from nejat.editions.registry import CODES
from nejat.tags.models import Tag

FILM = CONTENT / "film"
KINDS: tuple[tuple[type[MediaWork], str], ...] = (
    (Cartoon, "media/cartoon-*.toml"),
    (NewsPicture, "media/newspicture-*.toml"),
    (PhotoGallery, "media/gallery-*.toml"),
    (Video, "media/video-*.toml"),
)
SHARED = ("address", "source_address")
"""Fields of works that have one value for all editions."""


class MediaLoader:
    """Loads images, each drawn once, and the media works that show them."""

    def __init__(self, tags: dict[str, Tag]) -> None:
        self.tags = tags
        self.images: dict[str, ImageAsset] = {}
        self.work_count = 0

    def load_images(self) -> None:
        """Draw the images and take them into the library."""
        for source in entries("media/images.toml", "image"):
            self.images[source["key"]] = self._load_image(source)

    def load_works(self) -> None:
        """Write the works of every kind."""
        for model, pattern in KINDS:
            for source in files(pattern):
                self._load_work(model, source)
                self.work_count += 1

    def _load_image(self, source: Source) -> ImageAsset:
        buffer = BytesIO()
        size = tuple(source.get("size", (1600, 1000)))
        draw(source["key"], size).save(buffer, "JPEG", quality=95)
        buffer.seek(0)
        image = add_image(buffer, f"{source['key']}.jpg").image
        image.focal_x, image.focal_y = source.get("focal", (0.5, 0.5))
        image.taken_on = source.get("taken_on")
        image.is_decorative = source.get("decorative", False)
        image.is_graphic = source.get("graphic", False)
        image.licence = ImageAsset.Licence.OWN
        fill_editions(image, source, {"alt": "alt_text"})
        image.save()
        image.tags.set(self._tags(source))
        return image

    def _load_work(self, model: type[MediaWork], source: Source) -> None:
        work = model(image=self.images.get(source.get("picture") or source.get("poster", "")))
        shared = {name: source[name] for name in SHARED if name in source}
        for name, value in shared.items():
            setattr(work, name, value)
        fill_editions(work, source)
        if isinstance(work, Video):
            self._give_film(work, source)
        work.save()
        work.tags.set(self._tags(source))
        if isinstance(work, PhotoGallery):
            self._hang_pictures(work, source)

    def _give_film(self, video: Video, source: Source) -> None:
        """A film of our own comes with subtitles in every edition."""
        video.is_graphic = source.get("graphic", False)
        if "film" not in source:
            return
        path = FILM / source["film"]
        video.file.save(path.name, _content(path), save=False)
        for code in CODES:
            words = path.with_suffix(f".{code}.vtt")
            video.get_in("subtitles", code).save(words.name, _content(words), save=False)

    def _hang_pictures(self, gallery: PhotoGallery, source: Source) -> None:
        captions = {entry["picture"]: entry for entry in source.get("captions", [])}
        for position, key in enumerate(source["pictures"]):
            picture = GalleryPicture(gallery=gallery, image=self.images[key], position=position)
            for code, text in captions.get(key, {}).items():
                if code in CODES:
                    setattr(picture, f"caption_{code}", text)
            picture.save()
        gallery.count_pictures()

    def _tags(self, source: Source) -> list[Any]:
        return [self.tags[key] for key in source.get("tags", [])]


def _content(path: Path) -> ContentFile:
    return ContentFile(path.read_bytes())
