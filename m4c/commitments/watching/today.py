"""Today: promises that are due, late, or to be asked after, and what waits for somebody's word about them.

Whoever keeps one finds it with what they took on; all others who record commitments find it under "who has promised
us". Each is one statement, whatever waits.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.commitments.models import Commitment, Judgement, OfficeReply, Progress, Standing, Status
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.commitments.watching.ending import ending, soon_on, warning
from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.leaders.today_lines import PROMISED_TO_US, Action, Line, Moment, PromiseSource, overdue_since
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.people.models import Account

MOST = 6
NEWS = timedelta(days=7)  # for which it is told that a verdict came to count
PRESSING = (Status.DUE_SOON, Status.OVERDUE)
Whose = Callable[[Account], Q]


def waits(account: Account, today: date, soon: date) -> dict[str, QuerySet[Any]]:
    """What may wait of commitments, each as the rows that make it wait; what ends does so soon until that day."""
    broken = Judgement.objects.standing().filter(verdict=Judgement.Verdict.BROKEN)
    second = broken.filter(confirmed_on=None)
    return {
        "is_pressing": Standing.objects.on(today).filter(status__in=PRESSING),
        "ends_soon": ending(Standing.objects.on(today), today, soon),
        "has_held": Progress.objects.held(),
        "has_reply": OfficeReply.objects.filter(confirmed_at=None, refused_at=None),
        "needs_second": second.exclude(judged_by=account.pk),
        "to_be_told": broken.filter(told_on=None),
        "counts_now": broken.filter(counts_from__lte=today, counts_from__gt=today - NEWS),
    }


def any_waits(account: Account, today: date, soon: date) -> Q:
    """Those of which anything waits, or whose day to be asked after has come."""
    found = Q(next_contact_on__lte=today)
    for rows in waits(account, today, soon).values():
        found |= Q(pk__in=rows.order_by().values("commitment"))
    return found


@prepared
def that_wait(account: Account, at: Moment, soon: date, whose: Whose) -> "QuerySet[Any]":
    """Those of which anything waits, the soonest first, each with all that does."""
    waiting = waits(account, at.today, soon)
    told = {name: Exists(found.filter(commitment=OuterRef("pk"))) for name, found in waiting.items()}
    days = ("next_contact_on", "due_on", "expires_on")
    soonest: tuple[Any, ...] = (*(F(name).asc(nulls_last=True) for name in days), "pk")
    rows = Commitment.objects.filter(whose(account), any_waits(account, at.today, soon))
    first = rows.order_by(*soonest).values("pk")[:MOST]
    # What waits of each is asked of those few alone, however many there are.
    found = Commitment.objects.filter(pk__in=first).annotate(**told).select_related("powerholder", "group")
    return found.order_by(*soonest)


def lines_of(account: Account, at: Moment, whose: Whose) -> Iterator[Line]:
    """Those of which anything waits, the soonest first. One statement."""
    for row in that_wait(account, at, soon_on(at.today), whose):
        yield line_of(row, at.today)


def line_of(row: Any, today: Any) -> Line:
    """One of them, with all that waits and the first thing to do about it."""
    page, contact = reverse("commitment", args=[row.uid]), reverse("commitment-contact", args=[row.uid])
    progress = reverse("commitment-progress", args=[row.uid])
    is_asked = row.next_contact_on is not None and row.next_contact_on <= today
    asked_for = (
        (row.has_reply, _("Their office replied."), Action(_("Look at it"), page)),
        (row.has_held, _("Somebody brought evidence."), Action(_("Look at it"), progress)),
        (row.needs_second, _("A verdict waits for a second person."), Action(_("Read it"), page)),
        (row.to_be_told, _("They are still to be told of a verdict."), Action(_("Tell them"), page)),
        (row.counts_now, _("The notice is over: a verdict counts now."), Action(_("Look at it"), page)),
        (is_asked, _("Ask them how it stands."), Action(_("Get in touch"), contact)),
        (row.is_pressing, due_words(row, today), Action(_("What happened?"), progress)),
        (row.ends_soon, end_words(row, today), Action(_("Ask what comes next"), contact)),
    )
    waiting = [(sentence, action) for is_so, sentence, action in asked_for if is_so]
    title = f"{row.powerholder.name}: {Truncator(row.words).words(12)}"
    detail = " ".join([f"{row.group}:", *(sentence for sentence, _action in waiting)])
    late = overdue_since(row.due_on, today) if row.is_pressing else ""
    return Line(title, detail, page, waiting[0][1], day=row.next_contact_on or row.due_on or row.expires_on, late=late)


def end_words(row: Commitment, today: Any) -> str:
    """That it ends soon, in words."""
    return warning(row, Status.MADE, today)


def due_words(row: Commitment, today: Any) -> str:
    """That it is due, in words."""
    if row.due_on is None:
        return _("Something of it is late or due soon.")
    day = date_format(row.due_on, "j F")
    if row.due_on < today:
        return _("It was due on {day}.").format(day=day)
    return _("It is due on {day}.").format(day=day)


def promised(account: Account, at: Moment) -> Iterator[Line]:
    """Those where one records commitments and that somebody else keeps, or nobody."""
    return lines_of(account, at, of_others)


def of_others(account: Account) -> Q:
    """Those in one's groups that one does not keep."""
    seen = account.sight.of_group("group", RECORD_COMMITMENTS)
    return seen & (Q(keeper=None) | ~Q(keeper=account.person_id)) if account.person_id else seen


def kept(account: Account, at: Moment) -> Iterator[Line]:
    """Those that one keeps."""
    return lines_of(account, at, of_own)


def of_own(account: Account) -> Q:
    """Those that one keeps."""
    return Q(keeper=account.person_id)


def kept_there(account: Account, _at: Moment) -> Rows:
    """Those without which there is nothing to say."""
    return Rows(Commitment, of_own(account))


def register() -> None:
    """Put them on Today."""
    label = gettext_lazy("Commitments that are due, or wait for your word")
    PROMISED_TO_US.add("commitments", PromiseSource(label, RECORD_COMMITMENTS, promised))
    TAKEN_ON.add("commitments", TakenOn(kept, kept_there))
