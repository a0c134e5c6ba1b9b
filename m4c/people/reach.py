"""How somebody is reached: what is known of them, whether each way is open, and what stands above all of it."""

from dataclasses import dataclass
from datetime import datetime

from m4c.people.consent_rules import Answer, standing_of
from m4c.people.models import Account, Channel, Person, Protection, Purpose

KNOWN_BY = {
    Channel.EMAIL: "emails",
    Channel.TEXT: "phones",
    Channel.PHONE: "phones",
    Channel.POST: "address",
    Channel.DOOR: "address",
}


@dataclass(frozen=True)
class Way:
    """One channel, with what is known for it, and whether news may go that way."""

    channel: Channel
    known: list[str]
    answer: Answer


@dataclass(frozen=True)
class Reach:
    """Each way to reach a person. Where they are kept safe, `safe_note` stands above every one of them."""

    ways: list[Way]
    is_kept_safe: bool
    safe_note: str
    do_not_knock: bool


def reach_of(account: Account, person: Person, at: datetime) -> Reach:
    """How a person whom the account may see is reached, at this time, in a constant number of queries."""
    protection = Protection.objects.visible_to(account).active().filter(person=person).first()
    standing = standing_of(person)
    known = {
        "emails": [email.address for email in person.emails.all()],
        "phones": [phone.number for phone in person.phones.all()],
        "address": [str(person.address)] if person.address else [],
    }
    ways = [Way(channel, known[KNOWN_BY[channel]], standing.answer(channel, Purpose.NEWS, at)) for channel in Channel]
    return Reach(
        ways=ways,
        is_kept_safe=protection is not None and person.pk != account.person_id,
        safe_note=protection.safe_contact_note if protection else "",
        do_not_knock=bool(person.address and person.address.do_not_knock_since),
    )
