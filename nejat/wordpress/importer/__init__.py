"""The importer: records of an export, cleaned, become works of our own."""

from .installs import OtherInstall
from .report import Report
from .run import import_exports
from .session import Options, Session

__all__ = ["Options", "OtherInstall", "Report", "Session", "import_exports"]
