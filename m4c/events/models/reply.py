"""A reply: what somebody said by the public page of an event, whom they bring, and whether they wait for a place."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of


class ReplyQuerySet(models.QuerySet["Reply"]):
    """Which replies."""

    def visible_to(self, account: Account) -> Self:
        """Those to events of groups where one sees who came; never of somebody kept safe."""
        seen = account.sight.of_group("event__group", SEE_ATTENDANCE)
        return self.filter(seen, account.sight.unless_protected("person"))

    def of_token(self, token: str) -> Self:
        """The one reply of this secret, or none."""
        return self.filter(token_hash=hash_of(token))

    def standing(self) -> Self:
        """Those that were not taken back."""
        return self.filter(cancelled_at=None)

    def waiting(self) -> Self:
        """Those that wait for a place, the first to ask first."""
        return self.standing().exclude(waiting_since=None).order_by("waiting_since", "pk")


class Reply(Record):
    """Somebody means to come, with so many guests; the secret of the link that changes this is kept as a hash."""

    labels = label(
        special="access_needs",
        content="words",
        operational="event person guests token_hash waiting_since cancelled_at made_at changed_at language",
    )
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    guests = models.PositiveSmallIntegerField(_("how many more they bring"), default=0)
    access_needs = models.JSONField(_("what they need"), default=list, blank=True)  # values of AccessNeed
    words = models.CharField(_("what else we should know"), max_length=300, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=8, blank=True)  # in which language they are written to
    waiting_since = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = ReplyQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]
        verbose_name_plural = "replies"
        # A column with which one of these begins has no index of its own.
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="one_reply_of_a_person"),
            models.CheckConstraint(name="a_reply_changes_after_it_is_made", condition=Q(changed_at__gte=F("made_at"))),
        ]
        indexes = [  # places are counted from it alone
            models.Index(fields=["event", "waiting_since", "cancelled_at", "guests"], name="who_waits_for_a_place")
        ]

    def __str__(self) -> str:
        return f"reply {self.pk}"

    @property
    def has_place(self) -> bool:
        """Whether they are coming and wait for nothing."""
        return self.cancelled_at is None and self.waiting_since is None

    def is_open(self, now: datetime) -> bool:
        """Whether it may still be changed: its event has not begun and takes place."""
        return self.event.starts_at > now and not self.event.is_called_off


class GuestQuerySet(models.QuerySet["Guest"]):
    """Which guests."""

    def visible_to(self, account: Account) -> Self:
        """Those of the replies one sees."""
        return self.filter(reply__in=Reply.objects.visible_to(account))


class Guest(Record):
    """A guest named by whoever brings them: a name on a list, gone after the event unless they are met."""

    labels = label(identity="name", operational="reply came_at")
    scope = "reply__event__group__path"

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    came_at = models.DateTimeField(null=True, blank=True)

    objects = GuestQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"guest {self.pk}"
