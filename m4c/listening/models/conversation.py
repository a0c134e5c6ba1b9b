"""What 1-2-1s and house meetings share: arranged, held, followed up or called off, and the questions about it."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from m4c.core.models import Record
from m4c.core.pages import beyond
from m4c.people.models import Group
from m4c.people.sight import within


class ConversationQuerySet(models.QuerySet[Any]):
    """Which conversations, by how far they got."""

    def of_group(self, group: Group) -> Self:
        """Those of the group and of the groups below it."""
        return self.filter(within("group__path", group))

    def arranged(self) -> Self:
        """All that were not called off; held and followed up are among them."""
        return self.filter(called_off_on=None)

    def held(self) -> Self:
        """Those that took place; followed up are among them."""
        return self.exclude(held_on=None)

    def followed_up(self) -> Self:
        """Those whose agreed next step happened."""
        return self.exclude(followed_up_on=None)

    def to_hold(self) -> Self:
        """Those still to be held, the nearest first."""
        return self.filter(held_on=None, called_off_on=None).order_by("day", "pk")

    def to_follow_up(self) -> Self:
        """Those with a next step that is still to happen, the soonest first."""
        open_steps = self.filter(held_on__isnull=False, followed_up_on=None).exclude(next_step="")
        return open_steps.order_by(F("next_step_by").asc(nulls_last=True), "held_on", "pk")

    def settled(self) -> Self:
        """Those of which nothing is left to do, the latest first."""
        is_done = (
            Q(held_on__isnull=False, next_step="") | Q(followed_up_on__isnull=False) | Q(called_off_on__isnull=False)
        )
        return self.filter(is_done).order_by("-day", "-pk")

    def after(self, conversation: Any) -> Self:
        """Those that come after this one where the latest stands first."""
        return self.filter(beyond(conversation, "-day"))

    def before(self, conversation: Any) -> Self:
        """Those that come before this one where the latest stands first."""
        return self.filter(beyond(conversation, "day"))


class Conversation(Record):
    """How far a conversation got, asked of one row. The fields stand on each model, with its own constraints."""

    scope = "group__path"
    held_on: Any
    followed_up_on: Any
    called_off_on: Any
    next_step: Any

    class Meta:
        abstract = True

    @property
    def state(self) -> str:
        """The furthest it got: called off, followed up, held or arranged."""
        if self.called_off_on:
            return "called_off"
        if self.followed_up_on:
            return "followed_up"
        return "held" if self.held_on else "arranged"

    @property
    def is_to_hold(self) -> bool:
        """Whether it is still to be held."""
        return self.state == "arranged"

    @property
    def is_to_follow_up(self) -> bool:
        """Whether its next step is still to happen."""
        return self.state == "held" and bool(self.next_step)
