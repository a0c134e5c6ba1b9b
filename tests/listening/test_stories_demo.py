"""The demo's stories stand as far along as stories are."""

from datetime import timedelta
from random import Random

from django.utils import timezone

from m4c.core.demo import Story as Tale
from m4c.listening.models import SpeakerCard, Story, StoryAsk, StoryUsed
from m4c.listening.stories.demo import tell
from m4c.listening.stories.page import card_to_show
from tests.cast import Cast
from tests.factories import somebody


def test_the_demo_tells_stories_at_every_stage(cast: Cast) -> None:
    for name in ("Amal Yusuf", "Rhian Powell", "Owen Sadiq"):
        somebody(cast, name)
    now = timezone.now()
    tale = Tale(by=cast.operator, random=Random(1), today=timezone.localdate(now), now=now)
    members = [cast.person(who) for who in ("member", "editor", "treasurer", "protected_member")]
    people = {"Siân": cast.person("organiser"), "Bethan": cast.person("leader")}
    tale.shelf |= {"groups": {"Cardiff": cast.cardiff}, "cast": people | {each.name: each for each in members}}
    tell(tale)
    assert sorted(Story.objects.values_list("level", flat=True)) == [1, 2, 3, 5]
    assert card_to_show(SpeakerCard.objects.get(), tale.today + timedelta(days=1))
    assert (StoryUsed.objects.count(), StoryAsk.objects.get().said) == (1, "never")
