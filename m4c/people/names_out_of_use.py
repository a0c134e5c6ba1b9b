"""Who may stand on no page for now, by a name that is theirs: those kept safe, and those whose record is set aside."""

from collections.abc import Collection

from m4c.people.models import Person
from m4c.people.models.use import may_be_used
from m4c.people.names import fold


def names_of(person: Person) -> set[str]:
    """The names by which a page may mean somebody, folded: in full, and as they are called."""
    return {fold(name) for name in (person.name, f"{person.given_name} {person.family_name}") if name.strip()}


def names_out_of_use() -> set[str]:
    """All names, folded, of those who may stand on no page. One statement; a namesake is meant too: better one many."""
    hidden = Person.objects.filter(~may_be_used("pk"))
    return {name for person in hidden for name in names_of(person)}


def is_out_of_use(names: Collection[str]) -> bool:
    """Whether any of these names, as they are written, is that of somebody who may stand on no page. One statement."""
    folded = {fold(name) for name in names if name.strip()}
    return bool(folded) and not folded.isdisjoint(names_out_of_use())
