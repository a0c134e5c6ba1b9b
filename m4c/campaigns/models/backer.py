"""Backers of a campaign, and open letters with those who signed them."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account
from m4c.people.sight import hidden_from
from m4c.people.written import by_sql


class Backer(Record):
    """A body or public person who supports a campaign, and what they gave. Of a coalition: since when they signed."""

    class Kind(models.TextChoices):
        POLITICIAN = "politician", _("politician")
        THIRD_SECTOR = "charity", _("third-sector body")
        SERVICE = "service", _("service provider")
        BUSINESS = "business", _("business")
        UNION = "union", _("union")
        FAITH = "faith", _("faith body")
        RESIDENTS = "residents", _("residents' body")
        OTHER = "other", _("other")

    labels = label(
        content="name gave",
        operational="campaign kind institution powerholder group since until signed_on is_public added_by added_at",
        kept="name gave",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    institution = models.ForeignKey(
        "power.Institution", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    group = models.ForeignKey("people.Group", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    gave = models.CharField(_("what they gave"), max_length=300, blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    signed_on = models.DateField(_("signed the coalition's statement on"), null=True, blank=True)
    is_public = models.BooleanField(_("agreed to be named in public"), default=False)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCampaignQuerySet["Backer"].as_manager()

    class Meta:
        ordering = ["kind", "name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "name"], condition=Q(until=None), name="one_backer_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class OpenLetter(Record):
    """A letter that many sign: its words, to whom, and from when to when it may be signed."""

    labels = label(
        content="title words to_whom",
        operational="campaign powerholder opened_on closed_on made_by made_at",
        kept="title words to_whom",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("title"), max_length=160)
    words = models.TextField(_("the letter"), max_length=6_000)
    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    to_whom = models.CharField(_("to whom"), max_length=160, blank=True)
    opened_on = models.DateField(_("from"))
    closed_on = models.DateField(_("until"), null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = OfCampaignQuerySet["OpenLetter"].as_manager()

    class Meta:
        ordering = ["-opened_on", "-id"]

    def __str__(self) -> str:
        return self.title


class LetterSignatoryQuerySet(OfCampaignQuerySet["LetterSignatory"]):
    """Who signed."""

    def visible_to(self, account: Account) -> Self:
        """Those of campaigns that one may see; nobody kept safe."""
        return super().visible_to(account).filter(account.sight.unless_protected("person"))

    def public(self) -> Self:
        """Those whose names may stand in public: by their own consent, not taken back, and nobody kept safe."""
        return self.filter(by_sql("person", hidden_from(None)), withdrawn_at=None, agreed_public_at__isnull=False)


class LetterSignatory(Record):
    """Somebody, or a body, that signed an open letter: as they want to be named, and whether in public."""

    labels = label(
        identity="name",
        content="role body",
        operational="campaign letter person signed_on agreed_public_at withdrawn_at added_by added_at",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    letter = models.ForeignKey(OpenLetter, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=120, blank=True)
    body = models.CharField(_("for which body"), max_length=160, blank=True)
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    signed_on = models.DateField(_("signed on"))
    agreed_public_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = LetterSignatoryQuerySet.as_manager()

    class Meta:
        ordering = ["signed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "person"],
                condition=Q(person__isnull=False, withdrawn_at=None),
                name="a_letter_signed_once",
            )
        ]

    def __str__(self) -> str:
        return f"signatory {self.pk}"
