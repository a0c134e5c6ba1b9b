"""The teller's link: which story it opens, and how long."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.listening.models import Story
from m4c.people.models import Protection
from m4c.people.models.sign_in_link import hash_of

GOOD_FOR = timedelta(days=30)


def open_links(at: datetime) -> "QuerySet[Story]":
    """Stories whose link is good: not old, not taken back, and made since its teller is kept safe, if they are."""
    safe = Protection.objects.active().filter(person=OuterRef("teller"), placed_at__gte=OuterRef("approval_sent_at"))
    return Story.objects.filter(~Exists(safe), approval_sent_at__gt=at - GOOD_FOR, taken_back_at=None).exclude(
        link_hash=""
    )


def opened_by(token: str, at: datetime) -> Story | None:
    """The story that a secret opens; None for one that is unknown or too old."""
    found = open_links(at).select_related("teller", "group")
    return found.filter(link_hash=hash_of(token), teller__erased_at=None).first()


def opens_nothing() -> Promise:
    """What is said to whoever comes with a link that is no good: the same for all."""
    return _("This link is over. Whoever gave it to you can make you another.")
