"""Why people are somebody's, by their 1-2-1s: asked for, still to hold, and what was agreed in those that were held."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.listening.models import OneToOne, OneToOneAsk
from m4c.listening.operations import handing_on
from m4c.people.handing_over.register import HANDOVER_SOURCES, HandoverSource, Reason
from m4c.people.models import Account, HandingOver
from m4c.people.sight import within

TO_HOLD = Q(held_on=None, called_off_on=None)
TO_FOLLOW_UP = Q(held_on__isnull=False, followed_up_on=None) & ~Q(next_step="")


def open_one_to_ones(account: Account, handing_over: HandingOver) -> QuerySet[OneToOne]:
    """Those for which they asked and in which something is open."""
    seen = OneToOne.objects.visible_to(account).filter(within("group__path", handing_over.group))
    return seen.filter(TO_HOLD | TO_FOLLOW_UP, asker=handing_over.person_id)


def people(account: Account, handing_over: HandingOver) -> "QuerySet[Any, Any]":
    """With whom."""
    return open_one_to_ones(account, handing_over).order_by().values("other")


def reasons(account: Account, handing_over: HandingOver, ids: Collection[int]) -> Iterable[Reason]:
    """When they were to talk, or what they agreed and by when."""
    for one in open_one_to_ones(account, handing_over).filter(other__in=ids):
        if one.held_on is None:
            yield one.other_id, _("a 1-2-1 to hold on {day}").format(day=date_format(one.day, "j F Y"))
        elif one.next_step_by:
            day = date_format(one.next_step_by, "j F Y")
            yield one.other_id, _("agreed in a 1-2-1, by {day}: {words}").format(day=day, words=one.next_step)
        else:
            yield one.other_id, _("agreed in a 1-2-1: {words}").format(words=one.next_step)


def open_askings(account: Account, handing_over: HandingOver) -> QuerySet[OneToOneAsk]:
    """What they asked and no 1-2-1 has come of, though it may."""
    seen = OneToOneAsk.objects.visible_to(account).filter(within("group__path", handing_over.group))
    return seen.open().filter(asker=handing_over.person_id)


def people_asked(account: Account, handing_over: HandingOver) -> "QuerySet[Any, Any]":
    """Whom."""
    return open_askings(account, handing_over).order_by().values("other")


def reasons_asked(account: Account, handing_over: HandingOver, ids: Collection[int]) -> Iterable[Reason]:
    """When, and what they said."""
    sentences = {
        "": _("asked for a 1-2-1 on {day}, without an answer yet"),
        OneToOneAsk.Answer.YES: _("asked for a 1-2-1 on {day}: yes, with no day found yet"),
        OneToOneAsk.Answer.NOT_YET: _("asked for a 1-2-1 on {day}: not yet"),
    }
    for asking in open_askings(account, handing_over).filter(other__in=ids):
        yield asking.other_id, sentences[asking.answer].format(day=date_format(asking.asked_on, "j F Y"))


def register() -> None:
    """Tell who 1-2-1s make somebody's people, and what of them is handed over."""
    HANDOVER_SOURCES.add("listening.one_to_ones", HandoverSource(people, reasons, handing_on.one_to_ones))
    HANDOVER_SOURCES.add("listening.askings", HandoverSource(people_asked, reasons_asked, handing_on.askings))
