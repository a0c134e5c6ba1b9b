"""What people asked of their data and wait for: on Today of whoever answers it, the soonest due first."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.leaders.today_lines import Line, Moment, overdue_since
from m4c.people.models import Account, RightsRequest
from m4c.people.permissions import ANSWER_RIGHTS
from m4c.people.rights.sight import with_hidden

MOST = 6


def asked_of_data(account: Account, at: Moment) -> Iterator[Line]:
    """Requests without their answer that one answers, but for those that wait for whoever asked."""
    if not account.may_somewhere(ANSWER_RIGHTS):
        return
    for asked in waiting(account):
        late = overdue_since(asked.answer_by, at.today)
        if not late and asked.is_late(at.today):
            late = _("Past our own day")
        address = reverse("rights-request", args=[asked.uid])
        name = _("Somebody kept safe") if asked.is_hidden else asked.name
        yield Line(name, capfirst(asked.get_kind_display()), address, day=asked.aim_by, late=late)


@prepared
def waiting(account: Account) -> QuerySet[Any]:
    """The first of them, each with whether its name `is_hidden`."""
    return with_hidden(account, RightsRequest.objects.visible_to(account).waiting_for_us())[:MOST]
