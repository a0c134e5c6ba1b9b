"""Propose what has been kept long, and decide about it: keep it on, erase it, or ask them. Nothing goes by itself."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.data_permissions import PROPOSE_RETENTION, REVIEW_RETENTION
from m4c.people.erasure.keeping import RETENTION_RULES
from m4c.people.models import Account, Erasure, Group, Membership, NextStep, Person, Protection, RetentionCase
from m4c.people.operations.erasure import begin
from m4c.people.operations.must_see import must_see
from m4c.people.permissions import SEE_PROTECTED

Decision = RetentionCase.Decision
MOST = 500  # people in one go
LONGEST = timedelta(days=5 * 366)  # how long it can be kept on by one decision
ANSWER_WITHIN = timedelta(days=28)


class RetentionRefused(Refused):
    """It cannot be decided like this."""


@operation(PROPOSE_RETENTION, on=None)
def propose_cases(*, rule: str, after: int, at: datetime, by: Account) -> list[RetentionCase]:
    """Put up to 500 people whom a rule finds before those who decide; of people after this id.

    Of whoever is kept safe the safeguarding lead alone reads it, and decides.
    """
    found = RETENTION_RULES[rule].to_propose(timezone.localdate(at)).filter(pk__gt=after)
    memberships = Prefetch("memberships", Membership.objects.select_related("group"))
    people = list(found.order_by("pk").prefetch_related(memberships)[:MOST])
    movement = Group.objects.get(kind=Group.Kind.MOVEMENT)
    cases = [
        RetentionCase(rule=rule, person=person, group=home_of(person, movement), since=since_of(person), found_at=at)
        for person in people
    ]
    return RetentionCase.objects.bulk_create(cases, batch_size=MOST)


@operation(REVIEW_RETENTION, on="case")
def decide_case(
    *, case: RetentionCase, decision: str, at: datetime, by: Account, reason: str = "", keep_until: date | None = None
) -> RetentionCase:
    """Keep it on with a reason until a day, erase it, or ask them. Raises RetentionRefused, Unseen, NotAllowed."""
    must_see([case.person], by)
    return settle(case, decision, at, by, reason, keep_until)


@operation(SEE_PROTECTED, on="protection")
def decide_case_kept_safe(
    *,
    protection: Protection,
    case: RetentionCase,
    decision: str,
    at: datetime,
    by: Account,
    reason: str = "",
    keep_until: date | None = None,
) -> RetentionCase:
    """The same of somebody kept safe, by the safeguarding lead: keep it on or erase it. Asking is for her contact,
    in person. Raises RetentionRefused, NotAllowed.
    """
    if protection.lifted_at or case.person_id != protection.person_id or decision == Decision.ASK:
        raise RetentionRefused(_("That is not decided here."), code="elsewhere")
    return settle(case, decision, at, by, reason, keep_until)


def settle(
    case: RetentionCase, decision: str, at: datetime, by: Account, reason: str, keep_until: date | None
) -> RetentionCase:
    """Write down what was decided, and do it. Raises RetentionRefused."""
    held = RetentionCase.objects.select_for_update(of=("self",)).select_related("person", "group").get(pk=case.pk)
    if held.decided_at:
        raise RetentionRefused(_("Somebody has decided this already."), code="decided")
    if decision == Decision.KEEP:
        check_keeping(reason, keep_until, timezone.localdate(at))
    else:
        keep_until = None
    change(held, decision=decision, reason=reason.strip(), keep_until=keep_until, decided_by=by, decided_at=at)
    if decision == Decision.ERASE:
        let_go(held, at, by)
    elif decision == Decision.ASK:
        ask(held, at, by)
    return held


def check_keeping(reason: str, keep_until: date | None, today: date) -> None:
    """Raise RetentionRefused without a reason, or for a day that is past or beyond five years."""
    if not reason.strip():
        raise RetentionRefused(_("Say why it is kept on."), field="reason", code="no_reason")
    if keep_until is None or not today < keep_until <= today + LONGEST:
        raise RetentionRefused(
            _("Say until when: a day to come, within five years."), field="keep_until", code="no_day"
        )


def let_go(case: RetentionCase, at: datetime, by: Account) -> None:
    """Let go of what the rule is about: of one kind of words, or of the whole record."""
    rule = RETENTION_RULES[case.rule]
    if rule.erase:
        rule.erase(case.person, rule.before(timezone.localdate(at)))
    else:
        begin([case.person], by, why=Erasure.Why.KEPT_LONG, at=at)


def ask(case: RetentionCase, at: datetime, by: Account) -> None:
    """Make it the next step of whoever decided to ask them, within four weeks."""
    if by.person is None:
        raise RetentionRefused(_("Whoever asks them must be somebody."), code="nobody")
    NextStep.objects.create(
        group=case.group,
        person=case.person,
        owner=by.person,
        words=str(_("Ask whether we may keep their record.")),
        due_on=timezone.localdate(at) + ANSWER_WITHIN,
        recorded_by=by,
    )


def home_of(person: Person, movement: Group) -> Group:
    """The group whose data-protection role decides: one that they belong to, or left last; else the movement."""
    rows: Sequence[Membership] = list(person.memberships.all())
    inside = [row for row in rows if row.group.is_in_tree]
    return max(inside, key=lambda row: (row.ended_on is None, row.pk)).group if inside else movement


def since_of(person: Person) -> date:
    """The day from which the rule counted, as its query annotated it."""
    since: date = person.since  # type: ignore[attr-defined]
    return since
