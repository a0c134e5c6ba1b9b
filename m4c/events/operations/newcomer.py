"""Keep a record of somebody who turned up and whom whoever records it does not find: new, or known elsewhere."""

from dataclasses import replace
from datetime import date

from m4c.core.operations import operation
from m4c.people.imports.candidates import candidates
from m4c.people.matching import Description, Pool
from m4c.people.models import Account, Group, Person
from m4c.people.names import fold
from m4c.people.operations.membership import come_in
from m4c.people.operations.person import NewPerson, add_person
from m4c.people.operations.protection import place
from m4c.people.permissions import ADD_PEOPLE


@operation(ADD_PEOPLE, on="group")
def meet(*, group: Group, new: NewPerson, on: date, source: str, by: Account) -> Person:
    """The person whom this describes: the one on record where there is no doubt, else a new one, met by the account.

    Either way they come in by this group, and whoever records it learns nothing but what they typed: somebody known
    elsewhere, or kept safe, is told from nobody. Raises PersonRefused.
    """
    known = known_person(new, by) or same_again(new, group, on, by)
    if known is None:
        return add_person(group=group, new=replace(new, met_on=on, met_by=by.person, source=source), by=by)
    come_in([known], group)
    if new.keep_safe_at:
        place(person=known, placed_by=by, at=new.keep_safe_at)
    return known


def same_again(new: NewPerson, group: Group, on: date, by: Account) -> Person | None:
    """Who of that name, and no more than a name, the account met in the group on that very day: sent twice is once."""
    if by.person is None or new.emails or new.phones:
        return None
    name = fold(f"{new.given_name} {new.family_name}")
    met = Person.objects.filter(met_by=by.person, met_on=on, folded_name=name, memberships__group=group)
    return met.filter(emails=None, phones=None).first() if name else None


def known_person(new: NewPerson, by: Account) -> Person | None:
    """The living person on record whom this describes without doubt, seen by the account or not; or None."""
    described = Description(
        given_name=new.given_name,
        family_name=new.family_name,
        emails=tuple(email.casefold() for email in new.emails),
        phones=tuple(new.phones),
    )
    pool = Pool()
    for candidate in candidates([described], by):
        pool.add(candidate)
    known = pool.find(described).known if described.is_reachable else None
    if known is None or known.person_id is None or known.died:
        return None
    return Person.objects.get(pk=known.person_id)
