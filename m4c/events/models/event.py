"""An event: any gathering at a time."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import BooleanField, Case, F, OuterRef, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.models.event_plan import EventPlan
from m4c.events.permissions import PLAN_EVENTS, SEE_ATTENDANCE, SEE_EVENTS
from m4c.people.models import Account, Group
from m4c.people.sight import EVERYTHING, NOTHING, any_of, within


class EventQuerySet(models.QuerySet["Event"]):
    """Which events."""

    def visible_to(self, account: Account) -> Self:
        """Events of one's groups and those they help to hold, those open to the public, and those one is down for.

        One for those invited is seen beyond them only by who plans the group's events or sees who came.
        """
        sight = account.sight
        of_hosts = sight.of_group("group", SEE_EVENTS) | self.co_hosted(account)
        open_to_group = of_hosts & ~Q(visibility=Event.Visibility.INVITED)
        seen = open_to_group | sight.of_group("group", PLAN_EVENTS) | sight.of_group("group", SEE_ATTENDANCE)
        seen |= Q(visibility=Event.Visibility.PUBLIC)
        if account.person_id:
            from m4c.events.models.attendance import Attendance  # attendance points here

            seen |= Q(pk__in=Attendance.objects.filter(person=account.person_id).values("event"))
        return self.filter(seen)

    def without_house_meetings(self, account: Account) -> Self:
        """Leaves out house meetings that one is not down for: they have a list of their own."""
        from m4c.events.models.attendance import Attendance  # attendance points here

        own = Attendance.objects.filter(person=account.person_id).values("event")
        return self.filter(~Q(kind=Event.Kind.HOUSE_MEETING) | Q(pk__in=own))

    def of_group(self, group: Group) -> Self:
        """Those that the group or a group below it holds, alone or with another."""
        from m4c.events.models.hosts import CoHost  # co-hosts point here

        held_with = CoHost.objects.filter(within("group__path", group))
        return self.filter(within("group__path", group) | Q(pk__in=held_with.values("event")))

    def with_turnout(self, account: Account) -> Self:
        """With `came`, how many people are recorded as having been there, and `said_yes`, how many mean to come.

        Those kept safe from the account are not counted: beside a list of names a number would tell of them.
        """
        from m4c.events.models.attendance import Attendance  # attendance points here

        state = Attendance.State
        seen = Attendance.objects.filter(account.sight.unless_protected("person"), event=OuterRef("pk"))
        return self.annotate(
            came=seen.present().as_number(),
            said_yes=seen.filter(state__in=[state.YES, state.CONFIRMED]).as_number(),
        )

    def with_place(self, account: Account) -> Self:
        """With `is_told_where`, whether the account may know more of a home than strangers do.

        That are those of the groups that hold it, who plans there or sees who came, and who is down for it.
        """
        from m4c.events.models.attendance import Attendance  # attendance points here

        rights = [account.sight.of_group("group", right) for right in (SEE_EVENTS, PLAN_EVENTS, SEE_ATTENDANCE)]
        down = Q(pk__in=Attendance.objects.filter(person=account.person_id).values("event"))
        held = self.co_hosted(account) & ~Q(visibility=Event.Visibility.INVITED)
        told = any_of([Q(at_home=False), *rights, held, down if account.person_id else Q(at_home=False)])
        return self.annotate(is_told_where=Case(When(told, then=True), default=False, output_field=BooleanField()))

    @staticmethod
    def co_hosted(account: Account) -> Q:
        """Events that the account's groups hold together with another's."""
        from m4c.events.models.hosts import CoHost  # co-hosts point here

        hosts = account.sight.of_group("group", SEE_EVENTS)
        return NOTHING if hosts == EVERYTHING else Q(pk__in=CoHost.objects.filter(hosts).values("event"))

    def held(self, before: datetime) -> Self:
        """Those that began before then and were not cancelled."""
        return self.filter(starts_at__lt=before, cancelled_at=None)

    def coming(self, since: datetime) -> Self:
        """Those that begin then or later, the nearest first."""
        return self.filter(starts_at__gte=since).order_by("starts_at", "pk")

    def past(self, until: datetime) -> Self:
        """Those that began before then, the latest first."""
        return self.filter(starts_at__lt=until).order_by("-starts_at", "-pk")

    def later_than(self, event: "Event") -> Self:
        """Those that come after this one in time."""
        return self.filter(Q(starts_at__gt=event.starts_at) | Q(starts_at=event.starts_at, pk__gt=event.pk))

    def earlier_than(self, event: "Event") -> Self:
        """Those that come before this one in time."""
        return self.filter(Q(starts_at__lt=event.starts_at) | Q(starts_at=event.starts_at, pk__lt=event.pk))


class Event(EventPlan, Record):
    """A gathering: what kind, whose, when and where."""

    class Kind(models.TextChoices):
        TRAINING = "training", _("training")
        HOUSE_MEETING = "house_meeting", _("house meeting")
        PUBLIC_MEETING = "public_meeting", _("public meeting")
        COMMITTEE = "committee", _("committee meeting")
        PLANNING = "planning", _("planning meeting")
        ANNUAL = "annual", _("annual meeting")
        RESEARCH = "research", _("research meeting")
        PUBLIC_ACTION = "public_action", _("public action")
        ASSEMBLY = "assembly", _("assembly")
        SOCIAL = "social", _("social")
        STALL = "stall", _("stall")
        DOOR_ROUND = "door_round", _("door round")
        NEGOTIATION = "negotiation", _("negotiation")
        OTHERS = "others", _("someone else's meeting")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("everybody")
        GROUP = "group", _("the group")
        INVITED = "invited", _("those invited")

    labels = EventPlan.plan_labels | label(
        special="title place postcode",
        operational="kind group starts_at ends_at at_home visibility cancelled_at made_at",
        kept="title place postcode",
    )
    scope = "group__path"

    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    title = models.CharField(_("title"), max_length=200)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    at_home = models.BooleanField(_("at somebody's home"), default=False)  # strangers are told the town alone
    visibility = models.CharField(_("who may see it"), max_length=8, choices=Visibility, default=Visibility.GROUP)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = EventQuerySet.as_manager()

    class Meta(EventPlan.Meta):
        abstract = False
        ordering = ["-starts_at", "-id"]
        indexes = [
            models.Index(fields=["group", "starts_at"], name="events_of_a_group"),
            models.Index(fields=["kind", "starts_at"], name="events_of_a_kind"),
        ]
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_it_starts", condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at"))
            ),
            models.UniqueConstraint(fields=["series", "series_day"], name="one_event_of_a_day_of_a_series"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_called_off(self) -> bool:
        """Whether it will not take place, or did not."""
        return self.cancelled_at is not None

    @property
    def is_untold(self) -> bool:
        """Whether those coming are still to be told of a change that they must know."""
        return self.changed_at is not None and self.told_change_at is None

    @property
    def place_for_all(self) -> str:
        """Where it is, as strangers may know it: of somebody's home no more than the town its group is in."""
        return (self.group.place or self.group.name) if self.at_home else self.place

    @property
    def postcode_for_all(self) -> str:
        """Its postcode, as strangers may know it: of somebody's home none."""
        return "" if self.at_home else self.postcode

    @property
    def place_told(self) -> str:
        """Where it is, as whoever asked by `with_place` may know it; without that, as strangers may."""
        return self.place if getattr(self, "is_told_where", False) else self.place_for_all

    @property
    def postcode_told(self) -> str:
        """Its postcode, told to the same."""
        return self.postcode if getattr(self, "is_told_where", False) else self.postcode_for_all

    @property
    def is_online(self) -> bool:
        """Whether it is held online and nowhere else: each reads of it by their own clock too."""
        return bool(self.link) and not self.place and not self.postcode

    def is_after(self, day: date) -> bool:
        """Whether it begins on a later day than this one."""
        return timezone.localdate(self.starts_at) > day

    @property
    def is_looked_after_elsewhere(self) -> bool:
        """Whether its day and whether it takes place are said where conversations are recorded, not here."""
        return self.kind == Event.Kind.HOUSE_MEETING

    @property
    def is_planned_here(self) -> bool:
        """Whether it is planned on the form of events: trainings and house meetings have forms of their own."""
        return self.kind not in (Event.Kind.TRAINING, Event.Kind.HOUSE_MEETING)
