"""Today: whom one rings when people are stood down, truces whose time is over, actions to close and to evaluate."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.campaigns.models import CampaignLead, LadderStep, StoodDown, Truce
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
    waiting = StoodDown.objects.visible_to(account).filter(LEFT, teller=account.person_id)
    rows = waiting.order_by().values("stand_down__uid", "stand_down__step__name").annotate(number=Count("pk"))
    for row in rows.order_by("-stand_down__at")[:MOST]:
        words = ngettext("Ring {number} person: it is off", "Ring {number} people: it is off", row["number"])
        page = reverse("stand-down-share", args=[row["stand_down__uid"]])
        title = words.format(number=row["number"])
        yield Line(title, row["stand_down__step__name"], page, Action(_("Ring"), page), day=at.today)


def shares_there(account: Account) -> Rows:
    """Those that wait."""
    return Rows(StoodDown, LEFT & Q(teller=account.person_id))


def truces(account: Account, at: Moment) -> Iterator[Line]:
    """Truces of one's steps and campaigns whose time is over."""
    rows = Truce.objects.visible_to(account).filter(over(at.now), own(account, "step__")).select_related("step")
    for truce in rows[:MOST]:
        page = reverse("ladder-step", args=[truce.step.uid])
        day = timezone.localdate(truce.until)
        yield Line(_("The truce ran out"), truce.step.name, page, Action(_("Was it kept?"), page), day=day)


def truces_there(account: Account) -> Rows:
    """Those whose time is over."""
    return Rows(Truce, over(timezone.now()) & own(account, "step__"))


def actions(account: Account, at: Moment) -> Iterator[Line]:
    """Steps of one's own that have begun and are not closed: what did they do?"""
    rows = LadderStep.objects.visible_to(account).filter(begun(at.now), own(account)).select_related("event")
    for step in rows.order_by("-event__starts_at")[:MOST]:
        page = reverse("ladder-step", args=[step.uid])
        assert step.event is not None
        day = timezone.localdate(step.event.starts_at)
        yield Line(_("What did they do?"), step.name, page, Action(_("Write it down"), page), day=day)


def actions_there(account: Account) -> Rows:
    """Those to be closed."""
    return Rows(LadderStep, begun(timezone.now()) & own(account))


def evaluations(account: Account, at: Moment) -> Iterator[Line]:
    """Actions closed in these days of which one has not said how they were."""
    rows = LadderStep.objects.visible_to(account).filter(to_evaluate(account), own(account)).select_related("event")
    for step in rows.order_by("-done_on", "-pk")[:MOST]:
        assert step.event is not None
        page = reverse("evaluate", args=[step.event.uid])
        title = _("How was it for us?")
        yield Line(title, step.name, page, Action(_("Say how it was"), page), day=step.done_on)


def evaluations_there(account: Account) -> Rows:
    """Those still to be evaluated."""
    return Rows(LadderStep, to_evaluate(account) & own(account))


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


def to_evaluate(account: Account) -> Q:
    """Steps closed these days, with an event that is over, of which one has said nothing."""
    said = Evaluation.objects.filter(event=OuterRef("event"), person=account.person_id)
    since = timezone.localdate() - EVALUATE_FOR
    now = timezone.now()
    ended = Q(event__ends_at__lte=now) | Q(event__ends_at=None, event__starts_at__lte=now - USUAL_LENGTH)
    return Q(~Exists(said), ended, done_on__gte=since, event__cancelled_at=None)


def register() -> None:
    """Put them on Today."""
    TAKEN_ON.add("stand-downs", TakenOn(shares, shares_there))
    TAKEN_ON.add("truces", TakenOn(truces, truces_there))
    TAKEN_ON.add("actions-to-close", TakenOn(actions, actions_there))
    TAKEN_ON.add("actions-to-evaluate", TakenOn(evaluations, evaluations_there))
