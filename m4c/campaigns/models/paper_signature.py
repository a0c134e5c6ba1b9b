"""Names typed from the sheets of a paper petition."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.paper_petition import PaperPetition, PetitionSheet
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class PaperSignatureQuerySet(models.QuerySet["PaperSignature"]):
    """Which signatures."""

    def visible_to(self, account: Account) -> Self:
        """Names and numbers of strangers are for those alone who run the group's campaigns; nobody kept safe."""
        return self.filter(
            account.sight.of_group("campaign__group", RUN_CAMPAIGNS), account.sight.unless_protected("person")
        )

    def with_a_tick(self) -> Self:
        """Those who ticked a box."""
        return self.filter(Q(agreed_email=True) | Q(agreed_phone=True))


class PaperSignature(Record):
    """A line typed from a sheet. Signing is no consent to be written to: that is the separate box."""

    labels = label(
        identity="name",
        contact="postcode email phone",
        operational="campaign petition sheet line person agreed_email agreed_phone signed_on typed_by typed_at",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    petition = models.ForeignKey(PaperPetition, on_delete=models.CASCADE, related_name="+")
    sheet = models.ForeignKey(PetitionSheet, on_delete=models.CASCADE, related_name="+")
    line = models.PositiveSmallIntegerField(_("line"))
    name = models.CharField(_("name"), max_length=120)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    agreed_email = models.BooleanField(_("ticked: you may e-mail me"), default=False)
    agreed_phone = models.BooleanField(_("ticked: you may ring me"), default=False)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    typed_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    typed_at = models.DateTimeField()

    objects = PaperSignatureQuerySet.as_manager()

    class Meta:
        ordering = ["sheet", "line", "id"]
        constraints = [models.UniqueConstraint(fields=["sheet", "line"], name="one_signature_of_a_line")]

    def __str__(self) -> str:
        return f"signature {self.pk}"
