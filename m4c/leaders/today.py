"""What the front page of the workspace says: whom to talk to, what one promised, what is coming."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from m4c.events.models import Attendance, Event
from m4c.events.permissions import SEE_EVENTS
from m4c.leaders.draw_down import LATELY, DrawnDown, drawn_down_of
from m4c.leaders.models import ConversationPledge
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.listening.permissions import RECORD_CONVERSATIONS
from m4c.people.models import Account, ImportRow, Person

AHEAD = timedelta(days=7)  # how soon a conversation or a next step must be to stand on the page
NEW = timedelta(days=30)  # how long somebody who came for the first time is new
MOST = 6  # of a kind on the page
WELSH = ("Bore da", "Prynhawn da", "Noswaith dda")


@dataclass(frozen=True)
class Moment:
    """Now, as the page needs it."""

    now: datetime

    @property
    def today(self) -> date:
        """The day in the movement's own zone."""
        return timezone.localdate(self.now)

    @property
    def midnight(self) -> datetime:
        """When the day began."""
        return timezone.make_aware(datetime.combine(self.today, time.min))


def greeting(person: Person | None, now: datetime) -> str:
    """Good morning, afternoon or evening, in Welsh for who speaks it with us."""
    hour = timezone.localtime(now).hour
    part = 0 if hour < 12 else 1 if hour < 18 else 2
    speaks_welsh = (get_language() or "").startswith("cy") or (person and person.language == Person.Language.WELSH)
    return WELSH[part] if speaks_welsh else (_("Good morning"), _("Good afternoon"), _("Good evening"))[part]


def to_hold(account: Account, at: Moment) -> dict[str, QuerySet[Any]]:
    """One's own conversations that are due within the week, or were."""
    soon = {"day__lte": at.today + AHEAD}
    own = OneToOne.objects.visible_to(account).filter(asker=account.person_id, **soon).select_related("other")
    hosted = HouseMeeting.objects.visible_to(account).filter(host=account.person_id, **soon)
    return {"one_to_ones": own.to_hold()[:MOST], "house_meetings": hosted.to_hold()[:MOST]}


def to_follow_up(account: Account, at: Moment) -> dict[str, QuerySet[Any]]:
    """One's own next steps that are due within the week, were, or have no day."""
    later = {"next_step_by__gt": at.today + AHEAD}
    own = OneToOne.objects.visible_to(account).filter(asker=account.person_id).exclude(**later)
    hosted = HouseMeeting.objects.visible_to(account).filter(host=account.person_id).exclude(**later)
    return {
        "one_to_one_steps": own.select_related("other").to_follow_up()[:MOST],
        "house_meeting_steps": hosted.to_follow_up()[:MOST],
    }


def newcomers(account: Account, at: Moment) -> QuerySet[Attendance]:
    """Who came for the first time of late, as far as one may see them, and with whom nobody has talked yet."""
    if not account.may_somewhere(RECORD_CONVERSATIONS):
        return Attendance.objects.none()
    present = Attendance.objects.present().filter(event__cancelled_at=None)
    earlier = present.filter(person=OuterRef("person"), event__starts_at__lt=OuterRef("event__starts_at"))
    spoken_to = OneToOne.objects.arranged().filter(other=OuterRef("person"))
    came = present.visible_to(account).filter(event__starts_at__range=(at.midnight - NEW, at.now))
    new = came.filter(~Exists(earlier), ~Exists(spoken_to), person__died_on=None, person__moved_away_on=None)
    return new.exclude(person=account.person_id).select_related("person", "event").order_by("-event__starts_at", "-pk")


def own_pledges(account: Account) -> list[DrawnDown]:
    """What one pledged and has not held yet, the soonest due first."""
    standing = drawn_down_of([account.person_id], account) if account.person_id else []
    return sorted((drawn for drawn in standing if not drawn.is_kept), key=lambda one: one.pledge.due_on or date.max)


def leaders_overdue(account: Account, at: Moment) -> list[DrawnDown]:
    """What the leaders of one's groups pledged for a day gone by and have not held: by name, never ranked."""
    lately = (at.today - LATELY, at.today - timedelta(days=1))
    due = ConversationPledge.objects.visible_to(account).standing().filter(due_on__range=lately)
    ids = dict(due.exclude(person=account.person_id).values_list("pk", "person_id"))
    drawn = [one for one in drawn_down_of(set(ids.values()), account) if one.pledge.pk in ids and not one.is_kept]
    return sorted(drawn, key=lambda one: (one.pledge.person.sort_name, one.pledge.pk))


def coming(account: Account, at: Moment) -> QuerySet[Event]:
    """What comes next in one's groups and those above them, and what one is down for anywhere."""
    above = {path for _role, group in account.held for path in group.ancestor_paths}
    own = Attendance.objects.filter(person=account.person_id).values("event")
    near = account.sight.of_group("group", SEE_EVENTS) | Q(group__path__in=above) | Q(pk__in=own)
    found = Event.objects.visible_to(account).filter(near, cancelled_at=None).without_house_meetings(account)
    return found.coming(at.midnight).select_related("group")[:MOST]


def imports_to_look_through(account: Account) -> int:
    """In how many rows of sheets brought in somebody must say whether two people are one."""
    return ImportRow.objects.visible_to(account).to_review().count()


def has_begun(account: Account) -> bool:
    """Whether the person has held, arranged or pledged anything yet."""
    own = OneToOne.objects.visible_to(account).filter(asker=account.person_id)
    return own.exists() or ConversationPledge.objects.visible_to(account).filter(person=account.person_id).exists()
