"""Reads from the database everybody whom the rows of a chunk may turn out to be, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from m4c.core.models.record import uid_of
from m4c.core.prepared import prepared
from m4c.people.matching import Description, Known
from m4c.people.models import Account, Address, ImportRow, OutsideIdentity, Person, PersonEmail, PersonPhone
from m4c.people.models.contact_details import contact_details
from m4c.people.models.use import out_of_use
from m4c.people.written import by_sql, one_of

FIELDS = [
    "pk",
    "given_name",
    "family_name",
    "known_as",
    "folded_name",
    "household_id",
    "address__postcode",
    "died_on",
    "moved_away_on",
]


def candidates(described: Sequence[Description], by: Account) -> list[Known]:
    """Everybody on record whom these descriptions may mean, seen by the account or not, oldest record first."""
    numbers = numbers_of((each.outside for each in described), by)
    ids = reached_by(described) | namesakes(described) | numbers.keys()
    return known_by(ids, seen_by(ids, by), numbers) if ids else []


def reached(described: Description) -> list[Known]:
    """Everybody whom a description of somebody may mean that brings an e-mail or phone on record; nobody without.

    It is said of nobody that they are seen: nobody asks.
    """
    ids = reached_by([described])
    return known_by(ids | namesakes([described]), set(), {}) if ids else []


def known_by(ids: set[int], seen: set[int], numbers: Mapping[int, Sequence[str]]) -> list[Known]:
    """The people of these ids as matching reads them: which of them are seen, and their numbers of other tools."""
    emails, phones = contact_details(ids)
    protected = out_of_use(ids)
    return [
        Known(
            key=row["pk"],
            person_id=row["pk"],
            given_name=row["given_name"],
            family_name=row["family_name"],
            known_as=row["known_as"],
            folded_name=row["folded_name"],
            emails=tuple(emails[row["pk"]]),
            phones=tuple(phones[row["pk"]]),
            postcode=row["address__postcode"] or "",
            household_id=row["household_id"],
            outside=tuple(numbers.get(row["pk"], ())),
            is_seen=row["pk"] in seen,
            is_protected=row["pk"] in protected,
            died=row["died_on"] is not None,
            moved_away=row["moved_away_on"] is not None,
        )
        for row in said_of(list(ids))
    ]


@prepared
def said_of(ids: list[int]) -> QuerySet[Person, dict[str, Any]]:
    """What matching reads of these people's records, the oldest first."""
    return Person.objects.filter(by_sql("pk", one_of(ids))).order_by("pk").values(*FIELDS)


def reached_by(described: Sequence[Description]) -> set[int]:
    """Ids of people who share an e-mail or a phone with one of these."""
    emails = {email for each in described for email in each.emails}
    phones = {phone for each in described for phone in each.phones}
    return {*with_emails(list(emails)), *with_phones(list(phones))}


@prepared
def with_emails(folded: list[str]) -> QuerySet[PersonEmail, int]:
    """Whose these e-mails are."""
    return PersonEmail.objects.filter(by_sql("folded", one_of(folded))).order_by().values_list("person_id", flat=True)


@prepared
def with_phones(numbers: list[str]) -> QuerySet[PersonPhone, int]:
    """Whose these phones are."""
    return PersonPhone.objects.filter(by_sql("number", one_of(numbers))).order_by().values_list("person_id", flat=True)


def numbers_of(numbers: Iterable[str], by: Account) -> dict[int, list[str]]:
    """Whose these numbers of other tools are, by person: only of people whom the account sees.

    A number says so little that anybody can count through them all: it leads to nobody whom one does not see.
    """
    wanted: dict[str, set[str]] = defaultdict(set)
    for number in filter(None, numbers):
        source, _space, value = number.partition(" ")
        wanted[source].add(value)
    found: dict[int, list[str]] = defaultdict(list)
    for source, values in wanted.items():
        rows = OutsideIdentity.objects.visible_to(by).filter(by_sql("value", one_of(list(values))), source=source)
        for person_id, value in rows.values_list("person_id", "value"):
            found[person_id].append(f"{source} {value}")
        ours = {uid: value for value in values if (uid := uid_of(value))}
        of_ours = Person.objects.visible_to(by).filter(uid__in=ours)  # our own list, come back with our own names
        for person_id, uid in of_ours.values_list("pk", "uid") if ours else ():
            found[person_id].append(f"{source} {ours[uid]}")
    return found


def namesakes(described: Sequence[Description]) -> set[int]:
    """Ids of people of the same full name, where name and home, or want of anything else, could make them one."""
    names = {each.folded_name for each in described} - {""}
    if not names:
        return set()
    unreachable = {each.folded_name for each in described if not each.is_reachable}
    postcodes = {each.postcode for each in described} - {""}
    found = {pk for pk, name in living_at(list(postcodes)) if name in names}  # far fewer than all of these names
    return found.union(barely_known(list(names), list(unreachable)))


@prepared
def living_at(postcodes: list[str]) -> QuerySet[Person, tuple[int, str]]:
    """Those who live at one of these postcodes, with their folded names."""
    homes = Address.objects.filter(by_sql("postcode", one_of(postcodes)))  # joined, SQLite looks at everybody
    return Person.objects.filter(address__in=homes).order_by().values_list("pk", "folded_name")


@prepared
def barely_known(names: list[str], unreachable: list[str]) -> QuerySet[Person, int]:
    """Those of these full names who are unreachable, or are described as such."""
    silent = ~Exists(PersonEmail.objects.filter(person=OuterRef("pk"))) & ~Exists(
        PersonPhone.objects.filter(person=OuterRef("pk"))
    )
    theirs = Person.objects.filter(by_sql("folded_name", one_of(names)))
    return theirs.filter(by_sql("folded_name", one_of(unreachable)) | silent).order_by().values_list("pk", flat=True)


def seen_by(ids: set[int], by: Account) -> set[int]:
    """Those of the ids whom the account may see, or whom it brought in by an earlier import: it knows them by that."""
    seen = set(in_sight(by, list(ids)))
    unseen = ids - seen
    if unseen:
        seen.update(brought_in(by.pk, list(unseen)))
    return seen


@prepared
def in_sight(by: Account, ids: list[int]) -> QuerySet[Person, int]:
    """Those of the ids whom the account may see."""
    return Person.objects.visible_to(by).filter(by_sql("pk", one_of(ids))).order_by().values_list("pk", flat=True)


@prepared
def brought_in(by: int, ids: list[int]) -> QuerySet[ImportRow, int]:
    """Those of the ids whom the account brought in by an earlier import."""
    brought = ImportRow.objects.filter(
        sheet_import__by=by, sheet_import__done_at__isnull=False, sheet_import__undone_at=None
    )
    return brought.filter(by_sql("person", one_of(ids))).order_by().values_list("person_id", flat=True)
