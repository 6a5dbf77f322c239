"""The HTML of images, in the words of the page's edition."""

import re
from collections.abc import Sequence

from django.core.files.storage import default_storage
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from media_library.models import ImageAsset
from media_library.placed import place_works
from media_library.presets import Preset, preset
from media_library.renditions import Rendition, by_format, fallback
from nejat.editorial.body_images import images_named
from nejat.editorial.body_links import lead_to_works

MISSING = "nejat/img/missing.png"
MISSING_SIZE = (800, 500)
END = "</figcaption>"
MODERN = ("avif", "webp")
FIGURE = re.compile(
    r'<figure\b[^>]*\bdata-image="(?P<image>\d+)"[^>]*>'
    r"(?P<caption><figcaption\b.*?</figcaption>)?</figure>",
    re.DOTALL,
)

Attributes = dict[str, object]


def picture_html(
    image: ImageAsset | None, name: str, *, eager: bool = False, reveal: bool = False
) -> SafeString:
    """Return the image in the preset of that name, as `<picture>` with its alt text.

    `eager` is for the one seen first; the rest load late. A graphic image shows a sign in its
    place or, with `reveal`, a warning that opens. Costs no query and reads no file: an image
    whose renditions are not made yet shows its original, one without a file a placeholder.
    """
    if image and image.is_graphic:
        return _warning(_picture(image, preset(name), eager)) if reveal else graphic_sign()
    return _picture(image, preset(name), eager)


def body_html(html: str | None) -> SafeString:
    """Return a body with its images and links put in; see `bodies_html`."""
    [shown] = bodies_html([html])
    return shown


def bodies_html(bodies: Sequence[str | None], *, plain: bool = False) -> list[SafeString]:
    """Return bodies with their images, films and galleries put in, and links leading to our works.

    At most one query for all the images, and one for each kind of works that links name; see
    `place_works` for the others. `plain` is for what is read away from the site: see
    `plain_picture_html`.
    """
    code = get_language() or "en"
    numbers = {number for html in bodies for number in images_named(html)}
    images = ImageAsset.objects.to_show(code).in_bulk(numbers)

    def show(found: re.Match[str]) -> str:
        caption = mark_safe(found["caption"] or "")
        return figure_html(images.get(int(found["image"])), caption, plain=plain)

    linked = lead_to_works([html or "" for html in bodies], code)
    pictured = [FIGURE.sub(show, html) for html in linked]
    return [mark_safe(html) for html in place_works(pictured, code, plain=plain)]  # cleaned before


def figure_html(
    image: ImageAsset | None, caption: SafeString, *, plain: bool = False
) -> SafeString:
    """Return a figure of a body.

    `caption` is a `<figcaption>` of its own, or nothing: then it has the caption of the image. The
    credit of the image stands below either.
    """
    if plain:
        inner = plain_picture_html(image, "inline")
    else:
        inner = picture_html(image, "inline", reveal=True)
    credit = format_html('<span class="credit">{}</span>', image.credit) if _credit(image) else ""
    if caption:
        words = mark_safe(caption.removesuffix(END) + " " + credit + END)
    else:
        below = (image.caption if image else "") or ""
        has_words = below or credit
        words = format_html("<figcaption>{} {}</figcaption>", below, credit) if has_words else ""
    return format_html('<figure class="picture">{}{}</figure>', inner, words)


def plain_picture_html(image: ImageAsset | None, name: str) -> SafeString:
    """Return the image as one `<img>` that every program knows, for feeds and mails.

    They have no warning that opens, so a sign stands in the place of a graphic image.
    """
    if image and image.is_graphic:
        return graphic_sign()
    chosen = preset(name)
    if image is None or not image.has_renditions_in(chosen):
        return _img(_original(image, eager=False))
    return _img(_fallback(image, chosen, eager=False))


def poster_url(image: ImageAsset) -> str:
    """Return the address of the image as wide as a column, in a format that all browsers know."""
    lead = preset("lead")
    return _url(fallback(image, lead)) if image.has_renditions_in(lead) else original_url(image)


def original_url(image: ImageAsset | None) -> str:
    """Return the address of the image as large as it is; of a placeholder when it has no file."""
    return image.file.url if image and image.file else static(MISSING)


def graphic_sign() -> SafeString:
    """Return what stands in the place of what readers are warned of."""
    return format_html('<span class="graphic-sign">{}</span>', _("Graphic content"))


def _picture(image: ImageAsset | None, chosen: Preset, eager: bool) -> SafeString:
    if image is None or not image.has_renditions_in(chosen):
        return _img(_original(image, eager))
    renditions = by_format(image, chosen)
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        ((f, _srcset(renditions[f]), chosen.sizes) for f in MODERN if renditions.get(f)),
    )
    return format_html("<picture>{}{}</picture>", sources, _img(_fallback(image, chosen, eager)))


def _fallback(image: ImageAsset, chosen: Preset, eager: bool) -> Attributes:
    plain = fallback(image, chosen)
    return {
        "src": _url(plain),
        "alt": _alt(image),
        "width": plain.width,
        "height": plain.height,
        **_loading(eager),
    }


def _original(image: ImageAsset | None, eager: bool) -> Attributes:
    has_file = bool(image and image.file)
    width, height = (image.width, image.height) if has_file else MISSING_SIZE
    size = {"width": width, "height": height} if width and height else {}
    shown = {"src": original_url(image), "alt": _alt(image) if image else ""}
    return {**shown, **size, **_loading(eager)}


def _alt(image: ImageAsset) -> str:
    return "" if image.is_decorative else image.alt_text or ""


def _credit(image: ImageAsset | None) -> str:
    return (image.credit if image else "") or ""


def _loading(eager: bool) -> Attributes:
    return {"fetchpriority": "high"} if eager else {"loading": "lazy", "decoding": "async"}


def _img(attributes: Attributes) -> SafeString:
    return format_html("<img{}>", format_html_join("", ' {}="{}"', attributes.items()))


def _srcset(renditions: list[Rendition]) -> str:
    return ", ".join(f"{_url(rendition)} {rendition.width}w" for rendition in renditions)


def _url(rendition: Rendition) -> str:
    return default_storage.url(rendition.name)


def _warning(inner: SafeString) -> SafeString:
    return format_html(
        '<details class="graphic"><summary>{} <b>{}</b></summary>{}</details>',
        _("Graphic content: what is shown may disturb."),
        _("Show"),
        inner,
    )
