"""Asking after a commitment: that we got in touch with whoever made it, and what they answered.

It is an approach as any other (m4c/campaigns), so that there is one clock; its keeper may write it down, whatever
their role.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Approach, ClockPause, SilenceNotice
from m4c.campaigns.operations.approach import (
    Answer,
    ApproachRefused,
    NewApproach,
    must_be_clear,
    must_fit,
    write_answer,
    write_approach,
)
from m4c.campaigns.operations.clock_pause import must_end_later, must_say_why, written_once
from m4c.commitments.models import Commitment
from m4c.commitments.watching.clock import to_them
from m4c.commitments.watching.keeping import must_keep
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.models import Account

DAY = timedelta(days=1)


@operation(SIGNED_IN, on="by")
def ask_after(
    *, commitment: Commitment, on: date, channel: str, asked: str, answer_due: date | None, at: datetime, by: Account
) -> list[Approach | Commitment]:
    """Write down that we asked how it stands; the clock of their silence begins. Raises ApproachRefused.

    A day on which to ask that has come is done with it: the next is the one after their answer is due.
    """
    must_keep(commitment, by)
    new = NewApproach(commitment.powerholder, on, channel, asked.strip(), answer_due, by_person=by.person)
    today = timezone.localdate(at)
    must_be_clear(new, today)
    if on < commitment.made_on:
        raise ApproachRefused(_("It was not promised yet on that day."), field="on", code="before_made")
    approach = write_approach(commitment.campaign or commitment.group, replace(new, office=commitment.office), at, by)
    if commitment.next_contact_on is None or commitment.next_contact_on <= today:
        change(commitment, next_contact_on=answer_due + DAY if answer_due else None)
    return [approach, commitment]


@operation(SIGNED_IN, on="by", public=True)
def answered_after(
    *, commitment: Commitment, approach: Approach, answer: Answer, at: datetime, by: Account
) -> list[Approach | SilenceNotice]:
    """Write down what came of it. Raises ApproachRefused, also for an approach that is not about this commitment."""
    must_keep(commitment, by)
    about = Approach.objects.filter(to_them(commitment), pk=approach.pk, on__gte=commitment.made_on)
    if not about.exists():
        raise ApproachRefused(_("That was not asked about this."), code="elsewhere")
    must_fit(approach, answer, timezone.localdate(at))
    return write_answer(approach, answer, at)


@operation(SIGNED_IN, on="by", public=True)
def pause_asking(
    *,
    commitment: Commitment,
    kind: str,
    since: date,
    until: date | None = None,
    words: str = "",
    at: datetime,
    by: Account,
) -> ClockPause:
    """Say that days do not count as silence of whoever promised, in what their group asks without a campaign; what a
    campaign asks is paused there. Raises ApproachRefused, PauseRefused.
    """
    must_keep(commitment, by)
    if commitment.campaign_id:
        raise ApproachRefused(_("Such days are written down with its campaign."), code="of_campaign")
    must_say_why(kind)
    must_end_later(since, until)
    whose = {"group": commitment.group, "powerholder": commitment.powerholder}
    same = whose | {"kind": kind, "since": since, "until": until}
    return written_once(same, words, at, by)


@operation(SIGNED_IN, on="by", public=True)
def strike_asking_pause(*, commitment: Commitment, pause: ClockPause, at: datetime, by: Account) -> ClockPause:
    """Strike such a pause that was entered in error: its days count. Twice is once. Raises ApproachRefused."""
    must_keep(commitment, by)
    if pause.group_id != commitment.group_id or pause.powerholder_id != commitment.powerholder_id:
        raise ApproachRefused(_("Those days are not of this commitment."), code="elsewhere")
    change(pause, struck_at=pause.struck_at or at)
    return pause
