"""What the schedule does for series: the next months of each are put in the calendar."""

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.events.models import Series
from m4c.events.operations.series import make_ahead
from m4c.people.models import Account


@task()
def make_events_of_series() -> None:
    """Make each running series' events of the next months, or propose its next days. Twice is once."""
    by = Account.objects.of_system(Role.WORKER)
    for series in Series.objects.running().order_by("pk").iterator():
        make_ahead(series=series, today=timezone.localdate(), by=by)
