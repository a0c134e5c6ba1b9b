"""A campaign told in plain words from its records: the public page, and the same with all that its group knows."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from functools import cached_property
from itertools import chain, groupby
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst

from m4c.campaigns.approaches.public import silence_said
from m4c.campaigns.models import Approach, Backer, Campaign, Demand, Evidence, LadderStep, PressItem, Target, Truce
from m4c.campaigns.press import moments
from m4c.campaigns.press.moments import Moment
from m4c.campaigns.press.naming import Naming
from m4c.campaigns.press.promised import Promise, promises_told
from m4c.campaigns.press.public_campaigns import cards_of, group_named, public_campaigns
from m4c.campaigns.press.quoting import Quoted, quotes_of
from m4c.campaigns.press.standing import held_told, status_told
from m4c.campaigns.press.ways import Way, ways_of
from m4c.campaigns.press.won import WonTold, wins_told
from m4c.people.models.use import out_of_reach

MOST = 500  # approaches that are read


@dataclass(frozen=True)
class Decider:
    """Somebody who can grant the demand, or move whoever can: what they are called, and their office."""

    called: str
    role: str
    grants: bool


@dataclass(frozen=True)
class Shown:
    """A piece of the case: what it shows, in words, when, by whom."""

    title: str
    words: str
    kind: str
    on: date
    source: str
    url: str


@dataclass(frozen=True)
class Published:
    """Something published about it, and what somebody said there who agreed to be quoted."""

    item: PressItem
    title: str
    quotes: list[Quoted]


class CampaignTold:
    """One reading of a campaign on a day. `public` leaves out what not everybody may know; each part is read once."""

    def __init__(self, campaign: Campaign, now: datetime, *, public: bool = True) -> None:
        self.campaign, self.now, self.public = campaign, now, public
        self.on = timezone.localdate(now)

    @property
    def name(self) -> str:
        """The campaign's name, without one that may not be told."""
        return self.say(self.campaign.name)

    @property
    def group(self) -> str:
        """Whose it is, by name; blank where that is not told."""
        return group_named(self.campaign.group) if self.public else self.campaign.group.name

    @property
    def eyebrow(self) -> str:
        """What it is, where, and whose."""
        where = self.campaign.place if self.campaign.setting == Campaign.Setting.PLACE else ""
        return " · ".join(
            dict.fromkeys(filter(None, (capfirst(self.campaign.get_kind_display()), self.say(where), self.group)))
        )

    @property
    def problem(self) -> str:
        """The problem in people's words: as written for everybody, else as the group wrote it down."""
        return self.say(self.campaign.public_problem or self.campaign.problem)

    @property
    def about(self) -> str:
        """What it is about, as the group wrote it down for itself: not for everybody."""
        return "" if self.public else self.campaign.about

    @property
    def this_week(self) -> str:
        """What everybody can do this week, in the group's words."""
        return self.say(self.campaign.this_week)

    @cached_property
    def demands(self) -> list[str]:
        """What it wants granted. One statement."""
        found = Demand.objects.filter(campaign=self.campaign, ended_on=None)
        return [self.say(demand.words) for demand in found]

    @cached_property
    def aimed_at(self) -> list[Target]:
        """At whom it is or was aimed: what was written then may say their names still."""
        return list(Target.objects.filter(campaign=self.campaign).select_related("powerholder"))

    @property
    def targets(self) -> list[Target]:
        """At whom it is aimed today."""
        return [one for one in self.aimed_at if one.until is None or one.until > self.on]

    @cached_property
    def approaches(self) -> list[Approach]:
        """Every attempt that stands, the latest so many."""
        found = Approach.objects.filter(campaign=self.campaign, struck_at=None, on__lte=self.on)
        return list(found.exclude(outcome=Approach.Outcome.WITHDRAWN).select_related("powerholder")[:MOST])

    @cached_property
    def naming(self) -> Naming:
        """Whom the public page may name; inside everybody is."""
        told = {one.powerholder_id: one.powerholder for one in self.aimed_at}
        told |= {one.powerholder_id: one.powerholder for one in self.approaches}
        if self.public:
            return Naming.of(self.campaign, told.values(), self.on)
        return Everybody(told.values(), {}, set())

    def say(self, text: str) -> str:
        """A text as it may be read."""
        return self.naming.veil(text) if text else ""

    @property
    def deciders(self) -> list[Decider]:
        """Who can grant it, and who can move them."""
        return [
            Decider(
                capfirst(self.naming.called(one.powerholder)),
                self.naming.role(one.powerholder),
                one.kind == Target.Kind.PRIMARY,
            )
            for one in self.targets
        ]

    @cached_property
    def steps(self) -> list[LadderStep]:
        """Steps of the ladder that were done, or that a truce holds."""
        found = LadderStep.objects.filter(campaign=self.campaign, cancelled_at=None)
        return list(found.select_related("event"))

    @cached_property
    def truces(self) -> list[Truce]:
        """What was offered for holding a step, the first first."""
        return list(Truce.objects.filter(campaign=self.campaign).select_related("step__event").order_by("offered_at"))

    @cached_property
    def wins(self) -> list[WonTold]:
        """What was won, in words as they may be read."""
        return [won.in_words(self.say) for won in wins_told(self.campaign, self.on, public=self.public)]

    @cached_property
    def promises(self) -> list[Promise]:
        """What was promised to it, as far as everybody may read it."""
        return promises_told(self.campaign, self.on) if self.public else []

    @cached_property
    def moments(self) -> list[Moment]:
        """All that happened, in order."""
        told = chain(
            moments.of_campaign(self.campaign, self.on),
            *(moments.of_approach(one, self.naming) for one in self.approaches),
            *(moments.of_step(one, self.naming, self.on, inside=not self.public) for one in self.steps),
            *(moments.of_truce(one, self.naming, inside=not self.public) for one in self.truces),
            (moments.of_win(one, self.naming) for one in self.wins),
        )
        return moments.in_order(told)

    @property
    def held(self) -> list[str]:
        """Which steps are held, for what and until when: said as it is."""
        told = [one for one in self.truces if one.settled_at is None]
        return [held_told(one, self.naming, self.now, inside=not self.public) for one in told]

    @cached_property
    def silence(self) -> list[str]:
        """That nobody answered: only what the group decided to say, after notice."""
        return [self.say(sentence) for sentence in silence_said(self.campaign, self.on)]

    @property
    def stands(self) -> list[str]:
        """Where it stands today, in sentences."""
        return [status_told(self.campaign), *self.held, *self.silence]

    @cached_property
    def ways(self) -> list[Way]:
        """What somebody can do for it; nothing once it is over."""
        found = ways_of(self.campaign, self.now) if self.campaign.ended_on is None else []
        return [replace(way, label=self.say(way.label)) for way in found]

    @cached_property
    def evidence(self) -> list[Shown]:
        """The case, as far as it may be read."""
        found = Evidence.objects.filter(campaign=self.campaign, withdrawn_at=None)
        found = found.filter(is_public=True) if self.public else found
        return [
            Shown(
                self.say(one.title),
                self.say(one.words),
                str(one.get_kind_display()),
                one.on,
                self.say(one.source),
                one.source_url,
            )
            for one in found
        ]

    @cached_property
    def backers(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Who stands behind it and what they gave, by kind, as far as they agreed to be named."""
        found = Backer.objects.filter(campaign=self.campaign, until=None)
        found = found.filter(is_public=True) if self.public else found
        by_kind = groupby(found, key=lambda one: str(one.get_kind_display()))
        return [(capfirst(kind), [(one.name, self.say(one.gave)) for one in rows]) for kind, rows in by_kind]

    @cached_property
    def press(self) -> list[Published]:
        """What was published, the latest first, with those quotations to which somebody agreed."""
        items = list(PressItem.objects.filter(campaign=self.campaign))
        quotes = quotes_of(self.campaign, self.on, everybody=self.public) if items else {}
        return [
            Published(item, self.say(item.title), [self.quoted(quote) for quote in quotes.get(item.pk, [])])
            for item in items
        ]

    def quoted(self, quote: Quoted) -> Quoted:
        """A quotation as it may be read: who spoke agreed to be named, and nobody whom they name did."""
        return replace(quote, words=self.say(quote.words))

    @cached_property
    def part_of(self) -> Campaign | None:
        """The wider campaign that it is part of, where that is public too."""
        wider = self.campaign.rolls_up_to_id
        found = public_campaigns().filter(pk=wider).first() if wider else None
        if found:
            cards_of([found], self.now)  # which keeps the name that may be told
        return found

    @cached_property
    def contact(self) -> str:
        """Our named contact by their first name; blank for nobody, and for somebody whose record may not be used."""
        person = self.campaign.contact
        if person is None or person.erased_at or (self.public and out_of_reach([person.pk])):
            return ""
        return (person.known_as or person.given_name or person.name) if self.public else person.name

    def as_json(self) -> dict[str, Any]:
        """All of it as plain values."""
        return {
            "campaign": self.name,
            "group": self.group or None,
            "status": self.campaign.status,
            "problem": self.problem,
            "about": self.about,
            "demands": self.demands,
            "who_can_grant_it": [asdict(one) for one in self.deciders],
            "what_happened": [one.as_json() for one in self.moments],
            "where_it_stands": self.stands,
            "what_you_can_do": [*filter(None, [self.this_week]), *(way.label for way in self.ways)],
            "wins": [asdict(one) | {"on": one.on.isoformat()} for one in self.wins],
            "evidence": [asdict(one) | {"on": one.on.isoformat()} for one in self.evidence],
            "backers": [
                {"kind": kind, "name": name, "gave": gave} for kind, rows in self.backers for name, gave in rows
            ],
            "press": [published_as_json(one) for one in self.press],
        }


class Everybody(Naming):
    """Inside a group everybody is called by their name."""

    def needs_decision(self, powerholder: Any) -> bool:
        """Nobody's name waits."""
        return False

    def veil(self, text: str) -> str:
        """A text as it is."""
        return text


def published_as_json(one: Published) -> dict[str, Any]:
    """A press item as plain values."""
    item = one.item
    told = {"kind": item.kind, "title": one.title, "outlet": item.outlet, "author": item.author, "link": item.url}
    return told | {"on": item.on.isoformat(), "quotes": [asdict(quote) for quote in one.quotes]}
