"""What a note to the press says of an assembly: how many were there, what was asked, and what was answered."""

from uuid import UUID

from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.campaigns.models import Campaign
from m4c.campaigns.press.filled_in import EVENT_FACTS
from m4c.campaigns.press.naming import Naming
from m4c.commitments.models import Answer, Ask, Assembly, RollCall
from m4c.commitments.table.minute_text import answers_to
from m4c.commitments.table.page import asks_seen
from m4c.commitments.table.public import naming_of
from m4c.people.models import Account


def facts_of(account: Account, campaign: Campaign, event: UUID) -> str:
    """The facts of an assembly of this campaign; blank for any other event. Six statements."""
    seen = Assembly.objects.visible_to(account).filter(campaign=campaign, event__uid=event)
    assembly = seen.select_related("event").first()
    if assembly is None:
        return ""
    asks = list(asks_seen(account, Q(event=assembly.event_id)).select_related("office__institution"))
    naming = naming_of(campaign.pk, asks, timezone.localdate())
    answers = answers_to(asks)
    lines = [line for ask in asks if (line := told(ask, answers[ask.pk], naming))]
    return "\n".join(filter(None, [who_came(assembly), *lines]))


def who_came(assembly: Assembly) -> str:
    """How many answered the roll call, of how many bodies; blank where nobody counted."""
    roll = RollCall.objects.filter(assembly=assembly, number__gt=0)
    number, bodies = roll.aggregate(number=Sum("number"))["number"], roll.count()
    if not number:
        return ""
    told = ngettext(
        "{what}: {people} people of {bodies} body answered the roll call.",
        "{what}: {people} people of {bodies} bodies answered the roll call.",
        bodies,
    )
    return told.format(what=assembly.name, people=number, bodies=bodies)


def told(ask: Ask, answers: list[Answer], naming: Naming) -> str:
    """One ask and what was answered; blank where nothing is written down, or two accounts of it differ."""
    if not answers or len({answer.kind for answer in answers}) > 1:
        return ""
    office = ask.office_words if naming.may_name(ask.powerholder) else ""
    who = ", ".join(filter(None, (naming.called(ask.powerholder), office)))
    answer = answers[-1]
    sentence = _("{who} was asked: “{words}” The answer: {answer}.").format(
        who=who[:1].upper() + who[1:], words=naming.veil(ask.words), answer=answer.get_kind_display()
    )
    return f"{sentence} “{naming.veil(answer.words)}”" if answer.words else sentence


def register() -> None:
    """Have a note to the press tell it."""
    EVENT_FACTS.add("commitments.assembly", facts_of)
