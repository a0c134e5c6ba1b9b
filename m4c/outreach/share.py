"""A share of a telling: whom somebody took on to tell, how each is reached, and what stands above it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from m4c.outreach.models import Told
from m4c.people.consent_rules import Answer, Standing, standings_of
from m4c.people.models import Account, Channel, Purpose

Means = Told.Means
CHANNELS = {Means.CALL.value: Channel.PHONE, Means.LETTER.value: Channel.POST}
MOST = 100
LATEST = 20  # of those settled: one may have pressed too quickly


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
    """An account's own share of a telling: those not told yet, at most 100, and then the latest whom one settled.

    In a constant number of queries.
    """
    rows = Told.objects.visible_to(account).filter(telling=telling_id, teller=account.person_id)
    rows = rows.select_related("person__address")
    waiting = rows.filter(settled_at=None).order_by("person__sort_name", "person")[:MOST]
    listed = [*waiting, *rows.exclude(settled_at=None).order_by("-settled_at", "-pk")[:LATEST]]
    people = [told.person for told in listed]
    prefetch_related_objects(people, "phones")
    standings = standings_of(people)
    return [line_of(told, standings[told.person_id], at) for told in listed]


def line_of(told: Told, standing: Standing, at: datetime) -> ShareLine:
    """One line, asked again whether its way is open: people change their mind between two evenings.

    How to reach somebody kept safe stands on their own page alone, below what their contact must know first.
    """
    person, channel = told.person, CHANNELS.get(told.means)
    answer = standing.answer(channel, Purpose.NEWS, at) if channel else None
    if standing.is_out_of_use:
        answer = Answer(False, _("Open their own page first."))
    is_open = answer is None or bool(answer)
    return ShareLine(
        told,
        [phone.written for phone in person.phones.all()] if told.means == Means.CALL and is_open else [],
        str(person.address or "") if told.means == Means.LETTER and is_open else "",
        answer,
    )
