"""The front page of the workspace: its greeting, what is coming, and what waits. Its questions stand in today_*.py."""

from datetime import datetime

from django.db.models import Count, Q, QuerySet, Window
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.events.models import Attendance, Event
from m4c.events.permissions import SEE_EVENTS
from m4c.leaders.today_lines import Moment
from m4c.people.models import Account, Breach, ImportRow, Person

MOST = 6  # events on the page
WELSH = ("Bore da", "Prynhawn da", "Noswaith dda")


def greeting(person: Person | None, now: datetime) -> str:
    """Good morning, afternoon or evening, in Welsh for who speaks it with us."""
    hour = timezone.localtime(now).hour
    part = 0 if hour < 12 else 1 if hour < 18 else 2
    speaks_welsh = (get_language() or "").startswith("cy") or (person and person.language == Person.Language.WELSH)
    return WELSH[part] if speaks_welsh else (_("Good morning"), _("Good afternoon"), _("Good evening"))[part]


def coming(account: Account, at: Moment) -> list[Event]:
    """What comes next in one's groups and those above them, and what one is down for anywhere."""
    return coming_near(account, at, sorted({path for _role, group in account.held for path in group.ancestor_paths}))


@prepared
def coming_near(account: Account, at: Moment, above: list[str]) -> QuerySet[Event]:
    """The same, of groups at these paths."""
    own = Attendance.objects.filter(person=account.person_id).values("event")
    near = account.sight.of_group("group", SEE_EVENTS) | Q(group__path__in=above) | Q(pk__in=own)
    found = Event.objects.visible_to(account).filter(near, cancelled_at=None).without_house_meetings(account)
    return found.with_place(account).coming(at.midnight).select_related("group")[:MOST]


def imports_to_look_through(account: Account) -> int:
    """In how many rows of sheets brought in somebody must say whether two people are one."""
    return next(iter(rows_to_review(account)), 0)


@prepared
def rows_to_review(account: Account) -> QuerySet[ImportRow, int]:
    """Their number; nothing where there are none."""
    rows = ImportRow.objects.visible_to(account).to_review().order_by()
    return rows.annotate(left=Window(Count("pk"))).values_list("left", flat=True)[:1]


def breach_to_tell(account: Account) -> Breach | None:
    """The breach whose clock runs, the first to be told of."""
    return next(iter(ticking(account)), None)


@prepared
def ticking(account: Account) -> QuerySet[Breach]:
    """The first of them."""
    return Breach.objects.visible_to(account).ticking()[:1]
