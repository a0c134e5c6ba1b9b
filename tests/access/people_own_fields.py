"""Who says which fields this movement adds to a person, and who fills them in."""

from typing import Any

from m4c.people.models import OwnField
from m4c.people.operations.own_field import NewField, end_own_field, fill_own_fields, make_own_field
from tests.access.personas import ADMIN, DATA, ORGANISERS, OWN_ORGANISERS
from tests.access.records import kept_safe, member
from tests.access.table import Row, form, press
from tests.cast import THEN, Cast

VAN = {"kind": "yes_no", "name": "Can lend a van", "tier": "group", "holds": "operational"}


def van(cast: Cast) -> OwnField:
    """A field of the movement's own; the one that stands, where there is one."""
    return OwnField.objects.open().first() or make_own_field(
        new=NewField("yes_no", "Speaks Welsh", "operational"), at=THEN, by=cast.operator
    )


def field(cast: Cast) -> dict[str, Any]:
    """A field by its address."""
    return {"uid": van(cast).uid}


def ended(cast: Cast) -> dict[str, Any]:
    """A field that is asked no more."""
    own = van(cast)
    end_own_field(own=own, at=THEN, by=cast.operator)
    return {"uid": own.uid}


def filled(cast: Cast) -> dict[str, Any]:
    """The member, of whom something stands in a field."""
    person, own = cast.person("member"), van(cast)
    fill_own_fields(person=person, values={own: "yes"}, at=THEN, by=cast.operator)
    return {"uid": person.uid, "field": own.uid}


def said(cast: Cast) -> dict[str, Any]:
    """What is sent to fill in the field."""
    return {OwnField.objects.open().get().uid.hex: "yes"}


def to_fill(cast: Cast) -> dict[str, Any]:
    """The member, and a field to be filled in."""
    van(cast)
    return member(cast)


def kept_safe_to_fill(cast: Cast) -> dict[str, Any]:
    """Somebody kept safe, and a field to be filled in."""
    van(cast)
    return kept_safe(cast)


ROWS: dict[str, Row] = {
    "own-fields": form(ADMIN | DATA, sent=VAN),
    "own-field": form(ADMIN | DATA, given=field, sent=VAN),
    "end-own-field": press(ADMIN | DATA, given=field),
    "resume-own-field": press(ADMIN | DATA, given=ended),
    "own-values": form(OWN_ORGANISERS | DATA, area=ORGANISERS | DATA, given=to_fill, sent=said),
    "own-values: kept safe": form(frozenset(), area=ORGANISERS | DATA, given=kept_safe_to_fill, sent=said),
    "take-out-value": press(OWN_ORGANISERS | DATA, area=ORGANISERS | DATA, given=filled),
}
