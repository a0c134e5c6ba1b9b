"""What have we promised? One's own pledges and next steps with their days, and what is overdue in one's groups."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.leaders.draw_down import LATELY, DrawnDown
from m4c.leaders.today_lines import Action, Line, Moment, overdue_since
from m4c.leaders.today_own_talks import AHEAD, MOST, own_meetings, own_talks
from m4c.leaders.today_pledges import pledges_drawn
from m4c.listening.models import OneToOne
from m4c.listening.permissions import RECORD_CONVERSATIONS, SEE_CONVERSATIONS
from m4c.people.models import Account, HandedOver, NextStep

LOOKED_AT = 40  # of one's own steps, of which some stand on the page


class OwnPledge(NamedTuple):
    """One's own pledge with what was held, and since when it is overdue, in words."""

    drawn: DrawnDown
    late: str


def own_pledges(account: Account, at: Moment) -> list[OwnPledge]:
    """What one pledged and has not held yet, the soonest due first."""
    standing = [one for one in at.once(account, pledges_drawn) if one.pledge.person_id == account.person_id]
    open_ones = sorted((one for one in standing if not one.is_kept), key=lambda one: one.pledge.due_on or date.max)
    return [OwnPledge(one, overdue_since(one.pledge.due_on, at.today)) for one in open_ones]


def next_steps(account: Account, at: Moment) -> Iterator[Line]:
    """One's own next steps that are due within the week or have no day. A 1-2-1's whose day has come is a follow-up."""
    for one in at.once(account, own_talks).soon:
        happened = Action(_("It happened"), reverse("follow-up-one-to-one", args=[one.uid]), is_press=True)
        detail = _("With {name}").format(name=one.other)
        yield Line(one.next_step, detail, reverse("one-to-one", args=[one.uid]), happened, day=one.next_step_by)
    for meeting in at.once(account, own_meetings).soon:
        happened = Action(_("It happened"), reverse("follow-up-house-meeting", args=[meeting.uid]), is_press=True)
        yield Line(
            meeting.next_step,
            _("After your house meeting"),
            reverse("house-meeting", args=[meeting.uid]),
            happened,
            day=meeting.next_step_by,
            late=overdue_since(meeting.next_step_by, at.today),
        )


class Agreed(NamedTuple):
    """One's own next steps that came of no 1-2-1: with people, and introductions to their next contacts."""

    steps: list[Line]
    introductions: list[Line]


def agreed_steps(account: Account, at: Moment) -> Agreed:
    """What one agreed for the week or for no day, and the introductions one owes whenever they are due: one query."""
    agreed = Agreed([], [])
    for step in steps_to_take(account, at):
        late = overdue_since(step.due_on, at.today)
        if step.handed:
            made = Action(_("Introduced"), reverse("settle-introduction", args=[step.handed]), is_press=True)
            url = reverse("handing-over", args=[step.of])
            agreed.introductions.append(Line(step.words, "", url, made, day=step.due_on, late=late))
        else:
            happened = Action(_("It happened"), reverse("settle-step", args=[step.uid]), is_press=True)
            url, detail = reverse("person", args=[step.person.uid]), _("With {name}").format(name=step.person)
            agreed.steps.append(Line(step.words, detail, url, happened, day=step.due_on, late=late))
    return Agreed(agreed.steps[:MOST], agreed.introductions[:MOST])


@prepared
def steps_to_take(account: Account, at: Moment) -> QuerySet[Any]:
    """One's own of the week, and introductions, each with what is `handed` over by it and `of` which handing over."""
    handed = HandedOver.objects.filter(introduction=OuterRef("pk"))
    own: Any = NextStep.objects.visible_to(account).filter(owner=account.person_id).select_related("person")
    own = own.annotate(handed=Subquery(handed.values("uid")), of=Subquery(handed.values("handing_over__uid")))
    soon = Q(due_on__lte=at.today + AHEAD) | Q(due_on=None) | Q(handed__isnull=False)
    return own.filter(soon).to_take()[:LOOKED_AT]


def overdue_in_groups(account: Account, at: Moment) -> Iterator[Line]:
    """Next steps of others in one's groups whose day went by within two months: time to ask."""
    if not account.may_somewhere(SEE_CONVERSATIONS):
        return
    may_talk = account.may_somewhere(RECORD_CONVERSATIONS)
    for one in steps_gone_by(account, at):
        ask = Action(_("Ask"), f"{reverse('record-one-to-one')}?with={one.asker.uid}") if may_talk else None
        detail = _("Agreed with {other}: {step}").format(other=one.other, step=one.next_step)
        late = overdue_since(one.next_step_by, at.today)
        yield Line(one.asker.name, detail, reverse("one-to-one", args=[one.uid]), ask, one.asker_id, late=late)


@prepared
def steps_gone_by(account: Account, at: Moment) -> QuerySet[OneToOne]:
    """The 1-2-1s of others of which such a step is left to do."""
    lately = (at.today - LATELY, at.today - timedelta(days=1))
    theirs = OneToOne.objects.visible_to(account).exclude(asker=account.person_id).filter(next_step_by__range=lately)
    return theirs.select_related("asker", "other").to_follow_up()[:MOST]
