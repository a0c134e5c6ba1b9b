"""A reply as its link opens it: what was said, by whom it is not told."""

from dataclasses import dataclass
from datetime import datetime

from m4c.events.door.codes import shown_code
from m4c.events.models import Guest, Reply


@dataclass(frozen=True)
class OpenedReply:
    """A reply with its event, the names of its guests, and the code by which they come in."""

    reply: Reply
    names: list[str]
    code: str = ""  # the address of their code for the door, where they have a place and there is one

    @property
    def waits(self) -> bool:
        """Whether they wait for a place."""
        return self.reply.waiting_since is not None

    @property
    def is_cancelled(self) -> bool:
        """Whether it was taken back."""
        return self.reply.cancelled_at is not None

    @property
    def heads(self) -> int:
        """How many they are, themselves included."""
        return 1 + self.reply.guests

    def is_open(self, now: datetime) -> bool:
        """Whether it may still be changed."""
        return self.reply.is_open(now)


def opened_by(token: str, at: datetime) -> OpenedReply | None:
    """The reply of a link's secret, or None. Three statements."""
    reply = Reply.objects.of_token(token).select_related("event__group").first()
    if reply is None:
        return None
    names = list(Guest.objects.filter(reply=reply).values_list("name", flat=True))
    return OpenedReply(reply, names, shown_code(reply.event, reply.person_id, at) if reply.has_place else "")
