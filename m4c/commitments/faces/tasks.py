"""Background tasks of public commitments: links and letters to those who follow one, and letting go of old ones."""

from django.utils import timezone

from m4c.commitments.faces.letters import link_letter, moved_letter
from m4c.commitments.models import Follower
from m4c.commitments.operations import follower as followers  # as a module: it imports this one
from m4c.commitments.operations import publishing
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.models import Account
from m4c.people.posting import QUEUED, post, send_each

AT_MOST = 50  # hundreds, in one run


@task()
def mail_follow_link(follower_id: int) -> None:
    """Send the link that makes following true, and ends it."""
    follower = Follower.objects.filter(pk=follower_id, ended_at=None).select_related("commitment").first()
    if follower and follower.commitment.is_public:
        with post() as way:
            way.send(link_letter(follower))


@task()
def tell_of_moves() -> None:
    """Tell those whose commitment moved, by an entry or by the calendar; whoever was claimed is told once at most."""
    for _round in range(AT_MOST):
        claimed = followers.claim_followers(at=timezone.now(), by=worker()).followers
        if not claimed:
            return
        with post() as way:
            sent = send_each(way, claimed, write=moved_letter, went="sent")
        waiting = {follower: claimed[follower] for follower, (state, _why) in sent.outcomes.items() if state == QUEUED}
        if waiting:
            followers.tell_followers_later(before=waiting, by=worker())
            return


@task()
def look_after() -> None:
    """Once a day: forget who never confirmed or stopped, and give a page to those who may be named by now."""
    followers.forget_followers(at=timezone.now(), by=worker())
    publishing.name_public_pages(at=timezone.now(), by=worker())


def worker() -> Account:
    """The schedule's own account."""
    return Account.objects.of_system(Role.WORKER)
