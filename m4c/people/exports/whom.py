"""Who comes into an export, read in chunks: those one may see and export, never one kept safe."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from m4c.people.acting.whom import people_meant
from m4c.people.consent_rules import Standing, consents_of
from m4c.people.models import (
    Account,
    Channel,
    Consent,
    Group,
    Membership,
    OwnField,
    OwnValue,
    PeopleExport,
    Person,
    Purpose,
)
from m4c.people.models.use import may_be_used
from m4c.people.permissions import EXPORT_PEOPLE
from m4c.people.sight import belonging_to
from m4c.people.young import not_under_18

CHUNK = 500
OWN = "own:"  # before the uid of a field of our own, where it is one of an export


@dataclass(frozen=True)
class Exported:
    """One person of an export, with all that a field of it may read."""

    person: Person
    groups: list[str] = field(default_factory=list)
    standing: Standing | None = None
    own: dict[str, str] = field(default_factory=dict)  # by the name of the field of an export

    def list_state(self, channel: Channel) -> str:
        """Whether they are on a mailing list by what they said: subscribed, unsubscribed, or never asked."""
        assert self.standing is not None
        if self.standing.answer(channel, Purpose.NEWS, timezone.now()):
            return "subscribed"
        return "unsubscribed" if any(row.channel == channel for row in self.standing.rows) else "never"

    def said_not_to(self, channel: Channel) -> str:
        """ "yes" where they are not to be reached so; "tps" where it is the number alone that is listed."""
        assert self.standing is not None
        if self.standing.answer(channel, Purpose.NEWS, timezone.now()):
            return ""
        off_tps = replace(self.standing, is_on_tps=False)
        return "tps" if off_tps.answer(channel, Purpose.NEWS, timezone.now()) else "yes"

    @property
    def may_be_written_to(self) -> bool:
        """Whether a letter may go to them."""
        assert self.standing is not None
        return bool(self.standing.answer(Channel.POST, Purpose.NEWS, timezone.now()))


def people_of(export: PeopleExport) -> "QuerySet[Person]":
    """Those who are in an export, as whoever asked for it may see and export them now."""
    account = export.requested_by
    found = people_meant(account, export.asked_for, export.picked)
    groups = account.groups_for(EXPORT_PEOPLE)
    if not account.system and not any(group.kind == Group.Kind.MOVEMENT for group in groups):
        found = found.filter(belonging_to(groups))
    if not export.with_died:
        found = found.filter(died_on=None)
    if not export.with_young:
        found = found.filter(not_under_18("pk"))
    return found.filter(may_be_used("pk"))


def read(export: PeopleExport) -> Iterator[list[Exported]]:
    """The people of an export in the order of names, up to 500 at a time, each chunk in so many queries and no more."""
    account = export.requested_by
    memberships = Membership.objects.visible_to(account).open().select_related("group")
    found = people_of(export).select_related("address").order_by("sort_name", "pk")
    found = found.prefetch_related("emails", "phones", Prefetch("memberships", memberships))
    own_fields = own_fields_of(account) if any(name.startswith(OWN) for name in export.chosen) else {}
    last: Person | None = None
    while chunk := list((found.after(last) if last else found)[:CHUNK]):  # type: ignore[attr-defined]
        last = chunk[-1]
        said = consents_of([person.pk for person in chunk])
        own = own_values_of(account, chunk, own_fields)
        yield [
            Exported(
                person=person,
                groups=[membership.group.name for membership in person.memberships.all()],
                standing=standing(person, said.get(person.pk, [])),
                own=own.get(person.pk, {}),
            )
            for person in chunk
        ]


def own_fields_of(account: Account) -> dict[str, OwnField]:
    """The movement's own fields that an account may take out, by their names among the fields of an export."""
    return {f"{OWN}{own.uid.hex}": own for own in OwnField.objects.open().readable_by(account)}


def own_values_of(account: Account, chunk: list[Person], fields: dict[str, OwnField]) -> dict[int, dict[str, str]]:
    """What stands in these fields for the people of a chunk, by person and field, as it is kept; in one query."""
    found: dict[int, dict[str, str]] = {}
    if not fields:
        return found
    names = {own.pk: name for name, own in fields.items()}
    rows = OwnValue.objects.visible_to(account).filter(person__in=chunk, field__in=fields.values())
    for row in rows.order_by("pk"):
        of_person = found.setdefault(row.person_id, {})
        name = names[row.field_id]
        of_person[name] = f"{of_person[name]}; {row.value}" if name in of_person else row.value
    return found


def standing(person: Person, rows: list[Consent]) -> Standing:
    """All that decides about reaching one person of a chunk."""
    on_tps = any(phone.tps_seen_on for phone in person.phones.all())
    return Standing(person=person, rows=rows, is_on_tps=on_tps, is_protected=False)
