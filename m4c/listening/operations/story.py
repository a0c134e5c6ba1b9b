"""Write down a story, put its words right, look through it for other people, and say how far it goes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.listening.models import HouseMeeting, OneToOne, Story
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story_levels import StoryRefused, agree, empty, lower, settle
from m4c.listening.permissions import KEEP_STORIES
from m4c.listening.stories.levels import end_of, needs_the_teller, standing_of
from m4c.people import ledger
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.people.young import under_18_among


@dataclass(frozen=True)
class NewStory:
    """A story as it was told: by whom, when, in which words, and how they said that it may be kept."""

    teller: Person
    title: str
    words: str
    told_on: date
    how: str
    level: int = Level.LISTENER  # who may read it: whoever listened, or the team
    one_to_one: OneToOne | None = None
    house_meeting: HouseMeeting | None = None
    parent_agreed: str = ""
    uid: UUID | None = None


@dataclass(frozen=True)
class Wording:
    """The words of a story as they are to be, and how a parent agreed where the teller is under 18."""

    title: str
    words: str
    told_on: date
    parent_agreed: str = ""


@operation(KEEP_STORIES, on="group")
def write_down_story(*, group: Group, new: NewStory, at: datetime, by: Account) -> Story:
    """Keep a story that somebody told, for whoever listened or for the team: they said that it may be kept, and how.

    Raises StoryRefused and Unseen.
    """
    must_see([new.teller], by)
    check_words(new.title, new.words)
    if not new.how.strip():
        raise StoryRefused(_("Write down how they said that you may keep it."), field="how", code="no_consent")
    check_parent(new.teller.pk, new.parent_agreed)
    story = Story(
        group=group,
        teller=new.teller,
        listener=by,
        told_on=new.told_on,
        title=new.title.strip(),
        words=new.words.strip(),
        level=new.level,
        one_to_one=new.one_to_one,
        house_meeting=new.house_meeting,
        parent_agreed=new.parent_agreed.strip(),
        changed_at=at,
    )
    if new.uid:
        story.uid = new.uid
    story.save()
    agree(story, Use.KEPT, new.level, how=new.how, given_on=timezone.localdate(at), at=at, written_by=by)
    ledger.write([story])
    return story


@operation(KEEP_STORIES, on="story", public=True)
def edit_story(*, story: Story, wording: Wording, at: datetime, by: Account) -> Story:
    """Put the words right. Other words are looked through and approved anew, and are shown nowhere until then.

    Raises StoryRefused.
    """
    must_read(story, by)
    check_words(wording.title, wording.words)
    check_parent(story.teller_id, wording.parent_agreed)
    said = {"title": wording.title.strip(), "words": wording.words.strip()}
    is_other = any(getattr(story, name) != text for name, text in said.items())
    anew = {"approved_at": None, "approval_hash": "", "disguised_at": None} if is_other else {}
    change(story, told_on=wording.told_on, parent_agreed=wording.parent_agreed.strip(), changed_at=at, **said, **anew)
    return settle(story, at)


@operation(KEEP_STORIES, on="story")
def look_through_story(*, story: Story, at: datetime, by: Account) -> Story:
    """Somebody read the words for other people in them: nobody can be told from it who did not agree."""
    must_read(story, by)
    change(story, disguised_at=at, changed_at=at)
    return story


@operation(KEEP_STORIES, on="story", public=True)
def record_story_consent(*, story: Story, use: str, level: int, how: str, on: date, at: datetime, by: Account) -> Story:
    """Write down what the teller said of one use, and how. To go further than before, or for longer, needs their own
    words; from level 3 on it holds once they said yes to the text after that. Raises StoryRefused.
    """
    must_read(story, by)
    before = standing_of(story.pk, timezone.localdate(at)).get(use)
    if needs_the_teller(before, level, end_of(on)) and not how.strip():
        raise StoryRefused(
            _("To go further needs the teller: write down how they said it."), field="how", code="needs_the_teller"
        )
    if before and level < before.level:
        lower(story, use, level, at)
    else:
        agree(story, use, level, how=how, given_on=on, at=at, written_by=by)
    return settle(story, at)


@operation(KEEP_STORIES, on="story", public=True)
def lower_story(*, story: Story, use: str, level: int, at: datetime, by: Account) -> Story:
    """Let a use go less far, or no further: it needs nobody's leave. Raises StoryRefused for a raise."""
    must_read(story, by)
    lower(story, use, level, at)
    return settle(story, at)


@operation(KEEP_STORIES, on="story", public=True)
def take_back_story(*, story: Story, at: datetime, by: Account) -> Story:
    """The teller took it back: its words go, here and everywhere. Done twice it is done once."""
    must_read(story, by)
    return story if story.taken_back_at else empty(story, at)


def must_read(story: Story, by: Account) -> None:
    """Raise StoryRefused, which tells nothing, unless the account may see the story, and it still has its words."""
    if not Story.objects.visible_to(by).filter(pk=story.pk).exists():
        raise StoryRefused(_("That story cannot be changed by you."), code="unseen")
    if story.taken_back_at:
        raise StoryRefused(_("The teller took it back: nothing of it is kept."), code="taken_back")


def check_words(title: str, words: str) -> None:
    """Raise StoryRefused where there is nothing to keep."""
    for field, text in (("title", title), ("words", words)):
        if not text.strip():
            raise StoryRefused(_("Write it down in their words."), field=field, code="no_words")


def check_parent(teller: int, parent_agreed: str) -> None:
    """Raise StoryRefused where the teller is under 18 and no parent agreed besides."""
    if not parent_agreed.strip() and under_18_among([teller]):
        raise StoryRefused(
            _("Whoever tells it is under 18: write down how a parent or guardian agreed besides."),
            field="parent_agreed",
            code="parent_not_asked",
        )
