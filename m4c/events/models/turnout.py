"""Turnout: how many a leader means to bring, whom they ask, and what each said when called."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.models.attendance import Attendance
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.people.models import Account, NameOnList


class TurnoutPledgeQuerySet(models.QuerySet["TurnoutPledge"]):
    """Which pledges."""

    def visible_to(self, account: Account) -> Self:
        """One's own, and for an organiser those of the group's leaders; never of somebody kept safe."""
        seen = account.sight.of_group("event__group", SEE_ATTENDANCE)
        if account.person_id:
            seen |= Q(person=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at=None)


class TurnoutPledge(Record):
    """“I will bring 12.”"""

    labels = label(special="number", operational="event person made_at withdrawn_at", kept="number")
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField(_("how many"))
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = TurnoutPledgeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="one_turnout_pledge_of_a_person"),
            models.CheckConstraint(name="nobody_pledges_to_bring_nobody", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.number}, turnout pledge {self.pk}"


class NameAtEventQuerySet(models.QuerySet["NameAtEvent"]):
    """Which names."""

    def visible_to(self, account: Account) -> Self:
        """Those on one's own list, and nobody else's."""
        return self.filter(name__in=NameOnList.objects.visible_to(account))


class NameAtEvent(Record):
    """A name on somebody's own list whom they ask to an event. It becomes an attendance when they are met."""

    labels = label(special="state", operational="event name made_at")
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    name = models.ForeignKey("people.NameOnList", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=12, choices=Attendance.State, default=Attendance.State.LISTED)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = NameAtEventQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "name"], name="a_name_is_asked_to_an_event_once")]

    def __str__(self) -> str:
        return f"{self.state}, name at event {self.pk}"


class TurnoutCallQuerySet(models.QuerySet["TurnoutCall"]):
    """Which calls."""

    def visible_to(self, account: Account) -> Self:
        """Those of the attendances one sees, and of the names on one's own list."""
        of_people = Q(attendance__in=Attendance.objects.visible_to(account))
        return self.filter(of_people | Q(name__in=NameAtEvent.objects.visible_to(account)))


class TurnoutCall(models.Model):
    """What somebody said when they were asked or called: an answer of one round. The latest of a round counts."""

    class Round(models.TextChoices):
        ASK = "ask", _("asked")
        CALL_1 = "call_1", _("first call")
        CALL_2 = "call_2", _("second call")
        DAY_BEFORE = "day_before", _("the day before")

    class Answer(models.TextChoices):
        YES = "yes", _("yes")
        MAYBE = "maybe", _("maybe")
        NO = "no", _("no")
        NO_ANSWER = "no_answer", _("no answer")

    labels = label(special="answer before", operational="attendance name round by at", kept="answer before")

    attendance = models.ForeignKey(Attendance, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    name = models.ForeignKey(NameAtEvent, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    round = models.CharField(max_length=10, choices=Round)
    answer = models.CharField(max_length=9, choices=Answer)
    before = models.CharField(max_length=12, choices=Attendance.State)  # where they stood, so that it can be taken back
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = TurnoutCallQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_call_goes_to_one",
                condition=Q(attendance=None, name__isnull=False) | Q(attendance__isnull=False, name=None),
            ),
        ]
        indexes = [models.Index(fields=["attendance", "at"], name="calls_to_somebody")]

    def __str__(self) -> str:
        return f"{self.round}: {self.answer}"
