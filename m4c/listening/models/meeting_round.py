"""A round of house meetings: eight weeks of them, with gatherings in the fourth and the eighth (domain.md, A1)."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.pages import beyond
from m4c.listening.permissions import HEAR, SEE_LISTENING
from m4c.people.models import Account


class MeetingRoundQuerySet(models.QuerySet["MeetingRound"]):
    """Which rounds."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups."""
        return self.filter(account.sight.of_group("group", SEE_LISTENING) | account.sight.of_group("group", HEAR))

    def after(self, shown: "MeetingRound") -> Self:
        """Those that come after this one where the latest stands first."""
        return self.filter(beyond(shown, "-starts_on"))

    def before(self, shown: "MeetingRound") -> Self:
        """Those that come before this one there."""
        return self.filter(beyond(shown, "starts_on"))


class MeetingRound(Record):
    """House meetings that belong together, and the two gatherings to which everybody met is called."""

    labels = label(content="name", operational="group campaign starts_on fourth_week eighth_week made_by made_at")
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "listening.ListeningCampaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(_("name"), max_length=120)
    starts_on = models.DateField(_("begins on"))
    fourth_week = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    eighth_week = models.ForeignKey("events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = MeetingRoundQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [models.UniqueConstraint(fields=["group", "name"], name="one_round_of_a_name")]

    def __str__(self) -> str:
        return self.name


class HostOfferQuerySet(models.QuerySet["HostOffer"]):
    """Which offers."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups' meetings and of those one hosts; never of somebody kept safe."""
        seen = account.sight.of_group("meeting__group", SEE_LISTENING)
        if account.person_id:
            seen |= Q(meeting__host=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))


class HostOffer(Record):
    """Somebody at a house meeting who offered to host the next, and the meeting that came of it."""

    labels = label(identity="name", operational="meeting person by_when became made_at declined_at")
    scope = "meeting__group__path"

    meeting = models.ForeignKey("listening.HouseMeeting", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(_("name"), max_length=120, blank=True)  # until they are on record
    by_when = models.DateField(_("by when"), null=True, blank=True)
    became = models.OneToOneField(
        "listening.HouseMeeting", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    declined_at = models.DateTimeField(null=True, blank=True)

    objects = HostOfferQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(person__isnull=False), name="one_offer_of_a_guest"
            ),
        ]

    def __str__(self) -> str:
        return f"offer {self.pk}"
