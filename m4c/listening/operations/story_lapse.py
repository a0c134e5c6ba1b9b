"""Agreements that have run out end by themselves, each day: what nobody renewed is shown nowhere any more."""

from datetime import datetime

from django.utils import timezone

from m4c.core.operations import operation
from m4c.listening.models import Story, StoryConsent
from m4c.listening.operations.story_levels import settle
from m4c.listening.permissions import LOOK_AFTER_STORIES
from m4c.people.models import Account

TOGETHER = 500


@operation(LOOK_AFTER_STORIES, on=None, public=True)
def lapse_story_consents(*, at: datetime, by: Account) -> list[Story]:
    """End what has run out, and have everything follow, as where a teller withdraws; where nothing stands the words go.

    At most 500 stories at a time; run twice it is run once.
    """
    over = StoryConsent.objects.filter(withdrawn_at=None, expires_on__lt=timezone.localdate(at))
    stories = list(Story.objects.filter(pk__in=over.values("story")).order_by("pk")[:TOGETHER])
    StoryConsent.objects.filter(pk__in=over.filter(story__in=stories).values("pk")).update(withdrawn_at=at)
    return [settle(story, at) for story in stories]
