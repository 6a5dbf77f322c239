"""The admin of articles and of what they stand under."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Field, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.bulk_topics import BulkTopicsAdmin
from articles.front_page_admin import FrontPageAdmin
from articles.models import Article, Byline, Contributor, Series, Topic
from media_library.admin import ShowsImages
from nejat.editorial.admin import ContentAdmin, LabelAdmin
from nejat.editorial.admin.editions import all_editions
from nejat.editorial.admin.inputs import DeskInputs
from nejat.editorial.admin.locking import PartOfWork
from nejat.editorial.columns import columns
from nejat.tags.admin import TaggedAdmin


class BylineInline(PartOfWork, DeskInputs, admin.TabularInline):
    model = Byline
    extra = 0
    autocomplete_fields = ("contributor",)

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:  # the head of the column alone names nothing to a screen reader
            field.widget.attrs["aria-label"] = capfirst(db_field.verbose_name)
        return field

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        names = all_editions("contributor__name")
        bylines = super().get_queryset(request).select_related("contributor")
        return bylines.only("article_id", "contributor", "role", "position", *names)


@admin.register(Article)
class ArticleAdmin(FrontPageAdmin, ShowsImages, BulkTopicsAdmin, TaggedAdmin, ContentAdmin):
    actions = (*ContentAdmin.actions, *TaggedAdmin.actions, *BulkTopicsAdmin.actions)
    edition_fields = (
        "title",
        "standfirst",
        "body",
        "state",
        "published_at",
        "expires_at",
        "pinned_until",
        "pinned_place",
        "lead_image_caption",
        "source_name",
        "source_address",
        "correction",
        "slug",
        "seo_title",
        "seo_description",
    )
    publishing_fields = (*ContentAdmin.publishing_fields, "pinned_until", "pinned_place")
    shared_fields = (
        "lead_image",
        "primary_topic",
        "topics",
        "tags",
        ("series", "part"),
        "related",
        "comments_open",
    )
    inlines = (BylineInline,)
    autocomplete_fields = ("primary_topic", "topics", "series", "related")
    list_display = ("heading", "editions", "primary_topic", "published", "updated")
    list_select_related = ("primary_topic",)
    list_columns = (
        *ContentAdmin.list_columns,
        "primary_topic",
        *all_editions("primary_topic__name"),
    )

    def save_model(
        self, request: HttpRequest, obj: Article, form: forms.ModelForm, change: bool
    ) -> None:
        if change and "lead_image" in form.changed_data:
            self._drop_captions(request, obj, form)
        super().save_model(request, obj, form, change)

    def _drop_captions(self, request: HttpRequest, obj: Article, form: forms.ModelForm) -> None:
        """A caption that was written for the former picture does not fit another one."""
        captions = columns("lead_image_caption")
        former = [name for name in captions if name not in form.changed_data and getattr(obj, name)]
        for name in former:
            text = _("The caption of the former lead picture was taken away: “%(caption)s”.")
            self.message_user(request, text % {"caption": getattr(obj, name)}, messages.WARNING)
            setattr(obj, name, "")

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if form.instance.primary_topic_id:
            form.instance.topics.add(form.instance.primary_topic_id)


@admin.register(Topic)
class TopicAdmin(LabelAdmin):
    shared_fields = ("parent", "position", "is_on_home")
    autocomplete_fields = ("parent",)
    list_display = ("heading", "names", "parent")
    list_select_related = ("parent",)
    list_columns = ("parent", *all_editions("name", "parent__name"))


@admin.register(Series)
class SeriesAdmin(LabelAdmin):
    pass


@admin.register(Contributor)
class ContributorAdmin(LabelAdmin):
    shared_fields = ("kind",)
    list_display = ("heading", "names", "kind")
    list_columns = ("kind", *LabelAdmin.list_columns)
    list_filter = ("kind",)
