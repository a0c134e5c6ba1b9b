"""Today: stories one was told, of which an agreement ends within the month, so that its teller is asked in time."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Min, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.listening.models import Story, StoryAsk, StoryConsent
from m4c.listening.stories.levels import ASKED_AGAIN
from m4c.people.models import Account

MOST = 3


def stories_that_end(account: Account, at: Moment) -> Iterator[Line]:
    """The stories that one listened to, the soonest to end first; one statement."""
    for story in soon_to_end(account, at):
        ends_on, url = story.ends_on, reverse("story", args=[story.uid])
        detail = _("“{title}”: what they agreed to ends on {day}.").format(
            title=story.title, day=date_format(ends_on, "j F")
        )
        if story.said == StoryAsk.Said.NEVER:
            yield Line(_("A story ends"), f"{detail} {_('They asked not to be asked.')}", url, day=ends_on)
            continue
        title = _("Ask {name} about their story again").format(name=story.teller)
        yield Line(title, detail, url, Action(_("Their link"), url), person=story.teller_id)


@prepared
def soon_to_end(account: Account, at: Moment) -> QuerySet[Any]:
    """The first of them, each with the day when it `ends_on` and what its teller `said` when last asked."""
    ending = StoryConsent.objects.filter(
        story=OuterRef("pk"), withdrawn_at=None, expires_on__lte=at.today + ASKED_AGAIN
    ).order_by()
    said = StoryAsk.objects.filter(person=OuterRef("teller")).exclude(said="").order_by("-at", "-pk").values("said")
    own: Any = Story.objects.visible_to(account).filter(listener=account.pk).select_related("teller").order_by()
    own = own.annotate(ends_on=Subquery(ending.values("story").annotate(first=Min("expires_on")).values("first")))
    own = own.annotate(said=Subquery(said[:1])).exclude(ends_on=None)
    return own.order_by("ends_on", "pk")[:MOST]


def rows(account: Account, at: Moment) -> Rows:
    """Agreements that end soon, of stories that one was told."""
    soon = Q(withdrawn_at=None, expires_on__lte=at.today + ASKED_AGAIN)
    return Rows(StoryConsent, soon & Q(story__listener=account.pk))


def register() -> None:
    """Tell Today of them."""
    TAKEN_ON.add("stories", TakenOn(stories_that_end, rows))
