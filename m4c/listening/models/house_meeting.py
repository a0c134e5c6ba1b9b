"""A house meeting: a small gathering in a home, called by a host from their own network. Its time is its event's."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.listening.models.conversation import Conversation, ConversationQuerySet
from m4c.listening.permissions import SEE_CONVERSATIONS
from m4c.people.models import Account


class HouseMeetingQuerySet(ConversationQuerySet):
    """Which house meetings."""

    def visible_to(self, account: Account) -> Self:
        """One's own, and those of one's groups; never of a host kept safe."""
        seen = account.sight.of_group("group", SEE_CONVERSATIONS)
        if account.person_id:
            seen |= Q(host=account.person_id)
        return self.filter(seen, account.sight.unless_protected("host"))


class HouseMeeting(Conversation):
    """A house meeting: its host, its event, how many came, and whether what was agreed there happened."""

    labels = label(
        content="next_step",
        special="host",
        operational="event group campaign round grew_from day held_on people_attending next_step_by followed_up_on "
        "called_off_on made_at",
        kept="host",
    )

    event = models.OneToOneField("events.Event", on_delete=models.PROTECT, related_name="+")
    host = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("host"))
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "listening.ListeningCampaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    round = models.ForeignKey(
        "listening.MeetingRound",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("round"),
    )
    # The meeting at which its host offered to be one.
    grew_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    day = models.DateField(_("day"))
    held_on = models.DateField(_("held on"), null=True, blank=True)
    people_attending = models.PositiveIntegerField(_("how many came"), null=True, blank=True)
    next_step = models.CharField(_("next step"), max_length=300, blank=True)
    next_step_by = models.DateField(_("next step by"), null=True, blank=True)
    followed_up_on = models.DateField(_("followed up on"), null=True, blank=True)
    called_off_on = models.DateField(_("called off on"), null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = HouseMeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["host", "day"], name="one_house_meeting_of_a_host_in_a_day"),
            models.CheckConstraint(
                name="house_meeting_followed_up_only_when_held",
                condition=Q(followed_up_on=None) | Q(held_on__isnull=False),
            ),
            models.CheckConstraint(
                name="house_meeting_held_or_called_off", condition=Q(held_on=None) | Q(called_off_on=None)
            ),
            models.CheckConstraint(
                name="people_attend_only_what_was_held",
                condition=Q(people_attending=None) | Q(held_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["group", "day"], name="house_meetings_of_a_group")]

    def __str__(self) -> str:
        return f"house meeting of {self.day:%Y-%m-%d}"
