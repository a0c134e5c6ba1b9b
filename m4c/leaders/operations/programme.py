"""Put two programmes of training together, where their groups become one."""

from m4c.leaders.models import Programme, TrainingSession
from m4c.people.groups.merging import Joining


def unite_programmes(joining: Joining, kept: Programme, gone: Programme) -> None:
    """One programme of a name, with the sessions of both."""
    TrainingSession.objects.filter(programme=gone).update(programme=kept)
    gone.delete()
