"""A referral: someone may be at risk. Kept apart from every other record, and read by the safeguarding lead alone."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import SEE_REFERRALS

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class ReferralQuerySet(models.QuerySet["Referral"]):
    """Which referrals."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the groups whose referrals the account answers; whoever sent one cannot read it back."""
        return self.filter(account.sight.of_group("group", SEE_REFERRALS))

    def with_state(self) -> Self:
        """Annotates `state`: that of the last step, empty while nobody has received it."""
        steps = ReferralStep.objects.filter(referral=OuterRef("pk")).order_by("-at", "-id")
        return self.annotate(state=Coalesce(Subquery(steps.values("state")[:1]), Value("")))

    def open(self) -> Self:
        """Those not closed, the most urgent first."""
        return self.exclude(Exists(closings())).order_by("urgency", "made_at", "id")

    def closed(self) -> Self:
        """Those closed, the newest first."""
        return self.filter(Exists(closings()))


class Referral(Record):
    """Who it is about, what was seen, and how urgent it is. What became of it stands in its steps."""

    class Urgency(models.TextChoices):
        # Their order is that of the list.
        DANGER = "1_danger", _("Somebody is in danger now")
        TODAY = "2_today", _("It should be looked at today")
        SOON = "3_soon", _("It can wait a few days")

    labels = label(
        content="about_words seen",
        special="about",
        operational="group sender urgency made_at",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    sender = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    about = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    about_words = models.CharField(_("who is it about?"), max_length=200)
    seen = models.TextField(_("what did you see or hear?"), max_length=4_000)
    urgency = models.CharField(_("how urgent is it?"), max_length=8, choices=Urgency)
    made_at = models.DateTimeField()

    objects = ReferralQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"referral {self.pk}"


class ReferralStepQuerySet(models.QuerySet["ReferralStep"]):
    """Which steps."""

    def visible_to(self, account: "Account") -> Self:
        """Those of referrals that the account answers."""
        return self.filter(account.sight.of_group("referral__group", SEE_REFERRALS))


class ReferralStep(models.Model):
    """What the safeguarding lead did with a referral, when and who."""

    class State(models.TextChoices):
        RECEIVED = "received", _("received")
        TAKEN_UP = "taken_up", _("taken up")
        CLOSED = "closed", _("closed")

    labels = label(content="words", operational="referral state by at")
    scope = "referral__group__path"

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=State)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField(_("what was done"), max_length=2_000, blank=True)

    objects = ReferralStepQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["referral", "state"], name="a_referral_is_in_a_state_once")]

    def __str__(self) -> str:
        return f"{self.state}, referral {self.referral_id}"


def closings() -> models.QuerySet[ReferralStep]:
    """The closing step of the referral that a query stands at."""
    return ReferralStep.objects.filter(referral=OuterRef("pk"), state=ReferralStep.State.CLOSED)
