"""What people itself adds to a person's page beside the record: whom they know."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.core.panels import PERSON_PANELS, Panel
from m4c.people.models import Account, Person, Protection, Relationship
from m4c.people.permissions import RECORD_RELATIONSHIPS, SEE_RELATIONSHIPS

MOST_TOLD = 20


def whom_they_know(account: Account, person: Person) -> dict[str, Any] | None:
    """The relationships of somebody that one may see; of somebody kept safe nothing is told or asked."""
    if Protection.objects.visible_to(account).active().filter(person=person).exists():
        return None
    found = Relationship.objects.visible_to(account).of_person(person).select_related("person", "other")
    listed = list(found[: MOST_TOLD + 1])
    may_record = account.may_somewhere(RECORD_RELATIONSHIPS)
    if not listed and not may_record:
        return None
    told = [
        {"relationship": one, "words": one.words_of(person), "other": one.other_side(person)}
        for one in listed[:MOST_TOLD]
    ]
    return {"told": told, "has_more": len(listed) > MOST_TOLD, "may_record": may_record, "person": person}


def register() -> None:
    """Put the panels on a person's page."""
    knows = Panel(_("Whom they know"), "people/person_relationships.html", whom_they_know, SEE_RELATIONSHIPS, 16)
    PERSON_PANELS.add("people.relationships", knows)
