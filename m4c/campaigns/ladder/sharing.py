"""A share of a stand-down: whom somebody took on to ring, how each is reached, and what stands above it; and the whole
of it, as it stands now.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, prefetch_related_objects
from django.utils.translation import gettext as _

from m4c.campaigns.models import StandDown, StoodDown
from m4c.people.consent_rules import Answer, Standing, standings_of
from m4c.people.models import Account, Channel, Purpose
from m4c.people.naming import names_of

State, By = StoodDown.State, StoodDown.By
MOST = 200


@dataclass(frozen=True)
class ShareLine:
    """One person to ring: their numbers, and whether that way is open, with the reason."""

    row: StoodDown
    numbers: list[str]
    answer: Answer


@dataclass(frozen=True)
class Teller:
    """A leader's share: how many of it were told."""

    name: str
    told: int
    missed: int
    total: int


@dataclass(frozen=True)
class Progress:
    """How far a stand-down got: letters, calls, and each leader's share. People kept safe are not counted."""

    total: int
    told: int
    by_letter: int
    going: int
    to_ring: int
    missed: int
    nobody_rings: int
    tellers: list[Teller]

    @property
    def is_over(self) -> bool:
        """Whether everybody was told."""
        return self.told == self.total


def share_of(account: Account, stand_down: StandDown, at: datetime) -> list[ShareLine]:
    """An account's own share, those not told yet first; in a constant number of queries."""
    rows = StoodDown.objects.visible_to(account).filter(stand_down=stand_down, teller=account.person_id).to_ring()
    own = StoodDown.objects.visible_to(account).filter(
        stand_down=stand_down, teller=account.person_id, state=State.TOLD, settled_by=account.pk
    )
    listed = [*rows.exclude(state=State.TOLD).select_related("person").order_by("person__sort_name", "pk")[:MOST]]
    listed += own.select_related("person").order_by("-settled_at", "-pk")[:MOST]
    people = [row.person for row in listed]
    prefetch_related_objects(people, "phones")
    standings = standings_of(people)
    return [line_of(row, standings[row.person_id], at) for row in listed]


def line_of(row: StoodDown, standing: Standing, at: datetime) -> ShareLine:
    """One line. How to reach somebody kept safe stands on their own page alone, below what their contact must know."""
    answer = standing.answer(Channel.PHONE, Purpose.SERVICE, at)
    if standing.is_out_of_use:
        answer = Answer(False, _("Open their own page first: it says how to reach them safely."))
    numbers = [phone.written for phone in row.person.phones.all()] if answer else []
    return ShareLine(row, numbers, answer)


def progress_of(account: Account, stand_down: StandDown) -> Progress:
    """How far it got, as the account may know; two statements."""
    rows = StoodDown.objects.visible_to(account).filter(stand_down=stand_down).order_by()
    counted = list(rows.values_list("teller", "means", "state").annotate(number=Count("pk")))
    names = names_of(account, {teller for teller, *_rest in counted if teller})

    def add(keep: "tuple[str, ...] | None" = None, means: str = "", teller: int | None = None) -> int:
        """How many stand so."""
        return sum(
            number
            for who, way, state, number in counted
            if (keep is None or state in keep) and (not means or way == means) and (teller is None or who == teller)
        )

    tellers = [
        Teller(str(name), add((State.TOLD,), teller=pk), add((State.MISSED,), teller=pk), add(teller=pk))
        for pk, name in sorted(names.items(), key=lambda item: str(item[1]))
    ]
    waiting = (State.WAITING, State.FAILED, State.HELD_BACK)
    return Progress(
        total=add(),
        told=add((State.TOLD,)),
        by_letter=add((State.TOLD,), By.EMAIL),
        going=add((State.QUEUED,)),
        to_ring=add(waiting),
        missed=add((State.MISSED,)),
        nobody_rings=sum(number for who, _way, state, number in counted if who is None and state in waiting),
        tellers=tellers,
    )
