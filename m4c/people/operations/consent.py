"""Record what people agreed or objected to, by channel and purpose. Nothing that was said is ever changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Address, Channel, Consent, Person, PersonPhone, Purpose
from m4c.people.operations.must_see import must_see
from m4c.people.permissions import RECORD_CONSENT


class ConsentRefused(Refused):
    """What was said would not make sense as written."""


@dataclass(frozen=True)
class Said:
    """What somebody said: by which way, for what, in which words, when, and where it stands written."""

    person: Person
    channel: str
    purpose: str
    state: str
    at: datetime
    source: str
    wording: str = ""


@operation(RECORD_CONSENT, on="person")
def record_consent(
    *,
    person: Person,
    channel: str,
    purpose: str,
    state: str,
    at: datetime,
    source: str,
    by: Account,
    wording: str = "",
) -> Consent:
    """Record one thing that somebody said. An objection at the door marks the address. Raises ConsentRefused."""
    must_see([person], by)
    said = Said(person, channel, purpose, state, at, source, wording)
    if state == Consent.State.TAKEN_BACK and not stands_objected(said):
        raise ConsentRefused(_("There is no such objection to take back."), field="state", code="no_objection")
    write_consents([said], taken_by=by)
    return Consent.objects.get(person=person, channel=channel, purpose=purpose, state=state, at=at)


@operation(RECORD_CONSENT, on="people", every=False)
def record_consents(*, people: Collection[Person], said: Sequence[Said], by: Account) -> list[Person]:
    """Record what many people said, at most 500 rows at a time; the same again changes nothing.

    An objection is only taken back by its person, one by one. Raises ConsentRefused.
    """
    if not {row.person.pk for row in said} <= {person.pk for person in people}:
        raise TypeError("record_consents: somebody spoke who is not among the people")
    must_see(people, by)
    if any(row.state == Consent.State.TAKEN_BACK for row in said):
        raise ConsentRefused(_("An objection is taken back by its person, one by one."), code="one_by_one")
    write_consents(said, taken_by=by)
    return list(people)


@operation(RECORD_CONSENT, on="person")
def lift_do_not_knock(*, person: Person, by: Account) -> Address:
    """Take "do not knock" off somebody's address, at the word of those who live there now. Raises ConsentRefused."""
    must_see([person], by)
    address = person.address
    if address is None or address.do_not_knock_since is None:
        raise ConsentRefused(_("This address is not marked."), code="not_marked")
    if any(objects_at_the_door(resident) for resident in Person.objects.filter(address=address)):
        raise ConsentRefused(_("Somebody who lives there still objects."), code="still_objected")
    change(address, do_not_knock_since=None)
    return address


@operation(RECORD_CONSENT, on=None)
def record_screening(*, screened: Collection[str], listed: Collection[str], on: date, by: Account) -> None:
    """Record which of the numbers screened, in E.164, stand on the Telephone Preference Service; at most 500."""
    numbers = PersonPhone.objects.filter(number__in=screened)
    numbers.filter(number__in=listed).update(tps_seen_on=on)
    numbers.exclude(number__in=listed).update(tps_seen_on=None)


def write_consents(said: Iterable[Said], *, taken_by: Account) -> None:
    """Add rows of consent, those known already left as they are; objections at the door mark their addresses."""
    listed = list(said)
    for row in listed:
        check(row)
    rows = [
        Consent(
            person=row.person,
            channel=row.channel,
            purpose=row.purpose,
            state=row.state,
            at=row.at,
            source=row.source.strip(),
            wording=row.wording.strip(),
            taken_by=taken_by,
        )
        for row in listed
    ]
    Consent.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    for row in listed:
        if row.channel == Channel.DOOR and row.state == Consent.State.OBJECTED:
            mark_address(row.person, row.at)


def write_new_consents(said: Iterable[Said], *, taken_by: Account) -> list[Consent]:
    """The same, for whoever must know what to take back: the rows that were not there before."""
    listed = list(said)
    rows = Consent.objects.filter(person__in={each.person.pk for each in listed})
    known = set(rows.values_list("pk", flat=True))
    write_consents(listed, taken_by=taken_by)
    return [row for row in rows.all() if row.pk not in known]


def check(said: Said) -> None:
    """Raise ConsentRefused where a row would say less than the law asks for, or more than anybody can."""
    answers = Consent.State.answers()
    if said.purpose == Purpose.ALL and said.state in answers:
        raise ConsentRefused(_("Nobody can agree to anything at all: choose what for."), field="purpose")
    if said.purpose == Purpose.SERVICE and said.state in answers:
        raise ConsentRefused(_("This needs no consent; they can only object to it."), field="purpose")
    if said.state == Consent.State.GIVEN and not said.wording.strip():
        raise ConsentRefused(_("Write down what they agreed to, in the words they saw or heard."), field="wording")
    if not said.source.strip():
        raise ConsentRefused(_("Say where this is written, or how they told you."), field="source")


def mark_address(person: Person, at: datetime) -> None:
    """Mark somebody's address "do not knock", where more than a postcode is known of it."""
    address = person.address
    if address and address.lines and (address.do_not_knock_since is None or address.do_not_knock_since > at):
        change(address, do_not_knock_since=at)


def stands_objected(said: Said) -> bool:
    """Whether an objection by this way and to this stands at that time."""
    rows = Consent.objects.filter(person=said.person, channel=said.channel, purpose=said.purpose, at__lte=said.at)
    latest = rows.filter(state__in=Consent.State.objections()).first()
    return latest is not None and latest.state == Consent.State.OBJECTED


def objects_at_the_door(person: Person) -> bool:
    """Whether any objection of somebody to being called on stands."""
    rows = Consent.objects.filter(person=person, channel=Channel.DOOR, state__in=Consent.State.objections())
    latest = {row.purpose: row.state for row in reversed(rows)}
    return Consent.State.OBJECTED in latest.values()
