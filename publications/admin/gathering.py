"""Articles and addresses put into an issue: a new one, or one that is there."""

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.models import Article
from articles.querysets import ArticleQuerySet
from media_library.admin.doors import page_context, require
from nejat.editions.addresses import edition_of
from nejat.editions.templatetags.editions import edition_number
from nejat.editorial.admin.dots import phase_dots
from nejat.editorial.admin.editions import all_editions
from nejat.editorial.querysets import PUBLICATION_FIELDS
from nejat.editorial.rights import can_change_shared
from publications.admin.rights import may_gather
from publications.gathering import (
    MOST_ENTRIES,
    add_entries,
    found_at,
    page_of_ours,
    start_issue,
    title_like,
)
from publications.models import Issue
from publications.series import SERIES, SERIES_CHOICES

OFFERED = 50
"""Articles offered at a time, the newest or those that a search finds."""
LONGEST_PATH = 500
COLUMNS = all_editions("title", *PUBLICATION_FIELDS)


class GatherForm(forms.Form):
    """What goes into the issue: ticked articles, and addresses one a line."""

    series = forms.ChoiceField(
        label=gettext_lazy("Series"),
        choices=SERIES_CHOICES,
        required=False,
    )
    articles = forms.ModelMultipleChoiceField(None, required=False)
    addresses = forms.CharField(
        label=gettext_lazy("Addresses, one a line"),
        required=False,
        strip=True,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "ltr", "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Articles of ours are recognised; for others you write title and teaser next."
        ),
    )
    q = forms.CharField(
        label=gettext_lazy("Search in titles"), required=False, max_length=100, strip=True
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["articles"].queryset = _articles()

    def clean_addresses(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["addresses"].splitlines()]
        lines = [line for line in lines if line]
        if len(lines) > MOST_ENTRIES:
            text = _("An issue holds at most %(count)s entries.")
            raise ValidationError(text % {"count": edition_number(MOST_ENTRIES)})
        return [_web_address(line) for line in dict.fromkeys(lines)]


def gather_view(issues: ModelAdmin, request: HttpRequest) -> HttpResponseBase:
    """Offer articles to tick and a place for addresses; put them into the issue and open it."""
    number = request.GET.get("issue", "")
    issue = get_object_or_404(Issue, pk=number) if number.isdecimal() else None
    allowed = issues.has_change_permission if issue else issues.has_add_permission
    require(allowed(request, issue) if issue else allowed(request))
    require(may_gather(request.user))
    require(issue is None or can_change_shared(request.user, issue))
    form = GatherForm(request.POST or None, initial={"series": request.GET.get("series")})
    if form.is_valid() and "search" not in request.POST:
        if form.cleaned_data["articles"] or form.cleaned_data["addresses"]:
            return _put_in(issues, request, issue, form.cleaned_data)
        form.add_error(None, _("Tick an article, or paste an address."))
    return render(
        request,
        "admin/publications/gather.html",
        {
            **page_context(issues, request, _title(issue)),
            "form": form,
            "issue": issue,
            "offered": _offered(form),
            "media": issues.media + form.media,
        },
    )


def _web_address(line: str) -> str:
    """The address on a line, with its scheme; a path of ours stays one."""
    if edition_of(line) and len(line) <= LONGEST_PATH and page_of_ours(line):
        return line
    field = forms.URLField(assume_scheme="https")
    field.validators = [URLValidator(schemes=["http", "https"]), MaxLengthValidator(1000)]
    try:
        return field.clean(line)
    except ValidationError as error:
        text = _("This is no address of a page: “%(line)s”") % {"line": line[:100]}
        raise ValidationError(text) from error


def _title(issue: Issue | None) -> str:
    return _("Put articles into “%(issue)s”") % {"issue": issue} if issue else _("New issue")


def _offered(form: GatherForm) -> list[tuple[Article, str, bool]]:
    """The articles ticked so far, then those of the search; each with its dots and its tick."""
    given = getattr(form, "cleaned_data", {})
    ticked = list(given.get("articles") or ())
    found = title_like(_articles(), given.get("q", "")).exclude(pk__in=[a.pk for a in ticked])
    shown = [(article, True) for article in ticked]
    shown += [(article, False) for article in found[:OFFERED]]
    return [(article, phase_dots(article), is_ticked) for article, is_ticked in shown]


def _articles() -> ArticleQuerySet:
    return Article.objects.untrashed().only(*COLUMNS).order_by("-pk")


@transaction.atomic
def _put_in(
    issues: ModelAdmin, request: HttpRequest, issue: Issue | None, given: dict
) -> HttpResponseBase:
    things = [*given["articles"], *(found_at(line, request) for line in given["addresses"])]
    if issue is None:
        issue = start_issue(given["series"] or SERIES[0].code)
        issues.log_addition(request, issue, [{"added": {}}])
    else:
        issues.log_change(request, issue, [{"changed": {"fields": ["entries"]}}])
    count = add_entries(issue, things)
    text = ngettext("%(count)s entry was added.", "%(count)s entries were added.", count)
    issues.message_user(request, text % {"count": edition_number(count)}, messages.SUCCESS)
    return redirect("admin:publications_issue_change", issue.pk)
