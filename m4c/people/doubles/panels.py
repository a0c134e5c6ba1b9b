"""What a person's page says of a second record: that there may be one, and what was made one and can be undone."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import PERSON_PANELS, Panel
from m4c.core.visibility import Rows, scopes_of
from m4c.people.doubles.seen import seen_doubles
from m4c.people.models import Account, DoubleSuggestion, Person, PersonMerge
from m4c.people.permissions import MERGE_PEOPLE, SEE_KNOWN_PEOPLE


def maybe_the_same(account: Account, person: Person) -> dict[str, Any] | None:
    """Whom somebody may be the same as, of those whom the account sees; with the way to make them one where it may."""
    seen = seen_doubles(account, person)
    if not seen:
        return None
    open_here = DoubleSuggestion.objects.visible_to(account).filter(pk__in=[row.pk for row in seen])
    answerable = set(open_here.values_list("pk", flat=True))
    return {
        "doubles": [(row, row.second if row.first_id == person.pk else row.first, row.pk in answerable) for row in seen]
    }


def made_one(account: Account, person: Person) -> dict[str, Any] | None:
    """What was made one with somebody lately, for those who may undo it."""
    lately = PersonMerge.objects.visible_to(account).standing().filter(kept=person, expires_at__gt=timezone.now())
    merges = list(lately.select_related("by__person"))
    if not merges or not account.may(MERGE_PEOPLE, scopes_of(merges[0]), every=True):
        return None
    return {"merges": merges}


def register() -> None:
    """Add the panels to a person's page."""
    PERSON_PANELS.add(
        "people.doubles",
        Panel(
            title=_("This may be somebody we know"),
            template="people/person_doubles.html",
            context=maybe_the_same,
            allow=SEE_KNOWN_PEOPLE,
            order=5,
            rows=lambda person: Rows(DoubleSuggestion, Q(first=person) | Q(second=person)),
        ),
    )
    PERSON_PANELS.add(
        "people.merges",
        Panel(
            title=_("Made of two records"),
            template="people/person_merges.html",
            context=made_one,
            allow=MERGE_PEOPLE,
            order=95,
            rows=lambda person: Rows(PersonMerge, Q(kept=person)),
        ),
    )
