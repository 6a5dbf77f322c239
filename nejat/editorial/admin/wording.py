"""Words of Django's admin that its catalogues lack, or say ungrammatically, in our languages.

Named here so that they are collected into the project's catalogues, which win over Django's.
"""

from django.utils.translation import gettext_noop, ngettext_lazy

WORDS = (
    gettext_noop(" By %(filter_title)s "),
    gettext_noop("Add %(name)s"),
    gettext_noop("Add another %(model)s"),
    gettext_noop("Add link"),
    gettext_noop("Breadcrumbs"),
    gettext_noop("Change or view list link"),
    gettext_noop("Change selected %(model)s"),
    gettext_noop("Delete selected %(model)s"),
    gettext_noop("Delete selected %(verbose_name_plural)s"),
    gettext_noop("Error:"),
    gettext_noop("Disabled"),
    gettext_noop("Enabled"),
    gettext_noop("Enter a whole number."),
    gettext_noop("Model name"),
    gettext_noop("Password-based authentication"),
    ngettext_lazy("Please correct the error below.", "Please correct the errors below."),
    gettext_noop("Select %s to change"),
    gettext_noop("Select this object for an action - {}"),
    gettext_noop("View selected %(model)s"),
    gettext_noop(
        "Whether the user will be able to authenticate using a password or not. "
        "If disabled, they may still be able to authenticate using other backends, "
        "such as Single Sign-On or LDAP."
    ),
)
