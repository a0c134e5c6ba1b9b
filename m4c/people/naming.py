"""Names of people who stand in a record that somebody may see: who asked, brought, wrote. Never of one kept safe."""

from collections.abc import Iterable

from m4c.people.models import Account, Person


def names_of(account: Account, ids: Iterable[int | None]) -> dict[int | None, str]:
    """Names by id of people named in records that the account sees; those kept safe from it are left out.

    None may be asked for, as a record may name nobody, and is never found.
    """
    wanted = {pk for pk in ids if pk is not None}
    found = Person.objects.filter(account.sight.unless_protected("pk"), pk__in=wanted) if wanted else ()
    return {person.pk: person.name for person in found}
