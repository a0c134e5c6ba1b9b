"""How somebody is reached: what is known of them, whether each way is open, and what stands above all of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.core.prepared import prepared
from m4c.people.consent_rules import Answer, Standing, standing_of, who_may_be_contacted
from m4c.people.models import Account, Channel, Consent, Person, PersonEmail, PersonPhone, Protection, Purpose


@dataclass(frozen=True)
class Way:
    """One channel, and whether news may go that way."""

    channel: Channel
    answer: Answer


@dataclass(frozen=True)
class Means:
    """E-mails, phones or an address: what is known, as written and as a link to use it, and the ways it serves."""

    label: "str | Promise"
    known: list[tuple[str, str]]
    ways: list[Way]


@dataclass(frozen=True)
class Reach:
    """Each way to reach a person, and what they `said` of it, the newest first.

    Where they are kept safe, `safe_note` stands above every one of them.
    """

    means: list[Means]
    said: Sequence[Consent]
    is_kept_safe: bool
    safe_note: str
    do_not_knock: bool


def reach_of(account: Account, person: Person, protection: Protection | None, at: datetime) -> Reach:
    """How a person whom the account may see is reached, at this time, in four queries.

    `protection` is theirs, where it stands and the account may see it. To themself nobody says that they are kept
    safe: another may be looking at the same screen.
    """
    is_kept_safe = protection is not None and person.pk != account.person_id
    numbers = phones_of(person.pk)
    standing = standing_of(person, numbers)
    emails = [(address, f"mailto:{address}") for address in emails_of(person.pk)]
    phones = [(phone.written, f"tel:{phone.number}") for phone in numbers]
    address = [(str(person.address), "")] if person.address else []
    return Reach(
        means=[
            Means(_("Phone"), phones, ways_of(standing, [Channel.PHONE, Channel.TEXT], at)),
            Means(_("E-mail"), emails, ways_of(standing, [Channel.EMAIL], at)),
            Means(_("Address"), address, ways_of(standing, [Channel.POST, Channel.DOOR], at)),
        ],
        said=standing.rows,
        is_kept_safe=is_kept_safe,
        safe_note=protection.safe_contact_note if protection and is_kept_safe else "",
        do_not_knock=bool(person.address and person.address.do_not_knock_since),
    )


@prepared
def phones_of(person: int) -> QuerySet[PersonPhone]:
    """Somebody's, the first to use first."""
    return PersonPhone.objects.filter(person=person)


@prepared
def emails_of(person: int) -> QuerySet[PersonEmail, str]:
    """Somebody's, the first to use first."""
    return PersonEmail.objects.filter(person=person).values_list("address", flat=True)


def ways_of(standing: Standing, channels: list[Channel], at: datetime) -> list[Way]:
    """Whether news may go by each of these channels."""
    return [Way(channel, standing.answer(channel, Purpose.NEWS, at)) for channel in channels]


def to_say_hello(people: Collection[int], at: datetime) -> "tuple[Prefetch[Any], Prefetch[Any]]":
    """For rows of these people that a list holds: their phones and e-mails, of those whom one may ring, or answer.

    Whoever joined has written to us, so an e-mail back needs no consent; what they objected to is obeyed. A list gives
    no way to anybody kept safe: her own page does, with what makes it safe.
    """
    listed = Person.objects.filter(pk__in=people)
    rung = who_may_be_contacted(listed, Channel.PHONE, Purpose.NEWS, at)
    answered = who_may_be_contacted(listed, Channel.EMAIL, Purpose.SERVICE, at)
    return (
        Prefetch("person__phones", PersonPhone.objects.filter(person__in=rung)),
        Prefetch("person__emails", PersonEmail.objects.filter(person__in=answered)),
    )
