"""Say which fields this movement adds to a person, and end them; fill them in for somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import NotAllowed, Refused
from m4c.core.operations import change, operation
from m4c.core.visibility import EVERYWHERE
from m4c.people.models import Account, OwnField, OwnValue, Person
from m4c.people.names import fold
from m4c.people.operations.must_see import must_see
from m4c.people.own_fields.scores import field_reads_like_a_score
from m4c.people.own_fields.values import as_kept
from m4c.people.permissions import ALLOW_SCORES, FILL_OWN_FIELDS, KEEP_OWN_FIELDS

MOST = 40  # open fields: more is a questionnaire, and no page of a person
MOST_CHOICES = 30


class OwnFieldRefused(Refused):
    """The field would say nothing, or what this movement does not keep; or no such thing can stand in it."""


@dataclass(frozen=True)
class NewField:
    """What a field is to be. `allowed_because` is the decision by which it may read like a score."""

    kind: str
    name: str
    holds: str
    tier: str = OwnField.Tier.GROUP
    name_cy: str = ""
    help: str = ""
    help_cy: str = ""
    choices: Sequence[tuple[str, str]] = field(default_factory=list)
    allowed_because: str = ""


@operation(KEEP_OWN_FIELDS, on=None)
def make_own_field(*, new: NewField, at: datetime, by: Account) -> OwnField:
    """Add a field to all people. Raises OwnFieldRefused; NotAllowed for a score by whoever may not decide on that."""
    if OwnField.objects.open().count() >= MOST:
        raise OwnFieldRefused(_("There are {number} fields already. End one first.").format(number=MOST), code="many")
    values = checked(new, None)
    last = OwnField.objects.aggregate(last=Max("position"))["last"] or 0
    decision = decided(new, values, None, at, by)
    return OwnField.objects.create(**values, **decision, kind=new.kind, position=last + 1, made_by=by, made_at=at)


@operation(KEEP_OWN_FIELDS, on=None)
def change_own_field(*, own: OwnField, new: NewField, at: datetime, by: Account) -> OwnField:
    """Change what a field is called, what may be chosen and who sees it; of what kind it is stays.

    What stands in it stays, also of a choice that is offered no more. Raises OwnFieldRefused, NotAllowed.
    """
    if own.ended_at:
        raise OwnFieldRefused(_("This field has ended."), code="ended")
    if new.kind != own.kind:
        raise OwnFieldRefused(
            _("What stands in it is of another kind. End this field and add a new one."), field="kind", code="kind"
        )
    values = checked(new, own)
    change(own, **values, **decided(new, values, own, at, by))
    return own


@operation(KEEP_OWN_FIELDS, on=None)
def end_own_field(*, own: OwnField, at: datetime, by: Account) -> OwnField:
    """Ask it no more. What stands in it stays with its people until it is taken out there. Raises OwnFieldRefused."""
    if own.ended_at:
        raise OwnFieldRefused(_("This field has ended."), code="ended")
    change(own, ended_at=at, ended_by=by)
    return own


@operation(KEEP_OWN_FIELDS, on=None)
def resume_own_field(*, own: OwnField, by: Account) -> OwnField:
    """Ask it again. Raises OwnFieldRefused where it has not ended, or another has its name by now."""
    if not own.ended_at:
        raise OwnFieldRefused(_("This field has not ended."), code="open")
    if OwnField.objects.open().filter(folded=own.folded).exists():
        raise OwnFieldRefused(_("There is another field of that name by now."), code="known")
    change(own, ended_at=None, ended_by=None)
    return own


@operation(FILL_OWN_FIELDS, on="person")
def fill_own_fields(*, person: Person, values: Mapping[OwnField, str], at: datetime, by: Account) -> Person:
    """Write what stands in these fields for somebody; blank takes it out, and fields not given stay as they are.

    Only fields that the account may see of this person. Raises OwnFieldRefused, Unseen.
    """
    must_see([person], by)
    open_to = {own.pk for own in OwnField.objects.filled_for(by, person.pk)}
    for own, typed in values.items():
        if own.pk not in open_to or (own.ended_at and typed):
            raise OwnFieldRefused(_("There is no such field here."), code="unseen")
        put(person, own, typed, at, by)
    person.__dict__.setdefault("audit_changes", {}).update({f"own:{own.folded}": None for own in values})
    return person


def put(person: Person, own: OwnField, typed: str, at: datetime, by: Account) -> None:
    """Let this alone stand in a field for somebody; what stands there may stay. Raises OwnFieldRefused."""
    rows = OwnValue.objects.filter(person=person, field=own)
    try:
        kept = typed if typed and rows.filter(value=typed).exists() else as_kept(own, typed)
    except ValueError as problem:
        raise OwnFieldRefused(str(problem), field=own.uid.hex, code="unreadable") from None
    rows.exclude(value=kept).delete()
    if kept and not rows.exists():
        OwnValue.objects.create(person=person, field=own, value=kept, set_by=by, set_at=at)


def checked(new: NewField, own: OwnField | None) -> dict[str, Any]:
    """The words of a field as they are kept. Raises OwnFieldRefused."""
    name, name_cy = (" ".join(words.split()) for words in (new.name, new.name_cy))
    if not fold(name):
        raise OwnFieldRefused(_("Give the field a name."), field="name", code="blank")
    taken = OwnField.objects.open().filter(folded=fold(name))
    if (taken.exclude(pk=own.pk) if own else taken).exists():
        raise OwnFieldRefused(_("There is a field of that name."), field="name", code="known")
    return {
        "name": name,
        "folded": fold(name),
        "name_cy": name_cy,
        "help": new.help.strip(),
        "help_cy": new.help_cy.strip(),
        "choices": checked_choices(new),
        "tier": OwnField.Tier(new.tier),
        "holds": OwnField.Holds(new.holds),
    }


def checked_choices(new: NewField) -> list[list[str]]:
    """What may be chosen; nothing but for a choice. Raises OwnFieldRefused."""
    if new.kind != OwnField.Kind.CHOICE:
        return []
    choices = [[" ".join(english.split()), " ".join(welsh.split())] for english, welsh in new.choices]
    names = [fold(english) for english, _welsh in choices]
    if len(names) < 2 or not all(names):
        raise OwnFieldRefused(_("Give at least two to choose from."), field="choices", code="few")
    if len(names) > MOST_CHOICES or any(len(word) > 100 for pair in choices for word in pair):
        raise OwnFieldRefused(
            _("That is too much to choose from: {number} short ones at most.").format(number=MOST_CHOICES),
            field="choices",
            code="many",
        )
    if len(set(names)) < len(names):
        raise OwnFieldRefused(_("Two of them are the same."), field="choices", code="twice")
    return choices


def decided(new: NewField, values: dict[str, Any], own: OwnField | None, at: datetime, by: Account) -> dict[str, Any]:
    """The decision by which a field may read like a score, where it does and none stands; else nothing.

    Raises OwnFieldRefused without a reason, NotAllowed for whoever may not decide.
    """
    reads = field_reads_like_a_score(
        [values["name"], values["name_cy"]],
        [values["help"], values["help_cy"]],
        [word for pair in values["choices"] for word in pair],
        counts=new.kind == OwnField.Kind.NUMBER,
    )
    if not reads or (own and own.allowed_at):
        return {}
    because = new.allowed_because.strip()
    if not because:
        raise OwnFieldRefused(
            _(
                "That reads like a score of how far somebody supports us, which we keep of nobody: it says what we "
                "think of people, and not what they did or told us. Only whoever answers for data protection can allow "
                "it, by a decision that stays on record with its reason and its day."
            ),
            field="name",
            code="score",
        )
    if not by.may(ALLOW_SCORES, EVERYWHERE):
        raise NotAllowed(ALLOW_SCORES)
    return {"allowed_because": because, "allowed_by": by, "allowed_at": at}
