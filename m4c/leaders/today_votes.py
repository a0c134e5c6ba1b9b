"""Today: ballots that wait for one's own vote."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.listening.deciding.own_votes import that_wait
from m4c.listening.models import Voter
from m4c.people.models import Account

MOST = 3


def votes_to_cast(account: Account, at: Moment) -> Iterator[Line]:
    """One's own, those that opened first first; one statement."""
    for voter in own_votes(account):
        paper = reverse("own-vote", args=[voter.ballot.uid])
        yield Line(voter.ballot.title, str(voter.ballot.group), paper, Action(_("Vote"), paper))


@prepared
def own_votes(account: Account) -> QuerySet[Voter]:
    """The first of them."""
    own = Voter.objects.visible_to(account).filter(that_wait(account)).select_related("ballot__group")
    return own.order_by("ballot__opened_at", "pk")[:MOST]


def register() -> None:
    """Tell Today of them."""
    TAKEN_ON.add("votes", TakenOn(votes_to_cast, lambda account, _at: Rows(Voter, that_wait(account))))
