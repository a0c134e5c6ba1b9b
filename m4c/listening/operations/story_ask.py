"""Ask somebody to tell their story, and keep what they said to being asked: who said never is not asked again."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.listening.models import StoryAsk
from m4c.listening.operations.story_levels import StoryRefused
from m4c.listening.permissions import KEEP_STORIES
from m4c.listening.stories.asking import never_again
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see

Said = StoryAsk.Said


@operation(KEEP_STORIES, on="person")
def ask_for_story(*, person: Person, at: datetime, by: Account, said: str = "") -> StoryAsk:
    """Somebody was asked to tell their story, by whoever writes it down, and what they said to it where they did.

    Raises StoryRefused for somebody who said not to be asked again, and Unseen.
    """
    must_see([person], by)
    check_may_be_asked(person.pk)
    return StoryAsk.objects.create(person=person, by=by, at=at, said=said)


@operation(KEEP_STORIES, on="person")
def answer_story_ask(*, person: Person, said: str, at: datetime, by: Account) -> StoryAsk:
    """What somebody said when they were last asked; "do not ask me again" may be said without having been asked.

    Raises StoryRefused for an answer where nobody asked, and Unseen.
    """
    must_see([person], by)
    if said not in Said.values:
        raise StoryRefused(_("Choose what they said."), field="said", code="no_such_answer")
    asked = StoryAsk.objects.filter(person=person).first()
    if asked is None and said != Said.NEVER:
        raise StoryRefused(_("Nobody has asked them yet."), code="not_asked")
    if asked is None or asked.said:
        return StoryAsk.objects.create(person=person, by=by, at=at, said=said)
    change(asked, said=said)
    return asked


def check_may_be_asked(person: int) -> None:
    """Raise StoryRefused where somebody said not to be asked again."""
    if never_again(person):
        raise StoryRefused(_("They said: do not ask me again."), code="never_again")
