"""The escalation ladder: steps prepared beforehand, each with its trigger and its tactic test."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import CharField, ExpressionWrapper, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.approach import Approach
from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.campaigns.models.truce import Truce
from m4c.core.labels import label
from m4c.core.models import Record


class LadderStepQuerySet(OfCampaignQuerySet["LadderStep"]):
    """Which steps."""

    def standing(self) -> Self:
        """Those that were not taken off the ladder."""
        return self.filter(cancelled_at=None)

    def with_truce(self) -> Self:
        """Each with its latest truce: `truce_until`, `truce_condition`, `truce_outcome` and `truce_settled_at`."""
        latest = Truce.objects.filter(step=OuterRef("pk")).order_by("-offered_at", "-pk")
        fields = ("until", "condition", "outcome", "settled_at")
        return self.annotate(**{f"truce_{name}": Subquery(latest.values(name)[:1]) for name in fields})

    def with_answer(self) -> Self:
        """Each with the `answer` to what it waits on, and `answered_on`.

        For one that waits for silence it is that to the last we asked of its target until that day; for one that waits
        for a refusal the last we heard of them.
        """
        waits_for = ExpressionWrapper(OuterRef("trigger"), output_field=CharField())
        ours = Approach.objects.filter(
            campaign=OuterRef("campaign"), powerholder=OuterRef("target__powerholder"), is_ours=True, struck_at=None
        ).exclude(outcome=Approach.Outcome.WITHDRAWN)
        asked = Q(waits_for=LadderStep.Trigger.SILENCE, on__lte=OuterRef("trigger_on"))
        heard = Q(waits_for=LadderStep.Trigger.REFUSAL, answered_on__isnull=False)
        last = ours.annotate(waits_for=waits_for).filter(asked | heard).order_by("-on", "-pk")
        return self.annotate(
            answer=Subquery(last.values("outcome")[:1]), answered_on=Subquery(last.values("answered_on")[:1])
        )


class LadderStep(Record):
    """A planned move against a target: what, who, what it needs, what sets it off, and whether it fits our people."""

    class Trigger(models.TextChoices):
        SILENCE = "silence", _("silence until a day")
        REFUSAL = "refusal", _("a refusal")
        BROKEN = "broken", _("a broken commitment")
        DAY = "day", _("a day")

    labels = label(
        content="name what needs risks law who_words alternative authorised_how what_they_did",
        operational="campaign target order who trigger trigger_on inside_ours outside_theirs enjoyed stops_in_time "
        "authorised_by authorised_on event done_on told_what_at cancelled_at made_by made_at",
        kept="name what needs risks law who_words alternative authorised_how what_they_did",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    target = models.ForeignKey("campaigns.Target", on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(_("the step"), max_length=120)
    what = models.TextField(_("what we do"), max_length=1_000, blank=True)
    who = models.ForeignKey(
        "people.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who leads it"),
    )
    who_words = models.CharField(_("who takes part"), max_length=160, blank=True)
    needs = models.CharField(_("what it needs"), max_length=300, blank=True)
    risks = models.CharField(_("what may go wrong"), max_length=300, blank=True)
    law = models.CharField(_("law to keep in mind"), max_length=1_000, blank=True)
    # The tactic test (domain.md, A1): each answered yes or no, or not yet.
    inside_ours = models.BooleanField(_("inside our people's experience"), null=True, blank=True)
    outside_theirs = models.BooleanField(_("outside theirs"), null=True, blank=True)
    enjoyed = models.BooleanField(_("our people enjoy it"), null=True, blank=True)
    stops_in_time = models.BooleanField(_("it stops before it drags"), null=True, blank=True)
    alternative = models.CharField(_("what we offer instead"), max_length=200, blank=True)
    trigger = models.CharField(_("what sets it off"), max_length=8, choices=Trigger, default=Trigger.SILENCE)
    trigger_on = models.DateField(_("on or after"), null=True, blank=True)
    authorised_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    authorised_on = models.DateField(null=True, blank=True)
    authorised_how = models.CharField(_("how it was authorised"), max_length=200, blank=True)
    event = models.OneToOneField("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    done_on = models.DateField(_("done on"), null=True, blank=True)
    what_they_did = models.TextField(_("what they did"), max_length=2_000, blank=True)
    told_what_at = models.DateTimeField(null=True, blank=True)  # when what they did was written down
    cancelled_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    # Of with_truce() and with_answer():
    truce_until: datetime | None
    truce_condition: str | None
    truce_outcome: str | None
    truce_settled_at: datetime | None
    answer: str | None
    answered_on: date | None
    broken_on: date | None = None  # of ladder.broken.with_broken()

    objects = LadderStepQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_step_is_authorised_on_a_day",
                condition=Q(authorised_by=None, authorised_on=None)
                | Q(authorised_by__isnull=False, authorised_on__isnull=False),
            ),
            models.CheckConstraint(
                name="a_step_waits_for_a_day",
                condition=~Q(trigger__in=["silence", "day"]) | Q(trigger_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name
