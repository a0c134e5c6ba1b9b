"""Supporters' letters in the demo: a call to write to the council about the derelict site, and what came back."""

from datetime import timedelta

from m4c.campaigns.models import Campaign, Target
from m4c.campaigns.operations.letter_drive import (
    NewDrive,
    make_drive,
    open_drive,
    say_sent,
    share_answer,
    show_answer,
    write_letter,
)
from m4c.campaigns.press.naming import Naming
from m4c.core.demo import Story
from m4c.people.models import Account
from m4c.people.models.account import website
from m4c.power.models import Powerholder

POINTS = """How long have you walked past the site, and what do you see there?
Where do you go for bread and milk?
What would you do with a shop and a bench five minutes from your door?"""
WRITTEN = (  # words, whether the campaign may read them, so many days ago, the answer, whether it may be shown
    ("I have lived across from that wreck since my daughter was born. She is nine.", True, 12, "", False),
    ("My bus to the nearest shop leaves once an hour.", True, 9, "Officers are looking at the outline plans.", True),
    ("Please come and see it at dusk.", False, 6, "I can come on Thursday at five.", True),
    ("I fetch milk for three neighbours who cannot walk that far.", False, 2, "", False),
)


def tell(story: Story) -> None:
    """All of it, where the campaign is public and aims at somebody in a public office."""
    campaign: Campaign | None = story.shelf.get("campaign")
    to = official(campaign, story) if campaign and campaign.is_public else None
    if campaign is None or to is None:
        return
    by = Account.objects.get(person=story.shelf["cast"]["Siân"])
    ask = "Agree to homes and a shop on the site before the summer."
    new = NewDrive("Write about the old supermarket", ask, points=POINTS, powerholder=to)
    drive = open_drive(drive=make_drive(campaign=campaign, new=new, by=by), at=story.now - timedelta(days=14), by=by)
    for words, may_read, ago, answer, may_show in WRITTEN:
        on, at = story.today - timedelta(days=ago), story.now - timedelta(days=ago)
        token = write_letter(drive=drive, powerholder=to, words=words, may_read=may_read, at=at, by=website()).token
        say_sent(token=token, on=on, by=website())
        if answer:
            letter = share_answer(token=token, words=answer, may_show=may_show, on=on, at=story.now, by=website())
            if may_show:
                show_answer(letter=letter, at=story.now, by=by)


def official(campaign: Campaign, story: Story) -> Powerholder | None:
    """Somebody whom the campaign aims at and everybody may write to."""
    targets = [each.powerholder for each in Target.objects.filter(campaign=campaign, until=None)]
    naming = Naming.of(campaign, targets, story.today)
    return next((each for each in targets if naming.may_name(each)), None)
