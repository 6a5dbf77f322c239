"""The kinds of media in the public menu: what each is called, and where it stands."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from media_library.models import Cartoon, MediaWork, NewsPicture, PhotoGallery, Video


@dataclass(frozen=True)
class Kind:
    """A kind of media."""

    model: type[MediaWork]
    path: str
    """Its part of addresses: /fa/media/cartoons/."""
    title: str

    @property
    def name(self) -> str:
        """What the names of its views and templates begin with."""
        return self.model._meta.model_name

    @property
    def list_view(self) -> str:
        """The full name of the view of its list, for templates."""
        return self.view("list")

    @property
    def feed(self) -> str:
        """What the names of the two views of its feed begin with, for templates."""
        return f"media_library:{self.name}"

    def view(self, page: str) -> str:
        """Return the full name of one of its views: "list", "detail" or "feed"."""
        return f"media_library:{self.name}_{page}"


KINDS = (
    Kind(Cartoon, "cartoons", _("Cartoons")),
    Kind(NewsPicture, "newspics", _("NewsPics")),
    Kind(PhotoGallery, "photos", _("Photo Gallery")),
    Kind(Video, "videos", _("Videos")),
)
