"""Today: whom one rings when people are stood down, truces whose time is over, actions to close and to evaluate."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.campaigns.models import CampaignLead, LadderStep, StoodDown, Truce
from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.events.models import Evaluation
from m4c.events.turnout.figures import USUAL_LENGTH
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.people.models import Account

MOST = 3
EVALUATE_FOR = timedelta(days=3)
LEFT = Q(state__in=[StoodDown.State.WAITING, StoodDown.State.FAILED, StoodDown.State.HELD_BACK])


def shares(account: Account, at: Moment) -> Iterator[Line]:
    """One line for each stand-down of which one's own share waits, the latest first."""
    for row in to_ring(account):
        words = ngettext("Ring {number} person: it is off", "Ring {number} people: it is off", row["number"])
        page = reverse("stand-down-share", args=[row["stand_down__uid"]])
        title = words.format(number=row["number"])
        yield Line(title, row["stand_down__step__name"], page, Action(_("Ring"), page), day=at.today)


@prepared
def to_ring(account: Account) -> QuerySet[Any, dict[str, Any]]:
    """The latest of these stand-downs, each with the `number` of those to ring."""
    waiting = StoodDown.objects.visible_to(account).filter(LEFT, teller=account.person_id)
    rows: QuerySet[Any, Any] = (
        waiting.order_by().values("stand_down__uid", "stand_down__step__name").annotate(number=Count("pk"))
    )
    return rows.order_by("-stand_down__at")[:MOST]


def shares_there(account: Account, _at: Moment) -> Rows:
    """Those that wait."""
    return Rows(StoodDown, LEFT & Q(teller=account.person_id))


def truces(account: Account, at: Moment) -> Iterator[Line]:
    """Truces of one's steps and campaigns whose time is over."""
    for truce in truces_over(account, at):
        page = reverse("ladder-step", args=[truce.step.uid])
        day = timezone.localdate(truce.until)
        yield Line(_("The truce ran out"), truce.step.name, page, Action(_("Was it kept?"), page), day=day)


@prepared
def truces_over(account: Account, at: Moment) -> QuerySet[Truce]:
    """The first of them."""
    seen = Truce.objects.visible_to(account).filter(over(at.now), own(account, "step__"))
    return seen.select_related("step")[:MOST]


def truces_there(account: Account, at: Moment) -> Rows:
    """Those whose time is over."""
    return Rows(Truce, over(at.now) & own(account, "step__"))


def actions(account: Account, at: Moment) -> Iterator[Line]:
    """Steps of one's own that have begun and are not closed: what did they do?"""
    for step in to_close(account, at):
        page = reverse("ladder-step", args=[step.uid])
        assert step.event is not None
        day = timezone.localdate(step.event.starts_at)
        yield Line(_("What did they do?"), step.name, page, Action(_("Write it down"), page), day=day)


@prepared
def to_close(account: Account, at: Moment) -> QuerySet[LadderStep]:
    """The latest of them."""
    seen = LadderStep.objects.visible_to(account).filter(begun(at.now), own(account))
    return seen.select_related("event").order_by("-event__starts_at")[:MOST]


def actions_there(account: Account, at: Moment) -> Rows:
    """Those to be closed."""
    return Rows(LadderStep, begun(at.now) & own(account))


def evaluations(account: Account, at: Moment) -> Iterator[Line]:
    """Actions closed in these days of which one has not said how they were."""
    for step in closed_lately(account, at):
        assert step.event is not None
        page = reverse("evaluate", args=[step.event.uid])
        title = _("How was it for us?")
        yield Line(title, step.name, page, Action(_("Say how it was"), page), day=step.done_on)


@prepared
def closed_lately(account: Account, at: Moment) -> QuerySet[LadderStep]:
    """The latest of them."""
    seen = LadderStep.objects.visible_to(account).filter(to_evaluate(account, at), own(account))
    return seen.select_related("event").order_by("-done_on", "-pk")[:MOST]


def evaluations_there(account: Account, at: Moment) -> Rows:
    """Those still to be evaluated."""
    return Rows(LadderStep, to_evaluate(account, at) & own(account))


def own(account: Account, path: str = "") -> Q:
    """Steps that one leads, and those of campaigns that one leads."""
    leads = CampaignLead.objects.filter(person=account.person_id, until_on=None).order_by()
    return Q(**{f"{path}who": account.person_id}) | Q(campaign__in=leads.values("campaign"))


def over(now: object) -> Q:
    """Truces whose time is over and of which nobody said what came of them."""
    return Q(settled_at=None, until__lte=now)


def begun(now: object) -> Q:
    """Steps whose event has begun and that are not closed."""
    return Q(done_on=None, cancelled_at=None, event__cancelled_at=None, event__starts_at__lte=now)


def to_evaluate(account: Account, at: Moment) -> Q:
    """Steps closed these days, with an event that is over, of which one has said nothing."""
    said = Evaluation.objects.filter(event=OuterRef("event"), person=account.person_id)
    ended = Q(event__ends_at__lte=at.now) | Q(event__ends_at=None, event__starts_at__lte=at.now - USUAL_LENGTH)
    return Q(~Exists(said), ended, done_on__gte=at.today - EVALUATE_FOR, event__cancelled_at=None)


def register() -> None:
    """Put them on Today."""
    TAKEN_ON.add("stand-downs", TakenOn(shares, shares_there))
    TAKEN_ON.add("truces", TakenOn(truces, truces_there))
    TAKEN_ON.add("actions-to-close", TakenOn(actions, actions_there))
    TAKEN_ON.add("actions-to-evaluate", TakenOn(evaluations, evaluations_there))
