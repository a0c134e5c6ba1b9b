"""What a phone shows of a table or stage: the asks to choose from, what was heard, what a second person confirms."""

from dataclasses import dataclass

from m4c.commitments.models import Answer, Ask
from m4c.commitments.operations.answer import is_typist
from m4c.events.models import Event
from m4c.people.models import Account

LONGEST = 90  # letters of an ask in a list to choose from


@dataclass(frozen=True)
class Heard:
    """An answer as the phone shows it, and whether this account may confirm it or take it back."""

    answer: Answer
    account: Account

    @property
    def told(self) -> str:
        """To whom and what, in a line."""
        kind = str(self.answer.get_kind_display()).capitalize()
        said = f"{kind}: “{self.answer.words}”" if self.answer.words else kind
        return f"{self.answer.ask.powerholder}: {said}"

    @property
    def is_waiting(self) -> bool:
        """Whether a second person has still to confirm it."""
        return self.answer.needs_second and self.answer.confirmed_at is None

    @property
    def is_own(self) -> bool:
        """Whether this account typed it in."""
        return is_typist(self.answer, self.account)

    @property
    def is_to_confirm(self) -> bool:
        """Whether it waits for this account."""
        return self.is_waiting and not self.is_own

    @property
    def may_take_back(self) -> bool:
        """Whether it is one's own slip, that nobody confirmed yet."""
        return self.is_own and self.answer.confirmed_at is None


def choices_of(account: Account, event: Event) -> list[tuple[str, str]]:
    """The asks of a meeting, in their order. One statement."""
    asks = Ask.objects.visible_to(account).filter(event=event, struck_at=None).select_related("powerholder")
    return [(str(ask.uid), f"{place}. {ask.powerholder}: {short(ask.words)}") for place, ask in enumerate(asks, 1)]


def heard_at(account: Account, event: Event) -> list[Heard]:
    """What was answered, the newest first. One statement."""
    answers = Answer.objects.visible_to(account).filter(ask__event=event, struck_at=None)
    return [Heard(one, account) for one in answers.select_related("ask__powerholder", "typed_by").order_by("-typed_at")]


def short(words: str) -> str:
    """An ask in a line."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
