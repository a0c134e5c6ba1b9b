"""What leaders tells on an event's timeline: what was pledged there."""

from collections.abc import Iterable

from django.db.models import Count, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.events.event_timeline import EVENT_TELLERS, end_of, said
from m4c.events.models import Event
from m4c.leaders.models import ConversationPledge
from m4c.people.models import Account
from m4c.people.timeline import TimelineEntry


def pledged_there(account: Account, event: Event) -> Iterable[TimelineEntry]:
    """On each day, how many people pledged how many conversations at the session that the event is."""
    if event.kind != Event.Kind.TRAINING:
        return
    seen = ConversationPledge.objects.visible_to(account).standing().filter(session__event=event)
    days = (
        seen.order_by("-made_on").values("made_on").annotate(who=Count("person", distinct=True), number=Sum("number"))
    )
    for day in days:
        what = ngettext("{number} conversation", "{number} conversations", day["number"]).format(number=day["number"])
        who = ngettext("{number} person", "{number} people", day["who"]).format(number=day["who"])
        yield said(end_of(day["made_on"]), _("Pledged there: {what}, by {who}").format(what=what, who=who))


def register() -> None:
    """Tell the events' page."""
    EVENT_TELLERS.add("leaders", pledged_there)
