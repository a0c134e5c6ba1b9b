"""Make a list of people to ring, on record with its purpose and read anew each time, and say what came of a call."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.core.visibility import scopes_of
from m4c.people import ledger
from m4c.people.acting.calling import MOST
from m4c.people.acting.whom import form_of, people_meant
from m4c.people.list_permissions import MAKE_CALL_LISTS
from m4c.people.models import Account, CallOutcome, Channel, Consent, Group, Membership, PeopleExport, Person, Purpose
from m4c.people.models.use import is_out_of_use
from m4c.people.operations.consent import Said, write_consents
from m4c.people.operations.must_see import Unseen, must_see


class CallListRefused(Refused):
    """The call list cannot be made like this."""


@operation(MAKE_CALL_LISTS, on="groups", every=True)
def make_call_list(
    *, groups: Sequence[Group], purpose: str, asked_for: str, picked: Sequence[str], by: Account, at: datetime
) -> PeopleExport:
    """Make a call list of those ticked, or of all that the address of the list finds.

    Raises CallListRefused without a purpose, by an address that cannot be read, of nobody, and of too many.
    """
    if not purpose.strip():
        raise CallListRefused(_("Say what you ring them for: that is kept on record."), field="purpose", code="purpose")
    if not picked and form_of(asked_for, by).problems:
        raise CallListRefused(_("The address of the list cannot be read, so nobody is meant by it."), code="filter")
    number = people_meant(by, asked_for, picked).count()
    if not number:
        raise CallListRefused(_("Nobody is on this list."), code="nobody")
    if number > MOST:
        raise CallListRefused(
            _("These are {number} people, and a call list holds {most} at most. Filter for fewer, or share them out.")
            .format(number=number, most=MOST), code="too_many",
        )  # fmt: skip
    return PeopleExport.objects.create(
        format=PeopleExport.Format.CALLS,
        purpose=purpose.strip(),
        asked_for="" if picked else asked_for,
        picked=list(picked),
        requested_by=by,
        requested_at=at,
        language=get_language() or "",
        count=number,
        made_at=at,
    )


@operation(MAKE_CALL_LISTS, on="person")
def write_down_call(*, call_list: PeopleExport, person: Person, outcome: str, at: datetime, by: Account) -> CallOutcome:
    """Say what came of ringing somebody on one's own list; said again, it is put right.

    Whoever was reached was in touch that day. Whoever wants no call again objects, and is rung by nobody: taken back,
    that is a consent of its own. Raises CallListRefused and Unseen.
    """
    must_see([person], by)
    must_be_on(call_list, person, by)
    never = CallOutcome.Outcome.NEVER_AGAIN
    if CallOutcome.objects.filter(call_list=call_list, person=person, outcome=never).exists():
        raise CallListRefused(_("They asked not to be rung again: that stands on their page."), code="never")
    facts = {"outcome": CallOutcome.Outcome(outcome), "at": at, "by": by, "group": group_rung_for(person, by)}
    written, _is_new = CallOutcome.objects.update_or_create(call_list=call_list, person=person, defaults=facts)
    if outcome == never:
        source = gettext("Said when rung: {purpose}").format(purpose=call_list.purpose)[:200]
        said = Said(person, Channel.PHONE, Purpose.ALL, Consent.State.OBJECTED, at, source)
        write_consents([said], taken_by=by)
    ledger.write([written])
    return written


def must_be_on(call_list: PeopleExport, person: Person, by: Account) -> None:
    """Raise Unseen unless it is the account's own list, kept yet, and the person stands on it to be rung."""
    is_own = call_list.requested_by_id == by.pk and call_list.format == PeopleExport.Format.CALLS
    meant = people_meant(by, call_list.asked_for, call_list.picked)
    is_on = is_own and not call_list.forgotten_at and meant.filter(pk=person.pk).exists()
    if not is_on or is_out_of_use(person.pk):
        raise Unseen(_("They do not stand on this list."))


def group_rung_for(person: Person, by: Account) -> Group:
    """The group of theirs in which the account makes call lists; one that they still belong to before others."""
    held = Membership.objects.filter(person=person).select_related("group")
    groups = [membership.group for membership in sorted(held, key=lambda one: (one.is_former, one.pk))]
    return next(group for group in groups if by.may(MAKE_CALL_LISTS, scopes_of(group)))
