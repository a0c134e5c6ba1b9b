"""A group's authorisation of a campaign: when, and how it was decided."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class AuthorisationQuerySet(models.QuerySet["Authorisation"]):
    """Which authorisations."""

    def visible_to(self, account: Account) -> Self:
        """Those that one's groups gave, and those given to a campaign of one's groups."""
        sight = account.sight
        return self.filter(sight.of_group("group", SEE_CAMPAIGNS) | sight.of_group("campaign__group", SEE_CAMPAIGNS))

    def standing(self) -> Self:
        """Those not taken back."""
        return self.filter(ended_on=None)


class Authorisation(Record):
    """A group that authorised a campaign, when and how. Without one that stands a campaign does not run."""

    labels = label(content="how", operational="campaign group event decided_on ended_on added_by added_at", kept="how")
    scope = "group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    event = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    how = models.CharField(_("how it was decided"), max_length=300)
    decided_on = models.DateField(_("decided on"))
    ended_on = models.DateField(_("taken back on"), null=True, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = AuthorisationQuerySet.as_manager()

    class Meta:
        ordering = ["decided_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "group"], condition=Q(ended_on=None), name="one_authorisation_of_a_group"
            )
        ]

    def __str__(self) -> str:
        return f"authorisation {self.pk}"
