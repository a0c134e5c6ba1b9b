"""What the site holds on a person, for the access pack."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.people.access.sources import Table, hold
from m4c.people.models import Person
from m4c.website.models import Recognised, StoryPage


def register() -> None:
    """Say where the site holds something on a person."""
    hold(
        "pictures",
        _("Pictures and stories"),
        Table(Recognised, words=("how",)),
        Table(
            StoryPage,
            of=("pk",),
            where=told_by,
            only=("title", "teller", "given_name", "family_name", "told_on", "lead"),
            always=_("A story by somebody of that name: make sure that it is theirs."),
        ),
    )


def told_by(person: Person) -> Q:
    """Their own, and those by somebody of that very name: whether it is them is looked at before it is given."""
    named = Q(given_name__iexact=person.given_name, family_name__iexact=person.family_name)
    return named | Q(from_story__teller=person.pk)
