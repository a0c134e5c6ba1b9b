"""A share of a telling: whom somebody took on to tell, how each is reached, and what stands above it."""

from dataclasses import dataclass
from datetime import datetime

from m4c.outreach.models import Told
from m4c.people.acting.calling import consents_of
from m4c.people.consent_rules import Answer, Standing
from m4c.people.models import Account, Channel, Purpose

Means = Told.Means
CHANNELS = {Means.CALL.value: Channel.PHONE, Means.LETTER.value: Channel.POST}
MOST = 100


@dataclass(frozen=True)
class ShareLine:
    """One person to tell: their numbers or their address, and whether that way is still open, with the reason."""

    told: Told
    numbers: list[str]
    address: str
    answer: Answer | None

    @property
    def is_letter_to_print(self) -> bool:
        """Whether it is to be printed: told on paper, not told yet, and still open."""
        return self.told.means == Means.LETTER and self.told.state == Told.State.WAITING and bool(self.address)


def share_of(account: Account, telling_id: int, at: datetime) -> list[ShareLine]:
    """An account's own share of a telling, those not told yet first, at most 100; in a constant number of queries."""
    rows = Told.objects.visible_to(account).filter(telling=telling_id, teller=account.person_id)
    listed = list(
        rows.select_related("person__address")
        .prefetch_related("person__phones")
        .order_by("settled_at", "person")[:MOST]
    )
    said = consents_of([told.person_id for told in listed])
    return [line_of(told, said.get(told.person_id, []), at) for told in listed]


def line_of(told: Told, said: list, at: datetime) -> ShareLine:  # type: ignore[type-arg]
    """One line, asked again whether its way is open: people change their mind between two evenings."""
    person, channel = told.person, CHANNELS.get(told.means)
    phones = list(person.phones.all())
    on_tps = any(phone.tps_seen_on for phone in phones)
    standing = Standing(person, said, person.address, on_tps, is_protected=False)
    answer = standing.answer(channel, Purpose.NEWS, at) if channel else None
    is_open = answer is None or bool(answer)
    return ShareLine(
        told,
        [phone.written for phone in phones] if told.means == Means.CALL and is_open else [],
        str(person.address or "") if told.means == Means.LETTER and is_open else "",
        answer,
    )
