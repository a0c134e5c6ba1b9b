"""A 1-2-1: a relational conversation of two people, counted once, for the one who asked for it."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.listening.models.conversation import Conversation, ConversationQuerySet
from m4c.listening.permissions import SEE_CONVERSATIONS
from m4c.people.models import Account


class OneToOneQuerySet(ConversationQuerySet):
    """Which 1-2-1s."""

    def visible_to(self, account: Account) -> Self:
        """One's own, and those of one's groups; never with or by somebody kept safe."""
        seen = account.sight.of_group("group", SEE_CONVERSATIONS)
        if account.person_id:
            seen |= Q(asker=account.person_id)
        return self.filter(seen, account.sight.unless_protected("asker"), account.sight.unless_protected("other"))


class OneToOne(Conversation):
    """A conversation: arranged for a day, held, and followed up once the agreed next step happened."""

    class Whose(models.TextChoices):
        ASKER = "asker", _("mine")
        OTHER = "other", _("theirs")

    labels = label(
        content="next_step commitment",
        identity="alongside",
        special="asker other",
        operational="group campaign note day held_on next_step_by next_step_of written_as followed_up_on called_off_on "
        "made_at",
        kept="asker other",
    )

    asker = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("who asked"))
    other = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name=_("with"))
    # A second adult, or the parent or the lead of a school who knows: asked for where either is under 18.
    alongside = models.CharField(_("who was there too, or knows of it"), max_length=120, blank=True)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    campaign = models.ForeignKey(
        "listening.ListeningCampaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # What whoever asked wrote down of it: a note about the other person, read by its tier alone.
    note = models.OneToOneField("people.Note", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    commitment = models.CharField(_("what they said they would do"), max_length=300, blank=True)
    day = models.DateField(_("day"))  # the day it is arranged for, or was held
    held_on = models.DateField(_("held on"), null=True, blank=True)
    next_step = models.CharField(_("next step"), max_length=300, blank=True)
    next_step_by = models.DateField(_("next step by"), null=True, blank=True)
    next_step_of = models.CharField(_("whose it is"), max_length=5, choices=Whose, default=Whose.ASKER)
    # The name of what was written up, made of the uid that a device minted and of the words: sent twice it is once.
    written_as = models.UUIDField(null=True, blank=True, editable=False)
    followed_up_on = models.DateField(_("followed up on"), null=True, blank=True)
    called_off_on = models.DateField(_("called off on"), null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = OneToOneQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-id"]
        verbose_name = "1-2-1"
        constraints = [
            models.UniqueConstraint(fields=["asker", "other", "day"], name="one_one_to_one_of_two_people_in_a_day"),
            models.CheckConstraint(name="one_to_one_of_two_people", condition=~Q(asker=F("other"))),
            models.CheckConstraint(
                name="followed_up_only_when_held", condition=Q(followed_up_on=None) | Q(held_on__isnull=False)
            ),
            models.CheckConstraint(
                name="one_to_one_held_or_called_off", condition=Q(held_on=None) | Q(called_off_on=None)
            ),
        ]
        indexes = [
            models.Index(  # reports read it alone
                fields=["group", "day", "called_off_on", "held_on", "followed_up_on", "asker", "other"],
                name="one_to_ones_of_a_group",
            ),
            models.Index(fields=["other", "day"], name="one_to_ones_with_somebody"),
        ]

    def __str__(self) -> str:
        return f"1-2-1 of {self.day:%Y-%m-%d}"
