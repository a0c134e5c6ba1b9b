"""School holidays, as councils publish them: a table that is typed or loaded, and empty until then."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import PublicQuerySet


class SchoolHolidayQuerySet(PublicQuerySet):
    """Which holidays."""

    def between(self, first: date, last: date) -> Self:
        """Those of which a day lies between these two, both included."""
        return self.filter(first_on__lte=last, last_on__gte=first)


class SchoolHoliday(Record):
    """Days on which the schools of an area are closed, and who says so."""

    labels = label(operational="area name first_on last_on source made_at")

    area = models.CharField(_("whose schools"), max_length=120)
    name = models.CharField(_("which holiday"), max_length=120)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    source = models.CharField(_("who says so"), max_length=200)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = SchoolHolidayQuerySet.as_manager()

    class Meta:
        ordering = ["first_on", "area", "id"]
        constraints = [
            models.UniqueConstraint(fields=["area", "first_on"], name="a_school_holiday_of_an_area_once"),
            models.CheckConstraint(
                name="a_school_holiday_ends_after_it_starts", condition=Q(last_on__gte=F("first_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}: {self.name}"
