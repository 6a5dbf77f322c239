"""A table of the parts of https://schema.org that our pages use, and a check against it."""

import re
from datetime import datetime
from typing import Any

ABSOLUTE = re.compile(r"https?://[^\s/]+/\S*")


def text(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != ""


def address(value: Any) -> bool:
    return isinstance(value, str) and ABSOLUTE.fullmatch(value) is not None


def moment(value: Any) -> bool:
    return datetime.fromisoformat(value).tzinfo is not None


def language(value: Any) -> bool:
    return value in ("en", "ar", "fa", "sq")


def languages(value: Any) -> bool:
    return isinstance(value, list) and all(map(text, value)) and value != []


def year(value: Any) -> bool:
    return re.fullmatch(r"\d{4}", value) is not None


def count(value: Any) -> bool:
    return type(value) is int and value > 0


def truth(value: Any) -> bool:
    return value is False


texts = languages
AGENT = ["Person", "Organization"]
IMAGE = {
    "contentUrl": address,
    "thumbnailUrl": address,
    "width": count,
    "height": count,
    "caption?": text,
    "creditText?": text,
}
PAGE = {"name": text, "url": address, "inLanguage": language, "description?": text}


def _work(kind: str, **own: Any) -> dict[str, Any]:
    dates = {"datePublished": moment, "dateModified": moment}
    return {**PAGE, **dates, "publisher": ["Organization"], "workTranslation?": [kind], **own}


WORK_IMAGE = {f"{name.rstrip('?')}?": rule for name, rule in IMAGE.items()}
TYPES: dict[str, dict[str, Any]] = {
    # Whole pages: what they must say, and with "?" what they may.
    "NewsArticle": _work(
        "NewsArticle",
        headline=text,
        mainEntityOfPage=address,
        **{
            "wordCount?": count,
            "author?": AGENT,
            "translator?": AGENT,
            "editor?": AGENT,
            "contributor?": AGENT,
            "image?": ["ImageObject"],
            "articleSection?": text,
            "keywords?": texts,
            "isBasedOn?": address,
            "isPartOf?": ["CreativeWorkSeries"],
        },
    ),
    "VideoObject": _work(
        "VideoObject",
        uploadDate=moment,
        **{
            "thumbnailUrl?": address,
            "contentUrl?": address,
            "embedUrl?": address,
            "transcript?": text,
            "keywords?": texts,
            "isFamilyFriendly?": truth,
        },
    ),
    "ImageGallery": _work("ImageGallery", **{"image?": ["ImageObject"], "keywords?": texts}),
    "ImageObject": _work(
        "ImageObject", **WORK_IMAGE, **{"keywords?": texts, "embeddedTextCaption?": text}
    ),
    "Book": {
        "name": text,
        "url": address,
        "description?": text,
        "inLanguage?": languages,
        "alternativeHeadline?": text,
        "isbn?": text,
        "datePublished?": year,
        "numberOfPages?": count,
        "publisher?": ["Organization"],
        "author?": AGENT,
        "translator?": AGENT,
        "editor?": AGENT,
        "image?": ["ImageObject"],
    },
    "PublicationIssue": _work(
        "PublicationIssue",
        isPartOf=["Periodical", "PublicationVolume"],
        **{"issueNumber?": count, "image?": ["ImageObject"], "hasPart?": ["NewsArticle"]},
    ),
    "AboutPage": _work("AboutPage"),
    "ContactPage": _work("ContactPage"),
    "WebPage": {**PAGE, "isPartOf": ["WebSite"]},
    "WebPage of a work": _work("WebPage"),
    "CollectionPage": {**PAGE, "isPartOf": ["WebSite"]},
    "WebSite": {
        "name": text,
        "url": address,
        "inLanguage": language,
        "publisher": ["Organization"],
        "potentialAction": ["SearchAction"],
    },
    "BreadcrumbList": {"itemListElement": ["ListItem"]},
}
WITHIN: dict[str, dict[str, Any]] = {
    # What stands inside of those.
    "Organization": {"name": text, "url?": address, "logo?": ["ImageObject"]},
    "Person": {"name": text, "url": address},
    "ImageObject": {"url?": address, **WORK_IMAGE},
    "CreativeWorkSeries": {"name": text, "url": address},
    "Periodical": {"name": text, "url": address},
    "PublicationVolume": {"volumeNumber": count, "isPartOf": ["Periodical"]},
    "WebSite": {"name": text, "url": address},
    "SearchAction": {"target": ["EntryPoint"], "query-input": text},
    "EntryPoint": {"urlTemplate": text},
    "ListItem": {"position": count, "name": text, "item?": address},
}
ELSEWHERE = {"url": address, "inLanguage?": language, "name?": text}
"""A work that is only named: in another edition, or inside of an issue."""


def faults(data: dict[str, Any]) -> list[str]:
    """Return what is wrong with the data of a page, each thing with its place; [] for nothing."""
    kind = data["@type"]
    context = [] if data.get("@context") == "https://schema.org" else ["no context"]
    rest = {name: value for name, value in data.items() if name != "@context"}
    of_work = f"{kind} of a work" if kind == "WebPage" and "publisher" in data else kind
    return context + list(_faults(rest, TYPES.get(of_work), kind))


def _faults(data: dict[str, Any], rules: dict[str, Any] | None, place: str):
    if rules is None:
        yield f"{place}: unknown type"
        return
    known = {name.rstrip("?") for name in rules}
    yield from (f"{place}.{name}: unknown" for name in data.keys() - known - {"@type"})
    for name, rule in rules.items():
        plain = name.rstrip("?")
        if plain in data:
            yield from _value_faults(data[plain], rule, f"{place}.{plain}")
        elif not name.endswith("?"):
            yield f"{place}.{name}: missing"


def _value_faults(value: Any, rule: Any, place: str):
    if callable(rule):
        if not rule(value):
            yield f"{place}: {value!r}"
        return
    for inner in value if isinstance(value, list) else [value]:
        kind = inner.get("@type")
        if kind not in rule:
            yield f"{place}: a {kind}"
        else:
            is_elsewhere = place.endswith((".workTranslation", ".hasPart"))
            rules = ELSEWHERE if is_elsewhere else WITHIN.get(kind)
            yield from _faults(inner, rules, f"{place}.{kind}")
