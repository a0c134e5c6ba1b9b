"""Names of people in records that somebody may see, never of one kept safe; and what tells namesakes apart."""

from collections.abc import Collection, Iterable
from typing import TypeVar

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from m4c.core.models.record import uid_of
from m4c.core.prepared import padded, prepared
from m4c.people.models import Account, Membership, Person
from m4c.people.models.person_merge import named_by
from m4c.people.written import by_sql, one_of

Row = TypeVar("Row", bound=models.Model)


def names_of(account: Account, ids: Iterable[int | None]) -> dict[int | None, str]:
    """Names by id of people named in records that the account sees; those kept safe from it are left out.

    None may be asked for, as a record may name nobody, and is never found.
    """
    wanted = {pk for pk in ids if pk is not None}
    return {person.pk: person.name for person in not_hidden(account, padded(list(wanted)))} if wanted else {}


@prepared
def not_hidden(account: Account, people: list[int]) -> QuerySet[Person]:
    """Those of these people who are not kept safe from the account."""
    return Person.objects.filter(account.sight.unless_protected("pk"), by_sql("pk", one_of(people)))


def doers_named(account: Account, doers: Iterable[Account | None]) -> dict[int | None, str]:
    """What to call whoever did something, by the id of their account; who is kept safe from the reader is "one of us".

    What the software did was done "by itself". One statement.
    """
    known = {doer.pk: doer for doer in doers if doer}
    names = names_of(account, [doer.person_id for doer in known.values()])
    return {
        pk: names.get(doer.person_id, _("one of us")) if doer.person_id else _("by itself")
        for pk, doer in known.items()
    }


def doer_named(account: Account, doer: Account | None) -> str:
    """What to call whoever did something, as above; blank for nobody. One statement."""
    return doers_named(account, [doer]).get(doer.pk, "") if doer else ""


def one_of_us(account: Account, person: Person | None) -> str:
    """What to call a colleague in a letter, or by what they are to others, as a contact; "one of us" for nobody too."""
    wanted = person.pk if person else None
    return names_of(account, [wanted]).get(wanted, _("one of us"))


def with_doer(account: Account, rows: Iterable[Row], doer: str) -> list[tuple[Row, str]]:
    """Each of these rows with what to call whoever its field `doer` names, as above; blank for nobody.

    One statement where the rows come with their doers.
    """
    found = list(rows)
    names = doers_named(account, [getattr(row, doer) for row in found])
    return [(row, names.get(getattr(row, f"{doer}_id"), "")) for row in found]


def person_named(account: Account, uid: str) -> Person | None:
    """The person whom the account may see and a uid of an address names, also by one from before two were made one."""
    named = uid_of(uid)
    return named_by(named, Person.objects.visible_to(account)) if named else None


def groups_told(account: Account, people: Collection[Person]) -> dict[int, str]:
    """To tell namesakes apart: the groups that each of these people belongs to, as far as one may see, by id."""
    names: dict[int, dict[str, None]] = {person.pk: {} for person in people}
    for person, group in groups_now(account, padded(list(names))) if names else ():
        names[person][group] = None
    return {pk: ", ".join(groups) for pk, groups in names.items()}


@prepared
def groups_now(account: Account, people: list[int]) -> QuerySet[Membership, tuple[int, str]]:
    """Whom they belong to now, as far as one sees it: person and group."""
    rows = Membership.objects.visible_to(account).open().filter(by_sql("person", one_of(people)))
    return rows.values_list("person", "group__name")
