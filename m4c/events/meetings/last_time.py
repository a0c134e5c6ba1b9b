"""Last time: the meeting before a meeting, and what it left open."""

from django.db.models import Q, QuerySet

from m4c.events.models import AgendaItem, Event, Job

# Kinds that talk by an agenda. A training and a house meeting have forms of their own.
WITH_AGENDA = frozenset(
    {
        Event.Kind.COMMITTEE,
        Event.Kind.PLANNING,
        Event.Kind.ANNUAL,
        Event.Kind.PUBLIC_MEETING,
        Event.Kind.RESEARCH,
        Event.Kind.ASSEMBLY,
    }
)


def last_time(event: Event) -> Event | None:
    """The meeting before this one: of the same series, else of the same group and kind; None for the first."""
    same = Q(series=event.series_id) if event.series_id else Q(group=event.group_id, kind=event.kind)
    before = Event.objects.filter(same).held(event.starts_at).order_by("-starts_at", "-pk")
    return before.exclude(pk=event.pk).first()


def open_from_last_time(event: Event) -> QuerySet[AgendaItem]:
    """What the meeting before left open, in its order."""
    before = last_time(event)
    return AgendaItem.objects.filter(event=before).open() if before else AgendaItem.objects.none()


def jobs_from_last_time(event: Event) -> QuerySet[Job]:
    """Jobs that the meeting before gave out, the soonest due first, whatever became of them."""
    before = last_time(event)
    return Job.objects.filter(event=before).order_by("due_on", "pk") if before else Job.objects.none()
