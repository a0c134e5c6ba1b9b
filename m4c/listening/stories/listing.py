"""The list of stories: which of them, by how far they go and by when what stands ends."""

from datetime import date

from django.db.models import Exists, Min, OuterRef, QuerySet

from m4c.listening.models import Story, StoryConsent
from m4c.people.models import Account, Group
from m4c.people.sight import within

AFTER, BEFORE = type(Story.objects.all()).after, type(Story.objects.all()).before


def stories_of(account: Account, *, group: Group | None, level: int | None, ends_by: date | None) -> "QuerySet[Story]":
    """Stories that the account sees, each with `ends_on`, the day when the first of its agreements ends."""
    found = Story.objects.visible_to(account).filter(taken_back_at=None).select_related("teller", "group")
    if group:
        found = found.filter(within("group__path", group))
    if level:
        found = found.filter(level=level)
    stands = StoryConsent.objects.filter(story=OuterRef("pk"), withdrawn_at=None).order_by()
    if ends_by:
        found = found.filter(Exists(stands.filter(expires_on__lte=ends_by)))
    first = stands.values("story").annotate(first=Min("expires_on")).values("first")
    return found.annotate(ends_on=first)
