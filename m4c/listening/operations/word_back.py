"""Word back to those who were heard: who hears of a move, each once, and that nobody hears who would rather not."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.errors import Refused
from m4c.core.operations import change, change_many, operation
from m4c.core.permissions import PUBLIC
from m4c.listening.deciding.heard import LETTER, heard_after, ways_of
from m4c.listening.models import IssueMove, Questionnaire, WordBack
from m4c.listening.permissions import HEAR, SEND_WORD
from m4c.people.models import Account, Channel, Consent, Person, Purpose
from m4c.people.operations.consent import Said, write_consents
from m4c.people.operations.posting import TOGETHER
from m4c.people.posting import HELD_BACK, Outcome

AT_ONCE = 500
MOST_FAILURES = 20  # a quarter of an hour apart
BROKEN_OFF = timedelta(hours=1)
State = WordBack.State


class WordRefused(Refused):
    """This word is not somebody's to give, or the way out is none of ours."""


@operation(SEND_WORD, on="move")
def gather_heard(*, move: IssueMove, at: datetime, by: Account) -> list[Person]:
    """Look at the next of those heard, at most 500, and note how word goes to each who agreed; nobody is noted twice.

    Returns whom it looked at: nobody where all are noted.
    """
    last = WordBack.objects.filter(move=move).aggregate(last=Max("person"))["last"] or 0
    people = heard_after(move.issue, last, AT_ONCE)
    while people:
        ways = ways_of(people, at)
        WordBack.objects.bulk_create(
            WordBack(
                move=move,
                person_id=way.person,
                state=State.WAITING if way.how == LETTER else State.TO_RING,
                teller_id=way.teller,
            )
            for way in ways
        )
        if ways:
            return people
        people = heard_after(move.issue, people[-1].pk, AT_ONCE)
    return []


@operation(SEND_WORD, on="move")
def claim_words(*, move: IssueMove, at: datetime, by: Account) -> list[WordBack]:
    """The next letters that wait: nobody else sends them from now on. One broken off while it was sent has failed."""
    rows = WordBack.objects.filter(move=move, state=State.WAITING)
    rows.filter(claimed_at__lt=at - BROKEN_OFF).update(state=State.FAILED, settled_at=at)
    waiting = rows.select_for_update(of=("self",)).filter(claimed_at=None).select_related("person").order_by("pk")
    claimed = list(waiting[:TOGETHER])
    change_many({word: {"claimed_at": at} for word in claimed})
    return claimed


@operation(SEND_WORD, on="move")
def settle_words(*, move: IssueMove, outcomes: Mapping[WordBack, Outcome], at: datetime, by: Account) -> list[WordBack]:
    """Write what became of letters. One that certainly did not go is sent later, and after some days rung."""
    return change_many({word: settled(word, state, at) for word, (state, _why) in outcomes.items()})


@operation(HEAR, on="word")
def say_word(*, word: WordBack, at: datetime, by: Account) -> WordBack:
    """Say that somebody was told by being rung or met. Raises WordRefused where their own contact alone may do so."""
    if word.teller_id is not None and word.teller_id != by.person_id:
        raise WordRefused(gettext_lazy("Their own contact tells them, and nobody else."), code="anothers")
    if word.state not in (State.TO_RING, State.FAILED, State.TOLD):
        raise WordRefused(gettext_lazy("A letter tells this person by itself."), code="letter")
    change(word, state=State.TOLD, settled_at=at)
    return word


@operation(PUBLIC, on=None)
def stop_word_back(*, word: WordBack, at: datetime, by: Account) -> WordBack:
    """No more letters to whoever this one went to: by the link in it, pressed once or twice."""
    last = Consent.objects.filter(person=word.person, channel=Channel.EMAIL, purpose=Purpose.NEWS).first()
    if last is None or last.state not in (Consent.State.WITHDRAWN, Consent.State.OBJECTED):
        said = Said(word.person, Channel.EMAIL, Purpose.NEWS, Consent.State.WITHDRAWN, at, _("the link in a letter"))
        write_consents([said], taken_by=by)
    Questionnaire.objects.filter(person=word.person, may_write=True).update(may_write=False)
    return word


def may_be_written_to(person: Person, at: datetime) -> bool:
    """Whether somebody still agrees to a letter, now that it goes."""
    return any(way.how == LETTER for way in ways_of([person], at))


def settled(word: WordBack, state: str, at: datetime) -> dict[str, object]:
    """What is written of a letter."""
    if state == State.WAITING and word.failures + 1 < MOST_FAILURES:
        return {"claimed_at": None, "failures": word.failures + 1}
    if state == State.WAITING or state == HELD_BACK:
        return {"state": State.FAILED, "settled_at": at}
    return {"state": state, "settled_at": at}
