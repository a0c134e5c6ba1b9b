"""Short ways to write what a test is not about: somebody, an event, a session, a client; all made by operations."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from m4c.core.errors import NotAllowed
from m4c.events.models import Event
from m4c.events.operations.event import NewEvent, plan_event
from m4c.leaders.models import TrainingSession
from m4c.leaders.operations.training import NewSession, record_session, start_of
from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Account, Group, Person
from m4c.people.operations.person import NewPerson, add_person
from tests.cast import PERSONAS, Cast

TODAY = date(2026, 10, 5)  # a Monday, after the cast was made
NOW = datetime(2026, 10, 5, 18, 30, tzinfo=UTC)


def somebody(cast: Cast, name: str = "Amal Yusuf", group: Group | None = None, **more: object) -> Person:
    """A person of a group, Cardiff where none is named."""
    given, _, family = name.partition(" ")
    new = NewPerson(given, family, **more)  # type: ignore[arg-type]
    return add_person(group=group or cast.cardiff, new=new, by=cast.operator)


def gathering(cast: Cast, group: Group | None = None, days: int = 0, **more: object) -> Event:
    """A public meeting of a group, Cardiff where none is named, so many days from NOW."""
    facts = {"kind": Event.Kind.PUBLIC_MEETING.value, "title": "Street lights", "starts_at": NOW + timedelta(days=days)}
    new = NewEvent(**(facts | more))  # type: ignore[arg-type]
    return plan_event(group=group or cast.cardiff, new=new, by=cast.operator)


def training(cast: Cast, group: Group | None = None, day: date = TODAY, kind: str = "full") -> TrainingSession:
    """A training session of a group, Cardiff where none is named."""
    new = NewSession(kind=kind, starts_at=start_of(day))
    return record_session(group=group or cast.cardiff, new=new, by=cast.operator)


def talk(cast: Cast, asker: Person, other: Person, day: date = TODAY) -> OneToOne:
    """A 1-2-1 held in Cardiff; the one of that day where there is one."""
    known = OneToOne.objects.filter(asker=asker, other=other, day=day).first()
    new = NewOneToOne(asker, other, day, held_on=day)
    return known or record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def seers(cast: Cast, row: Any) -> set[str]:
    """The personas who see a record."""
    rows = type(row)._default_manager
    return {who for who in PERSONAS if rows.visible_to(getattr(cast, who)).filter(pk=row.pk).exists()}


def doers(act: Callable[[Account], Any], cast: Cast) -> set[str]:
    """The personas who hold the right to do something."""
    done = set()
    for persona in PERSONAS:
        try:
            act(getattr(cast, persona))
        except NotAllowed:
            continue
        done.add(persona)
    return done


def signed_in(cast: Cast, persona: str) -> Client:
    """A client signed in as a persona."""
    client = Client()
    client.force_login(getattr(cast, persona))
    return client


def words_of(response: Any, status: int = 200) -> str:
    """What a page says, after a look that it came as asked and that no component was left undrawn."""
    text: str = response.content.decode()
    assert response.status_code == status, text[:500]
    assert "<c-" not in text
    return text


def queries_of(client: Client, address: str, **headers: Any) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, headers=headers).status_code == 200
    return len(queries)
