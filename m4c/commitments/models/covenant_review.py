"""Looking again at a covenant, and how bodies are affiliated to each other, step by dated step."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.covenant import OfCovenantQuerySet
from m4c.commitments.models.seen import OfGroupQuerySet
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class CovenantReview(Record):
    """A look at whether a covenant is lived up to: what works, what does not, who says so."""

    labels = label(content="words says_who", operational="covenant party on holds by at", kept="words says_who")
    scope = "covenant__group__path"

    class Holds(models.TextChoices):
        YES = "yes", _("is lived up to")
        PARTLY = "partly", _("is lived up to in part")
        NO = "no", _("is not lived up to")

    covenant = models.ForeignKey("commitments.Covenant", on_delete=models.CASCADE, related_name="+")
    party = models.ForeignKey(  # whose part was looked at; empty: the whole
        "commitments.CovenantParty", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    on = models.DateField(_("looked on"))
    holds = models.CharField(_("how it stands"), max_length=6, choices=Holds)
    words = models.CharField(_("what we saw"), max_length=400)
    says_who = models.CharField(_("who says so"), max_length=160)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfCovenantQuerySet["CovenantReview"].as_manager()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"review {self.on}"


class Affiliation(Record):
    """That one of our groups and another body belong together, or want to: whom it hangs on is in its steps."""

    labels = label(content="body_words about", operational="group body made_by made_at", kept="body_words about")
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    body = models.ForeignKey("power.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    body_words = models.CharField(_("with which body"), max_length=160)
    about = models.CharField(_("as what"), max_length=200, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = OfGroupQuerySet["Affiliation"].as_manager()

    class Meta:
        ordering = ["body_words", "id"]
        constraints = [models.UniqueConstraint(fields=["group", "body_words"], name="one_affiliation_with_a_body")]

    def __str__(self) -> str:
        return self.body_words


class AffiliationStepQuerySet(models.QuerySet["AffiliationStep"]):
    """Which steps."""

    def visible_to(self, account: Account) -> Self:
        """Those of affiliations of one's groups."""
        return self.filter(account.sight.of_group("affiliation__group", SEE_COMMITMENTS))


class AffiliationStep(Record):
    """Sought, granted on a condition, granted, refused or ended, on a day."""

    class State(models.TextChoices):
        SOUGHT = "sought", _("sought")
        CONDITIONAL = "conditional", _("hangs on somebody's decision")
        GRANTED = "granted", _("granted")
        REFUSED = "refused", _("refused")
        ENDED = "ended", _("ended")

    labels = label(
        content="words hangs_on says_who", operational="affiliation state on by at", kept="words hangs_on says_who"
    )
    scope = "affiliation__group__path"

    affiliation = models.ForeignKey(Affiliation, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("where it stands"), max_length=11, choices=State)
    on = models.DateField(_("since"))
    hangs_on = models.CharField(_("on whose decision it hangs"), max_length=160, blank=True)
    words = models.CharField(_("in words"), max_length=300, blank=True)
    says_who = models.CharField(_("who says so"), max_length=160, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AffiliationStepQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="what_hangs_on_somebody_says_on_whom", condition=~Q(state="conditional") | ~Q(hangs_on="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.on}"
