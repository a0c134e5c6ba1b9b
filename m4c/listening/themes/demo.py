"""The coding board in the demo: what was said round Cardiff's kitchen tables and in its campaigns, put under themes."""

from collections import defaultdict
from datetime import datetime, timedelta

from m4c.core.demo import Story
from m4c.events.turnout.demo import whom_to_ask
from m4c.listening.models import Concern, ListeningCampaign
from m4c.listening.operations.campaign import NewCampaign, plan_campaign
from m4c.listening.operations.concern import NewConcern, note_concerns
from m4c.listening.operations.published_listening import publish_listening
from m4c.listening.operations.theme import make_theme
from m4c.listening.themes.board import Board
from m4c.people.models import Account, Group

THEMES = {  # each with the words by which what was said is known
    "Damp and dear homes": ("damp", "mould", "rent", "housing", "landlord", "moved here", "repair"),
    "Nothing for the young": ("youth", "young", "children"),
    "Buses after six": ("bus", "get home"),
    "Dark streets": ("street light", "lights", "lamp", "underpass", "dark"),
    "Work that does not pay": ("wage", "hours", "shift", "agency"),
}


SPRING = (  # words, strength, how many said much the same, and where they live
    ("Our flat is damp, and my daughter's chest is bad again", 3, 9, "St Mellons"),
    ("The landlord answers once a year, with a new rent", 3, 7, "Splott"),
    ("No bus after six, and the taxi costs what I earn in an hour", 2, 8, "St Mellons"),
    ("I walk home in the middle of the road, since the street lights are out", 2, 5, "Splott"),
    ("There is nothing for the young ones but the bus shelter", 1, 3, "Adamsdown"),
)


def tell(story: Story) -> None:
    """Most of it stands under a theme; a few concerns are left for whoever opens the board. Last spring's is public."""
    cardiff = story.shelf["groups"]["Cardiff"]
    spring = listened_in_spring(story, cardiff)
    campaigns = ListeningCampaign.objects.select_related("group").order_by("pk")
    for board in [Board(cardiff), *(Board(campaign.group, campaign) for campaign in campaigns)]:
        code(story, board, story.now - timedelta(days=1))
    publish_listening(campaign=spring, at=story.now, by=story.by)


def listened_in_spring(story: Story, group: Group) -> ListeningCampaign:
    """A campaign that is over, of whose people everybody was asked."""
    ends_on = story.today - timedelta(days=150)
    new = NewCampaign(name="Cardiff listens", starts_on=ends_on - timedelta(days=42), ends_on=ends_on)
    campaign = plan_campaign(group=group, new=new, by=story.by)
    people = iter(whom_to_ask(group))
    rows = [
        NewConcern(words, ends_on - timedelta(days=at * 4), next(people, None), strength, at == 0, place, "", campaign)
        for words, strength, number, place in SPRING
        for at in range(number)
    ]
    note_concerns(group=group, rows=rows, at=story.now, by=story.by)
    return campaign


def code(story: Story, board: Board, at: datetime) -> None:
    """Siân puts a board's concerns under the themes whose words they hold."""
    coder = Account.objects.get(person=story.shelf["cast"]["Siân"])
    found: dict[str, list[Concern]] = defaultdict(list)
    for concern in board.concerns(story.by).filter(theme=None):
        said = concern.words.casefold()
        name = next((name for name, words in THEMES.items() if any(word in said for word in words)), "")
        found[name].append(concern)
    standing = set(board.themes().values_list("name", flat=True))
    for name in THEMES:
        if found[name] and name not in standing:
            seen = {concern.uid: None for concern in found[name]}
            make_theme(group=board.group, campaign=board.campaign, name=name, seen=seen, at=at, by=coder)
