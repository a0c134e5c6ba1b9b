"""A series: events of one kind that come back, by a rule or by a faith's calendar, and the days that it proposes."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.models.event import Event
from m4c.events.models.event_plan import RepeatedPlan
from m4c.events.permissions import SEE_EVENTS
from m4c.people.models import Account

Row = TypeVar("Row", bound=models.Model)


class SeriesQuerySet(models.QuerySet["Series"]):
    """Which series."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups, but for what only those invited may see."""
        return self.filter(account.sight.of_group("group", SEE_EVENTS), ~Q(visibility=Event.Visibility.INVITED))

    def running(self) -> Self:
        """Those that still propose days."""
        return self.filter(ended_on=None)


class Series(RepeatedPlan, Record):
    """What comes back, when, and what each event of it takes over."""

    class Calendar(models.TextChoices):
        RULE = "rule", _("a rule, such as every second Tuesday")
        ISLAMIC = "islamic", _("the Islamic calendar")
        JEWISH = "jewish", _("the Jewish calendar")
        CHRISTIAN = "christian", _("the Christian calendar")

    labels = RepeatedPlan.repeated_labels | label(
        special="title place postcode",
        identity="chair",  # a public role, as the body's own programme says
        operational="group kind calendar rule first_on until starts ends at_home visibility parts held_by"
        " ended_on made_at",
        kept="title place postcode chair",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    kind = models.CharField(_("kind"), max_length=16, choices=Event.Kind)
    title = models.CharField(_("title"), max_length=200)
    calendar = models.CharField(_("what it follows"), max_length=9, choices=Calendar, default=Calendar.RULE)
    rule = models.CharField(max_length=200)  # an RRULE of RFC 5545; of a faith's calendar the name of its day
    first_on = models.DateField(_("first"))
    until = models.DateField(_("until"), null=True, blank=True)
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("until"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    at_home = models.BooleanField(_("at somebody's home"), default=False)
    visibility = models.CharField(max_length=8, choices=Event.Visibility, default=Event.Visibility.GROUP)
    # Of somebody else's meeting alone: each of its events keeps whose it is and who chairs it.
    held_by = models.CharField(_("who holds it"), max_length=200, blank=True)
    chair = models.CharField(_("who chairs it"), max_length=120, blank=True)
    parts = models.JSONField(_("parts to be taken"), default=list, blank=True)  # values of EventRole.Part
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = SeriesQuerySet.as_manager()

    class Meta(RepeatedPlan.Meta):
        abstract = False
        ordering = ["title", "id"]
        verbose_name_plural = "series"
        constraints = [
            models.CheckConstraint(
                name="series_ends_after_it_starts", condition=Q(until=None) | Q(until__gte=F("first_on"))
            )
        ]

    def __str__(self) -> str:
        return self.title


class OfSeriesQuerySet(models.QuerySet[Row]):
    """Rows of a series that whoever sees it sees."""

    def visible_to(self, account: Account) -> Self:
        """Those of the series one sees."""
        return self.filter(series__in=Series.objects.visible_to(account))


class SeriesDay(models.Model):
    """A day on which a series does not do as its rule says, or one of a faith's calendar that a person looks at."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("to be confirmed")
        CONFIRMED = "confirmed", _("confirmed")
        LEFT_OUT = "left_out", _("left out")

    labels = label(operational="series day state why decided_by decided_at")

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(_("day"))
    state = models.CharField(max_length=9, choices=State, default=State.PROPOSED)
    why = models.CharField(_("why"), max_length=200, blank=True)
    decided_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = OfSeriesQuerySet["SeriesDay"].as_manager()

    class Meta:
        ordering = ["day", "id"]
        constraints = [models.UniqueConstraint(fields=["series", "day"], name="a_day_of_a_series_once")]

    def __str__(self) -> str:
        return f"{self.day}, {self.state}"


class SeriesCoHost(models.Model):
    """A group that holds each event of a series together with the one whose it is."""

    labels = label(operational="series group")

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")

    objects = OfSeriesQuerySet["SeriesCoHost"].as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["series", "group"], name="a_group_hosts_a_series_once")]

    def __str__(self) -> str:
        return f"co-host {self.pk} of a series"
