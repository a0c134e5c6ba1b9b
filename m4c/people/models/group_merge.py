"""A group that became part of another: which, when, by whom, and how much came along. Its address answers with it."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import Sighted


class GroupMergeQuerySet(models.QuerySet["GroupMerge"]):
    """Which merges."""

    def visible_to(self, account: Sighted) -> Self:
        """All of them: that a group became part of another is as public as the groups."""
        return self


class GroupMerge(Record):
    """One group made part of another. The group that went stays as a row that ended that day, with its own history."""

    labels = label(operational="gone kept on by at moved")
    scope = "kept__path"

    gone = models.OneToOneField("people.Group", on_delete=models.PROTECT, related_name="+")
    kept = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    moved = models.JSONField(default=dict)  # how many of each kind came along: {"events.event.group": 12}

    objects = GroupMergeQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.CheckConstraint(name="group_merge_of_two_groups", condition=~Q(gone=F("kept")))]

    def __str__(self) -> str:
        return f"merge of group {self.gone_id} into {self.kept_id}"
