"""What the schedule does for plans: the next months of each series are put in the calendar, and parts held are told."""

from datetime import timedelta

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.events.models import Series
from m4c.events.operations.part import tell_parts
from m4c.events.operations.series import make_ahead
from m4c.people.models import Account

LOOKED_BACK = timedelta(days=7)  # as long as the worker may have stood still


@task()
def make_events_of_series() -> None:
    """Make each running series' events of the next months, or propose its next days. Twice is once."""
    by = Account.objects.of_system(Role.WORKER)
    for series in Series.objects.running().order_by("pk").iterator():
        make_ahead(series=series, today=timezone.localdate(), by=by)


@task()
def tell_parts_held() -> None:
    """Let the ledger tell who did which part of an event, once it has begun."""
    now = timezone.now()
    tell_parts(since=now - LOOKED_BACK, at=now, by=Account.objects.of_system(Role.WORKER))
