"""A negotiation: a meeting with those who decide, who sits on each side."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.seen import OfGroupQuerySet
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account

Row = TypeVar("Row", bound=models.Model)


class Negotiation(Record):
    """What a meeting of kind negotiation is for: what we want first, what came of it. Its asks point here."""

    class Result(models.TextChoices):
        NONE = "", _("not held yet")
        AGREED = "agreed", _("agreed")
        PARTLY = "partly", _("agreed in part")
        NOTHING = "nothing", _("nothing agreed")
        ADJOURNED = "adjourned", _("to be gone on with")
        LEFT = "left", _("broken off")

    labels = label(
        content="wants_first result_words",
        operational="group campaign event follow_up result closed_at made_by made_at",
        kept="wants_first result_words",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    event = models.OneToOneField("events.Event", on_delete=models.CASCADE, related_name="+")
    # Recognition comes before substance: that they meet us, before what they grant (domain.md, A3).
    wants_first = models.CharField(_("what we want first"), max_length=300, blank=True)
    result = models.CharField(_("what came of it"), max_length=9, choices=Result, blank=True, default="")
    result_words = models.CharField(_("in a sentence"), max_length=400, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    follow_up = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = OfGroupQuerySet["Negotiation"].as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_result_is_of_a_closed_negotiation",
                condition=Q(result="", closed_at=None) | (Q(closed_at__isnull=False) & ~Q(result="")),
            )
        ]
        indexes = [models.Index(fields=["group", "-made_at"], name="negotiations_of_a_group")]

    def __str__(self) -> str:
        return f"negotiation {self.pk}"


class OfNegotiationQuerySet(models.QuerySet[Row]):
    """Rows of a negotiation."""

    def visible_to(self, account: Account) -> Self:
        """Those of negotiations of one's groups."""
        return self.filter(account.sight.of_group("negotiation__group", SEE_COMMITMENTS))


class NegotiationPartQuerySet(OfNegotiationQuerySet["NegotiationPart"]):
    """Which parts."""

    def visible_to(self, account: Account) -> Self:
        """Those of negotiations of one's groups; nobody kept safe."""
        return super().visible_to(account).filter(account.sight.unless_protected("person"))


class NegotiationPart(Record):
    """One of our team and what they do at the table."""

    class Part(models.TextChoices):
        CHAIR = "chair", _("chairs")
        STORY = "story", _("tells their story")
        ASKER = "asker", _("asks")
        PINNER = "pinner", _("pins the answer")
        NOTES = "notes", _("takes notes")
        TIME = "time", _("keeps time")
        OBSERVER = "observer", _("observes")

    labels = label(operational="negotiation person part added_by added_at")
    scope = "negotiation__group__path"

    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("who"))
    part = models.CharField(_("part"), max_length=8, choices=Part)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = NegotiationPartQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["negotiation", "person", "part"], name="a_part_at_the_table_once")
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.pk}"


class OtherSide(Record):
    """Who sits on their side: a powerholder in the office they hold then, or others in words."""

    labels = label(content="words", operational="negotiation powerholder office came added_by added_at", kept="words")
    scope = "negotiation__group__path"

    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="+")
    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    office = models.ForeignKey("power.Office", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(_("others, in words"), max_length=160, blank=True)
    came = models.BooleanField(_("came"), null=True, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfNegotiationQuerySet["OtherSide"].as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="their_side_is_somebody", condition=Q(powerholder__isnull=False) | ~Q(words="")
            ),
            models.UniqueConstraint(fields=["negotiation", "powerholder"], name="on_their_side_once"),
        ]

    def __str__(self) -> str:
        return f"their side {self.pk}"
