"""What became of a commitment, day by day, in words that everybody can read; each part says who says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.commitments.faces.told import CommitmentTold
from m4c.commitments.models import Condition, ConditionState, Inheritance, Judgement, Progress, Standing, Status
from m4c.commitments.record.words import amount, day, figure
from m4c.commitments.watching.measured import ADDED

State = ConditionState.State
TITLES = {
    Progress.Kind.STEP: gettext_lazy("A step on the way"),
    Progress.Kind.REACHED: gettext_lazy("So far reached"),
    Progress.Kind.DONE: gettext_lazy("Done"),
    Progress.Kind.LAPSE: gettext_lazy("Not held to"),
}


@dataclass(frozen=True)
class Moment:
    """Something on a day. `look` is how a line of it is drawn: kept, late or wait; `before` is what it said before."""

    on: date
    title: str
    words: str = ""
    who: str = ""
    evidence: str = ""
    evidence_url: str = ""
    before: str = ""
    look: str = "wait"
    is_quoted: bool = False


def moments(told: CommitmentTold) -> list[Moment]:
    """All of them up to the day that is told of, the first first."""
    parts = (made, dues, conditions, amendments, entries, verdicts, replies, heirs, calendar)
    found = [moment for part in parts for moment in part(told)]
    return sorted((moment for moment in found if moment.on <= told.on), key=lambda moment: moment.on)


def made(told: CommitmentTold) -> Iterator[Moment]:
    """That it was asked, and promised."""
    one = told.commitment
    if one.ask and one.ask.asked_on:
        yield Moment(one.ask.asked_on, _("We asked"), told.say(one.ask.words), is_quoted=True)
    if len(told.answers) > 1:
        for answer in told.answers:
            title = _("The answer by one account: {answer}").format(answer=answer.get_kind_display())
            yield Moment(answer.on, title, told.say(answer.words), told.say(answer.says_who), is_quoted=True)
    first = next((row.words_before for row in told.amendments if row.agreed_with), one.words)
    where = told.say(one.occasion)
    title = _("Promised: {occasion}").format(occasion=where) if where else _("Promised")
    yield Moment(one.made_on, title, told.say(first), is_quoted=True, evidence=told.say(one.source), look="kept")


def dues(told: CommitmentTold) -> Iterator[Moment]:
    """When it is due was learnt, or changed."""
    for before, row in zip(told.dues, told.dues[1:], strict=False):
        title = _("It is known to be due by {day}").format(day=day(row.due_on)) if row.due_on else told.say(row.words)
        earlier = day(before.due_on) if before.due_on else told.say(before.words)
        yield Moment(row.known_on, title, told.say(row.because), before=earlier)


def conditions(told: CommitmentTold) -> Iterator[Moment]:
    """Where what it hung on went."""
    titles = {
        State.MET: _("A condition was met: {words}"),
        State.FAILED: _("A condition failed: {words}"),
        State.OPEN: _("A condition is open again: {words}"),
    }
    waited = {
        State.MET: _("What it waited for was decided: {words}"),
        State.FAILED: _("What it waited for was refused: {words}"),
        State.OPEN: _("What it waits for is open again: {words}"),
    }
    for row in told.states:
        of_kind = waited if row.condition.kind == Condition.Kind.DEPENDENCY else titles
        yield Moment(
            row.on,
            of_kind[State(row.state)].format(words=told.say(row.condition.words)),
            who=told.say(row.says_who),
            evidence=told.say(row.evidence),
            evidence_url=row.evidence_url,
        )


def amendments(told: CommitmentTold) -> Iterator[Moment]:
    """That it was amended by agreement, or a slip of ours was put right; the old words stay."""
    for row in told.amendments:
        with_whom = told.say(row.agreed_with)
        if with_whom:
            title = _("Amended, agreed with {whom}").format(whom=with_whom)
        else:
            title = _("We had written it down wrongly, and put it right")
        numbers = ""
        if row.target_before != row.target_after:
            one = told.commitment
            numbers = _("{before} became {after}.").format(
                before=amount(one, row.target_before), after=amount(one, row.target_after)
            )
        words = told.say(row.words_after) if row.words_after != row.words_before else numbers
        before = told.say(row.words_before) if row.words_after != row.words_before else ""
        yield Moment(row.on, title, words, evidence=told.say(row.because), before=before)


def entries(told: CommitmentTold) -> Iterator[Moment]:
    """What was done, and what was not."""
    for row in told.entries:
        title = str(TITLES[Progress.Kind(row.kind)])
        if row.amount is not None and told.commitment.measure in ADDED:
            title = _("Counted: {number} more").format(number=figure(row.amount))
        elif row.amount is not None:
            title = f"{title}: {amount(told.commitment, row.amount)}"
        look = {Progress.Kind.LAPSE: "late", Progress.Kind.STEP: "wait"}.get(Progress.Kind(row.kind), "kept")
        yield Moment(
            row.on,
            title,
            told.say(row.words),
            told.say(row.who_says),
            told.say(row.evidence),
            row.evidence_url,
            look=look,
        )


def verdicts(told: CommitmentTold) -> Iterator[Moment]:
    """What was judged, told to them and taken back."""
    for row in told.judgements:
        title = _("Judged: {verdict}").format(verdict=row.get_verdict_display())
        look = "late" if row.verdict == Judgement.Verdict.BROKEN else "wait"
        words = told.say(row.reasons)
        if row.told_on:
            yield Moment(row.told_on, _("They were told what was judged, and asked for their reply"))
        yield Moment(row.counts_from or row.on, title, words, "", told.say(row.evidence), row.evidence_url, look=look)
        if row.withdrawn_on:
            taken = _("We took that back: {verdict}").format(verdict=row.get_verdict_display())
            yield Moment(row.withdrawn_on, taken, told.say(row.withdrawn_because))


def replies(told: CommitmentTold) -> Iterator[Moment]:
    """What their office said itself."""
    for row in told.replies:
        who = _("{writer}, {role}").format(writer=row.writer, role=row.role)
        yield Moment(timezone.localdate(row.received_at), _("Their office replied"), row.words, who, is_quoted=True)


def heirs(told: CommitmentTold) -> Iterator[Moment]:
    """Who came after, and how they stand to it."""
    naming = told.names.of(told.commitment)
    for row in told.heirs:
        stance = Inheritance.Stance(row.stance).label
        title = _("Left to {name}, who {stance}").format(name=naming.called(row.powerholder), stance=stance)
        yield Moment(row.on, title, told.say(row.words), told.say(row.says_who), evidence_url=row.source_url)
    one = told.commitment
    if one.superseded_on:
        yield Moment(one.superseded_on, _("Another took its place"))


def calendar(told: CommitmentTold) -> Iterator[Moment]:
    """What the calendar alone made of it: due soon, overdue, or at its end."""
    titles = {
        Status.OVERDUE: _("Overdue from here on: late, and still open"),
        Status.EXPIRED: _("It ended, and was held to"),
        Status.KEPT: _("What counts as kept is reached"),
    }
    before = ""
    for row in Standing.objects.filter(commitment=told.commitment, since__lte=told.on):
        if row.status != before and row.status in titles:
            look = "late" if row.status == Status.OVERDUE else "kept"
            yield Moment(row.since, titles[Status(row.status)], look=look)
        before = row.status
