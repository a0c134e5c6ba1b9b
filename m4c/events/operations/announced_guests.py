"""Write down whom people said they would bring along, where they have not said so themselves: for those who import."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from m4c.events.models import Event, Guest, Reply
from m4c.people.models import Person
from m4c.people.models.sign_in_link import hash_of


@dataclass(frozen=True)
class Announced:
    """Somebody who means to come with so many guests, some of them by name."""

    person: Person
    number: int
    names: Sequence[str] = ()


def announce_many(*, event: Event, rows: Sequence[Announced], at: datetime) -> list[tuple[Reply, list[Guest]]]:
    """Write these replies with their guests, for each row and in its order; nobody is given a link by which to change
    them. Whoever replied before is to be left out.
    """
    replies = [
        Reply(
            event=event,
            person=row.person,
            guests=row.number,
            token_hash=hash_of(secrets.token_urlsafe(32)),
            made_at=at,
            changed_at=at,
        )
        for row in rows
    ]
    Reply.objects.bulk_create(replies, batch_size=500)
    named = [[Guest(reply=reply, name=name) for name in row.names] for row, reply in zip(rows, replies, strict=True)]
    Guest.objects.bulk_create([guest for guests in named for guest in guests], batch_size=500)
    return list(zip(replies, named, strict=True))
