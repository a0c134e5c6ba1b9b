"""What the teller says of their own story: by their link without an account, or on their own page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC, SIGNED_IN
from m4c.listening.models import Story, StoryAsk
from m4c.listening.operations.story_levels import StoryRefused, agree, approve, empty, lower, settle
from m4c.listening.stories.levels import standing_of
from m4c.listening.stories.links import opened_by, opens_nothing
from m4c.listening.stories.rules import is_approved
from m4c.people.models import Account


@dataclass(frozen=True)
class Said:
    """What the teller says: the level of each use, 0 for no; and of which words, where they say yes to them."""

    levels: Mapping[str, int] = field(default_factory=dict)
    read: str = ""  # the hash of the words that they read and said yes to


@operation(PUBLIC, on=None, public=True)
def answer_by_story_link(*, token: str, said: Said, at: datetime, by: Account) -> Story:
    """The teller says yes, goes further or less far, by their link. Raises StoryRefused."""
    return answer(story_of(token, at), said, how=_("By their own link"), at=at, written_by=None)


@operation(PUBLIC, on=None, public=True)
def take_back_by_story_link(*, token: str, at: datetime, by: Account) -> Story:
    """The teller takes their story back, by their link. Raises StoryRefused."""
    return empty(story_of(token, at), at)


@operation(PUBLIC, on=None)
def never_ask_by_story_link(*, token: str, at: datetime, by: Account) -> StoryAsk:
    """The teller does not want to be asked again, by their link. Raises StoryRefused."""
    return StoryAsk.objects.create(person=story_of(token, at).teller, by=by, at=at, said=StoryAsk.Said.NEVER)


@operation(SIGNED_IN, on="by", public=True)
def answer_own_story(*, story: Story, said: Said, at: datetime, by: Account) -> Story:
    """The teller says it on their own page. Raises StoryRefused."""
    check_own(story, by)
    return answer(story, said, how=_("On their own page"), at=at, written_by=by)


@operation(SIGNED_IN, on="by", public=True)
def take_back_own_story(*, story: Story, at: datetime, by: Account) -> Story:
    """The teller takes their story back on their own page. Raises StoryRefused."""
    check_own(story, by)
    return empty(story, at)


@operation(SIGNED_IN, on="by")
def never_ask_for_own_story(*, at: datetime, by: Account) -> StoryAsk:
    """Somebody does not want to be asked for a story again. Raises StoryRefused for an account that is nobody's."""
    if by.person is None:
        raise StoryRefused(gettext_lazy("Your account belongs to no record of a person."), code="nobody")
    return StoryAsk.objects.create(person=by.person, by=by, at=at, said=StoryAsk.Said.NEVER)


def answer(story: Story, said: Said, *, how: str, at: datetime, written_by: Account | None) -> Story:
    """Write down what the teller says, every use in turn; whoever says yes to words that stand says it anew."""
    today = timezone.localdate(at)
    standing = standing_of(story.pk, today)
    if said.read:
        approve(story, said.read, at)
    elif is_approved(story):
        change(story, approved_at=at)
    for use, level in said.levels.items():
        stands = standing.get(use)
        if stands and level < stands.level:
            lower(story, use, level, at)
        elif level:
            agree(story, use, level, how=how, given_on=today, at=at, written_by=written_by)
    return settle(story, at)


def story_of(token: str, at: datetime) -> Story:
    """The story that a secret opens. Raises StoryRefused: one sentence for all that opens nothing."""
    story = opened_by(token, at)
    if story is None:
        raise StoryRefused(opens_nothing(), code="no_link")
    return story


def check_own(story: Story, by: Account) -> None:
    """Raise StoryRefused where the story is somebody else's, or was taken back."""
    if by.person_id is None or story.teller_id != by.person_id or story.taken_back_at:
        raise StoryRefused(gettext_lazy("That story is not yours to answer for."), code="not_theirs")
