"""Today: with whom one was named to stay in touch lately, so that nobody is a contact without knowing."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.people.models import Account, PersonContact
from m4c.people.models.person_contact import new_for

MOST = 3


def new_for_you(account: Account, at: Moment) -> Iterator[Line]:
    """Those whom somebody else gave to one within a fortnight, the latest first; one statement."""
    number = 0
    for one in given_lately(account, at):
        number = one.number
        detail = _("New for you: you stay in touch with them for {group}").format(group=one.group)
        talk = Action(_("Talk"), f"{reverse('record-one-to-one')}?with={one.person.uid}")
        yield Line(one.person.name, detail, reverse("person", args=[one.person.uid]), talk, person=one.person_id)
    if (left := number - MOST) > 0:
        more = ngettext("{number} more is new for you", "{number} more are new for you", left).format(number=left)
        yield Line(more, url=f"{reverse('people')}?contact=new")


@prepared
def given_lately(account: Account, at: Moment) -> QuerySet[Any]:
    """The first of them, each with the `number` of all."""
    found = PersonContact.objects.visible_to(account).new_for(account, at.today).select_related("person", "group")
    return found.annotate(number=Window(Count("pk")))[:MOST]


def register() -> None:
    """Tell Today of them."""
    rows = TakenOn(new_for_you, lambda account, at: Rows(PersonContact, new_for(account, at.today)))
    TAKEN_ON.add("new_for_you", rows)
