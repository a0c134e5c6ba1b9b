"""A campaign of which somebody's story was told in a 1-2-1, for tests of what a report may say of it."""

from m4c.listening.models import Concern, ListeningCampaign, OneToOne, Story
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.story_card import NewCard, make_speaker_card
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody
from tests.listening.coding import campaign_of, people, said, said_by_each, theme_of
from tests.listening.stories import QUOTED, agreed, told


def told_in_campaign(cast: Cast, level: Level | None = Level.NAMELESS) -> tuple[ListeningCampaign, Story]:
    """Six people on light; what one of them said stands in the story that they told, agreed for reports at a level."""
    campaign = campaign_of(cast)
    teller = somebody(cast, "Ruth Okafor")
    talk = one_of(cast, campaign, teller)
    story = told(cast, teller, one_to_one=talk)
    agreed(cast, {Use.REPORT: level} if level else {}, story=story)
    concerns = said_by_each(cast, campaign, people(cast, 5), words="No light", strength=2)
    concerns.append(said(cast, campaign, QUOTED, person=teller, one_to_one=talk, strength=3, may_quote=True))
    theme_of(cast, campaign, "Light", concerns)
    story.refresh_from_db()
    return campaign, story


def one_of(cast: Cast, campaign: ListeningCampaign, other: object) -> OneToOne:
    """A 1-2-1 of the campaign with somebody."""
    new = NewOneToOne(cast.person("leader"), other, TODAY, held_on=TODAY, campaign=campaign)  # type: ignore[arg-type]
    return record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def card_of(cast: Cast, story: Story, **more: str) -> None:
    """A card of it for reports."""
    new = NewCard(use=Use.REPORT, quotation=QUOTED, **more)
    make_speaker_card(story=story, new=new, at=NOW, by=cast.organiser)


def quoted_concern() -> Concern:
    """The concern that stands in the story too."""
    return Concern.objects.get(words=QUOTED)
