"""Today: what waits of negotiations and assemblies that were held: answers for a second person to confirm, what came of
it, the minute to send, the next meeting to fix, and how it was for us.

Answers wait for whoever may confirm them in the very group; the rest is for those who made it or had a part in it.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.commitments.models import (
    Answer,
    Ask,
    Assembly,
    Minute,
    Negotiation,
    NegotiationPart,
    ShowItem,
)
from m4c.commitments.permissions import NEGOTIATE
from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.events.models import Evaluation, Event
from m4c.events.turnout.figures import USUAL_LENGTH
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.people.models import Account

MOST = 4
TELLS_FOR = timedelta(days=30)  # whatever still waits then is found on its page
SOON = timedelta(days=7)  # for which it is asked how it was, and for a next meeting that was not fixed in the room
HERE = OuterRef("pk")


def asked(rows: "QuerySet[Any]", field: str = "event") -> Exists:
    """Whether there are any of these about the event."""
    return Exists(rows.filter(**{field: HERE}))


def answers_left(account: Account) -> "QuerySet[Answer]":
    """Answers that wait for a second person who is not this one."""
    waiting = Answer.objects.filter(needs_second=True, confirmed_at=None, struck_at=None, ask__struck_at=None)
    return waiting.filter(Q(typed_by__person=None) | ~Q(typed_by__person=account.person_id))


def is_own(account: Account) -> Q:
    """Events whose table or stage one set up, or where one has a part."""
    person = account.person_id
    return (
        Q(asked(Negotiation.objects.filter(made_by=account.pk)))
        | Q(asked(Assembly.objects.filter(made_by=account.pk)))
        | Q(asked(NegotiationPart.objects.filter(person=person), "negotiation__event"))
        | Q(asked(ShowItem.objects.filter(leader=person), "assembly__event"))
    )


def owed(account: Account, now: datetime) -> dict[str, Q]:
    """What may wait of an event of one's own, once it is over; the next meeting as soon as it has begun."""
    over = Q(ends_at__lte=now) | Q(ends_at=None, starts_at__lte=now - USUAL_LENGTH)
    lately = Q(starts_at__gt=now - SOON)
    tables, stages = Negotiation.objects.all(), Assembly.objects.all()
    broken_off = Negotiation.Result.LEFT
    said = Evaluation.objects.filter(person=account.person_id)
    return {
        "to_close": over & (Q(asked(tables.filter(closed_at=None))) | Q(asked(stages.filter(closed_at=None)))),
        "to_send": over
        & Q(asked(Ask.objects.filter(asked_on__isnull=False, struck_at=None)))
        & ~Q(asked(Minute.objects.filter(sent_on__isnull=False))),
        "to_fix": lately
        & (
            Q(asked(tables.filter(follow_up=None).exclude(result=broken_off))) | Q(asked(stages.filter(follow_up=None)))
        ),
        "to_evaluate": over & lately & ~Q(asked(said)),
    }


def held(now: datetime) -> Q:
    """Events of these kinds that have begun, and not long ago."""
    kinds = (Event.Kind.NEGOTIATION, Event.Kind.ASSEMBLY)
    return Q(kind__in=kinds, cancelled_at=None, starts_at__lte=now, starts_at__gt=now - TELLS_FOR)


def anything(account: Account, now: datetime) -> Q:
    """Of which anything waits for this account."""
    any_owed = Q()
    for which in owed(account, now).values():
        any_owed |= which
    waiting = Q(asked(answers_left(account), "ask__event"))
    return (is_own(account) & any_owed) | (waiting & (is_own(account) | of_very_group(account)))


def of_very_group(account: Account) -> Q:
    """Events of the groups where one leads, not of those below."""
    return account.sight.of_exact_group("group", NEGOTIATE)


def lines(account: Account, at: Moment) -> Iterator[Line]:
    """Those of one's groups of which anything waits, the latest first. One statement."""
    for row in waiting(account, at):
        yield line_of(row)


@prepared
def waiting(account: Account, at: Moment) -> "QuerySet[Any]":
    """The latest of them, each with all that waits."""
    seen = Event.objects.filter(account.sight.of_group("group", NEGOTIATE), held(at.now), anything(account, at.now))
    number = answers_left(account).filter(ask__event=HERE).order_by().values("ask__event")
    told = {name: Exists(Event.objects.filter(which, pk=HERE)) for name, which in owed(account, at.now).items()}
    found = seen.annotate(
        **told,
        own=Exists(Event.objects.filter(is_own(account), pk=HERE)),
        waiting=Coalesce(Subquery(number.values(number=Count("pk"))), 0),
        negotiation=Subquery(Negotiation.objects.filter(event=HERE).values("uid")),
        assembly=Subquery(Assembly.objects.filter(event=HERE).values("uid")),
    )
    return found.order_by("-starts_at", "-pk")[:MOST]


def line_of(row: Any) -> Line:
    """One of them, with all that waits and the first thing to do about it."""
    page = (
        reverse("negotiation", args=[row.negotiation]) if row.negotiation else reverse("assembly", args=[row.assembly])
    )
    heard = ngettext(
        "{number} answer waits for a second person.", "{number} answers wait for a second person.", row.waiting
    ).format(number=row.waiting)
    write, came = Action(_("Write it down"), f"{page}#result"), _("Say what came of it.")
    asked_for = [(row.waiting, heard, Action(_("Did you hear the same?"), reverse("capture-answers", args=[row.uid])))]
    if row.own:
        asked_for += [
            (row.to_close, came, write),
            (row.to_fix, _("No next meeting is fixed."), Action(_("Fix it"), f"{page}#next")),
            (row.to_send, _("The minute is not sent."), Action(_("The minute"), f"{page}#minute")),
            (
                row.to_evaluate,
                _("How was it for us?"),
                Action(_("Say how it was"), reverse("evaluate", args=[row.uid])),
            ),
        ]
    left = [(sentence, action) for is_so, sentence, action in asked_for if is_so]
    return Line(
        row.title,
        " ".join(sentence for sentence, _action in left),
        page,
        left[0][1],
        day=timezone.localdate(row.starts_at),
    )


def there(account: Account, at: Moment) -> Rows:
    """Those without which there is nothing to say."""
    return Rows(Event, held(at.now) & anything(account, at.now))


def register() -> None:
    """Put them on Today."""
    TAKEN_ON.add("tables", TakenOn(lines, there))
