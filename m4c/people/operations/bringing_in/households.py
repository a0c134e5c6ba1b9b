"""Puts people who share an e-mail or phone into one household, each remaining a person of their own."""

from collections.abc import Hashable, Mapping, Sequence

from m4c.people.imports.kinds import Line
from m4c.people.imports.traces import changed, made
from m4c.people.models import Household, Person


def share_homes(lines: Sequence[Line], people: Mapping[Hashable, Person]) -> None:
    """Give the new person of each line and the one they share with the same household; `people` are those in hand."""
    absent = {line.candidate.person_id for line in lines if line.candidate} - people.keys() - {None}
    at_hand = {**people, **Person.objects.in_bulk(absent)}
    homes: dict[int, Household] = {}
    new: list[tuple[Line, Person, Household]] = []
    members: dict[int, Person] = {}
    for line in lines:
        assert line.candidate is not None
        assert line.person is not None
        other = at_hand[line.candidate.key]
        home = homes.get(other.pk)
        if home is None:
            home = Household(pk=other.household_id)
            if other.household_id is None:
                new.append((line, other, home))
        homes[other.pk] = homes[line.person.pk] = home
        members |= {other.pk: other, line.person.pk: line.person}
    Household.objects.bulk_create([home for _line, _other, home in new])
    for pk, person in members.items():
        person.household_id = homes[pk].pk
    for line, other, home in new:
        line.traces += [made(home), *changed(other, {"household_id": None})]
    Person.objects.bulk_update(members.values(), ["household"], batch_size=100)
