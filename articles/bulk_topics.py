"""Topics given to many articles at once."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.labels import Topic
from articles.models import Article
from nejat.editorial.admin.bulk_labels import Labelling, LabelsForm, label_each
from nejat.editorial.columns import columns


class OneTopic(LabelsForm):
    """One topic: a work has one primary topic at most."""

    labels = forms.ModelChoiceField(None)

    def clean_labels(self) -> list[Topic]:
        """Return it as other forms return many."""
        return [self.cleaned_data["labels"]]


class BulkTopicsAdmin(admin.ModelAdmin):
    """Admin of articles whose topics are set for many at once."""

    actions: Any = ("set_topic", "add_topics")

    @admin.action(description=_("Set the primary topic…"), permissions=["whole"])
    def set_topic(self, request: HttpRequest, queryset: QuerySet) -> TemplateResponse | None:
        """Ask which, then make it the primary topic of each article."""
        labelling = Labelling("primary_topic", "→", _set)
        return label_each(
            self, request, queryset, labelling, lambda _numbers, sent: OneTopic(_topics(), sent)
        )

    @admin.action(description=_("Add topics…"), permissions=["whole"])
    def add_topics(self, request: HttpRequest, queryset: QuerySet) -> TemplateResponse | None:
        """Ask which, then give them to each article that lacks one."""
        labelling = Labelling("topics", "+", _add)
        return label_each(
            self, request, queryset, labelling, lambda _numbers, sent: LabelsForm(_topics(), sent)
        )


def _topics() -> QuerySet[Topic]:
    return Topic.objects.only(*columns("name"))


def _set(article: Article, topics: list[Topic]) -> list[Topic]:
    [topic] = topics
    if article.primary_topic_id == topic.pk:
        return []
    article.primary_topic = topic
    article.save()
    article.topics.add(topic)  # as its form does
    return topics


def _add(article: Article, topics: list[Topic]) -> list[Topic]:
    has = set(article.topics.all())
    new = [topic for topic in topics if topic not in has]
    if new:
        article.save()
        article.topics.add(*new)
    return new
