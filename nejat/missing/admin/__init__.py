"""The admin of addresses that lead nowhere, and of redirects."""

from nejat.missing.admin.missing import MissingAddressAdmin
from nejat.missing.admin.redirects import RedirectAdmin

__all__ = ["MissingAddressAdmin", "RedirectAdmin"]
