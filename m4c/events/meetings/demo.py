"""The meetings' chapter of the demo: a committee that met a fortnight ago, and the one that goes on from there."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from m4c.core.demo import Story
from m4c.events.models import Event
from m4c.events.operations.agenda import bring_forward, put_on_agenda, settle_item
from m4c.events.operations.event import NewEvent, plan_event
from m4c.events.operations.job import give_job, settle_job
from m4c.events.operations.minutes import finish_minutes, write_decision


def tell(story: Story) -> None:
    """Let Cardiff's committee meet, leave something open, and prepare its next meeting."""
    before, coming = committee(story, -14), committee(story, 4)
    leader = story.shelf["cast"]["Bethan"]
    opened = put_on_agenda(event=before, title="The empty shop: what the owner answered", minutes=30, by=story.by)
    fete = put_on_agenda(event=before, title="The summer fête", minutes=20, by=story.by)
    settle_item(item=fete, at=before.starts_at, by=story.by)
    write_decision(event=before, item=fete, words="The fête is on 30 August again, with 25 stalls.", by=story.by)
    write_decision(event=before, item=opened, words="If no answer comes by Friday, we stand at his shop.", by=story.by)
    given = {"group": before.group, "event": before, "at": before.starts_at, "by": story.by}
    leaflets = give_job(what="Print 200 leaflets", taken_by=leader, due_on=day_of(story, -7), **given)
    settle_job(job=leaflets, outcome="done", at=before.starts_at + timedelta(days=5), by=story.by)
    give_job(what="Ring the owner once more", taken_by=leader, due_on=day_of(story, 2), item=opened, **given)
    give_job(what="Find an urn and cups", due_on=day_of(story, 3), **given)
    finish_minutes(event=before, at=before.starts_at + timedelta(days=1), by=story.by)
    bring_forward(event=coming, by=story.by)
    put_on_agenda(event=coming, title="Who speaks on Saturday?", minutes=15, by=story.by)
    coffee = Event.objects.filter(group=before.group, kind=Event.Kind.SOCIAL).coming(story.now).first()
    if coffee:
        wanted = {"group": coffee.group, "event": coffee, "at": story.now, "by": story.by}
        give_job(what="Fetch the milk on the way", taken_by=leader, due_on=day_of(story, 5), **wanted)
        give_job(what="Put out twelve chairs", **wanted)


def committee(story: Story, days: int) -> Event:
    """A committee meeting of Cardiff, so many days from today."""
    starts_at = timezone.make_aware(datetime.combine(day_of(story, days), time(19)))
    new = NewEvent(kind=Event.Kind.COMMITTEE, title="Committee", starts_at=starts_at, place="St Mellons church hall")
    return plan_event(group=story.shelf["groups"]["Cardiff"], new=new, by=story.by)


def day_of(story: Story, days: int) -> date:
    """The day so many days from the story's today."""
    return story.today + timedelta(days=days)
