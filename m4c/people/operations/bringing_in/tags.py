"""Writes what a list says people are gathered under, and by which number its tool knows them."""

from collections.abc import Sequence
from datetime import datetime

from m4c.core.inserting import in_columns, insert_columns
from m4c.core.models.record import uid_of
from m4c.people.imports.kinds import Line
from m4c.people.imports.traces import Trace, made, made_of
from m4c.people.models import Account, Group, OutsideIdentity, Person, Tagging
from m4c.people.names import fold
from m4c.people.operations.tag import tags_called
from m4c.people.written import by_sql, one_of


def tag_lines(lines: Sequence[Line], group: Group, *, by: Account, at: datetime) -> list[Trace]:
    """Put the tags of these lines on their people. Traces of the words that are new, which are the group's now."""
    names = {fold(tag): tag for line in reversed(lines) for tag in line.said.tags}
    if not names:
        return []
    tags, fresh = tags_called(names, group, by)
    people = list({line.person.pk for line in lines if line.person})
    standing = Tagging.objects.filter(by_sql("person", one_of(people)), tag__in=tags.values())
    there = set(standing.order_by().values_list("person_id", "tag_id"))
    new: dict[tuple[int, int], Line] = {}
    for line in lines:
        for tag in (tags[fold(name)] for name in line.said.tags):
            assert line.person is not None
            key = (line.person.pk, tag.pk)
            if key not in there:
                new.setdefault(key, line)
    made_now = insert_columns(Tagging, **in_columns(new, "person_id", "tag_id"), by_id=by.pk, at=at)
    for line, pk in zip(new.values(), made_now, strict=True):
        line.traces.append(made_of(Tagging, pk))
    return [made(tag) for tag in fresh]


def keep_numbers(lines: Sequence[Line], *, at: datetime) -> None:
    """Keep by which number its tool knows each person, so that its next list finds them by it.

    A number that is somebody's already stays theirs. What names a record here is no number of another tool: our own
    lists go out with Action Network's columns, and come back with our own uids in them.
    """
    named = {line.described.outside: line for line in reversed(lines) if line.described and line.described.outside}
    if not named:
        return
    rows = {tuple(number.split(" ", 1)): line for number, line in named.items()}
    values = {value for _source, value in rows}
    sources = {source for source, _value in rows}
    known = OutsideIdentity.objects.filter(by_sql("value", one_of(list(values))), source__in=sources)
    taken = set(known.values_list("source", "value"))
    uids = list(filter(None, map(uid_of, values)))
    ours = set(map(str, Person.objects.filter(uid__in=uids).values_list("uid", flat=True) if uids else ()))
    new = {
        (line.person.pk, *key): line
        for key, line in rows.items()
        if line.person and key not in taken and key[1].lower() not in ours
    }
    kept = insert_columns(OutsideIdentity, **in_columns(new, "person_id", "source", "value"), kept_at=at)
    for line, pk in zip(new.values(), kept, strict=True):
        line.traces.append(made_of(OutsideIdentity, pk))
