"""What came of pledges, read once for Today: one's own, and those of one's groups' leaders whose day went by."""

from datetime import timedelta

from django.db.models import QuerySet

from m4c.core.prepared import prepared
from m4c.leaders.draw_down import LATELY, DrawnDown, drawn_down_of
from m4c.leaders.models import ConversationPledge
from m4c.leaders.permissions import SEE_PLEDGES
from m4c.leaders.today_lines import Moment
from m4c.people.models import Account

LOOKED_AT = 50  # pledges gone by, of which some stand on the page


def went_by(account: Account, at: Moment) -> dict[int, int]:
    """The pledges of others in one's groups whose day went by lately, each with whose it is, by ids. One statement."""
    if not account.may_somewhere(SEE_PLEDGES):
        return {}
    return dict(due_lately(account, at))


@prepared
def due_lately(account: Account, at: Moment) -> QuerySet[ConversationPledge, tuple[int, int]]:
    """The first of them by name, with whose each is."""
    lately = (at.today - LATELY, at.today - timedelta(days=1))
    due = ConversationPledge.objects.visible_to(account).standing().filter(due_on__range=lately)
    due = due.exclude(person=account.person_id).order_by("person__sort_name", "pk")
    return due.values_list("pk", "person_id")[:LOOKED_AT]


def pledges_drawn(account: Account, at: Moment) -> list[DrawnDown]:
    """All standing pledges of oneself and of those leaders, with what was held; three statements, none for nobody."""
    people = set(at.once(account, went_by).values()) | ({account.person_id} if account.person_id else set())
    return drawn_down_of(people, account) if people else []


def leaders_overdue(account: Account, at: Moment) -> list[DrawnDown]:
    """What the leaders of one's groups pledged for a day gone by and have not held, by name."""
    ids = at.once(account, went_by)
    drawn = [one for one in at.once(account, pledges_drawn) if one.pledge.pk in ids and not one.is_kept]
    return sorted(drawn, key=lambda one: (one.pledge.person.sort_name, one.pledge.pk))
