"""Offices of a group: who took one, when, who said so, and that it ended. They give nobody a right."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group, Membership, Person
from m4c.people.models.membership import OFFICES
from m4c.people.operations.group import count_heads
from m4c.people.operations.membership import join_many
from m4c.people.operations.must_see import Unseen, must_see
from m4c.people.permissions import SAY_OFFICES

Role = Membership.Role


class OfficeRefused(Refused):
    """There is no such office, or its days would not hold."""


@operation(SAY_OFFICES, on="group")
def record_office(
    *,
    group: Group,
    person: Person,
    role: str,
    since: date,
    today: date,
    by: Account,
    until: date | None = None,
    words: str = "",
) -> Membership:
    """Write down that somebody holds an office since a day, or held it until one: of people of the group only.

    `words` is what the group calls an office of its own. Raises OfficeRefused and Unseen.
    """
    must_see([person], by)
    words = words.strip() if role == Role.OTHER else ""
    check_office(role, words)
    check_days(since, until, today)
    belonging = Membership.objects.filter(person=person, group=group)
    if not (belonging.exists() if until else belonging.open().exists()):
        raise OfficeRefused(_("They do not belong to this group: add them first."), field="person", code="elsewhere")
    held = belonging.filter(role=role, words=words)
    if any(overlap(each, since, until) for each in held):
        raise OfficeRefused(_("They hold this office in that time already."), field="since", code="held")
    office = Membership.objects.create(
        person=person, group=group, role=role, words=words, started_on=since, ended_on=until, said_by=by
    )
    count_heads(group.ancestor_paths, 1)
    return office


@operation(SAY_OFFICES, on="membership")
def end_office(*, membership: Membership, on: date, today: date, by: Account) -> Membership:
    """End an office on a day; whoever held it belongs to the group as before, at least as a member. Raises
    OfficeRefused and Unseen.
    """
    if not Membership.objects.visible_to(by).filter(pk=membership.pk).exists():
        raise Unseen(_("You can only name people whom you may see."))
    if membership.role not in OFFICES or membership.ended_on:
        raise OfficeRefused(_("This office has ended already."), code="ended")
    check_days(membership.started_on or on, on, today)
    change(membership, ended_on=on, ended_by=by)
    here = Membership.objects.open().filter(person=membership.person, group=membership.group)
    if not here.exists():
        join_many(people=[membership.person], group=membership.group, role=Role.MEMBER, on=on, goes_on=True)
    return membership


def check_office(role: str, words: str) -> None:
    """Raise OfficeRefused for what is no office, and for one of the group's own without a name."""
    if role not in OFFICES:
        raise OfficeRefused(_("This is no office."), field="role", code="no_office")
    if role == Role.OTHER and not words:
        raise OfficeRefused(_("Say what the group calls it."), field="words", code="no_words")


def check_days(since: date, until: date | None, today: date) -> None:
    """Raise OfficeRefused for days to come, and for an end before the beginning."""
    if since > today or (until and until > today):
        raise OfficeRefused(_("That day is still to come."), field="until" if since <= today else "since", code="ahead")
    if until and until < since:
        raise OfficeRefused(_("It ends after it begins."), field="until", code="too_early")


def overlap(held: Membership, since: date, until: date | None) -> bool:
    """Whether a term that is on record shares more than a day with these days; a handover on one day is none."""
    begins_before = until is None or held.started_on is None or held.started_on < until
    return begins_before and (held.ended_on is None or held.ended_on > since)
