"""What somebody who is on record twice took on, asked and said around events."""

from m4c.events.models import Evaluation, Event, Job, LetterToSomebody
from m4c.outreach.models import Telling, Told
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import NOW, gathering


def gather(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """Rows around events that name this record."""
    Job.objects.create(group=cast.cardiff, what=f"Tea {number}", taken_by=person, made_by=cast.organiser)
    told = {"group": cast.cardiff, "subject": f"Thursday {number}", "words": "Come.", "made_by": cast.organiser}
    telling = Telling.objects.create(made_at=NOW, **told)
    Told.objects.create(telling=telling, person=person, means=Told.Means.CALL, teller=friend)
    Told.objects.create(telling=telling, person=friend, means=Told.Means.CALL, teller=person)
    shared = Event.objects.filter(title="Both", group=cast.cardiff).first() or gathering(cast, title="Both")
    LetterToSomebody.objects.create(event=shared, person=person, kind="reminder", queued_at=NOW)
    Evaluation.objects.create(
        event=shared, person=person, feelings=f"Proud {number}", grew="Kofi", next=f"Tea {number}"
    )
