"""Writes the people of a chunk: makes those who are new, completes those known, and joins all to their group."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from m4c.people.imports.kinds import Line
from m4c.people.imports.traces import made
from m4c.people.models import Group, ImportRow, Membership, Person
from m4c.people.operations.bringing_in.completing import complete, may_be_added_to, placeholder
from m4c.people.operations.bringing_in.households import share_homes
from m4c.people.operations.membership import join_many
from m4c.people.operations.person import NewPerson, add_many
from m4c.people.written import by_sql, one_of


def enter(taken: Sequence[Line], *, source: str, joins_all: bool) -> dict[Hashable, Person]:
    """Give each line its person, in the line's own group, and leave traces of what was written.

    Returns the people at hand by their key.
    """
    on_record = Person.objects.in_bulk({line.known.person_id for line in taken if line.known and line.known.person_id})
    new = [line for line in taken if line.makes_somebody]
    people: dict[Hashable, Person] = {**on_record, **make_people(new, source=source)}
    for line in taken:
        assert line.known is not None
        line.person = people[line.known.key]
    complete([line for line in taken if not line.makes_somebody and may_be_added_to(line.known)])
    join([line for line in taken if joins_all or line.fate == ImportRow.Fate.CREATED])
    share_homes([line for line in new if line.doubt == ImportRow.Doubt.HOUSEHOLD], people)
    return people


def make_people(lines: Sequence[Line], *, source: str) -> dict[Hashable, Person]:
    """Write the people whom these lines are the first to name, by the key under which the lines below know them."""
    people: dict[Hashable, Person] = {}
    for group, of_group in by_group(lines):
        rows = [new_person(line, source=source) for line in of_group]
        for line, person in zip(of_group, add_many(group=group, rows=rows), strict=True):
            line.traces.append(made(person))
            assert line.known is not None
            people[line.known.key] = person
    return people


def new_person(line: Line, *, source: str) -> NewPerson:
    """What a line says of somebody new. Who gave no name goes by the name of their e-mail, or by their number's end."""
    described = line.described
    assert described is not None
    return NewPerson(
        title=described.title,
        given_name=described.given_name,
        family_name=described.family_name,
        known_as=described.known_as or ("" if described.folded_name else placeholder(described)),
        emails=described.emails,
        phones=described.phones,
        address=described.address,
        postcode=described.postcode,
        met_on=line.met_on,
        source=source,
    )


def join(lines: Sequence[Line]) -> None:
    """Make supporters of those who belong neither to the group where they turned up nor to one below it."""
    for group, of_group in by_group(lines):
        people = {line.person.pk: line.person for line in of_group if line.person}
        inside = Membership.objects.open().filter(
            by_sql("person", one_of(list(people))), group__path__gte=group.path, group__path__lt=group.path_end
        )
        belongs: dict[int, list[int]] = defaultdict(list)
        for person_id, membership_id in inside.values_list("person_id", "pk"):
            belongs[person_id].append(membership_id)
        outside = [person for pk, person in people.items() if pk not in belongs]
        days = {line.met_on for line in of_group}
        for membership in join_many(people=outside, group=group, on=days.pop() if len(days) == 1 else None):
            belongs[membership.person_id].append(membership.pk)
        fresh = {person.pk for person in outside}
        leave_membership_traces(of_group, belongs, fresh)


def leave_membership_traces(lines: Iterable[Line], belongs: dict[int, list[int]], joined: set[int]) -> None:
    """Note on the first line of each person the membership that began with it."""
    for line in lines:
        if line.person is None:
            continue
        if line.makes_somebody or line.person.pk in joined:
            joined.discard(line.person.pk)
            line.traces += [["people.membership", pk] for pk in belongs[line.person.pk]]


def by_group(lines: Iterable[Line]) -> Iterable[tuple[Group, list[Line]]]:
    """The lines, group by group."""
    groups: dict[int, tuple[Group, list[Line]]] = {}
    for line in lines:
        assert line.group is not None
        groups.setdefault(line.group.pk, (line.group, []))[1].append(line)
    return list(groups.values())
