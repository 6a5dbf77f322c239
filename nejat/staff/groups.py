"""The groups of the desk and what each of them may do; docs/staff.md shows it as a table."""

from collections.abc import Iterable, Iterator

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.utils.translation import gettext_noop

CHIEF_EDITORS = gettext_noop("Chief editors")
EDITORS = gettext_noop("Editors")
AUTHORS = gettext_noop("Authors")
TRANSLATORS = gettext_noop("Translators")
MODERATORS = gettext_noop("Moderators")

Rights = tuple[tuple[Iterable[str], Iterable[str]], ...]
"""Models, and what may be done to each of them."""

ALL = ("add", "change", "delete", "view")
WORKS = (
    "articles.article",
    "media_library.cartoon",
    "media_library.newspicture",
    "media_library.photogallery",
    "media_library.video",
    "publications.book",
    "publications.issue",
    "pages.page",
)
PARTS = (
    "articles.byline",
    "media_library.gallerypicture",
    "publications.bookcredit",
    "publications.bookfile",
    "publications.bookshop",
    "publications.entry",
    "publications.issuefile",
)
LABELS = ("articles.topic", "articles.series", "articles.contributor", "tags.tag")
IMAGES = ("media_library.imageasset",)

EDITING: Rights = (
    (WORKS, (*ALL, "publish", "translate")),
    ((*LABELS, *IMAGES), (*ALL, "translate")),
    (PARTS, ALL),
    (("pages.breakingnews", "missing.missingaddress", "missing.redirect"), ALL),
    (("contact.message",), ("view", "change")),
    (("subscriptions.mailing", "subscriptions.delivery"), ("view", "add", "change")),
)
MODERATING: Rights = (
    (("comments.comment",), ("change", "delete", "view", "moderate")),
    (("comments.moderationentry",), ("view",)),
    (("comments.commentrules", "comments.wordlist", "comments.ban"), ALL),
)
GROUPS: dict[str, Rights] = {
    CHIEF_EDITORS: (
        *EDITING,
        *MODERATING,
        (WORKS, ("destroy",)),
        (("subscriptions.subscriber",), ("view", "change", "delete", "export")),
        (("pages.siteoptions", "contact.contactdetails"), ("view", "change")),
        (("outbox.outgoingmail",), ("view", "change")),
        (("auth.user", "staff.staffmember"), ("view", "add", "change")),
        (("audit.auditentry",), ("view",)),
        (("editorial.savedfilter",), ("change",)),
    ),
    EDITORS: (*EDITING, *MODERATING),
    AUTHORS: (
        (WORKS, ("add", "change", "view")),
        (PARTS, ALL),
        (LABELS, ("view",)),
        (IMAGES, ("add", "change", "view")),
    ),
    TRANSLATORS: (
        ((*WORKS, *LABELS, *IMAGES), ("view", "translate")),
        (PARTS, ("view",)),
    ),
    MODERATORS: MODERATING,
}


def permissions_of(group: str) -> Iterator[tuple[str, str]]:
    """Yield the app and the codename of every permission of a group."""
    for models, verbs in GROUPS[group]:
        for model in models:
            app, name = model.split(".")
            yield from ((app, f"{verb}_{name}") for verb in verbs)


def seed_groups(apps: Apps) -> None:
    """Make the groups and give them their permissions; what a group has besides stays.

    `apps` are those of a migration, or Django's own. May be called again and again.
    """
    _make_permissions(apps)
    known = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in apps.get_model("auth", "Permission").objects.select_related(
            "content_type"
        )
    }
    for name in GROUPS:
        group, _made = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        # A model that is not there yet gets its rights when a later migration seeds again.
        group.permissions.add(*(known[key] for key in permissions_of(name) if key in known))


def _make_permissions(apps: Apps) -> None:
    """Django makes them when all migrations have run, which is too late for who names them."""
    for config in apps.get_app_configs():
        config.models_module = getattr(config, "models_module", True)  # a migration's have none
        create_permissions(config, apps=apps, verbosity=0)
