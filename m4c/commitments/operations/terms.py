"""What a commitment hangs on: when it is due, as far as was known; milestones; conditions and where they stand."""

from datetime import date, datetime
from decimal import Decimal

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment, Condition, ConditionState, DueDate, Milestone
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.commitments.record.checking import LONGEST, CommitmentRefused, check_milestone
from m4c.commitments.watching.restating import restate
from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.power.models import Institution

State = ConditionState.State


@operation(RECORD_COMMITMENTS, on="commitment", public=True)
def set_due(
    *,
    commitment: Commitment,
    due_on: date | None,
    words: str = "",
    because: str = "",
    known_on: date,
    at: datetime,
    by: Account,
) -> list[models.Model]:
    """Write down when it is due as known since a day; what was known before stays. Raises CommitmentRefused."""
    must_be_known(commitment, known_on, timezone.localdate(at))
    if due_on and due_on < commitment.made_on:
        raise CommitmentRefused(_("It was due before it was made."), field="due_on", code="due_before")
    if due_on and due_on.year > commitment.made_on.year + LONGEST:
        raise CommitmentRefused(_("That is more than a hundred years ahead."), field="due_on", code="too_far")
    if due_on is None and not words.strip():
        raise CommitmentRefused(
            _("Say by which day, or in words by what: “before the election”."), field="due_on", code="no_due"
        )
    rows = DueDate.objects.filter(commitment=commitment)
    if rows.exists() and not because.strip():
        raise CommitmentRefused(_("Say why the day changed, or how it became known."), field="because", code="no_why")
    told = {"known_on": known_on, "due_on": due_on, "words": words.strip(), "because": because.strip()}
    due = DueDate.objects.create(commitment=commitment, by=by, at=at, **told)
    latest = rows.order_by("known_on", "id").last() or due
    change(commitment, due_on=latest.due_on, due_words=latest.words)
    restate(commitment)
    return [commitment, due]


@operation(RECORD_COMMITMENTS, on="commitment", public=True)
def add_milestone(
    *, commitment: Commitment, on: date, level: Decimal, words: str = "", known_on: date, at: datetime, by: Account
) -> Milestone:
    """Write down how far it is to be by a day, as known since another. Raises CommitmentRefused."""
    must_be_known(commitment, known_on, timezone.localdate(at))
    check_milestone(commitment.measure, commitment.made_on, on, level)
    if Milestone.objects.filter(commitment=commitment, on=on).exists():
        raise CommitmentRefused(_("There is a milestone on that day."), field="on", code="twice")
    told = {"known_on": known_on, "on": on, "level": level, "words": words.strip()}
    milestone = Milestone.objects.create(commitment=commitment, **told)
    restate(commitment)
    return milestone


@operation(RECORD_COMMITMENTS, on="milestone", public=True)
def take_off_milestone(*, milestone: Milestone, by: Account) -> Commitment:
    """Take a milestone off that was entered in error."""
    commitment: Commitment = milestone.commitment
    milestone.delete()
    restate(commitment)
    return commitment


@operation(RECORD_COMMITMENTS, on="commitment", public=True)
def add_condition(
    *,
    commitment: Commitment,
    words: str,
    kind: str = Condition.Kind.CONDITION,
    body: Institution | None = None,
    at: datetime,
    by: Account,
) -> Condition:
    """Write down what it hangs on, or whose decision it waits for; it is open. Raises CommitmentRefused."""
    if not words.strip():
        raise CommitmentRefused(_("Say on what it hangs: “if elected”."), field="words", code="no_words")
    if kind not in Condition.Kind.values:
        raise CommitmentRefused(_("Say whether it voids the commitment where it fails."), field="kind", code="no_kind")
    told = {"words": words.strip(), "kind": kind, "body": body, "made_by": by, "made_at": at}
    return Condition.objects.create(commitment=commitment, **told)


@operation(RECORD_COMMITMENTS, on="condition", public=True)
def say_condition(
    *,
    condition: Condition,
    state: str,
    on: date,
    evidence: str = "",
    evidence_url: str = "",
    says_who: str = "",
    at: datetime,
    by: Account,
) -> ConditionState:
    """Write down where a condition stands since a day, by which evidence and who says so; what stood before stays.

    A condition that failed makes the commitment void, and another body's decision does not. Raises CommitmentRefused.
    """
    commitment: Commitment = condition.commitment
    if state not in State.values:
        raise CommitmentRefused(_("It is open, met, or failed."), field="state", code="no_state")
    must_be_known(commitment, on, timezone.localdate(at), "on")
    if state != State.OPEN and not (evidence.strip() or evidence_url):
        raise CommitmentRefused(_("Say what shows it."), field="evidence", code="no_evidence")
    if state != State.OPEN and not says_who.strip():
        raise CommitmentRefused(_("Say who says so."), field="says_who", code="nobody")
    told = {"evidence": evidence.strip(), "evidence_url": evidence_url, "says_who": says_who.strip()}
    row = {"commitment": commitment, "condition": condition, "state": state, "on": on, "by": by, "at": at}
    written = ConditionState.objects.create(**row, **told)
    restate(commitment)
    return written


@operation(RECORD_COMMITMENTS, on="state", public=True)
def strike_condition_state(*, state: ConditionState, at: datetime, by: Account) -> ConditionState:
    """Strike what was entered in error of a condition: it counts for nothing. Twice is once."""
    if state.struck_at is None:
        change(state, struck_at=at)
        restate(state.commitment)
    return state


def must_be_known(commitment: Commitment, day: date, today: date, field: str = "known_on") -> None:
    """Raise CommitmentRefused for a day before it was made, or still to come."""
    if day < commitment.made_on:
        raise CommitmentRefused(_("That was before it was made."), field=field, code="before")
    if day > today:
        raise CommitmentRefused(_("That day is still to come."), field=field, code="to_come")
