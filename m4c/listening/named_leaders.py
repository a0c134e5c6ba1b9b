"""Finds the leaders whom a log of conversations names, by e-mail or by a full name that only one has."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import F

from m4c.people.matching import Known
from m4c.people.models import Account, Group, Membership, Person, PersonEmail
from m4c.people.names import fold, same_given_name, split_full_name


@dataclass(frozen=True)
class Named:
    """A leader as a row names them."""

    email: str = ""
    name: str = ""

    @property
    def folded_name(self) -> str:
        """The full name as records fold it; empty for a single name, which tells too little."""
        parts = split_full_name(self.name)
        return fold(f"{parts.given} {parts.family}") if parts.given and parts.family else ""


@dataclass(frozen=True)
class Leader:
    """A leader found, with the group that their conversations are of."""

    person: Person
    group: Group

    @property
    def known(self) -> Known:
        """The leader as the matching of rows knows people."""
        person = self.person
        return Known(person.pk, person.given_name, person.family_name, person_id=person.pk)


class Leaders:
    """The leaders that some rows name, looked up together in a constant number of queries.

    They belong to the group of the import or below, and whoever imports may see them; to the command line all are.
    """

    def __init__(self, named: Collection[Named], group: Group | None, by: Account) -> None:
        self.by_email: dict[str, set[int]] = defaultdict(set)
        self.by_name: dict[str, set[int]] = defaultdict(set)
        emails = PersonEmail.objects.filter(folded__in={each.email for each in named} - {""})
        for folded, person_id in emails.values_list("folded", "person_id"):
            self.by_email[folded].add(person_id)
        names = {each.folded_name for each in named if not each.email} - {""}
        for folded, person_id in Person.objects.filter(folded_name__in=names).values_list("folded_name", "pk"):
            self.by_name[folded].add(person_id)
        ids = {pk for found in (*self.by_email.values(), *self.by_name.values()) for pk in found}
        self.people = self.look_up(ids, by)
        self.groups = main_groups(self.people, group) if group else {}

    def look_up(self, ids: Collection[int], by: Account) -> dict[int, Person]:
        """The people of these ids, as far as they may be seen."""
        return (Person.objects if by.system else Person.objects.visible_to(by)).in_bulk(ids)

    def find(self, named: Named) -> list[Leader]:
        """The leaders whom a row may mean: one where it is clear."""
        ids = self.by_email.get(named.email, set()) if named.email else self.by_name.get(named.folded_name, set())
        found = [self.people[pk] for pk in sorted(ids) if pk in self.groups]
        if named.email and named.name and len(found) > 1:
            given = split_full_name(named.name).given
            found = [person for person in found if same_given_name(given, person.given_name)] or found
        return [Leader(person, self.groups[person.pk]) for person in found]


def main_groups(people: Iterable[int], group: Group) -> dict[int, Group]:
    """The group of each person's earliest open membership within a group, by person id."""
    inside = Membership.objects.open().filter(
        person__in=list(people), group__path__gte=group.path, group__path__lt=group.path_end
    )
    found: dict[int, Group] = {}
    for membership in inside.order_by(F("started_on").asc(nulls_last=True), "pk").select_related("group"):
        found.setdefault(membership.person_id, membership.group)
    return found
