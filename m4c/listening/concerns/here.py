"""The concerns of one 1-2-1, house meeting or campaign as its page shows them, with those that may be put back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from m4c.core.visibility import scopes_of
from m4c.listening.models import Concern, HouseMeeting, ListeningCampaign, OneToOne
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.models import Account
from m4c.people.naming import names_of
from m4c.people.sight import within

MOST, MOST_OFFERED = 200, 20


class Line(NamedTuple):
    """A concern, who said it where that may be told, and whether the account may strike it or put it back."""

    concern: Concern
    who: str
    may_strike: bool


@dataclass(frozen=True)
class Heard:
    """Those that stand, and those that were struck; `may_run` whether the account runs the listening there."""

    lines: Sequence[Line]
    struck: Sequence[Line]
    may_run: bool
    is_campaign: bool


def heard_here(
    account: Account, where: Q, source: OneToOne | HouseMeeting | ListeningCampaign, at_most: int = MOST
) -> Heard:
    """The concerns `where` as the account may see them; of a campaign its latest. Two statements."""
    may_run = account.may(RUN_LISTENING, scopes_of(source))
    is_campaign = isinstance(source, ListeningCampaign)
    rows = Concern.objects.with_struck(account).filter(where)
    lately = rows.order_by(Coalesce("struck_at", "made_at").desc(), "-pk") if is_campaign else rows
    found = list(lately[:at_most])
    names = names_of(account, [concern.person_id for concern in found])
    lines = [
        Line(concern, names.get(concern.person_id, ""), may_run or concern.noted_by_id == account.pk)
        for concern in found
    ]
    struck = [line for line in lines if line.concern.struck_at and line.may_strike]
    return Heard([line for line in lines if not line.concern.struck_at], struck, may_run, is_campaign)


def struck_or_not(account: Account) -> "QuerySet[Concern]":
    """The concerns that the account sees, struck ones too, for striking and putting back."""
    found = Concern.objects.with_struck(account)
    return found.select_related("group", "theme", "one_to_one", "house_meeting", "campaign__group")


def left_out_of(account: Account, campaign: ListeningCampaign) -> "QuerySet[Concern]":
    """What was heard in the campaign's days and groups and belongs to none, the latest first."""
    days = {"said_on__gte": campaign.starts_on, "said_on__lte": campaign.ends_on}
    found = Concern.objects.visible_to(account).filter(within("group__path", campaign.group), campaign=None, **days)
    return found.order_by("-said_on", "-pk")[:MOST_OFFERED]
