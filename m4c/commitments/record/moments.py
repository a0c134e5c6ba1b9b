"""What became of a commitment, day by day: each thing that happened, in whose words, shown by what, and who says so.

The one owner of its history. Titles and words are written here from what is on record, and said by whoever reads it:
as they stand in the workspace, without private names in public.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.commitments.models import Condition, ConditionState, Inheritance, Judgement, Progress, Status
from m4c.commitments.record.on_record import OnRecord
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
    file_url: str = ""
    before: str = ""
    look: str = "wait"
    is_quoted: bool = False

    def said_by(self, told: OnRecord) -> "Moment":
        """The same as whoever reads it may read it: every text of it."""
        texts: dict[str, Any] = {
            name: told.say(getattr(self, name)) for name in ("title", "words", "who", "evidence", "before")
        }
        return replace(self, **texts, evidence_url=told.link(self.evidence_url))


def moments(told: OnRecord) -> list[Moment]:
    """All of them up to the day that is told of, the first first."""
    parts = (made, dues, milestones, conditions, amendments, entries, verdicts, replies, heirs, calendar)
    found = [moment for part in parts for moment in part(told) if moment.on <= told.on]
    return [moment.said_by(told) for moment in sorted(found, key=lambda moment: moment.on)]


def made(told: OnRecord) -> Iterator[Moment]:
    """That it was asked, and promised."""
    one = told.commitment
    if one.ask and one.ask.asked_on:
        yield Moment(one.ask.asked_on, _("We asked"), one.ask.words, is_quoted=True)
    if len(told.answers) > 1:
        for answer in told.answers:
            title = _("The answer by one account: {answer}").format(answer=answer.get_kind_display())
            yield Moment(answer.on, title, answer.words, answer.says_who, is_quoted=True)
    first = next((row.words_before for row in told.amendments if row.agreed_with), one.words)
    title = _("Promised: {occasion}").format(occasion=one.occasion) if one.occasion else _("Promised")
    yield Moment(one.made_on, title, first, evidence=one.source, evidence_url=one.source_url, is_quoted=True)


def dues(told: OnRecord) -> Iterator[Moment]:
    """When it is due was learnt, or changed."""
    earlier = ""
    for row in told.dues:
        known = _("It is known to be due by {day}").format(day=day(row.due_on)) if row.due_on else ""
        if earlier or row.known_on > told.commitment.made_on:
            title = known or _("It is due: {words}").format(words=row.words)
            yield Moment(row.known_on, title, row.because, before=earlier)
        earlier = day(row.due_on) if row.due_on else row.words


def milestones(told: OnRecord) -> Iterator[Moment]:
    """That it was learnt, after it was promised, how far it is to be by a day."""
    for row in told.steps:
        if row.known_on > told.commitment.made_on:
            level = amount(told.commitment, row.level)
            title = _("Milestone: {level} by {day}").format(level=level, day=day(row.on))
            yield Moment(row.known_on, title, row.words)


def conditions(told: OnRecord) -> Iterator[Moment]:
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
        title = of_kind[State(row.state)].format(words=row.condition.words)
        yield Moment(row.on, title, who=row.says_who, evidence=row.evidence, evidence_url=row.evidence_url)


def amendments(told: OnRecord) -> Iterator[Moment]:
    """That it was amended by agreement, or a slip of ours was put right; the old words stay."""
    for row in told.amendments:
        title = _("We had written it down wrongly, and put it right")
        if row.agreed_with:
            title = _("Amended, agreed with {whom}").format(whom=row.agreed_with)
        numbers = ""
        if row.target_before != row.target_after:
            before, after = (amount(told.commitment, number) for number in (row.target_before, row.target_after))
            numbers = _("{before} became {after}.").format(before=before, after=after)
        has_other_words = row.words_after != row.words_before
        words, before = (row.words_after, row.words_before) if has_other_words else (numbers, "")
        yield Moment(row.on, title, words, evidence=row.because, before=before)


def entries(told: OnRecord) -> Iterator[Moment]:
    """What was done, and what was not."""
    looks = {Progress.Kind.LAPSE: "late", Progress.Kind.STEP: "wait"}
    for row in told.entries:
        title, kind = str(TITLES[Progress.Kind(row.kind)]), Progress.Kind(row.kind)
        if row.amount is not None and told.commitment.measure in ADDED:
            title = _("Counted: {number} more").format(number=figure(row.amount))
        elif row.amount is not None:
            title = f"{title}: {amount(told.commitment, row.amount)}"
        shown: dict[str, Any] = {"evidence": row.evidence, "evidence_url": row.evidence_url}
        shown["file_url"] = told.file_of(row)
        yield Moment(row.on, title, row.words, row.who_says, **shown, look=looks.get(kind, "kept"))


def verdicts(told: OnRecord) -> Iterator[Moment]:
    """What was judged, told to them and taken back."""
    for row in told.judgements:
        title = _("Judged: {verdict}").format(verdict=row.get_verdict_display())
        look = "late" if row.verdict == Judgement.Verdict.BROKEN else "wait"
        missing = _("Still missing: {missing}").format(missing=row.missing) if row.missing else ""
        words = " ".join(part for part in (row.reasons, missing) if part)
        if row.told_on:
            yield Moment(row.told_on, _("They were told what was judged, and asked for their reply"))
        shown: dict[str, Any] = {"evidence": row.evidence, "evidence_url": row.evidence_url}
        yield Moment(row.counts_from or row.on, title, words, **shown, look=look)
        if row.withdrawn_on:
            taken = _("We took that back: {verdict}").format(verdict=row.get_verdict_display())
            yield Moment(row.withdrawn_on, taken, row.withdrawn_because)


def replies(told: OnRecord) -> Iterator[Moment]:
    """What their office said itself."""
    for row in told.replies:
        who = _("{writer}, {role}").format(writer=row.writer, role=row.role)
        yield Moment(timezone.localdate(row.received_at), _("Their office replied"), row.words, who, is_quoted=True)


def heirs(told: OnRecord) -> Iterator[Moment]:
    """Who came after, and how they stand to it; and that another took its place."""
    for row in told.heirs:
        stance = Inheritance.Stance(row.stance).label
        title = _("Left to {name}, who {stance}").format(name=row.powerholder.name, stance=stance)
        yield Moment(row.on, title, row.words, row.says_who, evidence_url=row.source_url)
    if told.commitment.superseded_on:
        yield Moment(told.commitment.superseded_on, _("Another took its place"))


def calendar(told: OnRecord) -> Iterator[Moment]:
    """What came of it by itself, on its day: overdue, at its end, kept, or void."""
    titles = {
        Status.OVERDUE: (_("Overdue from here on: late, and still open"), "late"),
        Status.EXPIRED: (_("It ended, and was held to"), "kept"),
        Status.KEPT: (_("What counts as kept is reached"), "kept"),
        Status.VOID: (_("Void from here on: neither kept nor broken"), "wait"),
    }
    before = ""
    for row in told.spans:
        if row.status != before and row.status in titles:
            title, look = titles[Status(row.status)]
            yield Moment(row.since, title, look=look)
        before = row.status
