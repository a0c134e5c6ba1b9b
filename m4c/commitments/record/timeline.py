"""The whole history of a commitment, as it was known by a day: what was promised, changed, done, judged and replied."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.commitments.models import (
    Amendment,
    Commitment,
    ConditionState,
    DueDate,
    Inheritance,
    Judgement,
    OfficeReply,
    Progress,
    Standing,
    Status,
)
from m4c.commitments.record.words import amount, day

TOLD = {Status.OVERDUE: "late", Status.KEPT: "kept", Status.EXPIRED: "kept", Status.VOID: ""}  # that come by themselves
STATES = {"met": "kept", "failed": "late", "open": "wait"}
KINDS = {"done": "kept", "reached": "kept", "lapse": "late", "step": ""}


@dataclass(frozen=True)
class Moment:
    """One thing that happened: when, what, in whose words, shown by what, and who says so."""

    on: date
    title: str
    kind: str = ""  # of the timeline's mark: kept, late, wait
    quote: str = ""
    words: str = ""
    evidence: str = ""
    url: str = ""
    says_who: str = ""


def timeline_of(commitment: Commitment, on: date) -> list[Moment]:
    """All that is dated by that day, the latest first. Eight statements."""
    found = [
        *of_words(commitment, on),
        *of_days(commitment),
        *of_conditions(commitment),
        *of_progress(commitment),
        *of_judgements(commitment, on),
        *of_replies(commitment),
        *of_successors(commitment),
        *of_standing(commitment),
    ]
    return sorted((moment for moment in found if moment.on <= on), key=lambda moment: moment.on, reverse=True)


def of_words(commitment: Commitment, on: date) -> Iterator[Moment]:
    """What was promised, and each time that it was agreed otherwise or put right."""
    amendments = list(Amendment.objects.filter(commitment=commitment))
    for amended in reversed(amendments):
        if amended.agreed_with:
            words = _("{why} Agreed with {whom}.").format(why=sentence(amended.because), whom=amended.agreed_with)
            yield Moment(amended.on, _("Amended by agreement"), "wait", amended.words_after, words + numbers(amended))
        else:
            before = "" if amended.words_before == amended.words_after else amended.words_before
            words = _("It was written down wrongly: {why}").format(why=sentence(amended.because))
            yield Moment(amended.on, _("Put right"), "wait", before, words + numbers(amended))
    first = next((amended.words_before for amended in amendments if amended.agreed_with), commitment.words)
    if commitment.superseded_on:
        yield Moment(commitment.superseded_on, _("Another commitment took its place"))
    yield Moment(commitment.made_on, _("Promised"), "wait", first, evidence=commitment.source)


def numbers(amended: Amendment) -> str:
    """How the number changed, in a sentence; blank where it did not."""
    if amended.target_before == amended.target_after:
        return ""
    told = {
        "before": amount(amended.commitment, amended.target_before),
        "after": amount(amended.commitment, amended.target_after),
    }
    return " " + _("Before {before}, now {after}.").format(**told)


def sentence(words: str) -> str:
    """With a full stop."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def of_days(commitment: Commitment) -> Iterator[Moment]:
    """Each day on which it was known to be due, after the first."""
    for due in list(DueDate.objects.filter(commitment=commitment))[1:]:
        title = (
            _("Due by {day}").format(day=day(due.due_on)) if due.due_on else _("Due: {words}").format(words=due.words)
        )
        yield Moment(due.known_on, title, "wait", words=due.because)


def of_conditions(commitment: Commitment) -> Iterator[Moment]:
    """Where its conditions stood."""
    states = ConditionState.objects.filter(commitment=commitment, struck_at=None).select_related("condition")
    for state in states:
        title = f"{state.condition.words}: {state.get_state_display()}"
        told = {"evidence": state.evidence, "url": state.evidence_url, "says_who": state.says_who}
        yield Moment(state.on, title, STATES[state.state], **told)


def of_progress(commitment: Commitment) -> Iterator[Moment]:
    """What was done, as far as it counts."""
    for entry in Progress.objects.standing().filter(commitment=commitment):
        title = str(entry.get_kind_display()).capitalize()
        if entry.amount is not None:
            title = f"{title}: {amount(commitment, entry.amount)}"
        told = {"evidence": entry.evidence, "url": entry.evidence_url, "says_who": entry.who_says}
        yield Moment(entry.on, title, KINDS[entry.kind], words=entry.words, **told)


def of_judgements(commitment: Commitment, on: date) -> Iterator[Moment]:
    """What was judged, from when it counts, and that it was taken back."""
    for judged in Judgement.objects.filter(commitment=commitment, counts_from__lte=on):
        title = _("Judged: {verdict}").format(verdict=judged.get_verdict_display())
        words = " ".join(
            filter(None, (judged.reasons, judged.missing and _("Missing: {words}").format(words=judged.missing)))
        )
        told = {"evidence": judged.evidence, "url": judged.evidence_url}
        if judged.counts_from:
            yield Moment(judged.counts_from, title, "late", words=words, **told)
        if judged.withdrawn_on:
            back = _("Taken back: {verdict}").format(verdict=judged.get_verdict_display())
            yield Moment(judged.withdrawn_on, back, words=judged.withdrawn_because)


def of_replies(commitment: Commitment) -> Iterator[Moment]:
    """What the office replied, once a keeper knew that it came from there."""
    for reply in OfficeReply.objects.filter(commitment=commitment, confirmed_at__isnull=False):
        who = f"{reply.writer}, {reply.role}"
        yield Moment(timezone.localdate(reply.received_at), _("The office replied"), "wait", reply.words, says_who=who)


def of_successors(commitment: Commitment) -> Iterator[Moment]:
    """Who came after, and how they stand to it."""
    for came in Inheritance.objects.filter(commitment=commitment).select_related("powerholder", "office"):
        title = f"{came.powerholder}: {came.get_stance_display()}"
        told = {"url": came.source_url, "says_who": came.says_who, "evidence": came.source_url and _("Source")}
        yield Moment(came.on, title, "wait", came.words, **told)


def of_standing(commitment: Commitment) -> Iterator[Moment]:
    """What came of it by itself, on its day."""
    before = ""
    for span in Standing.objects.filter(commitment=commitment):
        if span.status != before and span.status in TOLD:
            yield Moment(span.since, str(span.get_status_display()).capitalize(), TOLD[Status(span.status)])
        before = span.status
