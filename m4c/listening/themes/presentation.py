"""The listening report as people read it, around its plain values: alike on page, paper and in the terminal."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.listening.models import Concern
from m4c.listening.stories.in_reports import StoryLeave, StoryQuote, by_uids, quotes_of
from m4c.listening.themes.figures import ThemeFigures, quotable
from m4c.listening.themes.pictures import Point, by_breadth_and_depth, in_words
from m4c.listening.themes.report import ListeningReport, ends_of, still_public
from m4c.listening.themes.voices import SPEAKER, SPEAKERS, Shown

MOST_ROWS = 60  # places, or groups, as people read them; the JSON has all


@dataclass(frozen=True)
class Presentation:
    """A report as `ListeningReport.kept` tells it, with the words that may be quoted today, by theme."""

    told: dict[str, Any]
    quotes: dict[str, list[str]] = field(default_factory=dict)
    stories: list[StoryQuote] = field(default_factory=list)
    ends: list[date] = field(default_factory=list)  # of the agreements by which themes quote what comes from stories

    @classmethod
    def of(cls, report: ListeningReport) -> Self:
        """A report as it stands now."""
        quotes = {theme: [one.words for one in said] for theme, said in report.quotations.items()}
        ends = ends_of((one for said in report.quotations.values() for one in said), report.leave)
        return cls(report.kept(), quotes, report.stories, ends)

    @classmethod
    def of_published(cls, told: dict[str, Any]) -> Self:
        """A report as it was published, with those of its quotations that may still be told today; what comes from a
        story asks the story's consent anew, and an event whether it is still for everybody. A constant number of
        statements.
        """
        today = timezone.localdate()
        told = told if still_public(told["report_back"]) else told | {"report_back": None}
        uids = {UUID(uid) for said in told["quoted"].values() for uid in said}
        found = quotable(Concern.objects.filter(Shown()(*SPEAKERS), uid__in=uids, struck_at=None))
        standing = list(found.annotate(speaker=SPEAKER))
        speakers = {one.speaker for one in standing if one.speaker}
        leave = StoryLeave.of_tellers(speakers, today, public=True)
        shown = [one for one in standing if leave.lets(one)]
        words = {str(one.uid): one.words for one in shown}
        quotes = {theme: [words[uid] for uid in said if uid in words] for theme, said in told["quoted"].items()}
        stories = quotes_of(by_uids(told.get("stories", [])), today, public=True)
        return cls(told, quotes, stories, ends_of(shown, leave))

    @property
    def with_leave(self) -> list[str]:
        """That what comes from stories is told by their tellers' leave, and until when; nothing where nothing does."""
        ends = [*self.ends, *(one.until for one in self.stories)]
        if not ends:
            return []
        return [
            _(
                "What comes from a story stands here because its teller agreed to have it quoted in a report. The "
                "first of these agreements ends on {day}; then it is asked for again, or left out."
            ).format(day=day(min(ends)))
        ]

    def leave_of(self, one: StoryQuote) -> str:
        """How far the teller of a story agreed, and until when."""
        return _("{level}; agreed until {day}").format(level=capfirst(one.level), day=day(one.until))

    @property
    def story_rows(self) -> list[tuple[str, str, str]]:
        """What is quoted of stories: the words, the name they chose with a line on who they are, and their leave."""
        return [(one.card.quotation, one.who, self.leave_of(one)) for one in self.stories]

    @property
    def title(self) -> str:
        """What it is called."""
        return _("What we heard: {campaign}").format(campaign=self.told["campaign"])

    @property
    def eyebrow(self) -> str:
        """Whose it is, and of when."""
        first, last = (day(date.fromisoformat(self.told[name])) for name in ("first_day", "last_day"))
        return _("{group} · {first} to {last}").format(group=self.told["group"], first=first, last=last)

    @property
    def heard(self) -> list[tuple[int, str, str]]:
        """People heard, and by what: figure, label, sentence."""
        heard = self.told["heard"]
        once = _("Each person once, whatever they were heard by.")
        return [
            (heard["people"], ngettext("person heard", "people heard", heard["people"]), once),
            (heard["one_to_ones"], ngettext("1-2-1", "1-2-1s", heard["one_to_ones"]), ""),
            (heard["house_meetings"], ngettext("house meeting", "house meetings", heard["house_meetings"]), ""),
            (heard["questionnaires"], ngettext("questionnaire", "questionnaires", heard["questionnaires"]), ""),
        ]

    @property
    def themes(self) -> list[ThemeFigures]:
        """What they said."""
        return [ThemeFigures(**row) for row in self.told["themes"]]

    @property
    def rows(self) -> list[tuple[ThemeFigures, str, list[str]]]:
        """Each theme, its figures in words, and what of it may be quoted."""
        return [(one, in_words(one), self.quotes.get(one.theme, [])) for one in self.themes]

    @property
    def points(self) -> list[Point]:
        """For the picture of breadth against depth."""
        return by_breadth_and_depth(self.themes)

    @property
    def places(self) -> list[tuple[str, int]]:
        """Where people were heard: the places of most of them."""
        return [(row["place"], row["people"]) for row in self.told["coverage"]["places"][:MOST_ROWS]]

    @property
    def groups(self) -> list[tuple[str, int]]:
        """In which groups: those of most of them."""
        return [(row["group"], row["people"]) for row in self.told["coverage"]["groups"][:MOST_ROWS]]

    @property
    def beyond(self) -> list[str]:
        """How many places and groups there are besides those that are named; nothing where all are."""
        return list(self.sentences_beyond())

    def sentences_beyond(self) -> Iterator[str]:
        """One of places, one of groups."""
        if (number := len(self.told["coverage"]["places"]) - MOST_ROWS) > 0:
            yield ngettext("And {number} more place.", "And {number} more places.", number).format(number=number)
        if (number := len(self.told["coverage"]["groups"]) - MOST_ROWS) > 0:
            yield ngettext("And {number} more group.", "And {number} more groups.", number).format(number=number)

    @property
    def left_out(self) -> list[str]:
        """What is not told, and why; nothing where all is."""
        return list(self.sentences_of_left_out())

    def sentences_of_left_out(self) -> Iterator[str]:
        """One of themes, one of places, one of groups."""
        if number := self.told["suppressed_themes"]:
            yield ngettext(
                "{number} theme is left out: fewer than five people raised it.",
                "{number} themes are left out: fewer than five people raised each.",
                number,
            ).format(number=number)
        if number := self.told["coverage"]["places_left_out"]:
            yield ngettext(
                "{number} place is left out, so that small numbers point at nobody.",
                "{number} places are left out, so that small numbers point at nobody.",
                number,
            ).format(number=number)
        if number := self.told["coverage"]["groups_left_out"]:
            yield ngettext(
                "{number} group is left out, so that small numbers point at nobody.",
                "{number} groups are left out, so that small numbers point at nobody.",
                number,
            ).format(number=number)

    @property
    def issue(self) -> dict[str, Any] | None:
        """What was chosen."""
        issue: dict[str, Any] | None = self.told["issue"]
        return issue

    @property
    def chosen(self) -> list[str]:
        """What was chosen, what comes next, and where it reports back: a sentence each."""
        return list(self.sentences_of_chosen())

    def sentences_of_chosen(self) -> Iterator[str]:
        """The same, one by one."""
        issue, event = self.issue, self.told["report_back"]
        if issue is None:
            yield _("Nothing is chosen yet.")
        else:
            chosen_on = day(date.fromisoformat(issue["chosen_on"]))
            yield _("Chosen on {day}: {name}.").format(day=chosen_on, name=issue["name"])
            if issue["themes"]:
                yield _("It comes from: {themes}.").format(themes=", ".join(issue["themes"]))
            yield self.next_step(issue)
        if event:
            when = day(datetime.fromisoformat(event["starts_at"]))
            yield _("We report back on {day}: {title}.").format(day=when, title=event["title"])

    def next_step(self, issue: dict[str, Any]) -> str:
        """The change that is asked for, of whom, by when."""
        change, who = issue["change"].rstrip("."), issue["who_can_grant"]
        if issue["by_when"]:
            by_when = day(date.fromisoformat(issue["by_when"]))
            return _("Next: {change}. It can be granted by {who}, by {day}.").format(
                change=change, who=who, day=by_when
            )
        return _("Next: {change}. It can be granted by {who}.").format(change=change, who=who)


def day(when: date) -> str:
    """A day as people say it."""
    return date_format(when, "j F Y")
