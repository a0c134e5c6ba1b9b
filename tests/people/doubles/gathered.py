"""What somebody who is on record twice took on, asked and said around events."""

from m4c.events.models import (
    Attendance,
    Evaluation,
    Event,
    Job,
    LetterToSomebody,
    Reply,
    Series,
    TurnoutPledge,
)
from m4c.events.operations.part import add_part
from m4c.outreach.models import Telling, Told
from m4c.people.models import NameOnList, Person
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering


def gather(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """Rows around events that name this record."""
    Job.objects.create(group=cast.cardiff, what=f"Tea {number}", taken_by=person, made_by=cast.organiser)
    told = {"group": cast.cardiff, "subject": f"Thursday {number}", "words": "Come.", "made_by": cast.organiser}
    telling = Telling.objects.create(made_at=NOW, **told)
    Told.objects.create(telling=telling, person=person, means=Told.Means.CALL, teller=friend)
    Told.objects.create(telling=telling, person=friend, means=Told.Means.CALL, teller=person)
    weekly = {"kind": "social", "title": f"Tea {number}", "starts": NOW.time()}
    shared = Event.objects.filter(title="Both", group=cast.cardiff).first() or gathering(cast, title="Both")
    LetterToSomebody.objects.create(event=shared, person=person, kind="reminder", queued_at=NOW)
    Evaluation.objects.create(
        event=shared, person=person, feelings=f"Proud {number}", grew="Kofi", next=f"Tea {number}"
    )
    add_part(event=shared, part="speaker", words=f"Part {number}", person=person, by=cast.organiser)
    Event.objects.filter(title=f"Own {number}", group=cast.cardiff).update(contact=person)
    Series.objects.create(group=cast.cardiff, rule="FREQ=WEEKLY;BYDAY=MO", first_on=TODAY, contact=person, **weekly)
    TurnoutPledge.objects.create(event=shared, person=person, number=number, made_at=NOW)
    Reply.objects.create(event=shared, person=person, token_hash=f"{number:064}", made_at=NOW, changed_at=NOW)
    Attendance.objects.create(event=shared, person=friend, state="yes", asked_by=person)
    NameOnList.objects.create(owner=person, name=f"Carys {number}", made_on=TODAY)
