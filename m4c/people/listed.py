"""The lines of a list of people: what each shows, read at once for all of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.prepared import padded, prepared
from m4c.core.routes import address_by_uid
from m4c.people.by_name import Named
from m4c.people.models import Account, Membership, Person, PersonContact, PersonEmail, PersonPhone, Protection
from m4c.people.models.contact_details import written
from m4c.people.written import by_sql, one_of


@dataclass(frozen=True)
class Line:
    """One person of a list: `belongs_to` holds (group, as what) pairs, `status` why nobody writes to them any more.

    `is_new` says that the reader was named to stay in touch with them within a fortnight.

    Of somebody kept safe there is no phone and no e-mail: their own page has them, with what makes it safe.
    """

    uid: UUID
    name: str
    url: str
    belongs_to: list[tuple[str, str]]
    status: str
    is_kept_safe: bool
    is_new: bool
    phone: str
    email: str


def lines_of(account: Account, people: Sequence[Person | Named]) -> list[Line]:
    """The lines of these people, in five queries and their order."""
    if not people:
        return []
    by_id, url = {person.pk: person for person in people}, address_by_uid("person")
    here = padded(list(by_id))
    kept_safe = set(protected(account, here)) - {account.person_id}
    new = set(new_for(account, timezone.localdate(), here)) if account.person_id else set()
    reached = [pk for pk, person in by_id.items() if person.is_contactable and pk not in kept_safe]
    emails, phones = first_of(emails_of(padded(reached))), first_of(phones_of(padded(reached)))
    belonging = groups_of(account, here)
    return [
        Line(
            uid=person.uid,
            name=person.name,
            url=url(person.uid),
            belongs_to=belonging[pk],
            status=_("Has died") if person.died_on else _("Moved away") if person.moved_away_on else "",
            is_kept_safe=pk in kept_safe,
            is_new=pk in new,
            phone=written(phones[pk]) if pk in phones else "",
            email=emails.get(pk, ""),
        )
        for pk, person in by_id.items()
    ]


@prepared
def protected(account: Account, people: list[int]) -> QuerySet[Protection, int]:
    """Who of these people is kept safe, as far as one may know."""
    return Protection.objects.visible_to(account).active().filter(those(people)).values_list("person", flat=True)


@prepared
def new_for(account: Account, today: date, people: list[int]) -> QuerySet[PersonContact, int]:
    """With whom of these people the account's own was named to stay in touch."""
    return PersonContact.objects.new_for(account, today).filter(those(people)).values_list("person", flat=True)


@prepared
def emails_of(people: list[int]) -> QuerySet[PersonEmail, tuple[int, str]]:
    """By person, the first to use first."""
    return PersonEmail.objects.filter(those(people)).values_list("person", "address")


@prepared
def phones_of(people: list[int]) -> QuerySet[PersonPhone, tuple[int, str]]:
    """By person, the first to use first."""
    return PersonPhone.objects.filter(those(people)).values_list("person", "number")


@prepared
def memberships_of(account: Account, people: list[int]) -> QuerySet[Membership, tuple[int, str, str, str, date | None]]:
    """Whom they belong to or belonged, as far as one sees it: person, group, role, its own words, and until when."""
    rows = Membership.objects.visible_to(account).filter(those(people))
    return rows.values_list("person", "group__name", "role", "words", "ended_on")


def those(people: list[int]) -> Q:
    """Rows of these people."""
    return by_sql("person", one_of(people))


def first_of(rows: Iterable[tuple[int, str]]) -> dict[int, str]:
    """The first text of each person, by id."""
    found: dict[int, str] = {}
    for person, text in rows:
        found.setdefault(person, text)
    return found


def groups_of(account: Account, people: list[int]) -> dict[int, list[tuple[str, str]]]:
    """By a person's id the groups to which they belong or belonged, each with as what."""
    names: dict[str, str] = {}
    belonging: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for person, group, role, words, ended_on in memberships_of(account, people):
        told = words or names.get(role) or names.setdefault(role, str(Membership.Role(role).label))
        belonging[person].append((group, told if ended_on is None else _("former {role}").format(role=told)))
    return belonging
