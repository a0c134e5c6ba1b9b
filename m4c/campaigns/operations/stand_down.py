"""Standing down: one press tells everybody called out, each once, and shares out who rings whom."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.ladder import stand_down_tasks as tasks  # as a module: it imports this one
from m4c.campaigns.ladder.called_out import AT_ONCE, leaders_of, means_of, next_people, ring_instead, tellers_of
from m4c.campaigns.models import LadderStep, StandDown, StoodDown, Truce
from m4c.campaigns.permissions import CALL_OUT, SEND_CAMPAIGN_WORD
from m4c.core.errors import Refused
from m4c.core.operations import change, change_many, operation
from m4c.core.permissions import SIGNED_IN
from m4c.core.visibility import scopes_of
from m4c.events.operations.event import call_off_event
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see
from m4c.people.operations.posting import claim, settle
from m4c.people.posting import Outcome

State, By = StoodDown.State, StoodDown.By
LONGEST_WHY = 300


class StandDownRefused(Refused):
    """Nobody is called out, everybody is told already, or it is somebody else's share."""


@operation(CALL_OUT, on="step")
def stand_down(
    *, step: LadderStep, words: str, at: datetime, by: Account, chat_words: str = "", truce: Truce | None = None
) -> StandDown:
    """Tell everybody called out for a step that it is off: letters go by themselves, calls are shared out.

    An event that is still ahead is called off; one that has begun stays as what was done. Twice is once. Raises
    StandDownRefused.
    """
    LadderStep.objects.select_for_update(of=("self",)).get(pk=step.pk)  # two who press at once tell everybody once
    event = step.event
    if event is None:
        raise StandDownRefused(_("Nobody is called out for this step."), code="nobody")
    if known := StandDown.objects.filter(event=event).first():
        return known
    if not words.strip():
        raise StandDownRefused(_("Say what they are told."), field="words", code="no_words")
    made = StandDown.objects.create(
        campaign=step.campaign,
        step=step,
        event=event,
        truce=truce,
        words=words.strip(),
        chat_words=chat_words.strip() or words.strip(),
        by=by,
        at=at,
    )
    if event.starts_at > at and not event.is_called_off:
        call_off_event(event=event, at=at, why=words.strip().splitlines()[0][:LONGEST_WHY], by=by)
    tasks.gather.enqueue(made.pk)
    return made


@operation(SEND_CAMPAIGN_WORD, on="stand_down")
def gather_called_out(*, stand_down: StandDown, at: datetime, by: Account) -> list[StoodDown]:
    """Work out of the next of those called out, at most 500, how each is told and who rings whom; nobody twice."""
    people = next_people(stand_down)
    means = means_of(people, at)
    ringing = [pk for pk in people if means[pk] != By.EMAIL]
    tellers = tellers_of(stand_down, ringing, leaders_here(stand_down))
    rows = StoodDown.objects.bulk_create(
        StoodDown(
            campaign_id=stand_down.campaign_id,
            stand_down=stand_down,
            person_id=pk,
            means=means[pk],
            teller_id=tellers.get(pk),
            state=State.QUEUED if means[pk] == By.EMAIL else State.WAITING,
            queued_at=at if means[pk] == By.EMAIL else None,
        )
        for pk in people
    )
    if len(people) < AT_ONCE:
        change(stand_down, gathered_at=at)
    return rows


@operation(SEND_CAMPAIGN_WORD, on="stand_down")
def claim_stand_down(*, stand_down: StandDown, at: datetime, by: Account) -> list[StoodDown]:
    """Take the next letters out of the queue before they are sent, so that each goes once at most."""
    return claim(StoodDown.objects.filter(stand_down=stand_down).select_related("person").order_by("pk"), at)


@operation(SEND_CAMPAIGN_WORD, on="stand_down")
def settle_stand_down(
    *, stand_down: StandDown, outcomes: Mapping[StoodDown, Outcome], at: datetime, by: Account
) -> list[StoodDown]:
    """Write what became of letters. Whomever none reached is to be rung, by somebody, at once."""
    rows = settle(outcomes, at)
    missed = [row for row in rows if row.state != State.TOLD]
    if missed:
        put_on_call_list(stand_down, missed, leaders_here(stand_down), at)
    return rows


@operation(CALL_OUT, on="stand_down")
def share_calls(*, stand_down: StandDown, tellers: Sequence[Person], at: datetime, by: Account) -> list[StoodDown]:
    """Share out anew, among these leaders, whom nobody told yet; those kept safe stay with their contact.

    Raises StandDownRefused, Unseen.
    """
    must_see(tellers, by)
    if not tellers:
        raise StandDownRefused(_("Say who rings."), field="tellers", code="nobody")
    free = StoodDown.objects.filter(stand_down=stand_down).to_ring().exclude(state__in=[State.TOLD, State.MISSED])
    rows = list(free.order_by("pk"))
    StoodDown.objects.filter(pk__in=[row.pk for row in rows]).update(teller=None)
    put_on_call_list(stand_down, rows, [person.pk for person in tellers], at)
    return rows


@operation(SIGNED_IN, on=None)
def say_stood_down(*, stood_down: StoodDown, state: str, at: datetime, by: Account) -> StoodDown:
    """Say that somebody of one's own share was told or not reached, or take that back; twice is once.

    Whoever may call out says it of anybody. Raises StandDownRefused.
    """
    is_own = stood_down.teller_id is not None and stood_down.teller_id == by.person_id
    if not is_own and not by.may(CALL_OUT, scopes_of(stood_down)):
        raise StandDownRefused(_("That is somebody else's share."), code="anothers")
    if State(state) not in (State.TOLD, State.MISSED, State.WAITING):
        raise StandDownRefused(_("Somebody is told, or not reached."), code="state")
    row = StoodDown.objects.select_for_update().get(pk=stood_down.pk)
    if row.means == By.EMAIL and row.state in (State.QUEUED, State.TOLD):
        raise StandDownRefused(_("A letter tells this person by itself."), code="email")
    if row.state == State.TOLD and row.settled_by_id != by.pk:
        raise StandDownRefused(_("Somebody told them already."), code="told")
    waits = state == State.WAITING
    change(row, state=State(state), settled_at=None if waits else at, settled_by=None if waits else by)
    return row


def leaders_here(stand_down: StandDown) -> list[int]:
    """Those among whom calls are shared out, by id: whoever pressed among them."""
    return list(leaders_of(stand_down.campaign.group).values_list("pk", flat=True))


def put_on_call_list(stand_down: StandDown, rows: Sequence[StoodDown], leaders: Sequence[int], at: datetime) -> None:
    """Have somebody ring these people; why no letter reached them stays with them."""
    people = [row.person_id for row in rows]
    means, tellers = ring_instead(people, at), tellers_of(stand_down, people, leaders)
    change_many(
        {
            row: {
                "means": means[row.person_id],
                "teller_id": tellers[row.person_id],
                "state": State.WAITING,
                "settled_at": None,
            }
            for row in rows
        }
    )
