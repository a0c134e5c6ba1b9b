"""Finds whom somebody on record may be the same as: by indexed columns only, in a constant number of queries for many.

What very many share (an office's number, a hall's postcode) tells nothing of who is who, and is passed over.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from django.db.models import QuerySet

from m4c.core.chunks import in_chunks
from m4c.people.doubles.likeness import Reason, why_one
from m4c.people.matching import Description, Known
from m4c.people.models import Group, Membership, Person, PersonEmail, PersonPhone
from m4c.people.models.contact_details import contact_details
from m4c.people.names import fold

CROWD = 40  # people sharing one e-mail, phone, or name and place: more tell nothing


class Pair(NamedTuple):
    """Two people by id, the older record first, and why they may be one."""

    first: int
    second: int
    reason: Reason


def doubles_among(people: Sequence[int]) -> list[Pair]:
    """Pairs of one of these people, given by id, and anybody else on record who may be the same."""
    asked = set(people)
    known = load(asked)
    known |= load(alike_to(known.values()) - asked)
    groups = groups_of(known)
    found: dict[tuple[int, int], Pair] = {}
    for first, second in pairs_to_ask(known.values()):
        if (first in asked or second in asked) and (first, second) not in found:
            shared = not groups[first].isdisjoint(groups[second])
            if reason := why_one(known[first], known[second], shared):
                found[first, second] = Pair(first, second, reason)
    return list(found.values())


def pairs_to_ask(known: Iterable[Known]) -> Iterator[tuple[int, int]]:
    """Pairs, by id, who share something that could make them one. Only those are compared."""
    sharing: dict[Hashable, set[int]] = defaultdict(set)
    for each in known:
        for mark in marks_of(each):
            sharing[mark].add(key_of(each))
    for ids in sharing.values():
        if len(ids) <= CROWD:
            yield from combinations(sorted(ids), 2)


def marks_of(known: Known) -> Iterator[Hashable]:
    """What somebody would share with their double: an e-mail, a phone, a name, or the beginning of one and a home."""
    yield from (("email", email) for email in known.emails)
    yield from (("phone", phone) for phone in known.phones)
    if known.folded_name:
        yield "name", known.folded_name
    home = Description(postcode=known.postcode).home
    if home and known.family_name:
        yield "home", home, fold(known.family_name)[:1]


def alike_to(known: Iterable[Known]) -> set[int]:
    """Ids of people who share an e-mail, a phone, a whole postcode or a full name with one of these."""
    emails, phones, names, homes = set[str](), set[str](), set[str](), set[str]()
    for each in known:
        emails.update(each.emails)
        phones.update(each.phones)
        names.update([each.folded_name] if each.family_name else [])
        homes.update([Description(postcode=each.postcode).home])
    ids = set(sharing(PersonEmail.objects.all(), "folded", emails, "person_id"))
    ids.update(sharing(PersonPhone.objects.all(), "number", phones, "person_id"))
    ids.update(sharing(Person.objects.all(), "folded_name", names - {""}, "pk"))
    ids.update(sharing(Person.objects.all(), "address__postcode", homes - {""}, "pk"))
    return ids


def sharing(rows: "QuerySet[Any]", field: str, values: set[str], person: str) -> Iterator[int]:
    """Ids of people in rows whose field holds one of these values, but for values that a crowd shares."""
    for chunk in in_chunks(sorted(values)):
        found = list(rows.filter(**{f"{field}__in": chunk}).values_list(field, person))
        crowds = Counter(value for value, _person in found)
        yield from (whose for value, whose in found if crowds[value] <= CROWD)


def load(ids: Iterable[int]) -> dict[int, Known]:
    """People by id as the rule compares them."""
    known: dict[int, Known] = {}
    for chunk in in_chunks(sorted(ids)):
        emails, phones = contact_details(chunk)
        fields = ("pk", "given_name", "family_name", "known_as", "folded_name", "address__postcode")
        for pk, given_name, family_name, known_as, folded_name, postcode in Person.objects.filter(
            pk__in=chunk
        ).values_list(*fields):
            known[pk] = Known(
                key=pk,
                person_id=pk,
                given_name=given_name,
                family_name=family_name,
                known_as=known_as,
                folded_name=folded_name,
                emails=tuple(emails[pk]),
                phones=tuple(phones[pk]),
                postcode=postcode or "",
            )
    return known


def groups_of(known: Iterable[int]) -> dict[int, set[int]]:
    """The groups of the movement's tree in which people belong now, by person, all by id."""
    groups: dict[int, set[int]] = defaultdict(set)
    for chunk in in_chunks(sorted(known)):
        rows = Membership.objects.open().filter(person__in=chunk, group__kind__in=Group.Kind.inside())
        for person, group in rows.values_list("person_id", "group_id"):
            groups[person].add(group)
    return groups


def key_of(known: Known) -> int:
    """The id of somebody on record."""
    assert known.person_id is not None
    return known.person_id
