"""What a group is for, in its own words: a row each time it said so, the latest standing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import PublicQuerySet


class GroupPurpose(Record):
    """A group's purpose in a sentence or two: who wrote it down and when. Earlier ones stay to be read."""

    labels = label(content="words", operational="group by at", kept="words")
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="+")
    words = models.CharField(_("what we are here for"), max_length=300)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["group", "-at"], name="purposes_of_a_group")]

    def __str__(self) -> str:
        return self.words
