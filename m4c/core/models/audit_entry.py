"""The audit entry: who changed which record, when, and by which operation."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models

from m4c.core.inserting import insert_many
from m4c.core.labels import label
from m4c.core.permissions import SEE_AUDIT
from m4c.core.visibility import EVERYWHERE, Sighted


class AuditEntryQuerySet(models.QuerySet["AuditEntry"]):
    """Entries, newest first."""

    def visible_to(self, account: Sighted) -> "AuditEntryQuerySet":
        """Whole, for those who answer for the movement's data; nothing for anybody else."""
        return self if account.may(SEE_AUDIT, EVERYWHERE) else self.none()


class AuditEntry(models.Model):
    """One operation that took effect. Holds uids and names of fields, and values only of operational ones."""

    labels = label(operational="operation batch by at touched changes")

    operation = models.CharField(max_length=100)
    batch = models.UUIDField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    touched = models.JSONField(default=list)  # [["people.person", "<uid>"], ...]
    changes = models.JSONField(default=dict)  # {"starts_at": [old, new], "family_name": null, ...}

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name_plural = "audit entries"

    def __str__(self) -> str:
        return f"{self.operation} at {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def write(cls, operation: str, batch: UUID, by: Any, records: list[Any]) -> "AuditEntry":
        """Write the entry of an operation that touched these records, inside its transaction."""
        changes: dict[str, Any] = {}
        for record in records:
            changes.update(getattr(record, "audit_changes", {}))
        touched = [[record._meta.label_lower, str(getattr(record, "uid", record.pk))] for record in records]
        [entry] = insert_many([cls(operation=operation, batch=batch, by_id=by.pk, touched=touched, changes=changes)])
        return entry
