"""Ask Siân: who of one's people knows a powerholder, by what was said of that alone, or knows somebody who does."""

from datetime import date
from typing import NamedTuple

from m4c.people.models import Account
from m4c.people.relationships.introductions import Introduction, edges_of, people_of, through_those
from m4c.power.models import Acquaintance, Powerholder


class Way(NamedTuple):
    """Whom to ask, and the acquaintance as it was written down."""

    introduction: Introduction
    acquaintance: Acquaintance


class Ways(NamedTuple):
    """How one knows them oneself, where one does; and whom to ask."""

    own: Acquaintance | None
    ways: list[Way]


def ways_to(account: Account, powerholder: Powerholder, today: date) -> Ways:
    """Whom to ask, up to two steps away, those whom one knows oneself first.

    Who knows a powerholder is what somebody wrote down as an acquaintance with them, and nothing else: where they are
    one of our own people, no relationship, 1-2-1 or ledger row of theirs leads here. From there on it is the rule by
    which people are introduced to each other: through people and rows that the account may see, never through somebody
    kept safe.
    """
    rows = Acquaintance.objects.visible_to(account).filter(powerholder=powerholder, ended_on=None)
    known = {row.person_id: row for row in rows if row.person_id != powerholder.person_id}
    me = account.person_id
    own = known.pop(me, None) if me else None
    if me:
        mine = {pk: how for pk, how in edges_of(account, [me], today)[me].items() if pk != powerholder.person_id}
        found = through_those(account, {pk: row.how for pk, row in known.items()}, mine, today)
    else:
        found = [Introduction(one, known[pk].how) for pk, one in people_of(account, list(known)).items()]
    return Ways(own, [Way(one, known[one.ask.pk]) for one in found])
