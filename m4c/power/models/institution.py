"""An institution and the offices in it: what each decides, and what it merely handles."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.power.models.public_role import NamedQuerySet


class InstitutionQuerySet(NamedQuerySet["Institution"]):
    """Which institutions."""

    def standing(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_on=None)


class Institution(Record):
    """A body in which somebody decides: a council, a ministry, a company, a landlord, a newspaper."""

    class Kind(models.TextChoices):
        PARLIAMENT = "parliament", _("parliament or assembly")
        MINISTRY = "ministry", _("ministry")
        COUNCIL = "council", _("council")
        POLICE = "police", _("police")
        NHS = "nhs", _("NHS body")
        SCHOOL = "school", _("school or college")
        COMPANY = "company", _("company")
        LANDLORD = "landlord", _("landlord")
        NEWSPAPER = "newspaper", _("newspaper or broadcaster")
        PARTY = "party", _("party")
        OTHER = "other", _("other body")

    labels = label(
        content="name about",
        contact="website",
        operational="kind parent area ended_on made_by made_at",
        kept="name about website",
    )

    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("part of")
    )
    area = models.ForeignKey(
        "places.Area", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("its area")
    )
    about = models.CharField(_("in a sentence"), max_length=300, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(name="an_institution_has_a_name", condition=~Q(name="")),
            models.UniqueConstraint(
                fields=["name", "kind"], condition=Q(ended_on=None), name="one_standing_institution_of_a_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OfficeQuerySet(NamedQuerySet["Office"]):
    """Which offices."""

    def standing(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_on=None)


class Office(Record):
    """A post in an institution, for an area where it has one: what it decides, and what it merely handles."""

    class Kind(models.TextChoices):
        ELECTED = "elected", _("elected")
        LEADING = "leading", _("leads it")
        APPOINTED = "appointed", _("appointed or employed")
        SHADOW = "shadow", _("shadow post")

    labels = label(
        content="name decides handles",
        operational="institution kind area seats ended_on made_by made_at",
        kept="name decides handles",
    )

    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, related_name="+", verbose_name=_("institution")
    )
    name = models.CharField(_("office"), max_length=120)
    kind = models.CharField(_("how it is held"), max_length=9, choices=Kind, default=Kind.APPOINTED)
    area = models.ForeignKey(
        "places.Area", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("for the area")
    )
    seats = models.PositiveSmallIntegerField(_("how many hold it at once"), default=1)
    decides = models.CharField(_("what it decides"), max_length=300, blank=True)
    handles = models.CharField(_("what it merely handles"), max_length=300, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["institution", "name", "id"]
        constraints = [
            models.CheckConstraint(name="an_office_has_a_name", condition=~Q(name="")),
            models.UniqueConstraint(
                fields=["institution", "name", "area"], nulls_distinct=False, name="one_office_of_a_name_for_an_area"
            ),
        ]
        indexes = [models.Index(fields=["area", "institution"], name="offices_of_an_area")]

    def __str__(self) -> str:
        return self.name
