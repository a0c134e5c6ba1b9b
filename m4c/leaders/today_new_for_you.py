"""Today: with whom one was named to stay in touch lately, so that nobody is a contact without knowing."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.people.models import Account, PersonContact
from m4c.people.models.person_contact import new_for

MOST = 3


def new_for_you(account: Account, at: Moment) -> Iterator[Line]:
    """Those whom somebody else gave to one within a fortnight, the latest first; two statements."""
    found = PersonContact.objects.visible_to(account).new_for(account, at.today).select_related("person", "group")
    number = found.count()
    for one in found[:MOST]:
        detail = _("New for you: you stay in touch with them for {group}").format(group=one.group)
        talk = Action(_("Talk"), f"{reverse('record-one-to-one')}?with={one.person.uid}")
        yield Line(one.person.name, detail, reverse("person", args=[one.person.uid]), talk, person=one.person_id)
    if (left := number - MOST) > 0:
        more = ngettext("{number} more is new for you", "{number} more are new for you", left).format(number=left)
        yield Line(more, url=f"{reverse('people')}?contact=new")


def register() -> None:
    """Tell Today of them."""
    TAKEN_ON.add(
        "new_for_you",
        TakenOn(new_for_you, lambda account: Rows(PersonContact, new_for(account, timezone.localdate()))),
    )
