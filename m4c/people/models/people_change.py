"""One thing done with many people of a list: what, with whom, how far it got, and who was left out and why."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record

if TYPE_CHECKING:
    from m4c.people.models.account import Account

KEPT = timedelta(days=14)
MOST_TOLD = 500  # people left out who are told by name


class PeopleChangeQuerySet(models.QuerySet["PeopleChange"]):
    """Which changes of many."""

    def visible_to(self, account: "Account") -> Self:
        """One's own."""
        return self.filter(requested_by=account.pk)

    def outdated(self, now: datetime) -> Self:
        """Those that nobody needs to read any more."""
        return self.filter(forgotten_at=None, requested_at__lt=now - KEPT)


class PeopleChange(Record):
    """Asked for of those ticked, or of all that a filter finds, and done in pieces, with people as they are then."""

    labels = label(
        content="asked_for values refused problem",
        special="picked",
        operational="what requested_by requested_at language last_id done left_out finished_at forgotten_at",
    )

    what = models.CharField(max_length=40)  # its name in the register of list actions
    values = models.JSONField(default=dict)  # what its form said
    asked_for = models.CharField(_("which people"), max_length=1_000, blank=True)  # the people list's own address
    picked = models.JSONField(default=list)  # uids of those ticked; empty: all that the address finds
    requested_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(db_index=True)
    language = models.CharField(max_length=8, blank=True)
    last_id = models.BigIntegerField(default=0)  # of the person it got to
    done = models.PositiveIntegerField(_("how many"), default=0)
    left_out = models.PositiveIntegerField(_("how many were left out"), default=0)
    refused = models.JSONField(default=list)  # [uid, sentence] of those left out, as many as are told
    problem = models.CharField(max_length=300, blank=True)  # what stopped it, in a sentence
    finished_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = PeopleChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_change_stops_when_it_ends", condition=Q(problem="") | Q(finished_at__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"change of people {self.pk}"

    @property
    def is_under_way(self) -> bool:
        """Whether it is still to be ended."""
        return self.finished_at is None
