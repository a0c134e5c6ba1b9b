"""After an event: give out calls to those who were missed, and welcomers to those who came for the first time."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.errors import Refused
from m4c.core.operations import change_many, operation
from m4c.events.afterwards.missed import uncalled
from m4c.events.afterwards.newcomers import unwelcomed
from m4c.events.models import Event
from m4c.events.models.attendance import AttendanceQuerySet
from m4c.events.permissions import RECORD_ATTENDANCE
from m4c.events.turnout.figures import is_over
from m4c.people.models import Account, NextStep, Person, Welcome
from m4c.people.operations.welcome import Welcomers, welcome_many
from m4c.people.permissions import TAKE_NEXT_STEPS

WITHIN = timedelta(days=2)


class AfterwardsRefused(Refused):
    """The event is not over, or there is nobody to whom it could fall."""


@operation(TAKE_NEXT_STEPS, on="event")
def give_out_calls(*, event: Event, at: datetime, by: Account, only: Collection[UUID] = ()) -> list[NextStep]:
    """Let whoever asked somebody ring them within two days, since they said yes and did not come: a next step with
    each of those whom the account sees and whom nobody is to ring yet, or of the attendances `only`.

    Whom nobody asked, the account rings. Done twice it is done once. Raises AfterwardsRefused.
    """
    must_be_over(event, at)
    rows = some_of(uncalled(by, event), only)
    words = _("Ring them: they said yes to “{event}” and did not come.").format(event=short(event.title))
    steps = []
    for row in rows:
        owner = row.whose or by.person_id  # type: ignore[attr-defined]
        if owner is None:
            raise AfterwardsRefused(_("Nobody asked them, and your account belongs to nobody who could ring them."))
        steps.append(
            NextStep(
                group=event.group,
                person_id=row.person_id,
                owner_id=owner,
                words=words,
                due_on=timezone.localdate(at + WITHIN),
                recorded_by=by,
            )
        )
    return NextStep.objects.bulk_create(steps, batch_size=500)


@operation(RECORD_ATTENDANCE, on="event")
def give_welcomers(*, event: Event, at: datetime, by: Account, only: Collection[UUID] = ()) -> list[Welcome]:
    """Let somebody welcome each of those who came for the first time within two days: those whom the account sees and
    whom nobody welcomes yet, or of the attendances `only`. It falls to the group's welcomers in turn.

    Done twice it is done once. Raises AfterwardsRefused where the group has nobody who could.
    """
    must_be_over(event, at)
    people = list(Person.objects.filter(pk__in=some_of(unwelcomed(by, event), only).values("person")).order_by("pk"))
    if not people:
        return []
    welcomes = welcome_many(people, event.group, at)
    falls_to, due_on = Welcomers(event.group), timezone.localdate(at + WITHIN)
    change_many(
        {
            welcome: {
                "welcomer": welcome.welcomer or falls_to.next_for(welcome.person_id),
                "due_on": min(welcome.due_on, due_on),
            }
            for welcome in welcomes
        }
    )
    if not any(welcome.welcomer for welcome in welcomes):
        raise AfterwardsRefused(_("There is no leader or organiser here who could welcome them."), code="no_welcomer")
    return welcomes


def some_of(rows: AttendanceQuerySet, only: Collection[UUID]) -> AttendanceQuerySet:
    """These rows, or those of them that are named."""
    return rows.filter(uid__in=only) if only else rows


def must_be_over(event: Event, at: datetime) -> None:
    """Raise AfterwardsRefused for an event that has not ended."""
    if not is_over(event, at):
        raise AfterwardsRefused(_("It is not over yet."), code="ahead")


def short(title: str) -> str:
    """A title with room for words around it."""
    return title if len(title) <= 150 else f"{title[:149]}…"
