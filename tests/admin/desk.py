"""What tests of the library's admin share: files to send, staff with few rights, pages as read."""

from collections.abc import Callable

from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.media_library.corpus import photo, saved

IMAGES = "/admin/media_library/imageasset/"
UPLOAD = f"{IMAGES}upload/"
CAPTIONS = f"{IMAGES}captions/"
GALLERIES = "/admin/media_library/photogallery/"
GATHER = f"{GALLERIES}gather/"
JSON = {"accept": "application/json"}
DAMAGED = b"\xff\xd8\xff and no picture behind it"


def picture_file(number: int = 1, name: str = "", size: tuple[int, int] = (64, 48)):
    """Return a file to send; each number is another picture."""
    content = saved(photo(number, size), ".jpg")
    return SimpleUploadedFile(name or f"picture-{number}.jpg", content, "image/jpeg")


def bad_file(name: str = "bad.jpg") -> SimpleUploadedFile:
    """Return a file that is refused."""
    return SimpleUploadedFile(name, DAMAGED, "image/jpeg")


def send(client: Client, *files: SimpleUploadedFile, json: bool = False, **fields: str):
    """Send files from the upload page; `json` as its script does."""
    headers = JSON if json else {}
    data = {"edition": "fa", "credit": "", "licence": "", "files": list(files), **fields}
    return client.post(UPLOAD, data, headers=headers)


def staff(client: Client, *permissions: str) -> Client:
    """Log a member of staff in who has these rights and no others."""
    user = User.objects.create_user(f"staff-{User.objects.count()}", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    return client


def nodes(response, selector: str) -> list[LexborNode]:
    """Return the elements of a page that a selector finds."""
    return LexborHTMLParser(response.content.decode()).css(selector)


def texts(response, selector: str) -> list[str]:
    """Return the words of those elements."""
    return [" ".join(node.text().split()) for node in nodes(response, selector)]


def filled_in(client: Client, address: str) -> dict[str, object]:
    """Return what a browser would send for a form nobody has touched."""
    return filled_in_of(client.get(address))


def filled_in_of(response) -> dict[str, object]:
    """Return what a browser would send for the form of a page as it stands."""
    form = nodes(response, "#content-main form")[0]
    fields = form.css("input[name], textarea[name], select[name]")
    return {f.attributes["name"]: _value(f) for f in fields if _is_sent(f)}


def _is_sent(field: LexborNode) -> bool:
    kind = field.attributes.get("type")
    is_off = kind == "checkbox" and "checked" not in field.attributes
    return kind not in {"submit", "file"} and not is_off


def _value(field: LexborNode) -> object:
    if field.tag == "select":
        chosen = [o for o in field.css("option") if "selected" in o.attributes]
        return [option.attributes["value"] or "" for option in chosen]
    if field.tag == "textarea":
        return field.text().removeprefix("\n")
    if field.attributes.get("type") == "checkbox":
        return field.attributes.get("value") or "on"
    return field.attributes.get("value") or ""


Speak = Callable[[str], Client]
