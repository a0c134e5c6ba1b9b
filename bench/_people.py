"""A movement of people with ten engagements each, in a tree of groups: for measuring, and past all operations."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from random import Random
from typing import NamedTuple

from django.db import connection

from bench._movement import write
from m4c.core.permissions import Role
from m4c.people.finding.rows import rebuild
from m4c.people.models import (
    Account,
    AccountRole,
    Address,
    Findable,
    Group,
    Membership,
    NameWord,
    Person,
    PersonEmail,
    PersonPhone,
)
from m4c.people.names import fold
from m4c.people.operations.group import make_group, make_movement, recount_heads

ENGAGEMENTS, DAYS = 10, 730
REGIONS, LOCALS_EACH, SMALL = 12, 16, 50
SYLLABLES = [consonant + vowel for consonant in "bdfgjklmnrst" for vowel in "aeio"]
ENDINGS = ["n", "r", "s", "l", "nd", "th", "ck", ""]


class Scope(NamedTuple):
    """One of the four sights that jobs are measured in, and the account that has it."""

    name: str
    account: Account


def names(random: Random, number: int, shortest: int, longest: int) -> "Names":
    """So many made-up names, and how often each comes, added up: a few are common and most are rare."""
    made: set[str] = set()
    while len(made) < number:
        syllables = random.choices(SYLLABLES, k=random.randint(shortest, longest))
        made.add(("".join(syllables) + random.choice(ENDINGS)).capitalize())
    listed = sorted(made)
    random.shuffle(listed)
    return listed, list(accumulate(1 / (place + 20) for place in range(number)))


def build(people: int, now: datetime) -> list[Scope]:
    """The movement; answers whoever sees everyone, a twelfth, about a 190th, and one small group."""
    random, by = Random(2010), Account.objects.of_system(Role.OPERATOR)
    root = make_movement(name="Movement", by=by)
    regions = [
        make_group(parent=root, name=f"Region {number:02}", kind=Group.Kind.NATION, by=by) for number in range(REGIONS)
    ]
    local = [
        make_group(parent=region, name=f"{region.name} group {number:02}", by=by)
        for region in regions
        for number in range(LOCALS_EACH)
    ]
    team = make_group(parent=local[7], name="Team", kind=Group.Kind.TEAM, by=by)
    given, family = names(random, 800, 1, 3), names(random, 4_000, 2, 4)
    write(Address, addresses(people))
    homes = list(Address.objects.order_by("pk").values_list("pk", flat=True))
    write(Person, persons(random, people, given, family, homes))
    ids = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    write(PersonEmail, emails())
    write(PersonPhone, (PersonPhone(person_id=pk, number=f"+447{number:09}") for number, pk in enumerate(ids)))
    write(Membership, (Membership(person_id=pk, group=local[place % len(local)]) for place, pk in enumerate(ids)))
    write(Membership, (Membership(person_id=pk, group=team) for pk in ids[:: max(1, people // SMALL)]))
    recount_heads()
    write_ledger(now)
    scopes = [("everyone", root), ("1/12", regions[5]), ("1/190", local[100]), ("one group", team)]
    return [Scope(name, account_of(name, Group.objects.get(pk=group.pk), ids)) for name, group in scopes]


def addresses(people: int) -> Iterator[Address]:
    """A postcode for each person; one in nine begins with M1 and a space."""
    for number in range(people):
        postcode = f"M{1 + number % 9} {number % 10}AA"
        yield Address(postcode=postcode, folded=f"{number} {postcode}")


Names = tuple[list[str], list[float]]


def persons(random: Random, people: int, given: Names, family: Names, homes: list[int]) -> Iterator[Person]:
    """People of made-up names."""
    for number in range(people):
        first = random.choices(given[0], cum_weights=given[1])[0]
        last = random.choices(family[0], cum_weights=family[1])[0]
        yield Person(
            given_name=first,
            family_name=last,
            folded_name=fold(first + last),
            sort_name=fold(last + first),
            address_id=homes[number],
        )


def emails() -> Iterator[PersonEmail]:
    """An e-mail for each person."""
    for pk, given, family in Person.objects.order_by("pk").values_list("pk", "given_name", "family_name").iterator():
        address = f"{given}.{family}.{pk}@example.org".lower()
        yield PersonEmail(person_id=pk, address=address, folded=address)


def write_ledger(now: datetime) -> None:
    """Ten engagements of each person, spread over two years: eight attendances and two 1-2-1s."""
    moment = "CAST(%s AS timestamptz)" if connection.vendor == "postgresql" else "%s"
    moments = [now - timedelta(days=day, minutes=day) for day in range(DAYS)]
    values = ", ".join(f"({day}, {moment})" for day in range(DAYS))
    told = [connection.ops.adapt_datetimefield_value(each) for each in moments]
    columns = "kind, person_id, at, group_id, tier, source_type, source_id"
    with connection.cursor() as cursor:
        for number in range(ENGAGEMENTS):
            kind, source = ("came", "events.attendance") if number < 8 else ("held_one_to_one", "listening.onetoone")
            cursor.execute(
                f"WITH moments (day, at) AS (VALUES {values}) "
                f"INSERT INTO people_engagement ({columns}) "
                f"SELECT '{kind}', m.person_id, moments.at, m.group_id, 'group', '{source}', "
                f"m.person_id * {ENGAGEMENTS} + {number} FROM people_membership m "
                f"JOIN moments ON moments.day = (m.person_id * 37 + {number * 101}) %% {DAYS} "
                "JOIN people_group g ON g.id = m.group_id WHERE g.kind = 'local'",
                told,
            )


def index() -> None:
    """Write anew what people are found by, from nothing."""
    Findable.objects.all().delete()
    NameWord.objects.all().delete()
    rebuild()


def settle() -> None:
    """Let the database know what it holds, as it does by itself in time."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def account_of(name: str, group: Group, ids: list[int]) -> Account:
    """An organiser of this group."""
    address = f"{name.replace('/', '-').replace(' ', '-')}@example.org"
    account = Account.objects.create(email=address, person_id=ids[len(name)])
    AccountRole.objects.create(account=account, group=group, role=Role.ORGANISER, given_by=account)
    return Account.objects.get(pk=account.pk)


def terms(number: int) -> list[str]:
    """Five letters from inside family names, as somebody types who half remembers."""
    listed = Person.objects.order_by().values_list("family_name", flat=True).distinct()
    long = [fold(name) for name in listed if len(name) >= 6]
    Random(5).shuffle(long)
    return [name[1:6] for name in islice(long, number)]


def now() -> datetime:
    """The time that the movement is told up to."""
    return datetime.now(UTC).replace(microsecond=0)
