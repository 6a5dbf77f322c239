"""Accounts in the admin: their groups and editions. Nobody grants what they lack themselves."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nejat.audit.admin import AuditedAdmin
from nejat.editions.registry import CODES, EDITIONS
from nejat.staff.models import StaffMember, editions_of

FOR_SUPERUSERS = ("is_superuser", "user_permissions")


class StaffMemberForm(forms.ModelForm):
    """The editions of an account, of which the one who gives them has all."""

    giver: User

    editions = forms.MultipleChoiceField(
        label=gettext_lazy("Editions"),
        help_text=gettext_lazy("On which the account works. None chosen means all."),
        choices=[(edition.code, edition.native_name) for edition in EDITIONS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean_editions(self) -> list[str]:
        chosen = self.cleaned_data["editions"]
        if not set(chosen or CODES) <= set(editions_of(self.giver)):
            raise ValidationError(_("You can give no editions on which you do not work yourself."))
        return chosen


class GroupsField(forms.ModelMultipleChoiceField):
    """Groups to tick, by their names in the language of the interface."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, group: Group) -> str:
        return _(group.name)


class StaffMemberInline(admin.StackedInline):
    model = StaffMember
    form = StaffMemberForm
    fields = ("editions",)
    can_delete = False

    def get_formset(self, request: HttpRequest, obj: User | None = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.giver = request.user
        return formset


admin.site.unregister((User, Group))


@admin.register(Group)
class AuditedGroupAdmin(AuditedAdmin, GroupAdmin):
    """What a group may do is changed by superusers alone, and written down."""


@admin.register(User)
class AccountAdmin(AuditedAdmin, UserAdmin):
    """Whoever manages accounts gives groups, as far as they have the groups' rights themselves."""

    inlines = (StaffMemberInline,)
    list_display = ("username", "full_name", "email", "in_groups", "is_active", "last_login")
    list_filter = ("is_active", "is_staff", "groups")
    filter_horizontal: ClassVar[Any] = ("user_permissions",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=gettext_lazy("name"))
    def full_name(self, user: User) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', user.get_full_name())

    @admin.display(description=gettext_lazy("groups"))
    def in_groups(self, user: User) -> str:
        return ", ".join(_(group.name) for group in user.groups.all())

    def get_inlines(self, request: HttpRequest, obj: User | None) -> tuple:
        return self.inlines if obj else ()  # a new account has its name and password first

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [
            (name, {**options, "fields": [f for f in options["fields"] if f not in FOR_SUPERUSERS]})
            for name, options in fieldsets
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        own = ("is_active", "is_staff", "groups") if obj == request.user else ()
        return [*super().get_readonly_fields(request, obj), *own]  # nobody locks themselves out

    def save_model(
        self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        if not change and editions_of(request.user) != CODES:
            StaffMember.objects.create(user=obj, editions=list(editions_of(request.user)))

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name != "groups":
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        groups = Group.objects.filter(pk__in=grantable_groups(request.user))
        return GroupsField(groups, label=_("Groups"), required=False)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        may = super().has_change_permission(request, obj)
        return may and (obj is None or is_within(obj, request.user))

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or is_within(obj, request.user))


def grantable_groups(giver: User) -> list[int]:
    """Return the keys of the groups of whose rights the account lacks none."""
    groups = Group.objects.prefetch_related("permissions__content_type")
    if giver.is_superuser:
        return [group.pk for group in groups]
    own = giver.get_all_permissions()
    return [group.pk for group in groups if _names(group) <= own]


def is_within(account: User, giver: User) -> bool:
    """Say whether an account has no right and no edition that the other lacks."""
    if giver.is_superuser:
        return True
    if account.is_superuser or not set(editions_of(account)) <= set(editions_of(giver)):
        return False
    # Asked of the tables: a closed account has no permissions, until somebody opens it again.
    of_account = Q(user=account) | Q(group__user=account)
    held = Permission.objects.filter(of_account).select_related("content_type")
    return {_name(permission) for permission in held} <= giver.get_all_permissions()


def _names(group: Group) -> set[str]:
    return {_name(permission) for permission in group.permissions.all()}


def _name(permission: Permission) -> str:
    return f"{permission.content_type.app_label}.{permission.codename}"
