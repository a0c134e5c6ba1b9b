"""What training and pledges add to the filters of the list of people; what was pledged and what was held stay apart."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from m4c.events.models import Attendance
from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.leaders.permissions import SEE_PLEDGES
from m4c.leaders.still_to_hold import still_to_hold
from m4c.people.filters.register import DONE, PEOPLE_FILTERS, Chosen, PeopleFilter
from m4c.people.models import Account

FULL, TASTER, NONE = TrainingSession.Kind.FULL.value, TrainingSession.Kind.TASTER.value, "none"
TRAINED = {
    FULL: gettext_lazy("trained in full"),
    TASTER: gettext_lazy("came to a taster"),
    NONE: gettext_lazy("not trained yet, as far as I may see"),
}
OPEN, OVERDUE, KEPT = "open", "overdue", "kept"
PLEDGED = {
    OPEN: gettext_lazy("pledged conversations that are still to be held"),
    OVERDUE: gettext_lazy("pledged conversations by a day that has gone by, and some are still to be held"),
    KEPT: gettext_lazy("pledged conversations and held them all"),
    NONE: gettext_lazy("pledged nothing, as far as I may see"),
}


def one_of(name: str, label: Any, words: Mapping[str, Any]) -> Mapping[str, forms.Field]:
    """A choice among these, to be left open."""
    choices = [("", gettext_lazy("Any")), *((value, capfirst(told)) for value, told in words.items())]
    return {name: forms.ChoiceField(label=label, choices=choices, required=False)}


def training_fields(account: Account) -> Mapping[str, forms.Field]:
    """In full, as a taster, or not at all."""
    return one_of("training", gettext_lazy("Trained"), TRAINED)


def trained(chosen: Chosen) -> Q:
    """By the sessions that the account sees, and who it may know was there."""
    account, kind = chosen.account, chosen["training"]
    sessions = TrainingSession.objects.visible_to(account).filter(event__cancelled_at=None)
    sessions = sessions if kind == NONE else sessions.filter(kind=kind)
    there = Attendance.objects.visible_to(account).present().filter(person=OuterRef("pk"))
    was_there = Q(Exists(there.filter(event__in=sessions.order_by().values("event"))))
    return ~was_there if kind == NONE else was_there


def pledge_fields(account: Account) -> Mapping[str, forms.Field]:
    """Where the pledges stand."""
    return one_of("pledges", gettext_lazy("Pledges"), PLEDGED)


def pledged(chosen: Chosen) -> Q:
    """By the standing pledges that the account sees, and what was held towards each; no statement of its own."""
    standing = chosen["pledges"]
    seen = ConversationPledge.objects.visible_to(chosen.account).standing().order_by().filter(person=OuterRef("pk"))
    if standing == NONE:
        return ~Q(Exists(seen))
    still_open = seen.filter(still_to_hold(chosen.account))
    if standing == OVERDUE:
        return Q(Exists(still_open.filter(due_on__lt=timezone.localdate())))
    return Q(Exists(still_open)) if standing == OPEN else Q(Exists(seen)) & ~Q(Exists(still_open))


def register() -> None:
    """Offer them on the list."""
    training = PeopleFilter(DONE, training_fields, trained, lambda chosen: str(TRAINED[chosen["training"]]), 80)
    PEOPLE_FILTERS.add("leaders.training", training)
    pledges = PeopleFilter(
        DONE, pledge_fields, pledged, lambda chosen: str(PLEDGED[chosen["pledges"]]), 90, SEE_PLEDGES
    )
    PEOPLE_FILTERS.add("leaders.pledges", pledges)
