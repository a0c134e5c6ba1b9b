"""Writes what a list says people are gathered under, and by which number its tool knows them."""

from collections.abc import Sequence
from datetime import datetime

from m4c.core.inserting import insert_many
from m4c.core.models.record import uid_of
from m4c.people.imports.kinds import Line
from m4c.people.imports.traces import Trace, made
from m4c.people.models import Account, Group, OutsideIdentity, Person, Tagging
from m4c.people.names import fold
from m4c.people.operations.tag import tags_called


def tag_lines(lines: Sequence[Line], group: Group, *, by: Account, at: datetime) -> list[Trace]:
    """Put the tags of these lines on their people. Traces of the words that are new, which are the group's now."""
    names = {fold(tag): tag for line in reversed(lines) for tag in line.said.tags}
    if not names:
        return []
    tags, fresh = tags_called(names, group, by)
    people = {line.person.pk for line in lines if line.person}
    there = set(Tagging.objects.filter(person__in=people, tag__in=tags.values()).values_list("person_id", "tag_id"))
    new: dict[tuple[int, int], tuple[Line, Tagging]] = {}
    for line in lines:
        for tag in (tags[fold(name)] for name in line.said.tags):
            assert line.person is not None
            key = (line.person.pk, tag.pk)
            if key not in there and key not in new:
                new[key] = (line, Tagging(person=line.person, tag=tag, by=by, at=at))
    insert_many(tagging for _line, tagging in new.values())
    for line, tagging in new.values():
        line.traces.append(made(tagging))
    return [made(tag) for tag in fresh]


def keep_numbers(lines: Sequence[Line], *, at: datetime) -> None:
    """Keep by which number its tool knows each person, so that its next list finds them by it.

    A number that is somebody's already stays theirs. What names a record here is no number of another tool: our own
    lists go out with Action Network's columns, and come back with our own uids in them.
    """
    named = {line.described.outside: line for line in reversed(lines) if line.described and line.described.outside}
    if not named:
        return
    rows = {}
    for number, line in named.items():
        source, _space, value = number.partition(" ")
        rows[source, value] = (line, OutsideIdentity(person=line.person, source=source, value=value, kept_at=at))
    values = {value for _source, value in rows}
    sources = {source for source, _value in rows}
    known = OutsideIdentity.objects.filter(source__in=sources, value__in=values)
    taken = set(known.values_list("source", "value"))
    ours = {
        str(uid)
        for uid in Person.objects.filter(uid__in=filter(None, map(uid_of, values))).values_list("uid", flat=True)
    }
    new = [(line, row) for key, (line, row) in rows.items() if key not in taken and key[1].lower() not in ours]
    insert_many(row for _line, row in new)
    for line, row in new:
        line.traces.append(made(row))
