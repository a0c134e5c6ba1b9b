"""Today: what one kept private of somebody who asked for a copy of theirs, and whom no link reaches: to be given."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Action, Line, Moment, overdue_since
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.people.models import Account, PrivateToGive

MOST = 3


def private_to_give(account: Account, at: Moment) -> Iterator[Line]:
    """Whom one gives what one noted of them, the soonest due first; one statement."""
    waiting = PrivateToGive.objects.visible_to(account).to_give().select_related("request__person")
    for one in waiting[:MOST]:
        person, due = one.request.person, one.request.answer_by
        assert person is not None  # whom nobody knows is given nothing
        given = Action(_("Given"), reverse("private-given", args=[one.uid]), is_press=True)
        title = _("Give {person} what you keep for yourself of them").format(person=person)
        why = _("They asked for a copy, and no letter reaches them. Nobody else of us reads it.")
        url = reverse("person", args=[person.uid])
        yield Line(title, why, url, given, day=due, late=overdue_since(due, at.today))


def register() -> None:
    """Put them on Today."""
    rows = Q(given_on=None, request__person__isnull=False)
    kind = TakenOn(private_to_give, lambda account: Rows(PrivateToGive, rows & Q(author=account.pk)))
    TAKEN_ON.add("private", kind)
