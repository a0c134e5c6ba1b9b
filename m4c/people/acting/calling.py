"""What a call list tells: whom to ring at which number, the last contact with each, and whom not to ring and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from m4c.people.acting.whom import people_meant
from m4c.people.consent_rules import standings_of
from m4c.people.models import (
    Account,
    CallOutcome,
    Channel,
    Engagement,
    PeopleExport,
    Person,
    Protection,
    Purpose,
)
from m4c.people.timeline import LEDGER_WORDS

MOST = 300  # people whom anybody rings from one list


@dataclass(frozen=True)
class Call:
    """Somebody to ring: at which numbers, and when who last was in touch, as far as the account sees."""

    person: Person
    numbers: list[str]
    last_at: datetime | None
    last_words: str
    outcome: str = ""  # what came of it, where it is written down already: as CallOutcome has it


@dataclass(frozen=True)
class CallList:
    """Those to ring, by name; those not to, each with the reason; and those kept safe whose contact one is."""

    calls: list[Call]
    left_out: list[tuple[Person, str]]
    kept_safe: list[Protection]


def call_list_of(export: PeopleExport, at: datetime) -> CallList:
    """The call list as its maker may see and ring people now, in a constant number of queries."""
    account = export.requested_by
    people = list(with_last_contact(account, export))
    ids = [person.pk for person in people]
    own = Protection.objects.visible_to(account).active().filter(contact=account.person_id, person__in=ids)
    kept_safe = list(own.select_related("person")) if account.person_id else []
    outcomes = dict(CallOutcome.objects.filter(call_list=export).values_list("person", "outcome"))
    calls, left_out = [], []
    for standing in standings_of(people).values():
        person = standing.person
        if standing.is_out_of_use:
            continue  # her contact reads below how to reach her safely, and nobody else is told that she is here
        numbers = [phone.written for phone in person.phones.all()]
        answer = standing.answer(Channel.PHONE, Purpose.NEWS, at)
        if not answer:
            left_out.append((person, answer.why))
        elif not numbers:
            left_out.append((person, _("We have no number of theirs.")))
        else:
            last_at, last_kind = person.last_at, person.last_kind  # type: ignore[attr-defined]
            calls.append(Call(person, numbers, last_at, words_of(last_kind), outcomes.get(person.pk, "")))
    return CallList(calls, left_out, kept_safe)


def with_last_contact(account: Account, export: PeopleExport) -> Iterator[Person]:
    """The first people of the list by name, each with the day and kind of their last engagement as the account sees."""
    rows = Engagement.objects.visible_to(account).filter(person=OuterRef("pk"), kind__in=LEDGER_WORDS.names())
    last = rows.order_by("-at", "-pk")
    found = people_meant(account, export.asked_for, export.picked).order_by("sort_name", "pk")
    found = found.annotate(last_at=Subquery(last.values("at")[:1]), last_kind=Subquery(last.values("kind")[:1]))
    yield from found.prefetch_related("phones")[:MOST]  # a filter is live, and may find more by now


def words_of(kind: str | None) -> str:
    """What a kind of engagement says by itself; blank for none."""
    return str(LEDGER_WORDS[kind].sentence) if kind else ""
