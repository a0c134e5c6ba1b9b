"""The listening report of a campaign: heard how many and where, what they said, what was chosen of it, what is next."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from m4c.core.models.record import uid_of
from m4c.events.models import Event
from m4c.listening.campaigns.coverage import district_of
from m4c.listening.models import Concern, Issue, IssueTheme, ListeningCampaign
from m4c.listening.stories.in_reports import StoryLeave, StoryQuote, cards_heard_in, quotes_of
from m4c.listening.themes.board import Board
from m4c.listening.themes.figures import Figures, ThemeFigures, quotable
from m4c.listening.themes.heard import Heard
from m4c.listening.themes.suppression import Row, rows_for_everybody, themes_for_everybody
from m4c.listening.themes.voices import concerns_on
from m4c.people.models import Account, Group

QUOTATIONS = 3  # of a theme

Voice = tuple[str, int]


@dataclass(frozen=True)
class Coverage:
    """Where people were heard: by place and by group, most first, and how many of each are left out as too small."""

    places: list[Row]
    groups: list[Row]
    places_left_out: int
    groups_left_out: int

    def as_json(self) -> dict[str, Any]:
        """As the report's JSON tells it."""
        return {
            "places": [{"place": name, "people": people} for name, people in self.places],
            "groups": [{"group": name, "people": people} for name, people in self.groups],
            "places_left_out": self.places_left_out,
            "groups_left_out": self.groups_left_out,
        }


class ListeningReport:
    """One reading of a campaign, as `reader` may see it; `public` is the version that everybody may read.

    The public one counts nobody who is kept safe, whoever asks for it. Each part is read once, when it is asked for.
    """

    def __init__(self, campaign: ListeningCampaign, reader: Account, *, public: bool = False) -> None:
        self.campaign, self.reader, self.public = campaign, reader, public
        self.board = Board(campaign.group, campaign)
        self.figures = Figures(self.board, None if public else reader)

    @property
    def heard(self) -> Heard:
        """Who was heard, and by what."""
        return self.figures.heard

    @property
    def themes(self) -> list[ThemeFigures]:
        """What they said, most people first."""
        return self.told[0]

    @property
    def suppressed_themes(self) -> int:
        """How many themes are left out, as of fewer than five people."""
        return self.told[1]

    @cached_property
    def told(self) -> tuple[list[ThemeFigures], int]:
        """The themes that are told, and how many are not."""
        found = [(self.figures.told(theme, part), part) for theme, part in self.figures.by_theme.items()]
        return themes_for_everybody(found) if self.public else ([one for one, _part in found], 0)

    @cached_property
    def coverage(self) -> Coverage:
        """Where people were heard, by postcode district or the place that was named, and by group. Two statements."""
        rows: Any = concerns_on(self.board, self.figures.shown)
        said = list(rows.values_list("pk", "speaker", "questionnaire", "group", "postcode", "place"))
        names = dict(Group.objects.filter(pk__in={row[3] for row in said}).values_list("pk", "name"))
        places = people_by(said, lambda row: district_of(row[4]) or row[5])
        groups = people_by(said, lambda row: names[row[3]])
        if self.public:
            return Coverage(*joined(rows_for_everybody(places), rows_for_everybody(groups)))
        return Coverage(places, groups, 0, 0)

    @cached_property
    def issue(self) -> Issue | None:
        """What was chosen of it, the latest first."""
        from_themes = IssueTheme.objects.filter(theme__campaign=self.campaign).values("issue")
        found = Issue.objects.visible_to(self.reader).filter(Q(campaign=self.campaign) | Q(pk__in=from_themes))
        return found.order_by("-chosen_on", "-pk").first()

    @cached_property
    def themes_of_issue(self) -> list[str]:
        """The themes that it comes from, of those told."""
        rows = IssueTheme.objects.filter(issue=self.issue).values_list("theme__name", flat=True)
        told = {one.theme for one in self.themes}
        return [name for name in rows if name in told]

    @cached_property
    def report_back(self) -> Event | None:
        """Where the campaign reports back, as far as the reader sees; in public only where everybody may come."""
        seen = Event.objects.visible_to(self.reader).filter(cancelled_at=None)
        found = seen.filter(visibility=Event.Visibility.PUBLIC) if self.public else seen
        return found.filter(pk=self.campaign.report_back_id or 0).first()

    @cached_property
    def today(self) -> date:
        """The day on which agreements are asked."""
        return timezone.localdate()

    @cached_property
    def leave(self) -> StoryLeave:
        """What those agreed to who said what may be quoted, of the stories that they told. Three statements."""
        speakers = quotable(concerns_on(self.board, self.figures.shown)).exclude(speaker=None).values("speaker")
        return StoryLeave.of_tellers(speakers, self.today, public=self.public)

    @cached_property
    def stories(self) -> list[StoryQuote]:
        """What of the stories told in the campaign its tellers let a report say. Three statements."""
        return quotes_of(cards_heard_in(self.campaign), self.today, public=self.public)

    @cached_property
    def quotations(self) -> dict[str, list[Concern]]:
        """What of each theme told may be quoted, by its name: words alone, never whose they are.

        Words that come from a story ask the story's consent for reports besides.
        """
        rows = quotable(concerns_on(self.board, self.figures.shown).exclude(theme=None)).select_related("theme")
        told: dict[str, list[Concern]] = {one.theme: [] for one in self.themes}
        for concern in rows.order_by(F("strength").desc(nulls_last=True), "-said_on", "-pk"):
            chosen = told.get(concern.theme.name)
            if chosen is None or len(chosen) == QUOTATIONS or not self.leave.lets(concern):
                continue
            if concern.words.casefold() not in {one.words.casefold() for one in chosen}:
                chosen.append(concern)
        return told

    def as_json(self) -> dict[str, Any]:
        """The report as its JSON tells it."""
        return {
            "heard": asdict(self.heard),
            "themes": [one.as_json() for one in self.themes],
            "suppressed_themes": self.suppressed_themes,
            "coverage": self.coverage.as_json(),
            "issue": self.issue_as_json(self.issue) if self.issue else None,
        }

    def kept(self) -> dict[str, Any]:
        """All that a page tells, as plain values: its JSON, whose report it is, and which concerns are quoted, by uid.

        The words of a quotation are not kept: whoever takes them back takes them off every page.
        """
        event = self.report_back
        return self.as_json() | {
            "campaign": self.campaign.name,
            "group": self.campaign.group.name,
            "first_day": self.campaign.starts_on.isoformat(),
            "last_day": self.campaign.ends_on.isoformat(),
            "report_back": told_of(event) if event else None,
            "stories": [str(one.card.uid) for one in self.stories],
            "quoted": {theme: [str(one.uid) for one in said] for theme, said in self.quotations.items()},
        }

    def issue_as_json(self, issue: Issue) -> dict[str, Any]:
        """What was chosen. How it was decided is the group's own: of a few voters it tells how each stood."""
        told = {
            "name": issue.name,
            "problem": issue.problem,
            "change": issue.change,
            "who_can_grant": issue.who_can_grant,
            "by_when": issue.by_when.isoformat() if issue.by_when else None,
            "chosen_on": issue.chosen_on.isoformat(),
            "outcome": issue.outcome or None,
            "themes": self.themes_of_issue,
        }
        return told if self.public else told | {"how_decided": issue.how_decided}


def told_of(event: Event) -> dict[str, str]:
    """An event as a report tells it; by its uid what is published asks later whether everybody may still come."""
    return {"uid": str(event.uid), "title": event.title, "starts_at": event.starts_at.isoformat()}


def still_public(told: dict[str, Any] | None) -> bool:
    """Whether everybody may still come to an event that a report told of. One statement at most."""
    uid = uid_of((told or {}).get("uid"))
    open_to_all = Event.objects.filter(visibility=Event.Visibility.PUBLIC, cancelled_at=None)
    return uid is not None and open_to_all.filter(uid=uid).exists()


def ends_of(said: Iterable[Any], leave: StoryLeave) -> list[date]:
    """When the agreements end by which quotations that come from stories are told."""
    return [leave.until(story) for concern in said for story in leave.stories_of(concern)]


def people_by(said: Iterable[tuple[Any, ...]], name_of: Callable[[tuple[Any, ...]], str]) -> list[Row]:
    """How many voices there are for each name, most first; what has no name is left out."""
    found: dict[str, set[Voice]] = defaultdict(set)
    for row in said:
        if name := name_of(row):
            found[name].add(voice_of(*row[:3]))
    return sorted(((name, len(voices)) for name, voices in found.items()), key=lambda row: (-row[1], row[0].casefold()))


def voice_of(concern: int, speaker: int | None, questionnaire: int | None) -> Voice:
    """Whose voice a concern is: somebody's, a questionnaire's, or one by itself."""
    if speaker:
        return ("person", speaker)
    return ("questionnaire", questionnaire) if questionnaire else ("concern", concern)


def joined(places: tuple[list[Row], int], groups: tuple[list[Row], int]) -> tuple[list[Row], list[Row], int, int]:
    """Both in the order of Coverage."""
    return places[0], groups[0], places[1], groups[1]
