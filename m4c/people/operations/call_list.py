"""Make a list of people to ring: on record like an export, with its purpose, and read anew each time it is opened."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.people.acting.whom import form_of, people_meant
from m4c.people.calling import MOST
from m4c.people.list_permissions import MAKE_CALL_LISTS
from m4c.people.models import Account, Group, PeopleExport


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
