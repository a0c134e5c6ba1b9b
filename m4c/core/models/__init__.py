"""Tables that belong to no app in particular: the audit entry, the workers and what they ran."""

from m4c.core.models.audit_entry import AuditEntry
from m4c.core.models.public_version import PublicVersion
from m4c.core.models.record import Record
from m4c.core.models.scheduled_run import ScheduledRun
from m4c.core.models.worker import Worker

__all__ = ["AuditEntry", "PublicVersion", "Record", "ScheduledRun", "Worker"]
