"""How old somebody is, as far as it matters to how we treat them: a band and the day it was told, never a date."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class BirthBandQuerySet(models.QuerySet["BirthBand"]):
    """Which bands."""

    def visible_to(self, account: "Account") -> Self:
        """None by themselves: read with a person who is seen, and by the rules (m4c/people/young.py)."""
        return self.none()

    def under_18(self, on: date) -> Self:
        """Those who may be under 18 on a day, by what was told and how long ago that is."""
        return self.told_after(*outgrown_by(on))

    def told_after(self, child: date, young: date) -> Self:
        """Those told after these days: of whoever was under 13, and of whoever was 13 to 17."""
        of_child = Q(band=BirthBand.Band.CHILD, told_on__gt=child)
        return self.filter(of_child | Q(band=BirthBand.Band.YOUNG, told_on__gt=young))


class BirthBand(models.Model):
    """The band of somebody's age on the day it was told. Nobody's is known without a row."""

    class Band(models.TextChoices):
        # Younger ones sort first, as texts do.
        CHILD = "1_under_13", _("under 13")
        YOUNG = "2_13_to_17", _("13 to 17")
        ADULT = "3_adult", _("18 or older")

    CHILD_AT_MOST, YOUNG_AT_MOST, GROWS_UP_AT_MOST = 18, 5, 13  # years until a band is certainly outgrown

    labels = label(identity="band", operational="person told_on recorded_by")

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="+")
    band = models.CharField(_("age"), max_length=12, choices=Band)
    told_on = models.DateField()
    recorded_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    objects = BirthBandQuerySet.as_manager()

    def __str__(self) -> str:
        return f"band of person {self.person_id}"

    def on(self, day: date) -> "BirthBand.Band":
        """The youngest band in which they may still be on a day."""
        band = BirthBand.Band(self.band)
        if band is BirthBand.Band.CHILD and self.told_on <= years_before(day, self.GROWS_UP_AT_MOST):
            band = BirthBand.Band.YOUNG
        outgrown = {BirthBand.Band.CHILD: self.CHILD_AT_MOST, BirthBand.Band.YOUNG: self.YOUNG_AT_MOST}
        limit = outgrown.get(BirthBand.Band(self.band))
        return BirthBand.Band.ADULT if limit and self.told_on <= years_before(day, limit) else band


def outgrown_by(day: date) -> tuple[date, date]:
    """Until when the band under 13, and that of 13 to 17, was told of whoever is certainly 18 on a day."""
    return years_before(day, BirthBand.CHILD_AT_MOST), years_before(day, BirthBand.YOUNG_AT_MOST)


def years_before(day: date, years: int) -> date:
    """The same day so many years ago; of 29 February the day before."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
