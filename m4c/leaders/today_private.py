"""Today: what one kept private of somebody who asked for a copy of theirs, and whom no link reaches: to be given."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Action, Line, Moment, overdue_since
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.people.models import Account, PrivateToGive

MOST = 3


def private_to_give(account: Account, at: Moment) -> Iterator[Line]:
    """Whom one gives what one noted of them, the soonest due first; one statement."""
    for one in to_give(account):
        person, due = one.request.person, one.request.answer_by
        assert person is not None  # whom nobody knows is given nothing
        given = Action(_("Given"), reverse("private-given", args=[one.uid]), is_press=True)
        title = _("Give {person} what you keep for yourself of them").format(person=person)
        why = _("They asked for a copy, and no letter reaches them. Nobody else of us reads it.")
        url = reverse("person", args=[person.uid])
        yield Line(title, why, url, given, day=due, late=overdue_since(due, at.today))


@prepared
def to_give(account: Account) -> QuerySet[PrivateToGive]:
    """The first of them."""
    return PrivateToGive.objects.visible_to(account).to_give().select_related("request__person")[:MOST]


def register() -> None:
    """Put them on Today."""
    rows = Q(given_on=None, request__person__isnull=False)
    kind = TakenOn(private_to_give, lambda account, _at: Rows(PrivateToGive, rows & Q(author=account.pk)))
    TAKEN_ON.add("private", kind)
