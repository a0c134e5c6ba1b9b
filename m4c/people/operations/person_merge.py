"""Make two people one, field by field as somebody decided; undo it within 30 days, and forget what it takes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import operation
from m4c.core.turns import take_turn
from m4c.people import ledger
from m4c.people.doubles.choosing import made_of
from m4c.people.finding import rows as finding
from m4c.people.followers import protected
from m4c.people.merging import MERGE_STEPS
from m4c.people.models import (
    Account,
    Address,
    Consent,
    MergeTrace,
    Person,
    PersonAlias,
    PersonMerge,
    Protection,
)
from m4c.people.models.protection import is_kept_safe
from m4c.people.operations.bringing_in.holding import PEOPLE
from m4c.people.operations.consent import Said, write_consents
from m4c.people.operations.double import must_merge
from m4c.people.operations.merging.consents import mark_door, stricter
from m4c.people.operations.merging.journal import Journal, MergeRefused, relations_to
from m4c.people.operations.merging.undoing import put_back
from m4c.people.operations.must_see import must_see
from m4c.people.operations.person import NAMES, folded
from m4c.people.operations.protection import place
from m4c.people.permissions import LOOK_FOR_DOUBLES, MERGE_PEOPLE

KEPT = timedelta(days=30)  # how long a merge can be undone


@dataclass(frozen=True)
class Merged:
    """What became of two records: the merge that can be undone, who stayed, and who went."""

    merge: PersonMerge
    kept: Person
    gone: Person

    @property
    def touched(self) -> list[Model]:
        """For the audit entry."""
        return [self.merge, self.kept, self.gone]


@operation(MERGE_PEOPLE, on="keep", every=True, public=True)
def merge(*, keep: Person, other: Person, choices: Mapping[str, str], at: datetime, by: Account) -> Merged:
    """Make two people one: all that points at `other` comes to point at `keep`, and its uid answers with `keep`.

    `choices` say, by the names of PARTS, whose word stands where the two differ: "keep" or "other". Nothing is lost
    but the words not chosen, and those not before the merge can no longer be undone. The right is asked in all groups
    of both. Raises MergeRefused where something shows that they are two people, and Unseen.
    """
    must_see([keep, other], by)
    must_merge([keep, other], by)
    keep, other = lock(keep, other)
    journal = Journal(keep, other, at, by)
    values = made_of(keep, other, choices)
    stricter(journal)
    mark_door(journal, values["address"])
    for step in dict.fromkeys(MERGE_STEPS.all()):
        step(journal)
    journal.change(keep, **values, **folded(*(values[name] for name in NAMES)))
    check_nothing_is_left(other)
    journal.remove(other)
    journal.make(PersonAlias(person=keep, answers_to=other.uid))
    journal.write_ledger()
    finding.write([keep])
    if is_kept_safe(keep.pk):
        protected(keep)
    merged = PersonMerge.objects.create(
        kept=keep, other_uid=other.uid, name=other.name, by=by, at=at, expires_at=at + KEPT
    )
    journal.keep_with(merged)
    return Merged(merged, keep, other)


@operation(MERGE_PEOPLE, on="merged", every=True)
def undo_merge(*, merged: PersonMerge, at: datetime, by: Account) -> PersonMerge:
    """Make two again of what was made one. What was recorded since stays with the one who stayed.

    That they are kept safe, objected or withdrew since counts for both: nobody can tell whose word it was. Raises
    MergeRefused with a sentence where it is too late, or something since builds on it; Unseen.
    """
    must_see([merged.kept], by)
    lock(merged.kept)
    held = PersonMerge.objects.select_for_update(of=("self",)).get(pk=merged.pk)
    if not held.can_be_undone(at):
        raise MergeRefused(_("It can no longer be undone."), code="too_late")
    later = PersonMerge.objects.standing().filter(kept=held.kept_id, pk__gt=held.pk).first()
    if later:
        raise MergeRefused(
            _("They were made one with {name} since: undo that first.").format(name=later.name), code="merged_since"
        )
    write_anew(put_back(held), held)
    stricter_for_both(held, at, by)
    MergeTrace.objects.filter(merge=held).delete()
    held.undone_at, held.undone_by = at, by
    held.save(update_fields=["undone_at", "undone_by"])
    return held


@operation(LOOK_FOR_DOUBLES, on=None)
def forget_merges(*, at: datetime, by: Account) -> list[PersonMerge]:
    """Forget what merges moved that can no longer be undone, the former names, and homes where nobody lives now."""
    over = list(PersonMerge.objects.filter(expires_at__lte=at).exclude(name=""))
    traces = MergeTrace.objects.filter(merge__in=[merged.pk for merged in over])
    homes = {
        values.get("address_id")
        for pair in traces.filter(table="people.person").values_list("before", "after")
        for values in pair
        if values
    }
    traces.delete()
    PersonMerge.objects.filter(pk__in=[merged.pk for merged in over]).update(name="")
    lived_in = Person.objects.filter(address__in=homes - {None}).values("address")
    Address.objects.filter(pk__in=homes - {None}, do_not_knock_since=None).exclude(pk__in=lived_in).delete()
    return over


def lock(*people: Person) -> list[Person]:
    """These people, read anew and held: two merges may not carry each other's off. Raises MergeRefused."""
    take_turn(PEOPLE)
    found = Person.objects.select_for_update(of=("self",)).in_bulk([person.pk for person in people])
    if len(found) < len(people):
        raise MergeRefused(_("These are one person already."), code="same_person")
    return [found[person.pk] for person in people]


def stricter_for_both(merged: PersonMerge, at: datetime, by: Account) -> None:
    """Keep both safe where one has been since the merge, and let each no that was said since be said by both."""
    other = Person.objects.get(uid=merged.other_uid)
    since = Protection.objects.active().filter(person=merged.kept_id, placed_at__gte=merged.at).first()
    if since:
        place(person=other, placed_by=by, at=at, contact=since.contact, safe_contact_note=since.safe_contact_note)
    rows = Consent.objects.filter(person=merged.kept_id, at__gte=merged.at).exclude(state=Consent.State.GIVEN)
    said = [
        Said(other, row.channel, row.purpose, row.state, row.at, row.source, row.wording) for row in rows.order_by("pk")
    ]
    write_consents(said, taken_by=by)


def write_anew(sources: Mapping[type[Model], set[int]], merged: PersonMerge) -> None:
    """Bring up to date what follows the rows put back: the ledger, and what the two are found by."""
    for model, ids in sources.items():
        ledger.write(model._default_manager.filter(pk__in=ids))
    two = list(Person.objects.filter(Q(pk=merged.kept_id) | Q(uid=merged.other_uid)))
    ledger.write(two)
    finding.write(two)


def check_nothing_is_left(other: Person) -> None:
    """Raise RuntimeError where anything still points at the one who goes: it would be lost with them."""
    for relation in relations_to(Person):
        if relation.related_model._default_manager.filter(**{relation.field.name: other.pk}).exists():
            raise RuntimeError(f"{relation.related_model._meta.label}.{relation.field.name} was left behind")
