"""Steward's phones for measuring a door: who is signed in on each, and what each sends, as a phone sends it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bench._load import Asked
from m4c.core.models.record import new_uid
from m4c.core.permissions import Role
from m4c.events.models import Arrival, Attendance, Event
from m4c.people.models import Account, AccountRole, Engagement, Group, Person

Entry = dict[str, Any]


@dataclass(frozen=True)
class Phone:
    """A steward's phone: what its browser sends along."""

    account: Account
    cookie: str
    guard: str


@dataclass(frozen=True)
class Tapping(Asked):
    """What phones send in turn: a JSON list with each request, each list once."""

    phones: tuple[Phone, ...] = ()

    def next(self) -> bytes | None:
        """The next request on the wire; None where nothing is left."""
        body = next(self.forms, None) if self.forms else None
        if body is None:
            return None
        parts, phone = urlsplit(self.url), self.phones[hash(body) % len(self.phones)]
        lines = [
            f"POST {parts.path} HTTP/1.1",
            f"Host: {parts.netloc}",
            f"Cookie: {phone.cookie}",
            f"X-CSRFToken: {phone.guard}",
            "Content-Type: application/json",
            f"Content-Length: {len(body.encode())}",
        ]
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def phones_of(event: Event, number: int) -> tuple[Phone, ...]:
    """So many phones, each of a leader of the event's group, with the list opened on it."""
    people = Person.objects.order_by("pk")[:number]
    return tuple(phone_of(event, person) for person in people)


def phone_of(event: Event, person: Person) -> Phone:
    """One of them."""
    account, made = Account.objects.get_or_create(email=f"steward{person.pk}@example.org", defaults={"person": person})
    if made:
        group = Group.objects.get(pk=event.group_id)
        AccountRole.objects.create(account=account, group=group, role=Role.LEADER, given_by=account)
    client = Client()
    account = Account.objects.get(pk=account.pk)
    client.force_login(account)
    guard = client.get(reverse("door-list", kwargs={"uid": event.uid})).json()["guard"]
    return Phone(account, f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}", guard)


def tap(attendance: object, **more: str) -> Entry:
    """A tap on somebody of the list."""
    at = timezone.now().isoformat()
    return {"uid": str(new_uid()), "attendance": str(attendance), "at": at, "door": "Main door", **more}


def stand_back(event: Event) -> None:
    """Nobody is in yet."""
    Arrival.objects.filter(event=event).delete()
    Engagement.objects.filter(source_type="events.attendance").delete()
    Attendance.objects.filter(event=event).update(state=Attendance.State.YES)
    connection.close()


def one_by_one(entries: Iterable[Entry]) -> Iterator[str]:
    """Each tap in a list of its own, as where there is a signal."""
    return (json.dumps([entry]) for entry in entries)
