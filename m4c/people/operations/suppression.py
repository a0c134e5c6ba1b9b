"""Bodies shared by operations: write objections once, and obey what was kept of people who were not on record yet."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from operator import attrgetter

from django.db.models import QuerySet

from m4c.core.inserting import in_columns, insert_new
from m4c.core.prepared import prepared
from m4c.people.models import Account, Consent, PersonEmail, PersonPhone, Suppression
from m4c.people.models.suppression import digest_of, key_mark
from m4c.people.written import by_sql, one_of

State = Consent.State


@dataclass(frozen=True, slots=True)
class Objection:
    """That somebody objected to one way of being reached, when, and where it is written."""

    person_id: int
    channel: str
    purpose: str
    at: datetime
    source: str
    taken_by_id: int
    wording: str = ""

    @property
    def about(self) -> tuple[int, str, str]:
        """Whose it is, by which way, to what."""
        return self.person_id, self.channel, self.purpose


OBJECTION = tuple(each.name for each in fields(Objection))  # as consents call it


def write_objections(said: Iterable[Objection]) -> list[Consent]:
    """Record objections, in two statements; what was objected to already is left as it is. The rows that are new.

    Who took an objection back after this one was made keeps their word.
    """
    first = {each.about: each for each in reversed(list(said))}
    if not first:
        return []
    rows = Consent.objects.filter(by_sql("person", one_of(list({each.person_id for each in first.values()}))))
    latest: dict[tuple[int, str, str], tuple[str, datetime]] = {}
    for row in rows.filter(state__in=State.objections()).order_by("at", "pk"):
        latest[row.person_id, row.channel, row.purpose] = (row.state, row.at)
    new = [
        each
        for about, each in first.items()
        if about not in latest or (latest[about][0] == State.TAKEN_BACK and latest[about][1] < each.at)
    ]
    return insert_new(Consent, state=State.OBJECTED, **in_columns(map(attrgetter(*OBJECTION), new), *OBJECTION))


def keep_suppressions(
    wanted: Collection[tuple[str, str, str]], *, at: datetime, source: str, taken_by: Account
) -> dict[tuple[str, str, str], Suppression]:
    """Keep that these ways are closed, each (folded e-mail or number, channel, purpose), without keeping the addresses.

    Those that are new, by what they were given as.
    """
    by_digest = {(digest_of(value), channel, purpose): (value, channel, purpose) for value, channel, purpose in wanted}
    known = set(
        Suppression.objects.filter(digest__in={digest for digest, _channel, _purpose in by_digest}).values_list(
            "digest", "channel", "purpose"
        )
    )
    mark = key_mark()
    new = [
        Suppression(
            digest=digest,
            key_mark=mark,
            channel=channel,
            purpose=purpose,
            at=at,
            source=source,
            taken_by=taken_by,
        )
        for digest, channel, purpose in by_digest
        if (digest, channel, purpose) not in known
    ]
    made = Suppression.objects.bulk_create(new, batch_size=500)
    return {by_digest[each.digest, each.channel, each.purpose]: each for each in made}


def obey_suppressions(ways: Iterable[tuple[int, str]]) -> list[Consent]:
    """Write what was kept of these e-mails (folded) and numbers as objections of the people, by id, whose they are; the
    rows written.
    """
    whose: dict[str, list[int]] = {}
    for person_id, value in ways:
        whose.setdefault(digest_of(value), []).append(person_id)
    if not whose:
        return []
    return write_objections(
        Objection(
            person_id=person_id,
            channel=kept.channel,
            purpose=kept.purpose,
            at=kept.at,
            source=kept.source,
            taken_by_id=kept.taken_by_id,
        )
        for kept in kept_of(list(whose))
        for person_id in whose[kept.digest]
    )


@prepared
def kept_of(digests: list[str]) -> QuerySet[Suppression]:
    """What is kept of these e-mails and numbers."""
    return Suppression.objects.filter(by_sql("digest", one_of(digests)))


def owners_of(values: Collection[str]) -> dict[str, list[int]]:
    """Ids of the people whose e-mails (folded) or numbers these are, seen by anybody or not."""
    owners: dict[str, list[int]] = {}
    for folded, person_id in PersonEmail.objects.filter(folded__in=values).values_list("folded", "person_id"):
        owners.setdefault(folded, []).append(person_id)
    for number, person_id in PersonPhone.objects.filter(number__in=values).values_list("number", "person_id"):
        owners.setdefault(number, []).append(person_id)
    return owners
