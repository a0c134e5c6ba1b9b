"""A site: an address with its state since a day and its owner, so that how long it stood derelict is computed."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.power.lasting import for_how_long
from m4c.power.models.public_role import NamedQuerySet, ReferenceQuerySet, exactly_one

LONG_AGO = date(1, 1, 1)


class SiteQuerySet(NamedQuerySet["Site"]):
    """Which sites."""

    def with_state(self, day: date) -> Self:
        """With `state_now`, what each was like on a day, and `state_since`: the first day from which it was, unbroken,
        however many sources say so in between.
        """
        told = SiteState.objects.filter(site=OuterRef("pk"), since__lte=day).order_by("-since")
        other = told.filter(~Q(state=OuterRef("state_now"))).values("since")[:1]
        same = told.filter(state=OuterRef("state_now"), since__gt=OuterRef("other_since")).order_by("since")
        return (
            self.annotate(state_now=Subquery(told.values("state")[:1]))
            .annotate(other_since=Coalesce(Subquery(other), Value(LONG_AGO), output_field=models.DateField()))
            .annotate(state_since=Subquery(same.values("since")[:1]), state_on=Value(day, models.DateField()))
        )


class Site(Record):
    """A place with an address that a campaign may be about: a shut shop, a wall, an empty plot."""

    labels = label(
        content="name about address",
        operational="postcode area made_by made_at",
        kept="name about address",
    )

    name = models.CharField(_("name"), max_length=120)
    address = models.CharField(_("address"), max_length=200)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    area = models.ForeignKey("places.Area", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(_("in a sentence"), max_length=300, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = SiteQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["name", "address"], name="one_site_of_a_name_at_an_address")]

    def __str__(self) -> str:
        return self.name

    @property
    def state_told(self) -> str:
        """ "Derelict for eight years"; blank where nobody said. Raises KeyError where not loaded `with_state(day)`."""
        state, since = self.__dict__["state_now"], self.__dict__["state_since"]
        if state is None:
            return ""
        lasted = for_how_long(since, self.__dict__["state_on"])
        return capfirst(f"{SiteState.State(state).label} {lasted}")


class SiteState(Record):
    """What a site was like from a day on, and who says so. It lasts until the next."""

    class State(models.TextChoices):
        DERELICT = "derelict", _("derelict")
        EMPTY = "empty", _("empty")
        IN_USE = "in_use", _("in use")
        PLANNED = "planned", _("plans are in")
        BUILDING = "building", _("being built on")
        CLEARED = "cleared", _("cleared")

    labels = label(content="source", operational="site state since source_url added_by added_at", kept="source")

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=8, choices=State)
    since = models.DateField(_("since"))
    source = models.CharField(_("who says so"), max_length=160)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ReferenceQuerySet["SiteState"].as_manager()

    class Meta:
        ordering = ["-since", "-id"]
        constraints = [models.UniqueConstraint(fields=["site", "since"], name="one_state_of_a_site_from_a_day")]

    def __str__(self) -> str:
        return f"{self.state} since {self.since}"


class SiteOwner(Record):
    """Who owned a site over a period: a powerholder or an institution, and who says so."""

    labels = label(
        content="source",
        operational="site powerholder institution since until source_url added_by added_at",
        kept="source",
    )

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    institution = models.ForeignKey(
        "power.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    source = models.CharField(_("who says so"), max_length=160)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ReferenceQuerySet["SiteOwner"].as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="a_site_is_owned_by_one",
                condition=exactly_one("powerholder", "institution"),
            ),
            models.CheckConstraint(
                name="owning_ends_after_it_starts",
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"owner of site {self.site_id}"
