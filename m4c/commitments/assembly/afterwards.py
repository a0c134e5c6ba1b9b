"""What comes out of an assembly, one line for each: what is done, what waits, and where it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.campaigns.models import Campaign, PressNote
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.commitments.models import Answer, Assembly, Commitment, Minute
from m4c.commitments.table.page import PROMISES, AskRow
from m4c.core.visibility import scopes_of
from m4c.events.models import Evaluation, Event, EventLetter
from m4c.events.permissions import PLAN_EVENTS
from m4c.people.models import Account


@dataclass(frozen=True)
class ToDo:
    """One thing that comes out of it: `url` leads to where it is done, for who may."""

    title: str
    detail: str
    url: str = ""
    is_done: bool = False


def answers_left(assembly: Assembly, rows: Iterable[AskRow]) -> ToDo:
    """Whether each ask has its answer, and each answer its second person."""
    asked = list(rows)
    waiting, silent = sum(len(row.waiting) for row in asked), sum(not row.answers for row in asked)
    parts = []
    if waiting:
        words = ngettext("{number} waits for a second person", "{number} wait for a second person", waiting)
        parts.append(words.format(number=waiting))
    if silent:
        words = ngettext("{number} ask has no answer yet", "{number} asks have no answer yet", silent)
        parts.append(words.format(number=silent))
    done = _("Each ask has its answer, and each answer its second person.")
    left = "; ".join(parts)
    url = reverse("capture-answers", args=[assembly.event.uid])
    return ToDo(_("Answers"), f"{left}." if left else done, url, not left)


def promises_left(rows: Iterable[AskRow], commitments: Iterable[Commitment]) -> ToDo:
    """Whether each answer that promises something became a commitment."""
    written = {one.ask_id for one in commitments}
    promising = [row for row in rows if row.latest and Answer.Kind(row.latest.kind) in PROMISES]
    left = [row for row in promising if row.ask.pk not in written]
    if not left:
        return ToDo(_("Commitments"), _("Each promise is written down."), "", bool(promising))
    words = ngettext(
        "{number} answer promises something that nobody wrote down as a commitment yet.",
        "{number} answers promise something that nobody wrote down as a commitment yet.",
        len(left),
    )
    return ToDo(_("Commitments"), words.format(number=len(left)), reverse("ask", args=[left[0].ask.uid]))


def minute_left(minutes: Iterable[Minute]) -> ToDo:
    """Whether the minute was sent."""
    latest = max((minute for minute in minutes if minute.sent_on), key=lambda minute: minute.number, default=None)
    if latest is None or latest.sent_on is None:
        return ToDo(_("The minute"), _("Made here, sent by you, and kept as it was sent."), "#minute")
    told = _("Sent on {day} to {who}.").format(day=date_format(latest.sent_on, "j F Y"), who=latest.sent_to)
    return ToDo(_("The minute"), told, reverse("minute", args=[latest.uid]), True)


def press_left(account: Account, assembly: Assembly, campaign: Campaign | None) -> ToDo:
    """Whether a note went to the press. One statement or two."""
    title = _("Press note")
    if campaign is None:
        return ToDo(title, _("It is written with a campaign: say of which one this assembly is."), "#wording")
    notes = PressNote.objects.visible_to(account).filter(campaign=campaign, event=assembly.event_id, withdrawn_at=None)
    if note := notes.first():
        told = _("Gone out.") if note.released_at else _("Written, and still to go out.")
        return ToDo(title, told, reverse("press-note", args=[note.uid]), bool(note.released_at))
    url = f"{reverse('write-press-note', args=[campaign.uid])}?event={assembly.event.uid}"
    may = account.may(RUN_CAMPAIGNS, scopes_of(campaign))
    return ToDo(title, _("The numbers and the answers stand in it already."), url if may else "")


def thanks_left(account: Account, assembly: Assembly) -> ToDo:
    """Whether those who came were thanked. Two statements."""
    letters = EventLetter.objects.visible_to(account).filter(event=assembly.event_id, kind=EventLetter.Kind.THANKS)
    is_done = letters.filter(approved_at__isnull=False).exists()
    url = reverse("event-letter", args=[assembly.event.uid, EventLetter.Kind.THANKS])
    told = _("A letter goes to everybody who came.") if is_done else _("Thank everybody who came, and ring who spoke.")
    return ToDo(_("Thank-yous"), told, url if account.may(PLAN_EVENTS, scopes_of(assembly.event)) else "", is_done)


def meeting_left(assembly: Assembly, follow_up: Event | None) -> ToDo:
    """Whether the next meeting is fixed; which one it is stands there for who sees it."""
    if assembly.follow_up_id is None:
        return ToDo(_("Next meeting"), _("Fix it in the room, while they are all there."), "#next")
    if follow_up is None:
        return ToDo(_("Next meeting"), _("It is fixed."), "", True)
    day = date_format(timezone.localtime(follow_up.starts_at), "l j F Y, H:i")
    return ToDo(_("Next meeting"), day, reverse("event", args=[follow_up.uid]), True)


def evaluation_left(account: Account, assembly: Assembly) -> ToDo:
    """Whether those who held it said how it was. One statement."""
    number = Evaluation.objects.visible_to(account).filter(event=assembly.event_id).count()
    words = ngettext("{number} of us has said how it was.", "{number} of us have said how it was.", number)
    told = words.format(number=number) if number else _("Feelings first, then what we learnt, and who grew.")
    return ToDo(_("Evaluation"), told, reverse("evaluations", args=[assembly.event.uid]), bool(number))


def out_of(account: Account, assembly: Assembly, page: dict[str, Any]) -> list[ToDo]:
    """All that comes out of an assembly that has begun, in the order in which it is done. Six statements at most."""
    return [
        answers_left(assembly, page["rows"]),
        promises_left(page["rows"], page["commitments"]),
        meeting_left(assembly, page["follow_up"]),
        minute_left(page["minutes"]),
        press_left(account, assembly, page["campaign"]),
        thanks_left(account, assembly),
        evaluation_left(account, assembly),
    ]
