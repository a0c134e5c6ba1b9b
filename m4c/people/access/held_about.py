"""What others wrote down of somebody, as they read it themselves: all of their own, and of others only what they know.

What is held back is said in words on the page, whether or not there is any of it: so nothing is told by its absence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from m4c.people.models import Account, Person, Relationship, Tagging
from m4c.people.models.protection import not_kept_safe
from m4c.people.models.relationship import sentence

MOST = 100  # relationships shown on one page; whoever has more asks for a copy


@dataclass(frozen=True)
class Known:
    """How somebody knows another, as they may read it: `evidence` only where they told it themselves."""

    relationship: Relationship
    words: str
    evidence: str


def relationships_of(account: Account, person: Person) -> list[Known]:
    """How it is written that somebody knows others, in two queries.

    The other one's name only where the account may see them, and how we know only where it told us itself: the rest may
    be what others confided. Of or with anybody kept safe nothing.
    """
    found = Relationship.objects.of_person(person.pk).filter(not_kept_safe("person"), not_kept_safe("other"))
    rows = list(found.select_related("person", "other", "group")[:MOST])
    names = names_known(account, [row.other_side(person) for row in rows])
    somebody = _("somebody")
    return [
        Known(
            row,
            capfirst(sentence(row.kind, names.get(row.other_side(person).pk, somebody), is_turned=row.other == person)),
            row.evidence if row.recorded_by_id == account.pk else "",
        )
        for row in rows
    ]


def names_known(account: Account, people: Sequence[Person]) -> dict[int, str]:
    """The names, by id, of those of these people whom the account may see."""
    seen = Person.objects.visible_to(account).filter(pk__in=[person.pk for person in people]) if people else ()
    return {person.pk: person.name for person in seen}


def tags_of(person: Person) -> list[Tagging]:
    """Every tag on somebody, of whichever group."""
    return list(Tagging.objects.filter(person=person).select_related("tag__group"))
