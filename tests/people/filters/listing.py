"""Whom the list of people shows for an address, without its page."""

from typing import Any

from django.http import QueryDict

from m4c.people.forms.find_people import FindPeopleForm
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import NOW


def asked(cast: Cast, persona: str = "organiser", **address: Any) -> FindPeopleForm:
    """The form of the list, filled in from an address."""
    data = QueryDict(mutable=True)
    data.update({name: str(value) for name, value in address.items()})
    return FindPeopleForm(data, by=cast.fresh(persona), now=NOW)


def found(cast: Cast, persona: str = "organiser", **address: Any) -> list[str]:
    """First names of the Yusufs, made by the test, whom the list shows."""
    form = asked(cast, persona, **address)
    people = Person.objects.visible_to(form.account).filter(form.condition, family_name="Yusuf")
    people = people.in_group(form.group_chosen) if form.group_chosen else people
    return [person.given_name for person in people]
