"""Stop what somebody objects to: being reached, by some ways or by all, for some purpose or any."""

from collections.abc import Collection
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.operations import operation
from m4c.people.models import Account, Channel, Consent, Purpose, RightsRequest
from m4c.people.operations.consent import mark_address
from m4c.people.operations.rights_request import RightsRefused, must_be_unanswered
from m4c.people.operations.suppression import Objection, write_objections
from m4c.people.permissions import ANSWER_RIGHTS


@operation(ANSWER_RIGHTS, on="request")
def stop_reaching(
    *, request: RightsRequest, channels: Collection[str], purpose: str, at: datetime, by: Account
) -> list[Consent]:
    """Write down that they object to being reached by these ways, for this: obeyed from this minute on.

    Nobody needs to give a reason, and it is never refused (UK GDPR article 21(2) and (3)). Raises RightsRefused.
    """
    must_be_unanswered(request)
    person = request.person
    if person is None:
        raise RightsRefused(gettext_lazy("Say first whose record it is about."), code="no_person")
    if not set(channels) or not set(channels) <= set(Channel.values) or purpose not in Purpose.values:
        raise RightsRefused(gettext_lazy("Say by which ways, and for what."), field="channels", code="no_channels")
    source = _("What they asked for on {day}").format(day=date_format(request.received_on, "j F Y"))
    made = write_objections(
        Objection(person.pk, channel, purpose, at, source, by.pk, request.words[:500]) for channel in sorted(channels)
    )
    if Channel.DOOR in channels:
        mark_address(person, at)
    return made
