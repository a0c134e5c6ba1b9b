"""What a relationship said before it was put right, in words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.text import capfirst

from m4c.people.models import Account, Relationship, RelationshipCorrection
from m4c.people.models.relationship import sentence
from m4c.people.naming import names_of


@dataclass(frozen=True)
class Before:
    """What stood there until somebody put it right; `by` is blank where their name may not be shown."""

    words: str
    evidence: str
    since: date | None
    by: str
    at: datetime


def written_before(account: Account, relationship: Relationship) -> list[Before]:
    """All that a relationship said before, the latest first, read from the first of its two people; two queries."""
    rows = RelationshipCorrection.objects.visible_to(account).filter(relationship=relationship)
    corrections = list(rows.select_related("by").order_by("-pk"))
    names = names_of(account, [row.by.person_id for row in corrections])
    name, is_turned, before = relationship.other.name, False, []
    for row in corrections:
        is_turned ^= row.was_turned
        words = capfirst(sentence(row.kind, name, is_turned=is_turned))
        before.append(Before(words, row.evidence, row.since, names.get(row.by.person_id, ""), row.at))
    return before
