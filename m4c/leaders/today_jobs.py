"""Today: the jobs that one took on."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.events.models import Job
from m4c.leaders.today_lines import Action, Line, Moment, overdue_since
from m4c.leaders.today_promises import AHEAD
from m4c.people.models import Account

MOST = 6


def own_jobs(account: Account, at: Moment) -> Iterator[Line]:
    """Those due within the week, overdue, or without a day; the soonest first."""
    if not account.person_id:
        return
    soon = Q(due_on__lte=at.today + AHEAD) | Q(due_on=None)
    own = Job.objects.visible_to(account).filter(soon, taken_by=account.person_id).to_do()
    for job in own.select_related("event", "group")[:MOST]:
        done = Action(_("Done"), reverse("press-job", args=[job.uid, Job.Outcome.DONE]), is_press=True)
        late = overdue_since(job.due_on, at.today)
        yield Line(
            job.what, str(job.event or job.group), f"{reverse('jobs')}?only=own", done, day=job.due_on, late=late
        )
