"""Who may use the doors of an issue's desk: whoever may do the same in its form."""

from django.contrib.auth.models import AbstractBaseUser


def may_gather(user: AbstractBaseUser) -> bool:
    """Say whether the user may see articles and add entries."""
    return user.has_perms(["articles.view_article", "publications.add_entry"])


def may_keep_files(user: AbstractBaseUser) -> bool:
    """Say whether the user may add the PDF of an issue and put another in its place."""
    return user.has_perms(["publications.add_issuefile", "publications.change_issuefile"])
