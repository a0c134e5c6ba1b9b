"""Lines of influence between powerholders and bodies, and who of our own people knows a powerholder."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account
from m4c.power.models.public_role import ReferenceQuerySet, exactly_one
from m4c.power.permissions import SEE_RESEARCH


class InfluenceQuerySet(ReferenceQuerySet["Influence"]):
    """Which lines."""

    def of_powerholder(self, powerholder: object) -> Self:
        """Those that lead from or to them."""
        return self.filter(Q(from_powerholder=powerholder) | Q(to_powerholder=powerholder))


class Influence(Record):
    """A line of influence from one powerholder or body to another, its strength in words, and its source."""

    class Kind(models.TextChoices):
        EMPLOYS = "employs", _("employs")
        FUNDS = "funds", _("funds")
        APPOINTS = "appoints", _("appoints")
        ADVISES = "advises", _("advises")
        BUSINESS = "business", _("does business with")

    labels = label(
        content="strength source",
        operational="from_powerholder from_institution to_powerholder to_institution kind since until source_url "
        "source_on added_by added_at",
        kept="strength source",
    )

    from_powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    from_institution = models.ForeignKey(
        "power.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    to_powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    to_institution = models.ForeignKey(
        "power.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    strength = models.CharField(_("how strong, in words"), max_length=200, blank=True)
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    source_on = models.DateField(_("seen on"))
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = InfluenceQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "id"]
        constraints = [
            models.CheckConstraint(
                name="influence_comes_from_one", condition=exactly_one("from_powerholder", "from_institution")
            ),
            models.CheckConstraint(
                name="influence_goes_to_one", condition=exactly_one("to_powerholder", "to_institution")
            ),
            models.CheckConstraint(
                name="influence_goes_to_another",
                condition=(Q(from_powerholder=None) | Q(to_powerholder=None) | ~Q(from_powerholder=F("to_powerholder")))
                & (Q(from_institution=None) | Q(to_institution=None) | ~Q(from_institution=F("to_institution"))),
            ),
            models.CheckConstraint(
                name="influence_ends_after_it_starts",
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class AcquaintanceQuerySet(models.QuerySet["Acquaintance"]):
    """Which acquaintances."""

    def visible_to(self, account: Account) -> Self:
        """Those of people whom one may see, in one's groups; one's own always; nobody kept safe."""
        seen = account.sight.of_group("group", SEE_RESEARCH) & account.sight.of_people("person")
        if account.person_id:
            seen |= Q(person=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))


class Acquaintance(Record):
    """One of our own people who knows a powerholder, and how, in words; said by them or with their knowledge.

    Each group keeps its own words.
    """

    labels = label(content="how", operational="person powerholder group added_by added_at ended_on")
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("who"))
    powerholder = models.ForeignKey("power.Powerholder", on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    how = models.CharField(_("how they know them"), max_length=200)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    objects = AcquaintanceQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "powerholder", "group"],
                condition=Q(ended_on=None),
                name="one_acquaintance_with_a_powerholder",
            )
        ]

    def __str__(self) -> str:
        return f"acquaintance {self.pk}"
