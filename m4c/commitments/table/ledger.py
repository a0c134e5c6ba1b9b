"""What tables and stages write into the engagement ledger: who negotiated, who put an ask, who led something of an
assembly.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, time

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Ask, NegotiationPart, ShowItem
from m4c.core.routes import address_by_uid
from m4c.people.ledger import Source, follow
from m4c.people.models import Account, Engagement
from m4c.people.timeline import LEDGER_WORDS, LedgerWords, Origin

NEGOTIATED, ASKED, LED = "negotiated", "put_ask", "led_at_assembly"


def part_rows(parts: Sequence[NegotiationPart]) -> Iterable[Engagement]:
    """`negotiated` for each who had a part in a negotiation of which it was said what came of it."""
    rows = NegotiationPart.objects.filter(pk__in=[part.pk for part in parts], negotiation__closed_at__isnull=False)
    for pk, person, at, group in rows.values_list(
        "pk", "person_id", "negotiation__event__starts_at", "negotiation__group_id"
    ):
        yield row(NEGOTIATED, NegotiationPart, pk, person, at, group)


def ask_rows(asks: Sequence[Ask]) -> Iterable[Engagement]:
    """`put_ask` for whoever of ours put it, on the day it was put."""
    put = [each.pk for each in asks if each.asked_by_id and each.asked_on and not each.struck_at]
    rows = Ask.objects.filter(pk__in=put) if put else Ask.objects.none()
    for pk, person, day, group in rows.values_list("pk", "asked_by_id", "asked_on", "group_id"):
        if person and day:
            yield row(ASKED, Ask, pk, person, timezone.make_aware(datetime.combine(day, time(12))), group)


def item_rows(items: Sequence[ShowItem]) -> Iterable[Engagement]:
    """`led_at_assembly` for whoever led an item of an assembly that was held. Story-tellers stand in no ledger by it:
    of a story nothing but its card shows.
    """
    led = [each.pk for each in items if each.leader_id]
    rows = ShowItem.objects.filter(pk__in=led, assembly__closed_at__isnull=False) if led else ShowItem.objects.none()
    for pk, person, at, group in rows.values_list(
        "pk", "leader_id", "assembly__event__starts_at", "assembly__group_id"
    ):
        if person:
            yield row(LED, ShowItem, pk, person, at, group)


def row(kind: str, source: type, pk: int, person: int, at: datetime, group: int) -> Engagement:
    """One row of the ledger."""
    label = source._meta.label_lower  # type: ignore[attr-defined]
    return Engagement(kind=kind, person_id=person, at=at, group_id=group, source_type=label, source_id=pk)


def of_parts(account: Account, ids: Collection[int]) -> Mapping[int, Origin]:
    """The negotiations of parts that one may see."""
    page = address_by_uid("negotiation")
    found = NegotiationPart.objects.visible_to(account).filter(pk__in=ids).order_by()
    rows = found.values_list("pk", "negotiation__event__title", "negotiation__uid")
    return {pk: Origin(title, page(uid)) for pk, title, uid in rows}


def of_asks(account: Account, ids: Collection[int]) -> Mapping[int, Origin]:
    """The asks that one may see."""
    page = address_by_uid("ask")
    found = Ask.objects.visible_to(account).filter(pk__in=ids).order_by()
    return {pk: Origin(words, page(uid)) for pk, words, uid in found.values_list("pk", "words", "uid")}


def of_items(account: Account, ids: Collection[int]) -> Mapping[int, Origin]:
    """The assemblies of items that one may see."""
    page = address_by_uid("assembly")
    found = ShowItem.objects.visible_to(account).filter(pk__in=ids).order_by()
    rows = found.values_list("pk", "assembly__name", "assembly__uid")
    return {pk: Origin(name, page(uid)) for pk, name, uid in rows}


def register() -> None:
    """Tell the ledger, and give its rows their words."""
    follow(Source(NegotiationPart, part_rows))
    follow(Source(Ask, ask_rows))
    follow(Source(ShowItem, item_rows))
    LEDGER_WORDS.add(NEGOTIATED, LedgerWords(_("Negotiated"), origins=of_parts))
    LEDGER_WORDS.add(ASKED, LedgerWords(_("Put an ask to somebody who decides"), origins=of_asks))
    LEDGER_WORDS.add(LED, LedgerWords(_("Led a part of an assembly"), origins=of_items))
