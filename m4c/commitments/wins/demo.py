"""Wins in the demo: what the campaign of St Mellons won in full, in part, for a time and in how people are treated."""

from datetime import date, timedelta
from typing import Any

from m4c.campaigns.models import Campaign
from m4c.commitments.operations.win import NewWin, look_at_win, publish_win, record_win
from m4c.core.demo import Story
from m4c.people.models import Account
from m4c.power.models import Institution

HOMES: tuple[tuple[int, dict[str, Any]], ...] = (  # days after the picket, what was won
    (
        2,
        {
            "kind": "quality",
            "name": "The owner sat down with six of us",
            "change_words": "He came to the church hall with his plans, and listened for an hour and a half.",
            "for_whom": "Everybody who lives beside the site",
            "says_who": "The minutes, agreed by both sides",
        },
    ),
    (
        6,
        {
            "kind": "partial",
            "name": "Plans are in with the council",
            "change_words": "An application for twelve homes and a shop below them was handed in, drawn with two of us"
            " at the table.",
            "for_whom": "St Mellons",
            "missing": "The council has still to decide, and what the shop will be let for is open.",
            "says_who": "The council's register of applications",
        },
    ),
)
FOR_A_TIME: dict[str, Any] = {
    "kind": "expiring",
    "name": "The fence is mended and the rats are dealt with, for six months",
    "change_words": "The council sends somebody each fortnight, at the owner's cost.",
    "for_whom": "The four streets round the site",
    "says_who": "Street Scene, by e-mail",
}
LENDER: dict[str, Any] = {
    "kind": "full",
    "name": "The last high-street lender closed its door",
    "change_words": "Nobody there lends at nine times what one pays back; the credit union has its window.",
    "for_whom": "Townhill, and whoever walks past",
    "says_who": "We walked past it",
}
RULE: dict[str, Any] = {
    "kind": "full",
    "name": "Empty sites are written to within a year",
    "change_words": "The council writes to the owner of every site that has stood empty for twelve months, and says in"
    " public what it was answered.",
    "for_whom": "Every street in Cardiff with an empty site",
    "says_who": "Minutes of the cabinet",
    "rule": "Owners of sites empty for twelve months are written to, and the answer is published",
    "scope_words": "All sites in the city",
}


def tell(story: Story) -> None:
    """All of it, where the campaign is on the shelf."""
    campaign: Campaign | None = story.shelf.get("campaign")
    if campaign is None:
        return
    by = Account.objects.get(person=story.shelf["cast"]["Siân"])
    saturday: date = story.shelf.get("picket_on") or story.today - timedelta(days=(story.today.weekday() - 5) % 7 + 7)
    given: dict[str, Any] = {"campaign": campaign}
    for days, said in HOMES:
        on = min(saturday + timedelta(days=days), story.today)
        new = NewWin(**said, **given, on=on, look_again_on=on + timedelta(days=60))
        won(story, campaign, new, by)
    on = story.today - timedelta(days=160)
    ends = story.today + timedelta(days=21)
    fence = won(story, campaign, NewWin(**FOR_A_TIME, **given, on=on, expires_on=ends, look_again_on=story.today), by)
    seen: dict[str, Any] = {
        "stands": "yes",
        "words": "Walked round it: no hole, no rat.",
        "on": story.today - timedelta(days=70),
    }
    look_at_win(win=fence, **seen, next_look=story.today, at=story.now, by=by)
    if local := story.shelf.get("credit_in_Swansea"):
        on = story.today - timedelta(days=61)
        new = NewWin(**LENDER, campaign=local, on=on, look_again_on=story.today + timedelta(days=120))
        won(story, local, new, Account.objects.get(person=story.shelf["cast"]["Huw"]))
    council = Institution.objects.filter(kind=Institution.Kind.COUNCIL, name__icontains="Cardiff").first()
    if council:
        on = story.today - timedelta(days=30)
        won(story, campaign, NewWin(**RULE, **given, on=on, rule_body=council, rule_from=on), by)


def won(story: Story, campaign: Campaign, new: NewWin, by: Account) -> Any:
    """Written down, and public."""
    win = record_win(group=campaign.group, new=new, at=story.now, by=by)
    return publish_win(win=win, at=story.now, by=by)
