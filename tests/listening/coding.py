"""Short ways to a listening campaign, concerns and themes for tests of the coding board and of what it counts."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from m4c.listening.models import Concern, ListeningCampaign, Theme
from m4c.listening.operations.concern import NewConcern, note_concern
from m4c.listening.operations.theme import Moved, Seen, make_theme, move_concerns
from m4c.people.models import Group, Person
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody


def campaign_of(cast: Cast, name: str = "Autumn listening", group: Group | None = None) -> ListeningCampaign:
    """A listening campaign of Cardiff's, for a month from TODAY."""
    values = {"group": group or cast.cardiff, "name": name, "slug": name.lower().replace(" ", "-")}
    dates = {"starts_on": date(2026, 9, 1), "ends_on": date(2026, 11, 30)}
    return ListeningCampaign.objects.create(**values, **dates, made_by=cast.operator)


def said(cast: Cast, campaign: ListeningCampaign | None, words: str = "Damp in the bedroom", **more: Any) -> Concern:
    """A concern of Cardiff's."""
    group = more.pop("group", cast.cardiff)
    new = NewConcern(words, more.pop("said_on", TODAY), campaign=campaign, **more)
    return note_concern(group=group, new=new, at=NOW, by=cast.operator)


def people(cast: Cast, number: int, name: str = "Amal") -> list[Person]:
    """So many people of Cardiff, each of a name of their own."""
    return [somebody(cast, f"{name} Yusuf{chr(97 + at // 26)}{chr(97 + at % 26)}") for at in range(number)]


def said_by_each(cast: Cast, campaign: ListeningCampaign, who: Iterable[Person], **more: Any) -> list[Concern]:
    """One concern of each of these people."""
    return [said(cast, campaign, person=person, **more) for person in who]


def theme_of(
    cast: Cast, campaign: ListeningCampaign | None, name: str = "Housing", concerns: Iterable[Concern] = ()
) -> Theme:
    """A theme of Cardiff's with these concerns under it."""
    made = make_theme(
        group=campaign.group if campaign else cast.cardiff,
        campaign=campaign,
        name=name,
        seen=as_seen(*concerns),
        at=NOW,
        by=cast.organiser,
    )
    return made.theme


def as_seen(*concerns: Concern) -> Seen:
    """Concerns as they stood when these rows were read."""
    return {concern.uid: concern.theme.uid if concern.theme else None for concern in concerns}


def put_under(cast: Cast, theme: Theme, *concerns: Concern) -> Moved:
    """Move concerns as they were when these rows were read."""
    return move_concerns(theme=theme, seen=as_seen(*concerns), at=NOW, by=cast.organiser)


def names(campaign: ListeningCampaign | None) -> dict[str, str]:
    """The name of the theme that each concern stands under, by its words; "-" for none."""
    rows = Concern.objects.filter(campaign=campaign).select_related("theme")
    return {row.words: row.theme.name if row.theme else "-" for row in rows}
