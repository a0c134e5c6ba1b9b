"""What a campaign consists of: who leads it, what it demands, of whom, what it grew out of, gifts to a project."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class CampaignLeadQuerySet(OfCampaignQuerySet["CampaignLead"]):
    """Who leads."""

    def visible_to(self, account: Account) -> "CampaignLeadQuerySet":
        """Those of campaigns that one may see; nobody kept safe."""
        return super().visible_to(account).filter(account.sight.unless_protected("person"))


class CampaignLead(Record):
    """The organiser or a lead of a campaign, from a day to a day."""

    class Part(models.TextChoices):
        ORGANISER = "organiser", _("organiser")
        LEAD = "lead", _("lead")

    labels = label(operational="campaign person part from_on until_on added_by added_at")
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("who"))
    part = models.CharField(_("part"), max_length=9, choices=Part, default=Part.LEAD)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = CampaignLeadQuerySet.as_manager()

    class Meta:
        ordering = ["from_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="leading_ends_after_it_starts", condition=Q(until_on=None) | Q(until_on__gte=F("from_on"))
            ),
            models.UniqueConstraint(
                fields=["campaign", "person", "part"], condition=Q(until_on=None), name="one_part_in_a_campaign"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.pk}"


class CampaignOrigin(Record):
    """That a campaign grew out of another, and how."""

    labels = label(content="how", operational="campaign out_of added_by added_at", kept="how")
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    out_of = models.ForeignKey("campaigns.Campaign", on_delete=models.PROTECT, related_name="+")
    how = models.CharField(_("how it grew out of it"), max_length=300, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCampaignQuerySet["CampaignOrigin"].as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "out_of"], name="grew_out_of_each_once"),
            models.CheckConstraint(name="nothing_grows_out_of_itself", condition=~Q(campaign=F("out_of"))),
        ]

    def __str__(self) -> str:
        return f"origin {self.pk}"


class Demand(Record):
    """What a campaign wants granted. A change of words makes a new one; the old one keeps its own."""

    labels = label(
        content="words", operational="campaign order stated_on ended_on replaces added_by added_at", kept="words"
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    words = models.CharField(_("the demand"), max_length=300)
    order = models.PositiveSmallIntegerField(default=1)
    stated_on = models.DateField(_("since"))
    ended_on = models.DateField(_("until"), null=True, blank=True)
    replaces = models.OneToOneField("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCampaignQuerySet["Demand"].as_manager()

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.words


class Target(Record):
    """A powerholder aimed at: primary, who can say yes, or secondary, who has power over one that can."""

    class Kind(models.TextChoices):
        PRIMARY = "primary", _("can grant it")
        SECONDARY = "secondary", _("can move whoever grants it")

    labels = label(
        content="why", operational="campaign powerholder office kind moves since until added_by added_at", kept="why"
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    powerholder = models.ForeignKey("power.Powerholder", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("power.Office", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.PRIMARY)
    moves = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    why = models.CharField(_("why them"), max_length=300, blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCampaignQuerySet["Target"].as_manager()

    class Meta:
        ordering = ["kind", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "powerholder"], condition=Q(until=None), name="one_target_of_a_powerholder"
            )
        ]

    def __str__(self) -> str:
        return f"target {self.pk}"
