"""What a campaign's page says of it first: demands, targets, who leads, who authorised it, what it is part of.

All in one statement: the page gathers what many parts tell, and must stay quick for a campaign of five hundred
approaches.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, Trim

from m4c.campaigns.models import Authorisation, Campaign, CampaignLead, CampaignOrigin, Demand, Target
from m4c.listening.models import Issue
from m4c.people.models import Account


class Said(NamedTuple):
    """One line: which part it belongs to, what it says, a detail and one more, what it leads to, and since when."""

    part: str
    words: str
    detail: str
    more: str
    uid: UUID
    since: date


@dataclass
class Glance:
    """The lines of a campaign by part."""

    demand: list[Said] = field(default_factory=list)
    primary: list[Said] = field(default_factory=list)
    secondary: list[Said] = field(default_factory=list)
    organiser: list[Said] = field(default_factory=list)
    lead: list[Said] = field(default_factory=list)
    authorised: list[Said] = field(default_factory=list)
    above: list[Said] = field(default_factory=list)
    grew: list[Said] = field(default_factory=list)
    issue: list[Said] = field(default_factory=list)


NOTHING = Value("", output_field=CharField())
GIVEN = Case(When(person__known_as="", then=F("person__given_name")), default=F("person__known_as"))
NAME_OF_LEAD = Trim(Concat(GIVEN, Value(" "), F("person__family_name"), output_field=CharField()))
OFFICE = Coalesce(F("office__name"), NOTHING, output_field=CharField())
ITS_OWN = F("uid")
MOVES = Coalesce(F("moves__powerholder__name"), NOTHING, output_field=CharField())


def glance_of(campaign: Campaign, account: Account) -> Glance:
    """What stands today, as far as the account sees it. One statement."""
    first, *rest = legs(campaign, account)
    found: dict[str, list[Said]] = defaultdict(list)
    for row in first.union(*rest, all=True):
        said = Said(*row)
        found[said.part].append(said)
    for rows in found.values():
        rows.sort(key=lambda said: (said.since, said.uid))
    return Glance(**found)


def legs(campaign: Campaign, account: Account) -> Iterable["QuerySet[Any, Any]"]:
    """Each part's rows, in the same six columns."""
    demands = Demand.objects.visible_to(account).filter(campaign=campaign, ended_on=None)
    yield columns(demands, Value("demand"), F("words"), since=F("stated_on"))
    targets = Target.objects.visible_to(account).filter(campaign=campaign, until=None)
    yield columns(targets, F("kind"), F("powerholder__name"), OFFICE, MOVES, F("powerholder__uid"), F("since"))
    leads = CampaignLead.objects.visible_to(account).filter(campaign=campaign, until_on=None)
    yield columns(leads, F("part"), NAME_OF_LEAD, since=F("from_on"))
    authorised = Authorisation.objects.visible_to(account).standing().filter(campaign=campaign)
    yield columns(authorised, Value("authorised"), F("group__name"), F("how"), since=F("decided_on"))
    seen = Campaign.objects.visible_to(account).order_by()
    yield columns(seen.filter(pk=campaign.rolls_up_to_id or 0), Value("above"), F("name"), since=F("starts_on"))
    grew = CampaignOrigin.objects.visible_to(account).filter(campaign=campaign, out_of__in=seen.values("pk"))
    issues = Issue.objects.visible_to(account).filter(pk=campaign.issue_id or 0)
    yield columns(issues, Value("issue"), F("name"), since=F("chosen_on"))
    since = F("out_of__starts_on")
    yield columns(grew, Value("grew"), F("out_of__name"), F("how"), uid=F("out_of__uid"), since=since)


def columns(
    rows: "QuerySet[Any]",
    part: Any,
    words: Any,
    detail: Any = NOTHING,
    more: Any = NOTHING,
    uid: Any = ITS_OWN,
    since: Any = None,
) -> "QuerySet[Any, Any]":
    """Rows as six columns, of the same kinds in every leg: PostgreSQL joins no others."""
    texts = [Cast(each, output_field=CharField()) for each in (part, words, detail, more)]
    return rows.order_by().values_list(*texts, uid, since)
