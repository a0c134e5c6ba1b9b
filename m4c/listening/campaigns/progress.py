"""How far the visitors of a campaign are: for themselves and for whoever runs it, in the order of names, no ranking."""

from dataclasses import dataclass

from django.db.models import Count

from m4c.core.visibility import scopes_of
from m4c.listening.models import ListeningCampaign, OneToOne, Questionnaire, Visitor
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.models import Account, NameOnList

MOST_VISITORS = 200


@dataclass(frozen=True)
class Visiting:
    """A visitor, with the visits that they held and the questionnaires that they took; None where that is not told."""

    visitor: Visitor
    held: int | None
    taken: int | None
    is_own: bool
    names: int | None = None  # on one's own list, told to oneself alone

    @property
    def is_told(self) -> bool:
        """Whether the figures are."""
        return self.held is not None


def visiting(campaign: ListeningCampaign, account: Account) -> list[Visiting]:
    """The visitors that the account may see, by name, two hundred at most; figures are for them and their organiser."""
    found = Visitor.objects.visible_to(account).filter(campaign=campaign, left_on=None)
    visitors = list(found.select_related("person").order_by("person__sort_name", "pk")[:MOST_VISITORS])
    ids = [visitor.person_id for visitor in visitors]
    runs = account.may(RUN_LISTENING, scopes_of(campaign))
    talks = OneToOne.objects.held().filter(campaign=campaign, asker__in=ids).order_by()
    held = dict(talks.values_list("asker").annotate(Count("pk")))
    sheets = Questionnaire.objects.filter(campaign=campaign, visitor__in=ids).order_by()
    taken = dict(sheets.values_list("visitor").annotate(Count("pk")))
    rows = []
    for visitor in visitors:
        own = visitor.person_id == account.person_id
        told = own or runs
        rows.append(
            Visiting(
                visitor,
                held.get(visitor.person_id, 0) if told else None,
                taken.get(visitor.person_id, 0) if told else None,
                own,
                NameOnList.objects.filter(owner=account.person_id).count() if own else None,
            )
        )
    return rows
