"""Background tasks of stories: the letter with the teller's link, and agreements that run out."""

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.listening.models import Story
from m4c.listening.operations import story_lapse, story_link  # as modules: the second imports this one
from m4c.listening.stories.letters import send_link
from m4c.people.models import Account


@task()
def mail_story_link(story_id: int) -> None:
    """Write the teller's link; the secret is made as the letter is, so that no waiting task holds it."""
    story = Story.objects.filter(pk=story_id, taken_back_at=None, teller__erased_at=None).first()
    if story:
        at = timezone.now()
        send_link(story_link.story_letter(story=story, at=at, by=worker()), at)


@task()
def lapse() -> None:
    """Let agreements that have run out end, as if their tellers had withdrawn them."""
    story_lapse.lapse_story_consents(at=timezone.now(), by=worker())


def worker() -> Account:
    """The schedule's own account."""
    return Account.objects.of_system(Role.WORKER)
