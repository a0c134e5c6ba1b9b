"""What grew out of what: the family of a campaign as a tree, from its first beginnings to what grew out of it."""

from collections import defaultdict
from dataclasses import dataclass, field

from m4c.campaigns.models import Campaign, CampaignOrigin
from m4c.people.models import Account


@dataclass
class Branch:
    """A campaign or project in the tree, how it grew out of the one above it, and what grew out of it in turn."""

    campaign: Campaign
    how: str
    is_this: bool
    grown: list["Branch"] = field(default_factory=list)


def lineage_of(campaign: Campaign, account: Account) -> list[Branch]:
    """The family of a campaign that the account sees, a tree for each beginning; none where it has no family.

    Two statements: who grew out of whom is a short table, read whole, and walked here.
    """
    rows = CampaignOrigin.objects.order_by("pk").values_list("campaign", "out_of", "how")
    above: dict[int, list[int]] = defaultdict(list)
    below: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for child, parent, how in rows:
        above[child].append(parent)
        below[parent].append((child, how))
    beginnings = beginnings_of(campaign.pk, above)
    family = {pk for beginning in beginnings for pk in below_and_itself(beginning, below)}
    if len(family) < 2:
        return []
    seen = Campaign.objects.visible_to(account).select_related("group").in_bulk(family)
    return [
        branch(beginning, "", below, seen, campaign.pk)
        for beginning in (visible for start in beginnings for visible in first_seen(start, below, seen))
    ]


def beginnings_of(pk: int, above: dict[int, list[int]]) -> list[int]:
    """Those it goes back to that grew out of nothing themselves."""
    found, ahead, been = [], [pk], {pk}
    while ahead:
        at = ahead.pop(0)
        parents = above.get(at, [])
        if not parents:
            found.append(at)
        ahead += [parent for parent in parents if parent not in been]
        been.update(parents)
    return found


def below_and_itself(pk: int, below: dict[int, list[tuple[int, str]]]) -> set[int]:
    """It and all that grew out of it."""
    found, ahead = {pk}, [pk]
    while ahead:
        children = {child for child, _how in below.get(ahead.pop(), [])} - found
        found |= children
        ahead += children
    return found


def first_seen(pk: int, below: dict[int, list[tuple[int, str]]], seen: dict[int, Campaign]) -> list[int]:
    """Itself where it is seen, else the nearest below it that are."""
    if pk in seen:
        return [pk]
    return [found for child, _how in below.get(pk, []) for found in first_seen(child, below, seen)]


def branch(pk: int, how: str, below: dict[int, list[tuple[int, str]]], seen: dict[int, Campaign], this: int) -> Branch:
    """One campaign with what grew out of it; what the account does not see is stepped over."""
    made = Branch(seen[pk], how, pk == this)
    for child, grew in below.get(pk, []):
        how_told = grew if child in seen else ""
        made.grown += [branch(found, how_told, below, seen, this) for found in first_seen(child, below, seen)]
    return made
