"""The shared admin of content and labels: a tab an edition, state dots, kind lists."""

from nejat.editorial.admin.audit_log import AuditEntryAdmin
from nejat.editorial.admin.content import ContentAdmin
from nejat.editorial.admin.labels import LabelAdmin

__all__ = ["AuditEntryAdmin", "ContentAdmin", "LabelAdmin"]
