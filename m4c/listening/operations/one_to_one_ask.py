"""Ask for a 1-2-1: who was asked, when and how, and what they said. It comes before arranging one."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.models.record import new_uid
from m4c.core.operations import change, operation
from m4c.events.operations.newcomer import meet
from m4c.listening.models import OneToOneAsk
from m4c.listening.operations.asking_settled import settle_askings
from m4c.listening.operations.one_to_one import NewOneToOne, check_company, one_to_one_many
from m4c.listening.operations.own_name import check_own_name
from m4c.listening.permissions import RECORD_CONVERSATIONS, RECORD_FOR_OTHERS
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.people.operations.person import NewPerson

Answer = OneToOneAsk.Answer


class AskingRefused(Refused):
    """It was not asked, or answered, like this."""


@dataclass(frozen=True)
class NewAsking:
    """Who asked whom for a 1-2-1, on which day, and how, where that is said."""

    asker: Person
    other: Person | NewPerson
    asked_on: date
    means: str = ""
    uid: UUID | None = None


@operation(RECORD_CONVERSATIONS, on="group")
def ask_for_one_to_one(*, group: Group, new: NewAsking, by: Account) -> OneToOneAsk:
    """Write down that somebody was asked. Asked again while the first asking waits, it is that one, of the later day.

    Raises AskingRefused, Unseen, NotAllowed in another's name, and PersonRefused for somebody new without name.
    """
    check_own_name([new.asker.pk], group, by, RECORD_FOR_OTHERS)
    must_see([new.asker, new.other if isinstance(new.other, Person) else None], by)
    if isinstance(new.other, NewPerson):
        other = meet(group=group, new=new.other, on=new.asked_on, source=str(_("1-2-1")), by=by)
    else:
        other = new.other
    if other.pk == new.asker.pk:
        raise AskingRefused(_("A 1-2-1 is between two people."), field="other", code="with_oneself")
    rows = OneToOneAsk.objects.select_for_update()
    known = rows.filter(uid=new.uid).first() if new.uid else None
    if known and (known.asker_id, known.other_id, known.group_id) != (new.asker.pk, other.pk, group.pk):
        raise AskingRefused(_("That record cannot be written."), code="uid_taken")
    waiting = known or rows.unanswered().filter(asker=new.asker, other=other).first()
    if waiting is None:
        facts = {"asker": new.asker, "other": other, "asked_on": new.asked_on, "means": new.means}
        return OneToOneAsk.objects.create(uid=new.uid or new_uid(), group=group, **facts)
    if waiting.is_waiting:
        change(waiting, asked_on=max(waiting.asked_on, new.asked_on), means=new.means or waiting.means)
    return waiting


@operation(RECORD_CONVERSATIONS, on="asking")
def answer_asking(
    *, asking: OneToOneAsk, answer: str, on: date, by: Account, day: date | None = None, alongside: str = ""
) -> OneToOneAsk:
    """Write down what they said, on this day; with a `day`, the 1-2-1 is arranged for it. Said again, it corrects.

    Raises AskingRefused, and YoungRefused where an adult would meet somebody under 18 alone.
    """
    check_own_name([asking.asker_id], asking, by, RECORD_FOR_OTHERS)
    if asking.became_id or asking.taken_back_at:
        raise AskingRefused(_("That is settled already."), code="settled")
    if answer not in Answer.values:
        raise AskingRefused(_("They said yes, not yet or no."), field="answer", code="no_answer")
    if on < asking.asked_on:
        raise AskingRefused(_("They were asked after that day."), field="on", code="too_early")
    if day and answer != Answer.YES:
        raise AskingRefused(_("A day is for a yes."), field="day", code="day_without_a_yes")
    if day and day < asking.asked_on:
        raise AskingRefused(_("They were asked after that day."), field="day", code="too_early")
    change(asking, answer=answer, answered_on=on)
    if day:
        new = NewOneToOne(asking.asker, asking.other, day, alongside=alongside)
        check_company([new])
        one = one_to_one_many(group_of={asking.asker_id: asking.group}, rows=[new])[0]
        if one.called_off_on:  # it is on after all
            change(one, called_off_on=None)
            settle_askings([one])
        asking.refresh_from_db()
    return asking


@operation(RECORD_CONVERSATIONS, on="asking")
def take_back_asking(*, asking: OneToOneAsk, at: datetime, by: Account) -> OneToOneAsk:
    """It was written down by mistake: it stands in no list, and counts nowhere. Twice is once. Raises AskingRefused."""
    check_own_name([asking.asker_id], asking, by, RECORD_FOR_OTHERS)
    if asking.became_id:
        raise AskingRefused(_("That is settled already."), code="settled")
    change(asking, taken_back_at=asking.taken_back_at or at)
    return asking


@operation(RECORD_CONVERSATIONS, on="asking")
def reopen_asking(*, asking: OneToOneAsk, by: Account) -> OneToOneAsk:
    """Take back the last thing said of it: that it was a mistake, or what they answered. Raises AskingRefused."""
    check_own_name([asking.asker_id], asking, by, RECORD_FOR_OTHERS)
    if asking.became_id:
        raise AskingRefused(_("That is settled already."), code="settled")
    if not asking.answer and not asking.taken_back_at:
        raise AskingRefused(_("There is nothing to take back."), code="only_asked")
    answered = asking.answer if asking.taken_back_at else ""
    others = OneToOneAsk.objects.unanswered().filter(asker=asking.asker_id, other=asking.other_id)
    if not answered and others.exclude(pk=asking.pk).exists():
        raise AskingRefused(_("They were asked again since: say there what they answered."), code="asked_again")
    change(asking, answer=answered, answered_on=asking.answered_on if answered else None, taken_back_at=None)
    return asking
