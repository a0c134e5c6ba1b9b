"""The first words of a note to the press: the facts filled in from the records, to be put into a group's own words."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.campaigns.models import Campaign, HandIn, LadderStep, PressNote, PressQuote
from m4c.campaigns.press.told import CampaignTold
from m4c.core.register import Register
from m4c.people.models import Account, Person

EVENT_FACTS: Register[Callable[[Account, Campaign, UUID], str]] = Register(
    "What came of an event of a campaign, in words that everybody may read, for a note to the press."
)


def note_of(campaign: Campaign, step: LadderStep | None, now: datetime, facts: str = "") -> dict[str, str]:
    """The headline and words of a note, about a step where it is of one, with what came of an event where that is told.
    It names whom the public page may name.
    """
    told = CampaignTold(campaign, now)
    headline = told.say(step.name) if step else " ".join(told.demands[:1]) or told.name
    parts = [
        event_told(step, told),
        told.say(facts),
        told.problem,
        _("We ask for: {demand}").format(demand="; ".join(told.demands)) if told.demands else "",
        deciders_told(told),
        numbers_told(told),
        *told.held,
        *told.silence,
        _("About us: {group}. The campaign: {name}.").format(group=campaign.group, name=told.name),
    ]
    return {"headline": headline[:160], "words": "\n\n".join(part for part in parts if part)[:6_000]}


def facts_of(account: Account, campaign: Campaign, event: UUID | None) -> str:
    """What the apps to the right tell of an event; blank where none of them knows it."""
    told = (facts(account, campaign, event) for facts in EVENT_FACTS.all()) if event else ()
    return "\n\n".join(part for part in told if part)


def event_told(step: LadderStep | None, told: CampaignTold) -> str:
    """What happens, when and where; blank for a note about no event."""
    event = step.event if step else None
    if step is None or event is None:
        return ""
    moment = date_format(timezone.localtime(event.starts_at), "l j F Y, H:i")
    where = f", {event.place_for_all}" if event.place_for_all else ""
    return _("{what}: {moment}{where}.").format(what=told.say(step.name), moment=moment, where=where)


def deciders_told(told: CampaignTold) -> str:
    """Who can say yes."""
    names = [", ".join(filter(None, (one.called, one.role))) for one in told.deciders if one.grants]
    return _("Who can grant it: {names}.").format(names="; ".join(names)) if names else ""


def numbers_told(told: CampaignTold) -> str:
    """How often we asked, how many signed, who stands behind it: counted, and nothing of what is not written down."""
    ours = [one for one in told.approaches if one.is_ours]
    parts = []
    if ours:
        first = date_format(min(one.on for one in ours), "j F Y")
        sentence = ngettext("We asked once, on {day}.", "We asked {number} times since {day}.", len(ours))
        parts.append(sentence.format(number=len(ours), day=first))
    signed = HandIn.objects.filter(campaign=told.campaign).order_by("-on").values_list("number", flat=True).first()
    if signed:
        parts.append(ngettext("{number} person signed.", "{number} people signed.", signed).format(number=signed))
    if backers := [name for _kind, rows in told.backers for name, _gave in rows]:
        parts.append(_("Behind it stand: {names}.").format(names=", ".join(backers)))
    return " ".join(parts)


def copied(note: PressNote, quotes: Iterable[PressQuote], contact: Person | None) -> str:
    """All of a note as text to copy: its embargo first, whom to ring last."""
    held = timezone.localtime(note.embargo_until) if note.embargo_until else None
    embargo = _("EMBARGO: not before {moment}").format(moment=date_format(held, "l j F Y, H:i")) if held else ""
    said = [f"“{quote.words}” ({quote.named_as})" for quote in quotes]
    ways = [str(way) for way in (*contact.phones.all()[:1], *contact.emails.all()[:1])] if contact else []
    ring = _("Whom to ring: {who}").format(who=", ".join([contact.name, *ways])) if contact else ""
    return "\n\n".join(part for part in (embargo, note.headline, note.words, *said, ring) if part)
