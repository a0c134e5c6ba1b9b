"""Where people live: an address, the household that shares it, and the door that must not be knocked on."""

from typing import Self

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Greatest, Length, Substr
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import Sighted


class AddressQuerySet(models.QuerySet["Address"]):
    """Which addresses."""

    def visible_to(self, account: Sighted) -> Self:
        """None by themselves: an address is reached through a person who is seen."""
        return self.none()


class Address(Record):
    """A postal address. A do-not-knock belongs to it, and so outlives whoever asked."""

    labels = label(
        contact="lines postcode sector folded_street folded_door",
        operational="folded do_not_knock_since",
        kept="sector",  # the database draws it from the postcode, and empties it with that
    )

    lines = models.CharField(_("address"), max_length=300, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True, db_index=True)
    # All of a full postcode but its last two letters, kept by the database: lists by ward and distance read it.
    sector = models.GeneratedField(
        expression=Substr(F("postcode"), 1, Greatest(Length("postcode") - 2, Value(0))),
        output_field=models.CharField(max_length=8),
        db_persist=True,
        db_index=True,
    )
    folded = models.CharField(max_length=310, unique=True, editable=False)  # lines and postcode, for "the same door"
    # Street and door as `streets.py` reads them from the lines, folded: the rows of a group's chart.
    folded_street = models.CharField(max_length=160, blank=True, db_index=True, editable=False)
    folded_door = models.CharField(max_length=100, blank=True, editable=False)
    do_not_knock_since = models.DateTimeField(null=True, blank=True)

    objects = AddressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "addresses"

    def __str__(self) -> str:
        return ", ".join(part for part in (self.lines, self.postcode) if part)


class HouseholdQuerySet(models.QuerySet["Household"]):
    """Which households."""

    def visible_to(self, account: Sighted) -> Self:
        """None by themselves: a household is reached through a person who is seen."""
        return self.none()


class Household(Record):
    """People who share an address, e-mail or phone; each is a person of their own."""

    labels = label(operational="made_at")

    made_at = models.DateTimeField(auto_now_add=True)

    objects = HouseholdQuerySet.as_manager()

    def __str__(self) -> str:
        return f"household {self.pk}"
