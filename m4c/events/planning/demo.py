"""The planning chapter of the demo: what comes back, a meeting held with another group, and meetings of others."""

from datetime import date, time, timedelta

from m4c.core.demo import Story
from m4c.events.models import AccessNeed, Event, EventRole, Series
from m4c.events.operations.event import NewEvent, edit_event, plan_event
from m4c.events.operations.outside_host import say_whose_meeting
from m4c.events.operations.part import add_part
from m4c.events.operations.school_holiday import NewHoliday, add_school_holidays
from m4c.events.operations.series import NewSeries, leave_out, start_series
from m4c.events.planning.clock import at, moved
from m4c.events.planning.recurrence import HowOften, rule_of

TUESDAY = 1
Part = EventRole.Part
# As their programmes said; who held no public office is named by what they did.
FRINGE = [
    (
        "2014-09-21",
        (time(19, 30), time(21)),
        "Trusting the Demos: Does the public always know best?",
        "Premier Inn Manchester Central, Room 2",
        "Demos",
        "a columnist",
        "Simon Danczuk MP\nthe director of Demos\na pollster\na political adviser",
    ),
    (
        "2014-09-23",
        (time(17, 30), time(19, 30)),
        "Labour vs. UKIP: Winning new majorities and “left behind” voters",
        "Manchester Central Library, Elliot House, 151 Deansgate, Manchester",
        "Policy Network",
        "",
        "Gloria De Piero MP\nSir Robin Wales, Mayor of Newham\na professor of political science\na pollster",
    ),
]


def tell(story: Story) -> None:
    """Let things come back, plan a meeting of two groups, and write up whose meetings we spoke at."""
    schools_close(story)
    coffee(story)
    iftaar(story)
    together(story)
    for fringe in FRINGE:
        others(story, "Movement for Change", *fringe)
    debate = (str(story.today + timedelta(days=11)), (time(18), time(20)), "Who pays for a cold winter?")
    others(story, "Cardiff", *debate, "Main Hall", "the university's debating society", "its president", "")


def schools_close(story: Story) -> None:
    """The holidays that stand beside the day somebody picks."""
    source = "Made up for this demo: copy yours from your council's page"
    holidays = [
        NewHoliday(area, name, story.today + timedelta(days=begins), story.today + timedelta(days=ends), source)
        for area in ("Cardiff", "Manchester")
        for name, begins, ends in (("Two weeks in winter", 28, 41), ("A week in the middle of term", 84, 90))
    ]
    add_school_holidays(holidays=holidays, by=story.by)


def coffee(story: Story) -> None:
    """A table that people can count on: every second Tuesday, one left out, and one moved."""
    first = story.today - timedelta(days=(story.today.weekday() - TUESDAY) % 7 + 14)
    series = start_series(
        group=story.shelf["groups"]["Cardiff"],
        new=NewSeries(
            kind=Event.Kind.SOCIAL,
            title="Coffee at the long table",
            rule=rule_of(HowOften.FORTNIGHTLY, first),
            first_on=first,
            starts=time(10),
            ends=time(11, 30),
            place="St Mellons church hall",
            postcode="CF3 0EF",
            visibility=Event.Visibility.PUBLIC,
            details="Come for five minutes or the whole morning. There is always a chair.",
            access=(AccessNeed.STEP_FREE, AccessNeed.FOOD),
            capacity=40,
            parts=(Part.TIME,),
        ),
        today=story.today,
        by=story.by,
    )
    coming = list(Event.objects.filter(series=series).order_by("starts_at"))
    leave_out(series=series, day=day_of(coming[2]), at=story.now, why="The hall is a polling station", by=story.by)
    later = day_of(coming[1]) + timedelta(days=2)
    times = {"starts_at": moved(coming[1].starts_at, later), "ends_at": moved(coming[1].ends_at, later)}  # type: ignore[arg-type]
    edit_event(event=coming[1], values=times, by=story.by)
    add_part(event=coming[0], part=Part.WELCOME, person=story.shelf["cast"]["Bethan"], by=story.by)
    add_part(event=coming[0], part=Part.FOOD, words="cake", by=story.by)


def iftaar(story: Story) -> None:
    """What follows a faith's calendar: its days wait for somebody to confirm them."""
    new = NewSeries(
        kind=Event.Kind.SOCIAL,
        title="Iftaar on the square",
        calendar=Series.Calendar.ISLAMIC,
        rule="ramadan",
        first_on=story.today,
        starts=time(18),
        place="Albert Square",
        visibility=Event.Visibility.PUBLIC,
    )
    start_series(group=story.shelf["groups"]["Manchester"], new=new, today=story.today, by=story.by)


def together(story: Story) -> None:
    """A public meeting that two groups hold, with parts given and parts that wait."""
    groups, cast = story.shelf["groups"], story.shelf["cast"]
    new = NewEvent(
        kind=Event.Kind.PUBLIC_MEETING,
        title="Warm homes by winter",
        starts_at=at(story.today + timedelta(days=16), time(19)),
        ends_at=at(story.today + timedelta(days=16), time(21)),
        place="Butetown Community Centre",
        postcode="CF10 5HW",
        visibility=Event.Visibility.PUBLIC,
        details="We hear from three streets what damp does to a child's chest, and decide whom we go and see first.",
        capacity=120,
        target=80,
        access=(AccessNeed.STEP_FREE, AccessNeed.CRECHE, AccessNeed.FOOD),
        language=Event.Language.BOTH,
        contact=cast["Bethan"],
        co_hosts=(groups["St Mellons"],),
    )
    event = plan_event(group=groups["Cardiff"], new=new, by=story.by)
    add_part(event=event, part=Part.CHAIR, person=cast["Siân"], by=story.by)
    add_part(event=event, part=Part.WELCOME, person=cast["Bethan"], by=story.by)
    for part, words in ((Part.NOTES, ""), (Part.TIME, ""), (Part.INTERPRETER, "Somali")):
        add_part(event=event, part=part, words=words, by=story.by)


def others(
    story: Story,
    group: str,
    on: str,
    hours: tuple[time, time],
    title: str,
    place: str,
    body: str,
    chair: str,
    panel: str,
) -> None:
    """A meeting of somebody else's at which one of us speaks or spoke."""
    day, (starts, ends) = date.fromisoformat(on), hours
    new = NewEvent(
        kind=Event.Kind.OTHERS,
        title=title,
        starts_at=at(day, starts),
        ends_at=at(day, ends),
        place=place,
        visibility=Event.Visibility.PUBLIC,
    )
    event = plan_event(group=story.shelf["groups"][group], new=new, by=story.by)
    speaker = story.shelf["cast"]["Bethan" if group == "Cardiff" else "Nadia"]
    say_whose_meeting(event=event, body=body, chair=chair, panel=panel, speaker=speaker, by=story.by)


def day_of(event: Event) -> date:
    """The day of a series that an event stands for."""
    assert event.series_day is not None
    return event.series_day
