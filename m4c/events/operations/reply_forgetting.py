"""Forgets what was only good until the event: names of guests, and what those who replied said that they need."""

from datetime import datetime, timedelta

from django.db.models import Q

from m4c.core.operations import operation
from m4c.events.models import Guest, Reply
from m4c.events.reply_permissions import LOOK_AFTER_REPLIES
from m4c.people.models import Account

KEPT_AFTER = timedelta(days=7)  # so long whoever held the event may look at who was to come


@operation(LOOK_AFTER_REPLIES, on=None)
def forget_what_was_for_the_event(*, at: datetime, by: Account) -> None:
    """Forget guests by name, who are no people of ours unless somebody met them, and what was said of needs."""
    over = Reply.objects.filter(event__starts_at__lt=at - KEPT_AFTER).values("pk")
    Guest.objects.filter(reply__in=over).delete()
    said = Reply.objects.filter(pk__in=over).exclude(Q(access_needs=[]) & Q(words=""))
    said.update(access_needs=[], words="")
