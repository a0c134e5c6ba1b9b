"""Who visits in a listening campaign: taking it on, with how many visits, and leaving it to others."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.listening.models import ListeningCampaign, Visitor
from m4c.listening.operations.campaign import MOST_VISITS
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see
from m4c.people.young import under_18_among


class VisitorRefused(Refused):
    """They cannot visit in this campaign."""


@operation(RUN_LISTENING, on="campaign")
def add_visitor(*, campaign: ListeningCampaign, person: Person, on: date, by: Account, visits: int = 0) -> Visitor:
    """Put somebody down as a visitor who took on so many visits, the campaign's own number unless told.

    Somebody who is one already, or was, is one with these visits. Raises Unseen and VisitorRefused.
    """
    must_see([person], by)
    number = visits or campaign.visits_each
    if not 1 <= number <= MOST_VISITS:
        raise VisitorRefused(_("Ten visits each is usual; a hundred are the most."), field="visits", code="visits")
    if under_18_among([person.pk], on):
        raise VisitorRefused(
            _("Nobody under 18 visits alone: put down the adult whom they go with."), field="person", code="under_18"
        )
    known = Visitor.objects.filter(campaign=campaign, person=person).first()
    if known:
        change(known, visits=number, left_on=None)
        return known
    return Visitor.objects.create(campaign=campaign, person=person, visits=number, joined_on=on)


@operation(RUN_LISTENING, on="visitor")
def leave_visits(*, visitor: Visitor, on: date, by: Account) -> Visitor:
    """Somebody visits no more; the visits that they held stay counted. Twice is once."""
    if visitor.left_on is None:
        change(visitor, left_on=max(on, visitor.joined_on))
    return visitor
