"""What happened in a campaign, day by day: what we did on one side, what they said or did on the other, and wins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from m4c.campaigns.models import Approach, Campaign, LadderStep, Truce
from m4c.campaigns.press.naming import Naming
from m4c.campaigns.press.won import WonTold
from m4c.events.models import Event

OTHERS, OURS, THEIRS, WON = "others", "ours", "theirs", "won"
ORDER = [OTHERS, OURS, THEIRS, WON]  # within a day

DID = {
    Approach.Channel.CALL: gettext_lazy("We rang {who}"),
    Approach.Channel.MESSAGE: gettext_lazy("We sent {who} a message"),
    Approach.Channel.EMAIL: gettext_lazy("We wrote {who} an e-mail"),
    Approach.Channel.LETTER: gettext_lazy("We sent {who} a letter"),
    Approach.Channel.MEETING: gettext_lazy("We asked {who} face to face"),
    Approach.Channel.POST: gettext_lazy("We asked {who} in public"),
    Approach.Channel.PETITION: gettext_lazy("We handed {who} a petition"),
    Approach.Channel.OTHER: gettext_lazy("We asked {who}"),
}
ANSWERS = {
    Approach.Outcome.ACKNOWLEDGED: gettext_lazy("{who} wrote that it had come in, and no more"),
    Approach.Outcome.DIVERTED: gettext_lazy("{who} sent us on to a lower department"),
    Approach.Outcome.PARTLY: gettext_lazy("{who} answered in part"),
    Approach.Outcome.ANSWERED: gettext_lazy("{who} answered"),
    Approach.Outcome.REFUSED: gettext_lazy("{who} said no"),
    Approach.Outcome.BANNED: gettext_lazy("{who} told us not to get in touch again"),
}


@dataclass(frozen=True)
class Moment:
    """One thing that happened: whose it was, in a line, in their words or ours, and where to read more."""

    on: date
    side: str
    title: str
    words: str = ""
    is_quoted: bool = False
    event: Event | None = None
    is_reply: bool = False  # ours, after what they did that day

    def as_json(self) -> dict[str, str | bool]:
        """As the report's JSON tells it."""
        told: dict[str, str | bool] = {"on": self.on.isoformat(), "side": self.side, "what": self.title}
        return told | ({"words": self.words, "quoted": self.is_quoted} if self.words else {})


@dataclass(frozen=True)
class Drawn:
    """A moment in the picture: how much room the days before it take (0 to 4), and how many they were, in words."""

    moment: Moment
    room: int
    later: str


def upper(text: str) -> str:
    """A line with a capital."""
    return text[:1].upper() + text[1:]


def of_approach(approach: Approach, naming: Naming) -> Iterator[Moment]:
    """What was asked, and what came of it where something did: of silence nothing is said here."""
    who = naming.called(approach.powerholder)
    if approach.is_ours:
        title = DID[Approach.Channel(approach.channel)].format(who=who)
    else:
        by = naming.veil(approach.by_words)
        title = _("{by} had tried {who}").format(by=by, who=who) if by else _("Others had tried {who}").format(who=who)
    side = OURS if approach.is_ours else OTHERS
    yield Moment(approach.on, side, upper(title), naming.veil(approach.asked))
    answer = ANSWERS.get(Approach.Outcome(approach.outcome)) if approach.answered_on else None
    if answer and approach.answered_on:
        words = naming.veil(approach.words)
        title = upper(answer.format(who=who))
        yield Moment(approach.answered_on, THEIRS, title, words, is_quoted=bool(words))


def of_step(step: LadderStep, naming: Naming, on: date, *, inside: bool = False) -> Iterator[Moment]:
    """A step that was done, or whose gathering has begun, and what they did then.

    In public by its name where everybody could see it, and else only that we came together, where they answered that;
    never a plan, and nothing of what those invited alone may know. A step without an event is a letter or a call: the
    approach tells of it.
    """
    shown = is_public(step.event)
    told = inside or shown or (step.what_they_did and is_of_group(step.event))
    day = step.done_on or began_on(step.event, on)
    if day is None or not told:
        return
    title = naming.veil(step.name) if inside or shown else _("We came together")
    yield Moment(day, OURS, title, event=step.event if shown else None)
    if step.what_they_did:
        yield Moment(day, THEIRS, _("What they did then"), naming.veil(step.what_they_did))


def of_truce(truce: Truce, naming: Naming, *, inside: bool = False) -> Iterator[Moment]:
    """What they offered, that we hold the step for it, and what came of that."""
    offered_on = timezone.localdate(truce.offered_at)
    step = called(truce.step, naming, inside=inside)
    yield Moment(offered_on, THEIRS, _("They made an offer"), naming.veil(truce.offered))
    held = _("We held it on one condition: {condition}").format(condition=naming.veil(truce.condition))
    yield Moment(offered_on, OURS, _("{step} is held").format(step=step), held, is_reply=True)
    if truce.settled_at:
        title = _("They kept to what they had offered") if truce.outcome == "kept" else _("The offer lapsed")
        yield Moment(timezone.localdate(truce.settled_at), THEIRS, title, naming.veil(truce.settled_words))


def called(step: LadderStep, naming: Naming, *, inside: bool = False) -> str:
    """A step by its name, where everybody may know of it."""
    return naming.veil(step.name) if inside or is_public(step.event) else _("A step that we had planned")


def began_on(event: Event | None, on: date) -> date | None:
    """The day on which a gathering began that was not called off; None while it lies ahead."""
    if event is None or event.cancelled_at:
        return None
    day = timezone.localdate(event.starts_at)
    return day if day <= on else None


def is_of_group(event: Event | None) -> bool:
    """Whether a whole group knows of an event, and not only those invited."""
    if event is None or event.kind == Event.Kind.HOUSE_MEETING:
        return False
    return event.visibility == Event.Visibility.GROUP


def is_public(event: Event | None) -> bool:
    """Whether strangers may know of an event."""
    if event is None or event.kind == Event.Kind.HOUSE_MEETING:
        return False
    return event.visibility == Event.Visibility.PUBLIC


def of_campaign(campaign: Campaign, on: date) -> Iterator[Moment]:
    """That it began, and that it is over."""
    if campaign.starts_on <= on:
        yield Moment(campaign.starts_on, OURS, _("We began"))
    if campaign.ended_on:
        title = {"won": _("We won"), "partly": _("We won in part")}.get(campaign.status, _("The campaign ended"))
        yield Moment(campaign.ended_on, WON if campaign.status in ("won", "partly") else OURS, title)


def of_win(won: WonTold, naming: Naming) -> Moment:
    """That something was won."""
    return Moment(won.on, WON, naming.veil(won.name), naming.veil(won.change))


def in_order(moments: Iterable[Moment]) -> list[Moment]:
    """From the first to the latest, each once: one call may answer several letters, and is told with its words."""
    told = dict.fromkeys(moments)
    with_words = {(one.on, one.title) for one in told if one.words}
    once = [one for one in told if one.words or (one.on, one.title) not in with_words]
    return sorted(once, key=lambda one: (one.on, ORDER.index(THEIRS if one.is_reply else one.side), one.is_reply))


def drawn(moments: list[Moment]) -> list[Drawn]:
    """The moments with the room between them, by how long it was."""
    found, before = [], None
    for moment in moments:
        days = (moment.on - before).days if before else 0
        found.append(Drawn(moment, room(days), later(days)))
        before = moment.on
    return found


def room(days: int) -> int:
    """How much room so many days take: a step for each of a day, a week, two months, and a year."""
    return sum(days >= least for least in (2, 8, 61, 366))


def later(days: int) -> str:
    """How long it was, in the largest unit that says it; blank for a day or less."""
    if days < 2:
        return ""
    unit = days
    if unit < 21:
        return ngettext("{number} day later", "{number} days later", unit).format(number=unit)
    if unit < 61:
        return ngettext("{number} week later", "{number} weeks later", unit // 7).format(number=unit // 7)
    if unit < 730:
        return ngettext("{number} month later", "{number} months later", unit // 30).format(number=unit // 30)
    return ngettext("{number} year later", "{number} years later", unit // 365).format(number=unit // 365)
