"""Who may open what is on record twice: whoever holds the right in all groups of both, with a second factor."""

from typing import Any

from django.utils import timezone

from m4c.people.models import DoubleSuggestion, Group, Person
from m4c.people.operations.person_merge import KEPT, merge
from tests.access.personas import DATA, NOBODY, ORGANISERS, those
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import somebody


def two_records(cast: Cast, group: Group | None = None) -> tuple[Person, Person]:
    """Ebo, on record twice."""
    emails = ["ebo.iwu@example.org"]
    return somebody(cast, "Ebo Iwu", emails=emails), somebody(cast, "Ebo Iwuh", group, emails=emails)


def suggested(cast: Cast) -> dict[str, Any]:
    """Two records of Cardiff."""
    first, _second = two_records(cast)
    return {"uid": DoubleSuggestion.objects.get(first=first).uid}


def suggested_across(cast: Cast) -> dict[str, Any]:
    """A record of Cardiff and one of Manchester."""
    first, _second = two_records(cast, cast.manchester)
    return {"uid": DoubleSuggestion.objects.get(first=first).uid}


def merged_just_now(cast: Cast) -> dict[str, Any]:
    """Two records of Cardiff made one."""
    keep, other = two_records(cast)
    return {"uid": merge(keep=keep, other=other, choices={}, at=timezone.now(), by=cast.operator).merge.uid}


def merged_long_ago(cast: Cast) -> dict[str, Any]:
    """Two records of Cardiff made one longer ago than it can be undone."""
    keep, other = two_records(cast)
    return {"uid": merge(keep=keep, other=other, choices={}, at=timezone.now() - KEPT, by=cast.operator).merge.uid}


def a_record(cast: Cast) -> dict[str, Any]:
    """One of two records of Cardiff that nothing suggests to be one person."""
    somebody(cast, "Ioan Pugh")
    return {"uid": somebody(cast, "Ebo Iwu").uid}


def a_record_across(cast: Cast) -> dict[str, Any]:
    """A record of Cardiff, beside one of Manchester."""
    somebody(cast, "Ioan Pugh", cast.manchester)
    return {"uid": somebody(cast, "Ebo Iwu").uid}


def the_other(cast: Cast) -> dict[str, Any]:
    """What is sent to name the other record."""
    other = Person.objects.get(family_name="Pugh")
    return {"other": other.name, "other-chosen": str(other.uid)}


MERGE = ORGANISERS | DATA
OWN = those("organiser national_organiser") | DATA
WIDE = those("national_organiser") | DATA

ROWS = {
    "doubles": page(NOBODY, factor=MERGE),
    "double": form(NOBODY, factor=MERGE, area=MERGE - OWN, given=suggested, sent={"family_name": "keep"}),
    "double: across groups": form(NOBODY, factor=MERGE, area=MERGE - WIDE, given=suggested_across),
    "two-people": press(NOBODY, factor=MERGE, area=MERGE - OWN, given=suggested),
    "two-people: across groups": press(NOBODY, factor=MERGE, area=MERGE - WIDE, given=suggested_across),
    "same-as": form(NOBODY, factor=MERGE, area=MERGE - OWN, given=a_record, sent=the_other),
    "same-as: across groups": form(
        NOBODY, factor=MERGE, area=MERGE - OWN, writes=WIDE, given=a_record_across, sent=the_other
    ),
    "undo-merge": press(NOBODY, factor=MERGE, area=MERGE - OWN, given=merged_just_now),
    "undo-merge: too late": press(NOBODY, factor=MERGE, area=MERGE - OWN, writes=NOBODY, given=merged_long_ago),
}
