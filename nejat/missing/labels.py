"""Labels: topics, tags, series and contributors, found by the address that was asked for."""

from django.urls import reverse

from articles.models import Contributor, Series, Topic
from nejat.editions.addresses import edition_of, resolved
from nejat.editorial.models import Label
from nejat.tags.models import Tag

LABELS: dict[str, type[Label]] = {
    model._meta.model_name: model for model in (Topic, Tag, Series, Contributor)
}


def todays_address(path: str) -> str | None:
    """Return where the label is today whose former address, or feed, a decoded path is."""
    match = resolved(path if path.endswith("/") else f"{path}/")
    if match is None or match.app_name != "articles":
        return None
    model = LABELS.get((match.url_name or "").partition("_")[0])
    if model is None:
        return None
    code, parts = edition_of(path), match.captured_kwargs
    label = model.objects.formerly_at(code, parts["slug"]).only_in(code, "slug").first()
    if label is None:
        return None
    return reverse(match.view_name, kwargs={**parts, "slug": label.get_in("slug", code)})
