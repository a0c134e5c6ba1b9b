"""What came after a meeting of last week, in the demo: chains, some who were missed, somebody new, and a circle."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from m4c.core.demo import Story
from m4c.events.models import Attendance, Evaluation, Event
from m4c.events.operations.afterwards import give_out_calls, give_welcomers
from m4c.events.operations.asking import list_person
from m4c.events.operations.attendance import Came, record_attendance, record_attendances
from m4c.events.operations.evaluation import Said, evaluate, make_job_of
from m4c.events.operations.event import NewEvent, count_heads, plan_event
from m4c.people.models import Account, Person
from m4c.people.operations.person import NewPerson

State = Attendance.State
DAYS_AGO, LISTED = 6, 16
NEW = [("Lowri", "Beynon"), ("Tomasz", "Zielinski"), ("Hodan", "Warsame")]  # each brought the next
SAID = [
    (
        "Bethan",
        Said(
            "Proud, and a bit out of breath",
            "When the owner is asked by somebody he knows, he answers.",
            "Idris chaired his first item and kept us to the clock.",
            "Ask the owner for a date in writing\nBring the photographs to the council",
        ),
    ),
    ("Idris", Said("Hopeful", "Ten minutes each is enough, if we begin on time.", "", "A rota for the urn")),
    ("Siân", Said("Tired, glad I came", "", "Three people spoke who never had before.", "")),
]


def tell(story: Story) -> None:
    """Let Cardiff meet, bring one another, miss a few, and say how it was."""
    cardiff, cast = story.shelf["groups"]["Cardiff"], story.shelf["cast"]
    starts_at = timezone.make_aware(datetime.combine(story.today - timedelta(days=DAYS_AGO), time(19)))
    kind = Event.Kind.PUBLIC_MEETING
    new = NewEvent(kind, "The empty shop: we heard the owner", starts_at, place="St Mellons church hall")
    event = plan_event(group=cardiff, new=new, by=story.by)
    belonging = Person.objects.filter(memberships__group=cardiff, memberships__ended_on=None)
    listed = list(belonging.exclude(pk__in=Account.objects.exclude(person=None).values("person")).distinct()[:LISTED])
    bethan, siân, idris = cast["Bethan"], cast["Siân"], cast["Idris"]
    for place, person in enumerate(listed):
        list_person(event=event, person=person, asker=(bethan, siân)[place % 2], by=story.by)
    came = [Came(person, State.CAME, (bethan, siân)[place % 2]) for place, person in enumerate(listed[:9])]
    stayed = [Came(person, State.YES) for person in listed[9:13]]
    hosts = [Came(bethan), Came(siân), Came(idris, State.CAME, bethan)]
    record_attendances(event=event, rows=[*hosts, *came, *stayed], by=story.by)
    brought_by = listed[0] if listed else bethan
    for given, family in NEW:
        someone = NewPerson(given, family)
        walked = record_attendance(event=event, person=someone, brought_by=brought_by, by=story.by)
        brought_by = walked.person
    count_heads(event=event, number=31, how="counted", by=story.by)
    count_heads(event=event, number=40, how="reported", said_by="the Echo", by=story.by)
    first = Attendance.objects.get(event=event, person=brought_by)
    give_welcomers(event=event, at=story.now, only=[first.uid], by=story.by)
    if stayed:
        missed = Attendance.objects.get(event=event, person=stayed[0].person)
        give_out_calls(event=event, at=story.now, only=[missed.uid], by=story.by)
    for name, said in SAID:
        evaluate(event=event, said=said, at=story.now, by=Account.objects.get(person=cast[name]))
    theirs = Evaluation.objects.get(event=event, person=bethan)
    make_job_of(evaluation=theirs, step=0, at=story.now, by=Account.objects.get(person=bethan))
