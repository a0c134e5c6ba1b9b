"""The words of a minute: made from asks, answers and commitments alone, so that both sides may read it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.commitments.models import Answer, Ask, Commitment
from m4c.events.models import Event
from m4c.power.models import Powerholder


def minute_of(event: Event, asks: Iterable[Ask]) -> str:
    """What was asked and answered at an event, in the order of the asks, and what was promised. Three statements."""
    put = [ask for ask in asks if ask.struck_at is None]
    answers, promised = answers_to(put), promised_at(event, put)
    day = date_format(timezone.localtime(event.starts_at), "l j F Y, H:i")
    parts = [_("Minute: {what}, {day}").format(what=event.title, day=day)]
    parts += [asked(number, ask, answers[ask.pk]) for number, ask in enumerate(put, 1)]
    if not put:
        parts.append(_("No ask is written down."))
    if promised:
        parts.append(_("Commitments:") + "\n" + "\n".join(f"- {told(one)}" for one in promised))
    parts.append(_("If anything here is not as you remember it, write to us: what you put right is kept beside this."))
    return "\n\n".join(parts)


def answers_to(asks: Iterable[Ask]) -> dict[int, list[Answer]]:
    """What was answered to these asks, as far as it stands, by the ask's id. One statement."""
    found: dict[int, list[Answer]] = defaultdict(list)
    for answer in Answer.objects.filter(ask__in=[ask.pk for ask in asks]).standing():
        found[answer.ask_id].append(answer)
    return found


def promised_at(event: Event, asks: Iterable[Ask]) -> list[Commitment]:
    """Commitments that came of these asks. One statement."""
    found = Commitment.objects.filter(ask__in=[ask.pk for ask in asks]).select_related("powerholder")
    return list(found.order_by("made_on", "pk"))


def asked(number: int, ask: Ask, answers: list[Answer]) -> str:
    """One ask with each account of what was answered."""
    head = _("{number}. Asked of {who}: “{words}”").format(number=number, who=called(ask), words=ask.words)
    lines = [said(answer) for answer in answers] or [_("Nothing is written down as answered.")]
    if len(answers) > 1:
        lines.append(_("Accounts of it differ."))
    return "\n".join([head, *(f"   {line}" for line in lines)])


def said(answer: Answer) -> str:
    """One account of an answer, without the name of anybody of ours."""
    kind = str(answer.get_kind_display()).capitalize()
    return f"{kind}. “{answer.words}”" if answer.words else f"{kind}."


def told(commitment: Commitment) -> str:
    """One commitment: who, in which words, by when."""
    who = called(commitment)
    due = by_when(commitment.due_on, commitment.due_words)
    sentence = _("{who}: “{words}”").format(who=who, words=commitment.words)
    return f"{sentence} ({due})" if due else sentence


def by_when(due_on: date | None, words: str) -> str:
    """Until when, in words."""
    return words or (_("by {day}").format(day=date_format(due_on, "j F Y")) if due_on else "")


def called(row: Ask | Commitment) -> str:
    """Who was asked or promised, with the office then held."""
    holder: Powerholder = row.powerholder
    return ", ".join(filter(None, (holder.name, row.office_words)))
